import type { LinkedWorkflow } from "../flow/linked-workflow.js";
import { createHash } from "node:crypto";
import type { CallPlan, ClientPlan, Field, RequestStatement, Statement, Value } from "../ir/model.js";
import { visit } from "../ir/walk.js";
import type { Detour, Then } from "../flow/branches.js";

/** What of a workflow decides whether answers of an earlier run may stand in for its requests, as JSON. */
type Shape = string | null | readonly Shape[];

/**
 * Eight digits that change with what a workflow sends and in which order: with its steps, their operations, the names
 * of what is given to those, and the steps that each can lead to. They stay the same whatever else changes: names of
 * variables and outputs, types, comments, criteria, values and times.
 */
export function versionOf(
  body: readonly Statement[],
  clients: readonly ClientPlan[],
  { workflow, graph }: LinkedWorkflow,
): string {
  const sent = shapesByStep(body, new Map(clients.map(({ local, server }) => [local, server])));
  const idOf = (index: number): string => workflow.steps[index]?.stepId ?? "";
  const steps = workflow.steps.flatMap(({ stepId, "x-each": each, "x-pages": pages }, index): readonly Shape[] => {
    const shapes = sent.get(stepId);
    if (shapes === undefined) return [];
    const { success, failure } = graph.branches(index);
    const falls = index + 1 < graph.size && success.every(({ criteria }) => criteria.length > 0);
    const after = [...success.map(({ then }) => goalOf(then, idOf)), ...(falls ? [idOf(index + 1)] : [])];
    return [
      [
        stepId,
        unique(shapes),
        unique(after),
        unique(failure.map(({ then }) => goalOf(then, idOf))),
        ...(each ? ["each"] : []),
        ...(pages ? ["pages"] : []),
      ],
    ];
  });
  return createHash("sha256").update(JSON.stringify(steps)).digest("hex").slice(0, 8);
}

/** Where an action leads to: a step, another workflow, an end, or the same step again by way of something. */
function goalOf(then: Then | Detour, idOf: (index: number) => string): Shape {
  switch (then.kind) {
    case "end":
    case "done":
      return null;
    case "step":
      return idOf(then.index);
    case "workflow":
      return ["workflow", then.call.target.workflowId];
    case "retry":
      return ["again", then.by === undefined ? null : goalOf(then.by, idOf)];
  }
}

/** What each step sends, by its id: its own request or call, and the calls of its actions. */
function shapesByStep(
  body: readonly Statement[],
  servers: ReadonlyMap<string, string>,
): ReadonlyMap<string, readonly Shape[]> {
  const shapes = new Map<string, Shape[]>();
  visit(body, {
    statement: (statement) => {
      if (statement.kind === "request") add(shapes, statement.stepId, shapeOfRequest(statement, servers));
      if (statement.kind === "call" || statement.kind === "transfer")
        add(shapes, statement.call.stepId, shapeOfCall(statement.call));
    },
  });
  return shapes;
}

function add(shapes: Map<string, Shape[]>, stepId: string, shape: Shape): void {
  const known = shapes.get(stepId);
  if (known === undefined) shapes.set(stepId, [shape]);
  else known.push(shape);
}

function shapeOfRequest(
  { client, method, path, parameters, headers, wholeQuery, contentType, body }: RequestStatement,
  servers: ReadonlyMap<string, string>,
): Shape {
  const own: readonly Shape[] = headers.length === 0 ? [] : [["headers", namesOf(headers)]];
  const groups = [...parameters.map((group): Shape => [group.in, namesOf(group.fields)]), ...own];
  const query = wholeQuery === undefined ? null : shapeOfValue(wholeQuery.value);
  const sent = body === undefined ? null : shapeOfValue(body);
  return [servers.get(client) ?? null, method, path, unique(groups), query, contentType ?? null, sent];
}

function shapeOfCall({ functionName, action, inputs }: CallPlan): Shape {
  return [functionName, action === undefined ? "step" : "action", namesOf(inputs)];
}

function namesOf(fields: readonly Field[]): Shape {
  return fields.map(({ name }) => name).sort();
}

/** The names of the fields in a value, and of those in them. */
function shapeOfValue(value: Value): Shape {
  switch (value.kind) {
    case "object":
      return unique(value.fields.map((field): Shape => [field.name, shapeOfValue(field.value)]));
    case "array":
      return ["[]", ...value.items.map(shapeOfValue)];
    case "literal":
      return shapeOfJson(value.value);
    case "or":
      return shapeOfValue(value.value);
    case "replaced":
      return ["replaced", shapeOfValue(value.value), value.path.map(String), shapeOfValue(value.by)];
    default:
      return null;
  }
}

function shapeOfJson(value: unknown): Shape {
  if (typeof value !== "object" || value === null) return null;
  if (Array.isArray(value)) return ["[]", ...value.map(shapeOfJson)];
  return unique(Object.entries(value).map(([name, inner]): Shape => [name, shapeOfJson(inner)]));
}

/** Each once, in an order that does not depend on that of the document. */
function unique(shapes: readonly Shape[]): Shape {
  const byText = new Map(shapes.map((shape) => [JSON.stringify(shape), shape]));
  return [...byText].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, shape]) => shape);
}
