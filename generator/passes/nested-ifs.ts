import { allOf } from "../ir/all-of.js";
import type { AgainStatement, IfStatement } from "../ir/model.js";

/** `if (a) { if (b) … }` as `if (a && b) …`; the statement itself where nothing else stands in it. */
export function withoutNesting(statement: IfStatement): IfStatement | AgainStatement {
  const [only, ...others] = statement.then;
  if ((only?.kind !== "if" && only?.kind !== "again") || others.length > 0) return statement;
  const conditions = only.condition === undefined ? [] : [only.condition];
  return { ...only, condition: allOf([statement.condition, ...conditions]) };
}
