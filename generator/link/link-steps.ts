import type { LinkedStep, CallStep, RequestStep } from "./linked-step.js";
import { isFailure, parseExpression, type Step, type Workflow } from "../arazzo/index.js";
import { found as words, type Findings } from "../diagnostics.js";
import type { Path } from "../documents/index.js";
import { chooseServer, isOfTwilio, securityOf } from "../openapi/index.js";
import type { Apis } from "./apis.js";
import { linkEach } from "./linked-each.js";
import { linkPages, streamRead } from "./linked-pages.js";
import { linkStep } from "./link-step.js";
import type { LinkedDocument } from "./linked.js";
import type { ClientPlan } from "../ir/model.js";
import type { GivenParameter } from "./given-parameter.js";
import type { Inputs } from "./inputs.js";
import { operationName } from "./operation-name.js";
import { parametersOf } from "./given-parameters.js";
import { camelCase, upperFirst, type Scope } from "./names.js";
import type { ReadTable } from "../ir/read-table.js";
import type { SoundSchemas } from "../types/sound-schemas.js";
import type { WorkflowIndex } from "./workflow-index.js";
import { signingsOf } from "./x-security.js";

/** What steps are linked with. */
export interface LinkSite {
  readonly linked: LinkedDocument;
  readonly apis: Apis;
  readonly sound: SoundSchemas;
  readonly workflows: WorkflowIndex;
  readonly findings: Findings;
  readonly scope: Scope;
  readonly inputs: Inputs;
  readonly reads: ReadTable;
  /** The clients that the steps need, each once. */
  readonly clients: Map<string, ClientPlan>;
}

/** A step before it is known what it calls. */
export interface StepSite {
  readonly step: Step;
  readonly at: Path;
  readonly index: number;
  readonly workflow: Workflow;
  readonly workflowAt: Path;
  /** The step has actions that look at its failure. */
  readonly recovers: boolean;
}

/** What a step calls, or `undefined` after saying why there is no such thing. */
export function linkAnyStep(site: StepSite, from: LinkSite): LinkedStep | undefined {
  return site.step.workflowId === undefined ? linkOperation(site, from) : linkCall(site, site.step.workflowId, from);
}

function linkOperation(site: StepSite, from: LinkSite): RequestStep | undefined {
  const { step, at, index } = site;
  const { linked, apis, sound, findings, scope, reads, clients, inputs } = from;
  const found = linkStep(step, at, linked, findings);
  if (found?.source.api === undefined || !sound.inOperation(found.operation)) return undefined;
  const server = chooseServer(found.operation, found.source.server, findings);
  const { interfaceName, fileName, responseTypes, requestTypes } = apis.use(found.source.api, found);
  const { name } = found.source;
  const callsTwilio = isOfTwilio(found.operation, server);
  const signings = signingsOf({ ...site, ...found, linked, findings });
  const given = [...signings, ...parametersOf(site, linked)].map((one) => ({
    ...one,
    mayBeAbsent: mayBeAbsent(one, inputs),
  }));
  const security = callsTwilio ? undefined : securityOf(found.operation, given, findings);
  const source = callsTwilio ? undefined : name;
  const follows = step["x-url"] !== undefined;
  const hosts = follows ? (step["x-hosts"] ?? []) : [];
  const key = JSON.stringify([interfaceName, server, source, security, follows, hosts]);
  const client = clients.get(key) ?? {
    local: scope.take(...clientNames(name, { server, security, follows }, [...clients.values()])),
    interfaceName,
    fileName,
    server,
    source,
    security,
    callsTwilio,
    follows,
    hosts,
  };
  clients.set(key, client);
  const { operation } = found;
  const streamed = streamRead(step, operation);
  if (!apis.reads(operation, streamed)) {
    const field = step["x-pages"] ? "x-pages" : step.operationId === undefined ? "operationPath" : "operationId";
    findings.report(linked.document.place([...at, field], "key"), words.invalidPages.mixed(operationName(operation)));
  }
  const names = answerOf(step, scope);
  return {
    step,
    at,
    index,
    operation,
    signings,
    client: client.local,
    follows: follows ? { server, source } : undefined,
    responseTypes,
    requestTypes,
    reads,
    ...names,
    pages: linkPages(step, streamed, names.answer, { server, source }, scope),
  };
}

/** Names for a client: that of its source, else what tells it from the others of that source. */
function clientNames(
  source: string,
  { server, security, follows }: Pick<ClientPlan, "server" | "security" | "follows">,
  others: readonly ClientPlan[],
): readonly [string, ...string[]] {
  const name = camelCase(source.replace(/-?api$/i, "")) || "api";
  if (follows) return [`${name}AtUrl`];
  const isOnServer = others.some((other) => other.server === server && !other.follows);
  if (isOnServer) return [name, `${security?.length ? "signed" : "unsigned"}${upperFirst(name)}`];
  // `billing`, or else `billingExample`, of `https://billing.example.com/v1`; `example` of `https://api.example.com`.
  const host = /^\w+:\/\/(?:(?:api|www)\.(?=[^/:]*\.))?([^/:]*)\./.exec(server)?.[1];
  return host === undefined ? [name, `${name}Client`] : [name, camelCase(host.replace(/\..*/, "")), camelCase(host)];
}

/** Whether a parameter is an input that callers may leave out, so that nothing is sent for it. */
function mayBeAbsent({ value, signing }: GivenParameter, inputs: Inputs): boolean {
  const expression = typeof value === "string" && signing === undefined ? parseExpression(value) : undefined;
  if (expression === undefined || isFailure(expression) || expression.kind !== "inputs") return false;
  const named = inputs.find(expression.path);
  return named !== undefined && inputs.types.get(named.name)?.required === false;
}

/** @see https://spec.openapis.org/arazzo/v1.0.1.html#step-object */
function linkCall(
  { step, at, index, recovers }: StepSite,
  workflowId: string,
  { linked, workflows, findings, scope, reads }: LinkSite,
): CallStep | undefined {
  const target = workflows.find(workflowId, linked, [...at, "workflowId"], findings)?.plan;
  // A workflow without a plan has been reported.
  return target && { step, at, index, target, settled: recovers, reads, ...answerOf(step, scope) };
}

/** The variable of the answer, and those of the list that the step is done for. */
function answerOf(step: Step, scope: Scope): Pick<LinkedStep, "answer" | "each"> {
  const name = camelCase(step.stepId);
  const answer = scope.take(name || "step", `${name}Step`);
  return { answer, each: linkEach(step, answer, scope) };
}
