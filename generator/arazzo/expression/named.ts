import { quoted } from "../../diagnostics.js";
import { failure, isFailure, type Failure } from "../failure.js";
import { matchAt, nameCharacter, parseDereference } from "./dereference.js";
import type { NamedValue } from "./expression.js";
import { readPointer } from "./pointer.js";

const dottedName = new RegExp(`(?:${nameCharacter}|[.$@:])+`, "uy");

/** Whether a name can stand in an expression as it is; any other does as the first part of a JSON Pointer. */
export function isPlainName(name: string): boolean {
  return matchAt(dottedName, name, 0)?.[0] === name;
}

/**
 * Reads `name`, `name#/pointer`, `name.property` and `name[0]` up to the end of `text`: `identifier [ "#" json-pointer ]`
 * of the grammar, its letters and digits of any script, and de-reference.
 * @param what how messages call the name, such as `an input name`
 */
export function parseNamedValue(text: string, start: number, what: string): NamedValue | Failure {
  const name = matchAt(dottedName, text, start)?.[0];
  if (name === undefined) return expectedName(text, start, what);
  const path = name.split(".");
  const rest = parsePlaceInValue(text, start + name.length);
  return isFailure(rest) ? rest : { path, pointer: rest };
}

/** Reads what may follow a value, de-reference and `#/pointer`, up to the end of `text`: the tokens of both. */
export function parsePlaceInValue(text: string, start: number): readonly string[] | Failure {
  const dereference = parseDereference(text, start);
  if (isFailure(dereference)) return dereference;
  const { tokens, end } = dereference;
  if (end === text.length) return tokens;
  if (text[end] !== "#") return unexpected(text, end);
  const pointer = readPointer(text, end + 1);
  return isFailure(pointer) ? pointer : [...tokens, ...pointer];
}

export function expectedName(text: string, start: number, what: string): Failure {
  return failure(`expected ${what}`, start, Math.min(start + 1, text.length));
}

/** The expression is over, but the text goes on. */
export function unexpected(text: string, start: number): Failure {
  const character = String.fromCodePoint(text.codePointAt(start) ?? 0);
  const shown = /\s/.test(character) ? "white space" : quoted(character);
  // A dot or bracket was meant as part of the expression; anything else, most likely, as text behind it.
  const details = /[.[]/.test(character) ? {} : { hint: "To put an expression into text, write it in braces: `{$…}`." };
  return failure(`unexpected ${shown} after the expression`, start, text.length, details);
}
