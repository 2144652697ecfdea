import { stringify } from "yaml";
import {
  documentedStatuses,
  stepId,
  type Action,
  type Criterion,
  type ErrorBodies,
  type Graph,
  type GraphStep,
  type Subject,
  type Test,
} from "./graph.js";

/** Workflows as an Arazzo document; the first is `workflow-1`. */
export function arazzoOf(graphs: readonly Graph[]): string {
  return stringify({
    arazzo: "1.0.1",
    info: { title: "Graphs", version: "1.0.0" },
    sourceDescriptions: [{ name: "things", url: "./openapi.yaml", type: "openapi" }],
    workflows: graphs.map((graph, index) => ({
      workflowId: `workflow-${index + 1}`,
      steps: graph.steps.map(stepOf),
      ...given("successActions", graph.successActions.map(actionOf)),
      ...given("failureActions", graph.failureActions.map(actionOf)),
      outputs: Object.fromEntries(
        graph.steps.flatMap((_, step) =>
          ["state", "count", "note"].map((name) => [
            `${stepId(step)}-${name}`,
            `$steps.${stepId(step)}.outputs.${name}`,
          ]),
        ),
      ),
    })),
  });
}

function stepOf({ reads, sends, criteria, onSuccess, onFailure, poll }: GraphStep, index: number): object {
  const value = sends === undefined ? undefined : `$steps.${stepId(sends)}.outputs.count`;
  const parameters = [
    { name: "step", in: "path", value: stepId(index) },
    ...(reads && value !== undefined ? [{ name: "from", in: "query", value }] : []),
  ];
  return {
    stepId: stepId(index),
    operationId: reads ? "read" : "make",
    parameters,
    ...(reads
      ? {}
      : { requestBody: { contentType: "application/json", payload: value === undefined ? {} : { from: value } } }),
    ...given("successCriteria", criteria.map(criterionOf)),
    ...given("onSuccess", onSuccess.map(actionOf)),
    ...given("onFailure", onFailure.map(actionOf)),
    ...(poll === undefined ? {} : { "x-poll": poll && {} }),
    outputs: { state: "$response.body#/state", count: "$response.body#/count", note: "$response.body#/note" },
  };
}

function actionOf({ name, criteria, then }: Action): object {
  const field = { name, type: then.kind };
  const rest = given("criteria", criteria.map(criterionOf));
  if (then.kind === "end") return { ...field, ...rest };
  if (then.kind === "goto") return { ...field, stepId: stepId(then.step), ...rest };
  const { limit, after, by } = then;
  return {
    ...field,
    ...(by === undefined ? {} : { stepId: stepId(by) }),
    ...(after === undefined ? {} : { retryAfter: after }),
    ...(limit === undefined ? {} : { retryLimit: limit }),
    ...rest,
  };
}

/** In Arazzo's words. */
export function criterionOf({ dialect, test }: Criterion): object {
  if (dialect === "simple") return { condition: textOf(test, simpleSubject) };
  const root = dialect === "predicate" ? "$" : "@";
  const condition = textOf(test, (subject) => `${root}.${subject.kind === "field" ? subject.field : "state"}`);
  return { context: "$response.body", type: "jsonpath", condition: root === "$" ? condition : `$[?${condition}]` };
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

function simpleSubject(subject: Subject): string {
  if (subject.kind === "status") return "$statusCode";
  if (subject.kind === "field") return `$response.body#/${subject.field}`;
  return `$steps.${stepId(subject.step)}.outputs.count`;
}

function given(name: string, list: readonly object[]): object {
  return list.length === 0 ? {} : { [name]: list };
}

/** The API that the steps call. */
export function openapiOf(errors: ErrorBodies): string {
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
  const sent = { type: "object", properties: { from: { type: "integer" } } };
  const requestBody = { required: true, content: { "application/json": { schema: sent } } };
  return stringify({
    openapi: "3.1.0",
    info: { title: "Things", version: "1.0.0" },
    servers: [{ url: "https://api.example.com" }],
    paths: {
      "/read/{step}": { get: { operationId: "read", parameters: [step, from], responses: responses(true) } },
      "/make/{step}": { post: { operationId: "make", parameters: [step], requestBody, responses: responses(false) } },
    },
    components: { schemas: { Thing: thing } },
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

function answerOf(schema: object): object {
  return { description: "An answer.", content: { "application/json": { schema } } };
}
