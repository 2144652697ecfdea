import type { FunctionIr, Value } from "./model.js";
import { usesIn } from "./reads.js";
import { visit, visitValue } from "./walk.js";

/** The variables of clients, and those of inputs, that statements use: no way may lead to a step that needs them. */
export function usedVariables(ir: FunctionIr): ReadonlySet<string> {
  const used = new Set<string>();
  const value = (each: Value): void => {
    if (each.kind === "input" && each.local !== undefined) used.add(each.local);
  };
  visit(ir.body, {
    value,
    statement: (statement) => {
      if (statement.kind === "request") used.add(statement.client);
      if (statement.kind === "ask" && statement.input.local !== undefined) used.add(statement.input.local);
    },
  });
  // Every read that is made of others is used, with a variable or without.
  for (const { read } of usesIn(ir)) {
    if (read.source.kind === "made") visitValue(read.source.value, { value });
  }
  return used;
}
