import type { AnswerRead, Reads, Value } from "./model.js";
import { readWith } from "./reads.js";

/** Whether a value is that of an answer whose shape nothing has looked at. */
export function isUnchecked(value: Value, reads: Reads): boolean {
  if (value.kind === "member") return isUnchecked(value.of, reads);
  return (
    (value.kind === "item" && value.isOwn !== true) ||
    (value.kind === "read" && isReturned(readWith(value.read, reads), reads))
  );
}

function isReturned({ source }: AnswerRead, reads: Reads): boolean {
  return source.kind === "made"
    ? isUnchecked(source.value, reads)
    : source.kind === "output" || source.kind === "dependency";
}
