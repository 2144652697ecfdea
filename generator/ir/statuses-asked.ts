import type { FunctionIr, Value } from "./model.js";
import { readWith } from "./reads.js";
import { visit } from "./walk.js";

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
    condition: (condition) => {
      if (condition.kind !== "compare") return;
      note(condition.left, condition.right);
      note(condition.right, condition.left);
    },
  });
  return asked;
}
