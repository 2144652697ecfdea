import { parametersFor, randomActions } from "./random-actions.js";
import type { RandomOperation } from "./random-api.js";
import { randomCriteria, type Topics } from "./random-criteria.js";
import { prose, takeName } from "./random-names.js";
import { requestOf } from "./random-request.js";
import type { InputDrafts, Site, Source } from "./random-values.js";
import type { RandomWorkflow, WorkflowSite } from "./random-workflow.js";
import { leavesOf, pointerTo, type Leaf } from "./shape-values.js";
import type { Components } from "./shapes.js";

/** What can be chosen where a step is written. */
export interface StepSite extends WorkflowSite {
  readonly stepId: string;
  /** All steps of the workflow. */
  readonly ids: readonly string[];
  readonly inputs: InputDrafts;
  /** What the steps before have put out, and workflows that this one depends on. */
  readonly outputs: readonly Source[];
}

export interface RandomStep {
  readonly document: { readonly onSuccess?: readonly object[]; readonly onFailure?: readonly object[] };
  /** Its outputs. */
  readonly sources: readonly Source[];
}

export function randomStep(site: StepSite): RandomStep {
  const called = site.choices.onceIn(5) ? site.choices.among(site.workflows) : undefined;
  return called === undefined ? operationStep(site) : workflowStep(called, site);
}

function operationStep(site: StepSite): RandomStep {
  const { choices, apis, inputs, outputs, version, ids, stepId } = site;
  const { name, api } = choices.among(apis) ?? { name: "api", api: undefined };
  const operation = choices.among(api?.operations ?? []);
  if (api === undefined || operation === undefined) throw new Error("an API without operations");
  const accepted = leavesOfAll(operation.answers, api.components);
  const refused = leavesOfAll(operation.errors.length > 0 ? operation.errors : operation.answers, api.components);
  const { headers, statuses } = operation;
  const sources = [...outputs, ...inputs.sources];
  const topics: Topics = { choices, leaves: accepted, statuses, headers, sources, failed: false, version };
  const named = new Set<string>();
  const given = choices.some(accepted, 3).slice(0, 4);
  const stepOutputs = [
    ...given.map((leaf) => ({ output: takeName(choices, named), value: bodyValue(leaf, site), shape: leaf.shape })),
    ...(choices.onceIn(4)
      ? [{ output: takeName(choices, named), value: otherValue(site, name), shape: undefined }]
      : []),
  ];
  const values: Site = { choices, components: api.components, inputs, outputs, version };
  const request = requestOf(operation, values);
  const document = {
    stepId,
    ...(choices.onceIn(4) ? { description: prose(choices) } : {}),
    ...targetOf(operation, name, site),
    ...request,
    ...(choices.onceIn(2) ? { successCriteria: randomCriteria(topics, 1) } : {}),
    ...actionsOf({ ...site, ids }, values, topics, { ...topics, leaves: refused, failed: true }),
    ...(stepOutputs.length > 0 ? { outputs: outputsOf(stepOutputs) } : {}),
    ...(choices.onceIn(12) ? { "x-poll": choices.of<unknown>(false, { interval: 1000, deadline: 5000 }, {}) } : {}),
    ...newer(site),
  };
  const known = stepOutputs.flatMap(({ output, shape }): readonly Source[] =>
    shape === undefined ? [] : [{ expression: `$steps.${stepId}.outputs.${output}`, shape }],
  );
  return { document, sources: known };
}

/** A step that calls another workflow. */
function workflowStep(called: RandomWorkflow, site: StepSite): RandomStep {
  const { choices, inputs, outputs, stepId, version } = site;
  const values: Site = { choices, components: new Map(), inputs, outputs, version };
  const parameters = parametersFor(called, values);
  const named = new Set<string>();
  const own = choices.some(called.outputs).map(({ name, shape }) => {
    return { output: takeName(choices, named), value: `$outputs.${name}`, shape };
  });
  const sources = [...outputs, ...inputs.sources];
  const returned = called.outputs.map(({ name, shape }) => ({ expression: `$outputs.${name}`, shape }));
  const topics: Topics = {
    choices,
    leaves: [],
    statuses: [],
    headers: [],
    sources: [...sources, ...returned],
    failed: false,
    version,
  };
  const document = {
    stepId,
    workflowId: called.workflowId,
    ...(parameters.length > 0 ? { parameters } : {}),
    ...(choices.onceIn(4) && topics.sources.length > 0 ? { successCriteria: randomCriteria(topics, 1) } : {}),
    ...(choices.onceIn(2) && sources.length > 0
      ? actionsOf(site, values, topics, { ...topics, sources, failed: true })
      : {}),
    ...(own.length > 0 ? { outputs: outputsOf(own) } : {}),
    ...newer(site),
  };
  return {
    document,
    sources: own.map(({ output, shape }) => ({ expression: `$steps.${stepId}.outputs.${output}`, shape })),
  };
}

function actionsOf(site: StepSite, values: Site, success: Topics, failure: Topics): RandomStep["document"] {
  const { choices } = site;
  return {
    ...(choices.onceIn(3) ? { onSuccess: randomActions("success", { ...site, topics: success, values }) } : {}),
    ...(choices.onceIn(3) ? { onFailure: randomActions("failure", { ...site, topics: failure, values }) } : {}),
  };
}

function outputsOf(list: readonly { readonly output: string; readonly value: unknown }[]): object {
  return Object.fromEntries(list.map(({ output, value }) => [output, value]));
}

/** What only 1.1 knows. */
function newer({ version, choices, ids, stepId }: StepSite): object {
  if (version === "1.0.1") return {};
  const before = ids.slice(0, ids.indexOf(stepId));
  return {
    ...(choices.onceIn(8) ? { timeout: choices.of(1000, 5) } : {}),
    ...(choices.onceIn(8) && before.length > 0 ? { dependsOn: choices.some(before) } : {}),
  };
}

/** How a step names its operation. */
function targetOf({ operationId, path, method }: RandomOperation, source: string, { choices, apis }: StepSite): object {
  const pointer = `/paths${pointerTo([path])}/${method}`;
  if (choices.onceIn(6)) return { operationPath: `{$sourceDescriptions.${source}.url}#${pointer}` };
  const qualified = apis.length > 1 || choices.onceIn(6);
  return { operationId: qualified ? `$sourceDescriptions.${source}.${operationId}` : operationId };
}

function leavesOfAll(shapes: RandomOperation["answers"], components: Components): readonly Leaf[] {
  return shapes.flatMap((shape) => leavesOf(shape, components));
}

function bodyValue({ tokens }: Leaf, { choices, version }: StepSite): unknown {
  const pointer = pointerTo(tokens);
  if (version === "1.1.0" && choices.onceIn(6)) {
    return { context: "$response.body", selector: pointer, type: "jsonpointer" };
  }
  return tokens.length === 0 ? "$response.body" : `$response.body#${pointer}`;
}

function otherValue({ choices, version, inputs, workflowId }: StepSite, api: string): unknown {
  const input = choices.among(inputs.sources)?.expression ?? "$method";
  if (version === "1.1.0" && choices.onceIn(3))
    return { context: "$response.body", selector: "$..sid", type: "jsonpath" };
  return choices.of(
    "$statusCode",
    "$url",
    "$method",
    "$response.header.Location",
    "$response.body",
    input,
    input.replace("$inputs", `$workflows.${workflowId}.inputs`),
    "$request.body",
    "$request.path.Sid0",
    "$request.query.PageSize",
    "$request.header.Status",
    `$sourceDescriptions.${api}.url`,
    "$components.parameters.paging",
    "$self",
  );
}
