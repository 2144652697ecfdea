import {
  isExpression,
  isFailure,
  parseExpression,
  type SecurityEntry,
  type Step,
  type Workflow,
} from "../arazzo/index.js";
import { found, type Findings } from "../diagnostics.js";
import type { Path } from "../documents/index.js";
import { isSecured, schemeIn, schemeNamed, schemeNames, type Api, type Scheme } from "../openapi/index.js";
import { withOthers, type GivenParameter, type NamedValue } from "./given-parameter.js";
import type { LinkedDocument, LinkedOperation } from "./linked.js";

/** A step that calls an operation, and what signs it. */
export interface SignedStep extends LinkedOperation {
  readonly step: Step;
  /** Where it stands. */
  readonly at: Path;
  readonly workflow: Workflow;
  readonly workflowAt: Path;
  readonly linked: LinkedDocument;
  readonly findings: Findings;
}

/**
 * What the `x-security` of a step and of its workflow put into its request. Of two entries for one place the later one
 * counts, and the step's before the workflow's. What cannot be met is reported.
 */
export function signingsOf(site: SignedStep): readonly GivenParameter[] {
  const { step, at, workflow, workflowAt } = site;
  const own = signingsIn(step["x-security"], [...at, "x-security"], false, site);
  const shared = isForOperation(site)
    ? signingsIn(workflow["x-security"], [...workflowAt, "x-security"], true, site)
    : [];
  return [...own.toReversed(), ...shared.toReversed()].reduce<readonly GivenParameter[]>(
    (known, one) => withOthers(known, [one]),
    [],
  );
}

/** What a workflow says for all its steps is not for operations that are open in an API which asks for credentials. */
function isForOperation({ operation }: SignedStep): boolean {
  return isSecured(operation) || !operation.api.asksForCredentials;
}

function signingsIn(
  entries: readonly SecurityEntry[] = [],
  at: Path,
  isShared: boolean,
  site: SignedStep,
): readonly GivenParameter[] {
  return entries.flatMap((entry, index) => {
    const here = [...at, index];
    const scheme = schemeOf(entry, here, isShared, site);
    return scheme === undefined ? [] : signingBy(scheme, entry, here, isShared, site);
  });
}

/** The scheme of an entry; `undefined` where it is not for this step, or after saying what is wrong with it. */
function schemeOf(
  { schemeName, scheme }: SecurityEntry,
  at: Path,
  isShared: boolean,
  { source, operation: { api }, linked, findings }: SignedStep,
): Scheme | undefined {
  const field = scheme === undefined ? "schemeName" : "scheme";
  const place = linked.document.place([...at, field]);
  const named = schemeName === undefined ? undefined : sourceAndScheme(schemeName, linked);
  if (isShared && named?.api === undefined && apisOf(linked).size > 1) {
    findings.report(place, found.unsupportedSecurity.ofWhichApi());
    return undefined;
  }
  if (named?.api !== undefined && named.api !== api) {
    if (!isShared) findings.report(place, found.unsupportedSecurity.ofAnotherApi(source.name));
    return undefined;
  }
  const described = named ? schemeNamed(named.scheme, api, findings) : schemeIn(scheme, "the scheme of `x-security`");
  if (typeof described === "object") return described;
  const { unknownOf, unmet } = found.unsupportedSecurity;
  const what = described ?? unknownOf(source.name, named?.scheme ?? "", schemeNames(api));
  findings.report(place, typeof what === "string" ? unmet(what) : what);
  return undefined;
}

/** `$sourceDescriptions.orders.bearer`, or `bearer` alone. */
function sourceAndScheme(
  text: string,
  { sources }: LinkedDocument,
): { readonly api?: Api | undefined; readonly scheme: string } {
  const expression = isExpression(text) ? parseExpression(text) : undefined;
  if (expression === undefined || isFailure(expression) || expression.kind !== "sourceDescriptions") {
    return { scheme: text };
  }
  const api = sources.get(expression.name)?.api;
  return api === undefined ? { scheme: text } : { api, scheme: expression.reference };
}

function apisOf({ sources }: LinkedDocument): ReadonlySet<Api> {
  return new Set([...sources.values()].flatMap(({ api }) => api ?? []));
}

/** The values that a scheme takes, by their names in `x-security`; any one of a list. */
const wantedBy = {
  basic: [["username"], ["password"]],
  bearer: [["token", "accessToken"]],
  oauth2: [["accessToken", "token"]],
  apiKey: [["apiKey", "value"]],
} as const satisfies Readonly<Record<Scheme["type"], readonly (readonly [string, ...string[]])[]>>;

/** What a scheme makes of the values of an entry; nothing after saying which it lacks. */
function signingBy(
  scheme: Scheme,
  { values }: SecurityEntry,
  at: Path,
  isShared: boolean,
  { linked, findings }: SignedStep,
): readonly GivenParameter[] {
  const given = Object.entries(values).map(([name, value]): NamedValue => ({
    name,
    value,
    at: [...at, "values", name],
  }));
  const place = linked.document.place([...at, "values"], "key");
  const parts: NamedValue[] = [];
  for (const names of wantedBy[scheme.type]) {
    const part = given.find(({ name }) => names.some((wanted) => wanted === name));
    if (part !== undefined) parts.push(part);
    else findings.report(place, found.unsupportedSecurity.value(names[0], Object.keys(values)));
  }
  const [first] = parts;
  if (first === undefined || parts.length < wantedBy[scheme.type].length) return [];
  const others = given.filter((one) => !parts.includes(one));
  const made = { parts, others, shared: isShared };
  if (scheme.type === "apiKey") {
    const { name, in: where } = scheme;
    const signing = { ...made, scheme: undefined };
    return [{ name, in: where, value: first.value, at: first.at, nameAt: at, shared: false, signing }];
  }
  const signing = { ...made, scheme: scheme.type === "basic" ? ("Basic" as const) : ("Bearer" as const) };
  return [{ name: "Authorization", in: "header", value: undefined, at, nameAt: at, shared: false, signing }];
}
