import { stringify } from "yaml";
import {
  documentedStatuses,
  givenFields,
  outputName,
  handedOnBy,
  stepId,
  workflowId,
  type Action,
  type Criterion,
  type ErrorBodies,
  type FieldName,
  type Graph,
  type GraphStep,
  type Sends,
  type Subject,
  type Test,
} from "./graph.js";

/** What is sloppy about the documents, and changes nothing of what they mean. */
export interface Sloppiness {
  /** The inputs are declared as text, and go to numbers, where it is documented that these are numbers. */
  readonly textInputs: boolean;
  /** The API's document leaves out what is sent and what is read. */
  readonly undocumented: boolean;
  /** Operations are named in another case, and steps have fields that Arazzo does not have. */
  readonly loose: boolean;
}

/** Workflows as an Arazzo document; the first is `workflow-1`. */
export function arazzoOf(graphs: readonly Graph[], { textInputs, undocumented, loose }: Sloppiness): string {
  const from = { type: textInputs && !undocumented ? "string" : "integer" };
  return stringify({
    arazzo: graphs.some(needsNewest) ? "1.1.0" : "1.0.1",
    info: { title: "Graphs", version: "1.0.0" },
    sourceDescriptions: [{ name: "things", url: "./openapi.yaml", type: "openapi" }],
    workflows: graphs.map((graph, index) => ({
      workflowId: workflowId(index),
      inputs: { type: "object", properties: { from } },
      steps: graph.steps.map((step, number) => looselyWritten(stepOf(step, number, index), loose)),
      ...given("successActions", graph.successActions.map(actionOf(answered))),
      ...given("failureActions", graph.failureActions.map(actionOf(answered))),
      outputs: Object.fromEntries(
        graph.steps.flatMap((_, step) =>
          givenFields.map((field) => [outputName(step, field), `$steps.${stepId(step)}.outputs.${field}`]),
        ),
      ),
    })),
  });
}

function looselyWritten(step: object, isLoose: boolean): object {
  if (!isLoose) return step;
  const { operationId } = { operationId: undefined, ...step };
  const named = operationId === undefined ? {} : { operationId: String(operationId).toUpperCase() };
  return { ...step, ...named, ownersOfThis: "somebody", dependsOn: null };
}

/** Whether a step asks for `$outputs`, or an action hands something on. */
function needsNewest({ steps, successActions, failureActions }: Graph): boolean {
  const own = steps.flatMap(({ onSuccess, onFailure }) => [...onSuccess, ...onFailure]);
  const actions = [...own, ...successActions, ...failureActions];
  return steps.some(({ calls }) => calls !== undefined) || actions.some(({ then }) => handedOnBy(then) !== undefined);
}

/** How a field is read of an answer, or of what a workflow gave. */
type Read = (field: FieldName) => string;

const answered: Read = (field) => `$response.body#/${field}`;
const called: Read = (field) => `$outputs.${outputName(0, field)}`;

function stepOf(step: GraphStep, index: number, workflow: number): object {
  const { sends, criteria, onSuccess, onFailure } = step;
  const value = sentAs(sends);
  const read = step.calls === undefined ? answered : called;
  return {
    stepId: stepId(index),
    ...(step.calls === undefined
      ? requestOf(step, `${workflowId(workflow)}-${stepId(index)}`, value)
      : callOf(step.calls, value)),
    ...given("successCriteria", criteria.map(criterionOf(read))),
    ...given("onSuccess", onSuccess.map(actionOf(read))),
    ...given("onFailure", onFailure.map(actionOf(read))),
    outputs: Object.fromEntries(givenFields.map((field) => [field, read(field)])),
  };
}

function requestOf({ reads, poll }: GraphStep, name: string, value: string | undefined): object {
  const path = { name: "step", in: "path", value: name };
  const polled = poll === undefined ? {} : { "x-poll": poll && {} };
  if (reads) {
    const query = value === undefined ? [] : [{ name: "from", in: "query", value }];
    return { operationId: "read", parameters: [path, ...query], ...polled };
  }
  const payload = value === undefined ? {} : { from: value };
  return {
    operationId: "make",
    parameters: [path],
    requestBody: { contentType: "application/json", payload },
    ...polled,
  };
}

function callOf(workflow: number, value: string | undefined): object {
  return {
    workflowId: workflowId(workflow),
    ...given("parameters", value === undefined ? [] : [{ name: "from", value }]),
  };
}

function sentAs(sends: Sends): string | undefined {
  if (sends === "input") return "$inputs.from";
  return sends === undefined ? undefined : outputOf(sends);
}

function outputOf(step: number): string {
  return `$steps.${stepId(step)}.outputs.count`;
}

function actionOf(read: Read): (action: Action) => object {
  return ({ name, criteria, then }) => {
    const rest = given("criteria", criteria.map(criterionOf(read)));
    switch (then.kind) {
      case "end":
        return { name, type: "end", ...rest };
      case "goto":
        return { name, type: "goto", stepId: stepId(then.step), ...rest };
      case "transfer":
        return { name, type: "goto", ...callOf(then.workflow, sentAs(then.sends)), ...rest };
      case "retry":
        return { name, type: "retry", ...retryOf(then), ...rest };
    }
  };
}

function retryOf({ limit, after, by }: Action["then"] & { readonly kind: "retry" }): object {
  return {
    ...(by === undefined ? {} : "step" in by ? { stepId: stepId(by.step) } : callOf(by.workflow, sentAs(by.sends))),
    ...(after === undefined ? {} : { retryAfter: after }),
    ...(limit === undefined ? {} : { retryLimit: limit }),
  };
}

/** In Arazzo's words. */
function criterionOf(read: Read): (criterion: Criterion) => object {
  return ({ dialect, test }) => {
    if (dialect === "simple") return { condition: textOf(test, (subject) => simpleSubject(subject, read)) };
    const root = dialect === "predicate" ? "$" : "@";
    const condition = textOf(test, (subject) => `${root}.${subject.kind === "field" ? subject.field : "state"}`);
    return { context: "$response.body", type: "jsonpath", condition: root === "$" ? condition : `$[?${condition}]` };
  };
}

function textOf(test: Test, subject: (subject: Subject) => string): string {
  switch (test.kind) {
    case "compare": {
      const value = typeof test.value === "string" ? `'${test.value}'` : String(test.value);
      return `${subject(test.subject)} ${test.operator} ${value}`;
    }
    case "not":
      return `!(${textOf(test.test, subject)})`;
    case "and":
    case "or":
      return test.tests.map((inner) => `(${textOf(inner, subject)})`).join(test.kind === "and" ? " && " : " || ");
  }
}

function simpleSubject(subject: Subject, read: Read): string {
  if (subject.kind === "status") return "$statusCode";
  return subject.kind === "field" ? read(subject.field) : outputOf(subject.step);
}

function given(name: string, list: readonly object[]): object {
  return list.length === 0 ? {} : { [name]: list };
}

/** The API that the steps call. */
export function openapiOf(errors: ErrorBodies, { undocumented }: Sloppiness): string {
  const whole = { $ref: "#/components/schemas/Thing" };
  const failure =
    errors === "same"
      ? whole
      : { type: "object", properties: { code: { type: "integer" }, message: { type: "string" } } };
  const responses = (reads: boolean): object => ({
    ...Object.fromEntries(documentedStatuses(reads).map((status) => [status, answerOf(whole)])),
    ...(errors === "none" ? { default: { description: "It did not work." } } : { default: answerOf(failure) }),
  });
  const step = { name: "step", in: "path", required: true, schema: { type: "string" } };
  const from = { name: "from", in: "query", schema: { type: "integer" } };
  const sent = { type: "object", properties: undocumented ? {} : { from: { type: "integer" } } };
  const requestBody = { required: true, content: { "application/json": { schema: sent } } };
  return stringify({
    openapi: "3.1.0",
    info: { title: "Things", version: "1.0.0" },
    servers: [{ url: "https://api.example.com" }],
    paths: {
      "/read/{step}": {
        get: { operationId: "read", parameters: undocumented ? [step] : [step, from], responses: responses(true) },
      },
      "/make/{step}": { post: { operationId: "make", parameters: [step], requestBody, responses: responses(false) } },
    },
    components: { schemas: { Thing: undocumented ? lesserThing : thing } },
  });
}

const thing = {
  type: "object",
  required: ["state", "count"],
  properties: {
    state: { type: "string", enum: ["new", "ready", "broken"] },
    count: { type: "integer" },
    note: { type: ["string", "null"] },
  },
};

const { note: _, ...lesserProperties } = thing.properties;
const lesserThing = { ...thing, properties: lesserProperties };

function answerOf(schema: object): object {
  return { description: "An answer.", content: { "application/json": { schema } } };
}
