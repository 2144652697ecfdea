import { quoted } from "../../diagnostics.js";
import { parsePointer } from "../../documents/pointer.js";
import { failure, type Failure } from "../failure.js";

/**
 * The reference tokens of the JSON Pointer that fills `text` from `start` on, unescaped.
 * @see https://www.rfc-editor.org/rfc/rfc6901#section-3
 */
export function readPointer(text: string, start = 0): readonly string[] | Failure {
  const pointer = text.slice(start);
  const tokens = parsePointer(pointer);
  if (tokens !== undefined) return tokens;
  if (!pointer.startsWith("/")) {
    const hint = `Write ${quoted(`${text.slice(0, start)}/${pointer}`)}.`;
    return failure("a JSON Pointer is empty or starts with `/`", start, start + 1, { hint });
  }
  const wrong = start + pointer.search(/~(?![01])/);
  return failure("in a JSON Pointer `~` stands before `0` or `1` only", wrong, wrong + 1, {
    hint: "Write `~0` for `~` and `~1` for `/`.",
  });
}
