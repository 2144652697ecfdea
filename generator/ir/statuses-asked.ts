import type { Condition, FunctionIr, Reads, Value } from "./model.js";
import { readWith } from "./reads.js";
import { visit, visitCondition } from "./walk.js";

/** A status that a condition compares that of an answer with, and the step of the answer. */
export interface AskedStatus {
  readonly stepId: string;
  readonly status: number;
}

/** Every status that the conditions of a function ask for. */
export function statusesAsked({ reads, body }: FunctionIr): readonly AskedStatus[] {
  const asked: AskedStatus[] = [];
  const note = (value: Value, other: Value): void => {
    if (value.kind !== "read" || other.kind !== "literal" || typeof other.value !== "number") return;
    const { source, stepId } = readWith(value.read, reads);
    if (source.kind === "status") asked.push({ stepId, status: other.value });
  };
  visit(body, {
    statement: (statement) => {
      if (statement.kind !== "request" || statement.expects === undefined) return;
      const { success, failure } = statement.expects;
      const statuses = [success, failure].flatMap((list) => (typeof list === "string" ? [] : list));
      asked.push(...statuses.map((status) => ({ stepId: statement.stepId, status })));
    },
    condition: (condition) => {
      if (condition.kind !== "compare") return;
      note(condition.left, condition.right);
      note(condition.right, condition.left);
    },
  });
  return asked;
}

/** Whether nothing but the status decides, which an error names anyway. */
export function asksForStatus(condition: Condition, reads: Reads): boolean {
  let isStatus = true;
  visitCondition(condition, {
    value: (value) => {
      if (value.kind === "literal" || value.kind === "text") return;
      isStatus &&= value.kind === "read" && readWith(value.read, reads).source.kind === "status";
    },
    condition: ({ kind }) => {
      isStatus &&= ["and", "or", "not", "compare", "match", "ok"].includes(kind);
    },
  });
  return isStatus;
}
