import type { AnswerRead, Value } from "./model.js";

/** Whether a value is that of an answer whose shape nothing has looked at. */
export function isUnchecked(value: Value): boolean {
  if (value.kind === "member") return isUnchecked(value.of);
  return value.kind === "item" || (value.kind === "read" && isReturned(value.read));
}

function isReturned({ source }: AnswerRead): boolean {
  return source.kind === "made" ? isUnchecked(source.value) : source.kind === "output" || source.kind === "dependency";
}
