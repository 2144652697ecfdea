import { parseTemplate, type TemplatePart } from "../expression/template.js";
import { failure, isFailure, shiftFailure, type Failure } from "../failure.js";
import type { Operand } from "./condition.js";
import type { Dialect, ReadOperand } from "./state.js";

/**
 * Reads the text in quotes that begins at `start`. The specification knows single quotes only; people write double ones
 * too, and both are taken. Text that holds `{$…}` is a template.
 * @see https://spec.openapis.org/arazzo/v1.0.1.html#literals
 */
export function readString(text: string, start: number, quotes: Dialect["quotes"]): ReadOperand | Failure {
  const close = closingQuote(text, start, quotes);
  if (close === -1) {
    return failure(`expected \`${text.charAt(start)}\` to close the text`, start, text.length);
  }
  const span = { start, end: close + 1 };
  const parts = parseTemplate(text.slice(start + 1, close));
  if (isFailure(parts)) return shiftFailure(parts, start + 1);
  const shifted = parts.map((part) => inCondition(part, start + 1, text.charAt(start), quotes));
  const [first] = shifted;
  const operand: Operand =
    first === undefined || (first.kind === "text" && shifted.length === 1)
      ? { kind: "literal", value: first?.text ?? "", ...span }
      : { kind: "template", parts: shifted, ...span };
  return { operand, end: close + 1 };
}

/** A part of a template as it stands in the condition: behind `offset`, without escapes. */
function inCondition(part: TemplatePart, offset: number, quote: string, quotes: Dialect["quotes"]): TemplatePart {
  if (part.kind === "text") return { kind: "text", text: unescape(part.text, quote, quotes) };
  return { ...part, start: part.start + offset, end: part.end + offset };
}

function closingQuote(text: string, start: number, quotes: Dialect["quotes"]): number {
  const quote = text.charAt(start);
  for (let at = start + 1; at < text.length; at += 1) {
    const character = text.charAt(at);
    if (quotes === "escaped" && character === "\\") at += 1;
    else if (character === quote) {
      if (quotes === "escaped" || text.charAt(at + 1) !== quote) return at;
      at += 1;
    }
  }
  return -1;
}

const escapes: Readonly<Record<string, string>> = { b: "\b", f: "\f", n: "\n", r: "\r", t: "\t" };

function unescape(text: string, quote: string, quotes: Dialect["quotes"]): string {
  if (quotes === "doubled") return text.replaceAll(quote + quote, quote);
  return text.replace(/\\(?:u([0-9A-Fa-f]{4})|(.))/gsu, (_, code: string | undefined, plain: string | undefined) =>
    code === undefined ? (escapes[plain ?? ""] ?? plain ?? "") : String.fromCharCode(Number.parseInt(code, 16)),
  );
}
