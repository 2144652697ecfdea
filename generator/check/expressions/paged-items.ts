import { isFailure, parseExpression, type StepsExpression } from "../../arazzo/index.js";
import { found } from "../../diagnostics.js";
import type { Ran } from "../../flow/graph.js";
import type { TypedValue } from "../../ir/typed-value.js";
import type { LinkedPages } from "../../link/linked-pages.js";
import { isCall, type LinkedStep, type RequestStep } from "../../link/linked-step.js";
import type { Streamed } from "../../openapi/index.js";
import { pathInto } from "../../ir/property-path.js";
import { describeType } from "../../types/describe.js";
import { typeOfSchema, type SchemaUse } from "../../types/type-of-schema.js";
import { absent, membersOf, number, string, union, unknown, type ObjectField, type Type } from "../../types/type.js";
import type { SolvedWorkflow } from "../solved-workflow.js";
import { itemsIn } from "./each-value.js";
import { atSuccess, type PlacedContext } from "./evaluation-context.js";
import { remember } from "./remember.js";
import { missed, valueInside } from "./value-inside.js";

/** Gives an expression its value: `resolve`, which imports this file. */
type Resolve = (text: string, from: PlacedContext) => TypedValue | undefined;

interface PagedOutput {
  readonly step: LinkedStep;
  readonly pages: LinkedPages;
  readonly ran: Ran;
  readonly expression: StepsExpression;
}

/** The items of all pages that a step reads, or `undefined` after saying why there are none. */
export function pagedItems(
  { step, pages, ran, expression: { path, pointer } }: PagedOutput,
  text: string,
  from: PlacedContext,
  resolveText: Resolve,
): TypedValue | undefined {
  const { stepId } = step.step;
  if (ran !== "always") {
    from.planning.findings.report(from.place, found.eachUnsupported.unset(text, stepId));
    return undefined;
  }
  const typed = itemsOfPage(step, pages, from.planning, resolveText);
  if (typed === undefined) return undefined;
  const { description } = typed;
  const items = union(itemsIn(typed.type));
  // Each item is what the answer says, which need not be what the document promises.
  const value = { kind: "item", local: pages.list, isOwn: false } as const;
  return valueInside(
    { value, type: { kind: "array", items }, description },
    [...path, ...pointer].slice(1),
    text,
    from,
  );
}

/** What says that there is more of a stream. */
export function restOfStream(step: RequestStep): TypedValue {
  return remember(step, { kind: "rest" }, union([string, absent]), "$response.rest", undefined);
}

/** What stands in each event of a part of a stream, or `undefined` after saying that nothing does. */
function itemsOfStream(
  step: RequestStep,
  { given }: LinkedPages,
  streamed: Streamed,
  from: PlacedContext,
): TypedValue | undefined {
  const expression = parseExpression(given.items);
  if (isFailure(expression) || expression.kind !== "body" || expression.of !== "response") {
    from.planning.findings.report(from.place, found.invalidPages.noEvent(given.items));
    return undefined;
  }
  const event = typeOfEvent(streamed, step.responseTypes);
  const source = { kind: "data", afterSuccess: true, hasData: true, steps: [], below: [] } as const;
  const events = remember(step, source, { kind: "array", items: event }, "$response.body", undefined);
  const { pointer } = expression;
  if (pointer.length === 0) return events;
  const way = pathInto(event, pointer);
  if ("failedAt" in way) return missed(way, pointer, given.items, from);
  // Events in which nothing stands there are passed over.
  const path = [...way.steps.map(({ key }) => key), ...way.below];
  return {
    value: { kind: "each", value: events.value, path },
    type: { kind: "array", items: union(membersOf(way.type).filter(({ kind }) => kind !== "undefined")) },
    description: undefined,
  };
}

/** The type of one event of a stream. */
export function typeOfEvent({ isEvent, format, schemas }: Streamed, use: SchemaUse): Type {
  const json = schemas.length === 0 ? unknown : union(schemas.map(({ schema }) => typeOfSchema(schema, use)));
  if (!isEvent) return json;
  const data = format === "events" ? string : format === "mixed-events" ? union([json, string]) : json;
  const field = (name: string, type: Type): ObjectField => {
    return { name, type, optional: name !== "data", description: undefined };
  };
  const fields = [field("data", data), field("event", string), field("id", string), field("retry", number)];
  return { kind: "object", fields, rest: undefined };
}

/** The items of one page, or `undefined` after saying that there are none. */
export function itemsOfPage(
  step: LinkedStep,
  pages: LinkedPages,
  planning: SolvedWorkflow,
  resolveText: Resolve,
): TypedValue | undefined {
  const { given, streamed } = pages;
  const place = planning.linked.document.place([...step.at, "x-pages", "items"]);
  const from = { ...atSuccess(step, planning), place };
  if (streamed !== undefined && !isCall(step)) return itemsOfStream(step, pages, streamed, from);
  const typed = resolveText(given.items, from);
  if (typed === undefined || itemsIn(typed.type).length > 0) return typed;
  planning.findings.report(place, found.invalidPages.items(given.items, describeType(typed.type)));
  return undefined;
}
