import type { Choices } from "./choices.js";
import { randomCriteria, type Topics } from "./random-criteria.js";
import { prose, takeName } from "./random-names.js";
import type { RandomApi, RandomOperation } from "./random-api.js";
import { InputDrafts, valueFor, type Site, type Source } from "./random-values.js";
import { leavesOf, pointerTo, type Leaf } from "./shape-values.js";
import type { Components } from "./shapes.js";

/** A source description and what it describes. */
export interface NamedApi {
  readonly name: string;
  readonly api: RandomApi;
}

/** A workflow that another one can call. */
export interface RandomWorkflow {
  readonly document: Record<string, unknown>;
  readonly workflowId: string;
}

/** What can be chosen where a workflow is written. */
export interface WorkflowSite {
  readonly choices: Choices;
  readonly version: "1.0.1" | "1.1.0";
  readonly apis: readonly NamedApi[];
  readonly workflowId: string;
  /** Names of actions in the components. */
  readonly reusable: { readonly successActions: readonly string[]; readonly failureActions: readonly string[] };
}

export function randomWorkflow(site: WorkflowSite): RandomWorkflow {
  const { choices, workflowId } = site;
  const inputs = new InputDrafts(choices);
  const taken = new Set<string>();
  const ids = choices.list(1, 5, () => takeName(choices, taken));
  const outputs: Source[] = [];
  const steps = ids.map((id, index) => {
    const { document, sources } = randomStep(id, index, ids, { ...site, inputs, outputs: [...outputs] });
    outputs.push(...sources);
    return document;
  });
  const names = new Set<string>();
  const shared: Topics = {
    choices,
    leaves: [],
    statuses: [200],
    headers: [],
    sources: [],
    failed: true,
    version: site.version,
  };
  const document = {
    workflowId,
    ...(choices.onceIn(4) ? { summary: prose(choices) } : {}),
    ...(choices.onceIn(4) ? { description: prose(choices) } : {}),
    ...optional("inputs", inputs.schema()),
    steps,
    ...(choices.onceIn(8) ? { successActions: actions("success", ids, { ...shared, failed: false }, site) } : {}),
    ...(choices.onceIn(8) ? { failureActions: actions("failure", ids, shared, site) } : {}),
    outputs: Object.fromEntries(
      choices.some([...outputs, ...inputs.sources]).map(({ expression }) => [takeName(choices, names), expression]),
    ),
  };
  return { document, workflowId };
}

interface StepSite extends WorkflowSite {
  readonly inputs: InputDrafts;
  readonly outputs: readonly Source[];
}

function randomStep(
  stepId: string,
  index: number,
  ids: readonly string[],
  site: StepSite,
): { readonly document: object; readonly sources: readonly Source[] } {
  const { choices, apis, inputs, outputs, version } = site;
  const { name, api } = choices.among(apis) ?? { name: "api", api: undefined };
  const operation = choices.among(api?.operations ?? []);
  if (api === undefined || operation === undefined) throw new Error("an API without operations");
  const { components } = api;
  const values: Site = { choices, components, inputs, outputs };
  const accepted = leavesOfAll(operation.answers, components);
  const refused = leavesOfAll(operation.errors.length > 0 ? operation.errors : operation.answers, components);
  const topics: Topics = {
    choices,
    leaves: accepted,
    statuses: operation.statuses,
    headers: operation.headers,
    sources: [...outputs, ...inputs.sources],
    failed: false,
    version,
  };
  const named = new Set<string>();
  const given = choices
    .some(accepted, 3)
    .slice(0, 4)
    .map((leaf) => ({ name: takeName(choices, named), leaf }));
  const stepOutputs = [
    ...given.map(({ name: output, leaf }) => [output, bodyExpression(leaf)] as const),
    ...(choices.onceIn(6)
      ? [
          [
            takeName(choices, named),
            choices.of("$statusCode", "$url", "$method", "$response.header.Location", "$response.body"),
          ] as const,
        ]
      : []),
  ];
  const document = {
    stepId,
    ...(choices.onceIn(4) ? { description: prose(choices) } : {}),
    ...target(operation, name, site),
    ...optional("parameters", parametersOf(operation, values)),
    ...optional("requestBody", requestBodyOf(operation, values)),
    ...(choices.onceIn(2) ? { successCriteria: randomCriteria(topics, 1) } : {}),
    ...(choices.onceIn(3) ? { onSuccess: actions("success", ids, topics, site) } : {}),
    ...(choices.onceIn(3)
      ? { onFailure: actions("failure", ids, { ...topics, leaves: refused, failed: true }, site) }
      : {}),
    ...(stepOutputs.length > 0 ? { outputs: Object.fromEntries(stepOutputs) } : {}),
    ...(choices.onceIn(10) ? { "x-poll": choices.of<unknown>(false, { interval: 1000, deadline: 5000 }, {}) } : {}),
    ...(version === "1.1.0" && choices.onceIn(8) ? { timeout: choices.of(1000, 5) } : {}),
    ...(version === "1.1.0" && index > 0 && choices.onceIn(8) ? { dependsOn: [ids[index - 1]] } : {}),
  };
  const sources = given.map(({ name: output, leaf }) => ({
    expression: `$steps.${stepId}.outputs.${output}`,
    shape: leaf.shape,
  }));
  return { document, sources };
}

/** How a step names its operation. */
function target({ operationId, path, method }: RandomOperation, source: string, { choices, apis }: StepSite): object {
  const pointer = `/paths${pointerTo([path])}/${method}`;
  if (choices.onceIn(6)) return { operationPath: `{$sourceDescriptions.${source}.url}#${pointer}` };
  const qualified = apis.length > 1 || choices.onceIn(6);
  return { operationId: qualified ? `$sourceDescriptions.${source}.${operationId}` : operationId };
}

function parametersOf({ parameters }: RandomOperation, site: Site): readonly object[] {
  const { choices } = site;
  const given = parameters.filter(({ required }) => required || choices.onceIn(2));
  return given.map(({ name, in: where, shape }) => ({ name, in: where, value: valueFor(shape, site, 1) }));
}

function requestBodyOf({ body }: RandomOperation, site: Site): object | undefined {
  const { choices } = site;
  if (body === undefined || (!body.required && choices.onceIn(2))) return undefined;
  const contentType = choices.onceIn(3) ? {} : { contentType: choices.among(body.mediaTypes) };
  return { ...contentType, payload: valueFor(body.shape, site) };
}

function actions(
  kind: "success" | "failure",
  ids: readonly string[],
  topics: Topics,
  { choices, reusable }: WorkflowSite,
): readonly object[] {
  const taken = new Set<string>();
  const components = kind === "success" ? "successActions" : "failureActions";
  return choices.list(1, 3, () => {
    const shared = choices.onceIn(8) ? choices.among(reusable[components]) : undefined;
    if (shared !== undefined && !taken.has(shared)) {
      taken.add(shared);
      return { reference: `$components.${components}.${shared}` };
    }
    const name = takeName(choices, taken);
    const criteria = choices.onceIn(4) ? {} : { criteria: randomCriteria(topics, 1) };
    const type = kind === "success" ? choices.of("end", "goto") : choices.of("retry", "goto", "end");
    if (type === "end") return { name, type, ...criteria };
    if (type === "goto") return { name, type, stepId: choices.among(ids), ...criteria };
    const limit = choices.onceIn(2) ? { retryLimit: choices.below(4) } : {};
    const after = choices.onceIn(2) ? { retryAfter: choices.of(1, 0.5, 3600) } : {};
    return { name, type, ...limit, ...after, ...criteria };
  });
}

function leavesOfAll(shapes: RandomOperation["answers"], components: Components): readonly Leaf[] {
  return shapes.flatMap((shape) => leavesOf(shape, components));
}

function bodyExpression({ tokens }: Leaf): string {
  return tokens.length === 0 ? "$response.body" : `$response.body#${pointerTo(tokens)}`;
}

function optional(name: string, value: unknown): object {
  return value === undefined || (Array.isArray(value) && value.length === 0) ? {} : { [name]: value };
}
