import type { Condition, ExpectedAnswer, ExpectStatement, FunctionIr, Reads, Statement } from "../ir/model.js";
import { readWith } from "../ir/reads.js";
import { map } from "../ir/walk.js";
import { askedOf } from "./asked.js";

/**
 * The same statements, in which a request itself says with which statuses it succeeds, if nothing is asked of its
 * answer before they are.
 */
export function withExpectedStatuses({ reads, body }: FunctionIr): FunctionIr {
  const changed = map(body, (statement, { list, index }) => {
    if (statement.kind === "expect") return expectedOf(list[index - 1], statement, reads) ? [] : [statement];
    if (statement.kind !== "request") return [statement];
    return [{ ...statement, expects: expectedOf(statement, list[index + 1], reads) }];
  });
  return { reads, body: changed };
}

/** What a request expects of its answer, by the statement behind it. */
function expectedOf(
  request: Statement | undefined,
  next: Statement | undefined,
  reads: Reads,
): ExpectedAnswer | undefined {
  if (request?.kind !== "request" || next?.kind !== "expect" || next.local !== request.local) return undefined;
  const statuses = next.isData && !next.isKnown ? statusesOf(next, reads) : undefined;
  return statuses && { statuses, isRead: true };
}

/** The successes that a condition lists; `undefined` where it asks for anything else. */
function statusesOf({ condition, local }: ExpectStatement, reads: Reads): ExpectedAnswer["statuses"] | undefined {
  if (condition.kind === "ok") return "2xx";
  const operands = condition.kind === "or" ? condition.operands : [condition];
  const statuses = operands.map((operand) => statusOf(operand, local, reads));
  return statuses.every((status) => status !== undefined) ? statuses : undefined;
}

function statusOf(condition: Condition, answer: string, reads: Reads): number | undefined {
  if (condition.kind !== "compare" || condition.operator !== "===" || condition.as !== "exact") return undefined;
  const { value, units: [unit] = [] } = askedOf(condition) ?? {};
  if (value?.kind !== "read") return undefined;
  const read = readWith(value.read, reads);
  const isStatus = read.source.kind === "status" && read.answer === answer && read.local === undefined;
  return isStatus && typeof unit === "number" && unit >= 200 && unit < 300 ? unit : undefined;
}
