import { randomActions } from "./random-actions.js";
import type { RandomApi } from "./random-api.js";
import type { Choices } from "./choices.js";
import type { Topics } from "./random-criteria.js";
import { prose, takeName } from "./random-names.js";
import { randomStep, type RandomStep } from "./random-step.js";
import { InputDrafts, type Site, type Source } from "./random-values.js";
import type { Shape } from "./shapes.js";

/** A source description and what it describes. */
export interface NamedApi {
  readonly name: string;
  readonly api: RandomApi;
}

/** A workflow, and what those who call it know of it. */
export interface RandomWorkflow {
  readonly document: Record<string, unknown>;
  /** As those who call it name it. */
  readonly workflowId: string;
  /** It stands in another document. */
  readonly isElsewhere: boolean;
  readonly inputs: readonly { readonly name: string; readonly shape: Shape; readonly required: boolean }[];
  readonly outputs: readonly { readonly name: string; readonly shape: Shape }[];
}

/** What can be chosen where a workflow is written. */
export interface WorkflowSite {
  readonly choices: Choices;
  readonly version: "1.0.1" | "1.1.0";
  readonly apis: readonly NamedApi[];
  readonly workflowId: string;
  /** Those that are there already. */
  readonly workflows: readonly RandomWorkflow[];
}

export function randomWorkflow(site: WorkflowSite): RandomWorkflow {
  const { apis, choices, workflowId, version, workflows } = site;
  const callsTwilio = apis.every(({ api }) => JSON.stringify(api.document).includes("twilio.com"));
  const inputs = new InputDrafts(choices, callsTwilio);
  const taken = new Set<string>();
  const ids = choices.list(1, 5, () => takeName(choices, taken));
  const needed = choices.some(
    workflows.filter(({ isElsewhere }) => !isElsewhere),
    6,
  );
  const sources = needed.flatMap((other) => {
    return other.outputs.map(({ name, shape }): Source => ({
      expression: `$workflows.${other.workflowId}.outputs.${name}`,
      shape,
    }));
  });
  const steps = ids.map((stepId) => {
    const step = randomStep({ ...site, stepId, ids, inputs, outputs: [...sources] });
    sources.push(...step.sources);
    return step.document;
  });
  const names = new Set<string>();
  const outputs = choices
    .some([...sources, ...inputs.sources])
    .map((source) => ({ ...source, name: takeName(choices, names) }));
  const topics: Topics = { choices, leaves: [], statuses: [200], headers: [], sources: [], failed: false, version };
  const values: Site = { choices, components: new Map(), inputs, outputs: [], version };
  const document: Record<string, unknown> = {
    workflowId,
    ...(choices.onceIn(4) ? { summary: prose(choices) } : {}),
    ...(choices.onceIn(4) ? { description: prose(choices) } : {}),
    ...(inputs.schema === undefined ? {} : { inputs: inputs.schema }),
    ...(needed.length > 0 ? { dependsOn: needed.map((other) => other.workflowId) } : {}),
    ...(choices.onceIn(8) ? { parameters: [sharedParameter(choices)] } : {}),
    steps,
    ...(choices.onceIn(8) ? { successActions: randomActions("success", { ...site, ids, topics, values }) } : {}),
    ...(choices.onceIn(8)
      ? { failureActions: randomActions("failure", { ...site, ids, topics: { ...topics, failed: true }, values }) }
      : {}),
    ...(outputs.length > 0
      ? { outputs: Object.fromEntries(outputs.map(({ name, expression }) => [name, expression])) }
      : {}),
  };
  const returned = [...outputs, ...outcomeOf(steps)];
  return { document, workflowId, isElsewhere: false, inputs: inputs.list, outputs: returned };
}

/** How a workflow ended, where it may end in several ways, is something to ask of it as well. */
function outcomeOf(steps: readonly RandomStep["document"][]): RandomWorkflow["outputs"] {
  const names = steps
    .flatMap(({ onSuccess = [], onFailure = [] }) => [...onSuccess, ...onFailure])
    .flatMap((action) => ("type" in action && action.type === "end" && "name" in action ? [String(action.name)] : []));
  return names.length === 0 ? [] : [{ name: "outcome", shape: { kind: "string", values: [...names, "completed"] } }];
}

/** Parameters that the components hold. */
export const reusableParameters = { paging: { name: "PageSize", in: "query", value: 20 } };

function sharedParameter(choices: Choices): object {
  const reference = "$components.parameters.paging";
  return choices.of<object>({ reference }, { reference, value: 5 }, { name: "Status", in: "query", value: "sent" });
}
