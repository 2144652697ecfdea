import { quoted } from "../../diagnostics.js";
import { matchAt } from "../expression/dereference.js";
import { parseExpression } from "../expression/parse.js";
import { failure, isFailure, shiftFailure, type Failure } from "../failure.js";
import type { LiteralOperand } from "./condition.js";
import { expected, skipSpace, type Node, type ReadOperand, type State } from "./state.js";
import { readString } from "./strings.js";

const number = /-?(?:0|[1-9][0-9]*)(?:\.[0-9]+)?(?:[eE][+-]?[0-9]+)?/y;
const words = /[\p{L}_][\p{L}\p{N}_ -]*/uy;
const word = /[\p{L}_][\p{L}\p{N}_-]*/uy;

/** An expression without its `$`. */
const references =
  /(?:statusCode(?![\w.])|(?:response|request)\.(?:body|header)[\w.#/[\]~-]*|(?:steps|inputs|outputs|workflows)\.[\w.#/[\]~-]+)/y;

/** Reads one value: a literal, a reference, or a call. */
export function readPrimary(state: State): Node | Failure {
  skipSpace(state);
  const read = readValue(state);
  if (isFailure(read)) return read;
  state.at = read.end;
  return { kind: "operand", operand: read.operand };
}

function readValue(state: State): ReadOperand | Failure {
  const { text, at, dialect } = state;
  const character = text.charAt(at);
  if (character === "$" || character === "@") return dialect.readReference(text, at);
  if (character === "'" || character === '"') return readString(text, at, dialect.quotes);
  if (character === "{") return readEmbedded(text, at);
  if (/[-0-9]/.test(character)) return readNumber(text, at);
  const name = matchAt(word, text, at)?.[0];
  if (name !== undefined) return readWord(state, name);
  // The first half was taken for an operator of its own.
  const written = text.slice(at - 1, at + 1);
  const hint = character === "=" ? "Write `==`." : written === "<>" ? "Write `!=`." : undefined;
  const failed = expected(state, "a value", hint);
  // `===` and `!==` are `==` and `!=` of JavaScript, which do not convert.
  const isThird = character === "=" && /[=!]=$/.test(text.slice(0, at));
  return written === "<>" ? { ...failed, start: at - 1, meant: "!=" } : { ...failed, ...(isThird && { meant: "" }) };
}

/** `{$inputs.limit}`: an expression set off by braces, in which every character of its grammar may stand. */
function readEmbedded(text: string, start: number): ReadOperand | Failure {
  const close = text.indexOf("}", start);
  if (close === -1) return failure("expected `}` after the embedded expression", start, text.length);
  const inner = text.slice(start + 1, close);
  const expression = parseExpression(inner);
  if (isFailure(expression)) return shiftFailure(expression, start + 1);
  const end = close + 1;
  return { operand: { kind: "expression", expression, text: inner, start, end }, end };
}

function readNumber(text: string, start: number): ReadOperand | Failure {
  const found = matchAt(number, text, start)?.[0] ?? "";
  const end = start + found.length;
  const after = /^[\w.]+/.exec(text.slice(end))?.[0] ?? "";
  if (found === "" || after !== "") {
    const wrongEnd = Math.max(end + after.length, start + 1);
    return failure("not a number of JSON", start, wrongEnd, { hint: "Text goes in single quotes." });
  }
  const value = Number(found);
  // What JavaScript rounds would be compared with another number than the one in the document.
  if (!Number.isFinite(value) || (Number.isInteger(value) && !Number.isSafeInteger(value))) {
    return failure("the number is too large to be kept exactly", start, end, { hint: "Write it as text, in quotes." });
  }
  return literal(value, start, end);
}

const constants: ReadonlyMap<string, boolean | null> = new Map([
  ["true", true],
  ["false", false],
  ["null", null],
]);

function readWord(state: State, name: string): ReadOperand | Failure {
  const { text, at, dialect } = state;
  const end = at + name.length;
  const known = constants.get(name);
  if (known !== undefined) return literal(known, at, end);
  const open = /^\s*\(/.exec(text.slice(end))?.[0].length;
  const call = open === undefined ? undefined : dialect.readCall(name, text, at, end + open - 1);
  if (call !== undefined) return call;
  if (open !== undefined) return failure(`there is no function ${quoted(name)} in conditions`, at, end);
  const reference = matchAt(references, text, at)?.[0];
  if (reference !== undefined && !isFailure(parseExpression(`$${reference}`))) {
    const message = `${quoted(reference)} is neither text in quotes nor a runtime expression`;
    const meant = `$${reference}`;
    return failure(message, at, at + reference.length, { hint: `Write ${quoted(meant)}.`, meant });
  }
  const phrase = phraseAt(text, at) ?? name;
  return failure(`${quoted(phrase)} is neither text in quotes nor a runtime expression`, at, at + phrase.length, {
    hint: wordHint(phrase),
    meant: phraseAt(text, at) && meantBy(phrase),
  });
}

/** What stands behind `==` or `!=`, up to the next operator, where it consists of words alone. */
function phraseAt(text: string, at: number): string | undefined {
  if (!/[=!]=\s*$/.test(text.slice(0, at))) return undefined;
  const phrase = matchAt(words, text, at)?.[0].trimEnd() ?? "";
  const isAlone = /^\s*(?:$|\)|&&|\|\|)/.test(text.slice(at + phrase.length));
  return isAlone && !/\s(?:and|or|not)\s/i.test(phrase) ? phrase : undefined;
}

/** The literal that is meant by words without quotes; `undefined` for those that mean one thing here and another there. */
function meantBy(phrase: string): string | undefined {
  const lower = phrase.toLowerCase();
  if (constants.has(lower)) return lower;
  return ["undefined", "none", "nil", "empty", "not"].includes(lower) ? undefined : `'${phrase}'`;
}

function wordHint(name: string): string {
  const lower = name.toLowerCase();
  if (constants.has(lower)) return `Write \`${lower}\`.`;
  if (lower === "not") return "Write `!`.";
  return `Text goes in single quotes: ${quoted(`'${name}'`)}.`;
}

function literal(value: LiteralOperand["value"], start: number, end: number): ReadOperand {
  return { operand: { kind: "literal", value, start, end }, end };
}
