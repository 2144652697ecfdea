import type { FunctionIr } from "../ir/model.js";
import { usesIn } from "../ir/reads.js";
import { map } from "../ir/walk.js";

/**
 * The same statements, in which nothing is asked of the bodies that nobody reads: what was created or deleted is so,
 * whatever the answer holds.
 */
export function withoutUnreadBodies(ir: FunctionIr): FunctionIr {
  const read = new Set(
    usesIn(ir).flatMap(({ read: { answer, source } }) =>
      source.kind === "data" || source.kind === "either" ? [answer] : [],
    ),
  );
  const body = map(ir.body, (statement) => {
    if (statement.kind !== "request" || read.has(statement.local ?? "")) return [statement];
    const answer = { ...statement.answer, mayBeEmpty: false, shape: undefined };
    return [{ ...statement, answer, isRead: false }];
  });
  return { ...ir, body };
}
