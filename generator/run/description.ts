import type { Ending, WorkflowPlan } from "../ir/model.js";
import { literals, optionalType, string, unknown, type ObjectField } from "../types/type.js";
import { requestsOf, type PlannedRequest } from "./effects.js";
import { schemaOfFields, type JsonSchema, type ObjectSchema } from "./json-schema.js";

/** What there is to know of a workflow before it is run. */
export interface WorkflowDescription {
  readonly workflowId: string;
  readonly functionName: string;
  readonly summary: string | undefined;
  readonly description: string | undefined;
  /**
   * What it takes. Where other workflows have to be completed before it, what these returned is the field that
   * `dependencies` names.
   */
  readonly input: ObjectSchema;
  /** What it returns. */
  readonly output: ObjectSchema;
  readonly dependencies: string | undefined;
  /** The inputs that may be given when they are needed, and what each is. */
  readonly later: ReadonlyMap<string, JsonSchema>;
  readonly requests: readonly PlannedRequest[];
  /** It reads, and does nothing else. */
  readonly onlyReads: boolean;
}

/** @param all All workflows of the documents, among them those that it calls */
export function describeWorkflow(plan: WorkflowPlan, all: readonly WorkflowPlan[]): WorkflowDescription {
  const { workflowId, functionName, summary, description } = plan;
  const requests = requestsOf(plan, all);
  const later = plan.inputs.filter(({ deferred }) => deferred !== undefined);
  const fields = plan.inputs.map(({ deferred, ...input }) => ({
    ...input,
    optional: input.optional || deferred !== undefined,
  }));
  const dependencies = plan.dependencies.length === 0 ? undefined : freeName("dependencies", fields);
  const own = schemaOfFields(fields);
  const input: ObjectSchema =
    dependencies === undefined
      ? own
      : {
          ...own,
          properties: { ...own.properties, [dependencies]: dependenciesSchema(plan, all) },
          required: [...own.required, dependencies],
        };
  return {
    workflowId,
    functionName,
    summary,
    description,
    input,
    output: outputSchema(plan.endings),
    dependencies,
    later: new Map(later.map(({ name }) => [name, own.properties[name] ?? {}])),
    requests,
    onlyReads: requests.every(({ effect }) => effect === "safe"),
  };
}

function freeName(name: string, taken: readonly ObjectField[]): string {
  return taken.some((field) => field.name === name) ? freeName(`$${name}`, taken) : name;
}

function dependenciesSchema({ dependencies }: WorkflowPlan, all: readonly WorkflowPlan[]): ObjectSchema {
  const fields = dependencies.flatMap(({ workflowId, outputs, inputs }): readonly ObjectField[] => [
    { name: outputs, type: unknown, optional: false, description: `What the workflow ${workflowId} returned.` },
    ...(inputs === undefined
      ? []
      : [{ name: inputs.field, type: unknown, optional: false, description: `What ${workflowId} was given.` }]),
  ]);
  const own = schemaOfFields(fields);
  const returned = dependencies.flatMap(({ functionName, outputs }) => {
    const plan = all.find((one) => one.functionName === functionName);
    return plan === undefined ? [] : [[outputs, outputSchema(plan.endings)] as const];
  });
  return { ...own, properties: { ...own.properties, ...Object.fromEntries(returned) } };
}

/** The fields of all endings; required are those that each has. */
function outputSchema(endings: readonly Ending[]): ObjectSchema {
  const [only] = endings;
  if (only !== undefined && endings.length === 1) return schemaOfFields(only.fields);
  const outcome = literals(endings.map((ending) => ending.outcome)) ?? string;
  const how = { name: "outcome", type: outcome, optional: false, description: "How it ended." };
  const names = new Set(endings.flatMap(({ fields }) => fields.map(({ name }) => name)));
  const shared = [...names].map((name): ObjectField => {
    const all = endings.map(({ fields }) => fields.find((field) => field.name === name));
    const those = all.filter((field) => field !== undefined);
    const types = those.map(({ type }) => type);
    return {
      name,
      type: { kind: "union", members: types.length === 0 ? [optionalType(unknown)] : types },
      optional: those.length < all.length || those.some(({ optional }) => optional),
      description: those[0]?.description,
    };
  });
  return schemaOfFields([how, ...shared]);
}
