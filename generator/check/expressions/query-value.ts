import { isSingular, splitQuery, type JsonPathQuery } from "../../arazzo/index.js";
import { absent, expanded, membersOf, present, union, unknown, type Type } from "../../types/type.js";
import type { TypedValue } from "../../ir/typed-value.js";
import type { Value } from "../../ir/value.js";
import type { PlacedContext } from "./evaluation-context.js";
import { missed } from "./value-inside.js";
import { pathInto } from "../../ir/property-path.js";

/** A JSONPath query, and the value that it looks through. */
export interface Querying {
  readonly query: string;
  readonly parsed: JsonPathQuery;
  /** The value itself, or what stands at some keys inside of it. */
  readonly valueAt: (tokens: readonly string[]) => TypedValue | undefined;
}

/**
 * What a query finds: all of it as a list, or the one value of a query that cannot find more. Where it goes to the items
 * of a list whose type is known, what it finds has a type, too.
 */
export function queried({ query, parsed, valueAt }: Querying, from: PlacedContext): TypedValue | undefined {
  const split = splitQuery(query);
  const list = split && valueAt(split.before);
  if (split !== undefined && list === undefined) return undefined;
  const item = list && itemOf(list.type);
  const found = split && list && item ? itemsOf(list, item, split, query, from) : everything(query, valueAt([]));
  return found && isSingular(parsed) ? firstOf(found) : found;
}

function everything(query: string, typed: TypedValue | undefined): TypedValue | undefined {
  if (typed === undefined) return undefined;
  const value: Value = { kind: "query", value: typed.value, query, items: false };
  return { value, type: { kind: "array", items: unknown }, description: undefined };
}

function itemsOf(
  list: TypedValue,
  item: Type,
  { children, after }: { readonly children: string | undefined; readonly after: readonly string[] },
  query: string,
  from: PlacedContext,
): TypedValue | undefined {
  const way = pathInto(item, after);
  if ("failedAt" in way) return missed(way, after, query, from);
  const chosen: Value =
    children === undefined ? list.value : { kind: "query", value: list.value, query: children, items: true };
  const path = [...way.steps.map(({ key }) => key), ...way.below];
  const isList = children !== undefined || present(list.type) === list.type;
  const value: Value = path.length === 0 && isList ? chosen : { kind: "each", value: chosen, path };
  const items = union(membersOf(way.type).filter(({ kind }) => kind !== "undefined"));
  return { value, type: { kind: "array", items }, description: undefined };
}

/** What the items of a list are; `undefined` of what may be something else. */
function itemOf(type: Type): Type | undefined {
  const [list, ...others] = membersOf(present(expanded(type)));
  return list?.kind === "array" && others.length === 0 ? list.items : undefined;
}

function firstOf({ value, type, description }: TypedValue): TypedValue {
  const item = itemOf(type) ?? unknown;
  const steps = [{ key: 0, optional: false, fromIndex: true }];
  return { value: { kind: "member", of: value, steps, below: [] }, type: union([item, absent]), description };
}
