import type { Statement, Value } from "./model.js";
import { innerLists } from "./reads.js";
import { partsOf, valuesOf } from "./operands.js";

/** The variables of clients, and those of inputs, that statements mention: no way may lead to a step that needs them. */
export function mentionedIn(list: readonly Statement[]): ReadonlySet<string> {
  return new Set(list.flatMap(localsOf));
}

function localsOf(statement: Statement): readonly string[] {
  const own = valuesOf(statement).flatMap(localsIn);
  const inner = innerLists(statement).flatMap((each) => each.flatMap(localsOf));
  if (statement.kind === "request") return [...own, statement.client];
  if (statement.kind === "ask")
    return [...own, ...(statement.input.local === undefined ? [] : [statement.input.local])];
  const bound = statement.kind === "bind" ? statement.reads : [];
  const made = bound.flatMap(({ source }) => (source.kind === "made" ? localsIn(source.value) : []));
  return [...own, ...made, ...inner];
}

function localsIn(value: Value): readonly string[] {
  if (value.kind === "input") return value.local === undefined ? [] : [value.local];
  if (value.kind !== "read") return partsOf(value).flatMap(localsIn);
  const { source, local } = value.read;
  return source.kind === "made" && local === undefined ? localsIn(source.value) : [];
}
