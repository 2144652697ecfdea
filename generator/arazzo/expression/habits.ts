import { nearest } from "../../diagnostics.js";
import { isFailure } from "../failure.js";
import type { DeclaredNames } from "./meant.js";
import { parseExpression } from "./parse.js";
import { meansExpression } from "./roots.js";

/** A stretch of a text that looks like an expression in it, and is none as it stands, or not to the whole. */
export interface Habit {
  readonly start: number;
  readonly end: number;
  readonly text: string;
  /** The expression that is meant, without braces; `undefined` where none is plainly meant. */
  readonly meant: string | undefined;
  /** It may be an amount of money: a `$` and the value. */
  readonly isAmount: boolean;
}

/** In braces, behind a `$` or not: `{{$inputs.a}}`, `${inputs.a}`, `{ $inputs.a }`. Or a `$` without any. */
const candidates =
  /(?<!\{)(\$?)(\{{1,3})(\s{0,20})(\$?[A-Za-z]{1,40}[.#[][^{}]{1,400}?)(\s{0,20})(\}{1,3})|\$(?:inputs|steps)\.(?=[\p{L}\p{N}_])/gu;

/**
 * What stands in a text as other languages write what is put in, and not as `{$…}`: in double braces, with blanks in
 * them, behind a `$`, without the `$` of the expression, or without braces. Names have to be declared, as any text
 * could hold the like.
 * @param isPayload Whether the text is a payload as a whole: in one that is JSON, a string may be an expression by itself
 * @see https://spec.openapis.org/arazzo/v1.1.0.html#runtime-expressions
 */
export function habitsIn(text: string, names: DeclaredNames, isPayload: boolean): readonly Habit[] {
  if (!/\$|\{/.test(text)) return wholeIn(text, names);
  if (isOneExpression(text)) return [];
  return [...text.matchAll(candidates)].flatMap((match) => {
    const [, dollar = "", open = "", before = "", written, after = "", close = ""] = match;
    return written === undefined
      ? bareIn(text, match.index, names, isPayload)
      : inBraces({ start: match.index, dollar, open, inner: before + written + after, close }, text, names);
  });
}

/** A text that is the expression of an input or an output but for its `$`. */
function wholeIn(text: string, names: DeclaredNames): readonly Habit[] {
  const isNamed = /^(?:inputs|steps)\.[\w.#/[\]-]+$/.test(text);
  const meant = isNamed ? declared(text, names) : undefined;
  return meant === undefined ? [] : [{ start: 0, end: text.length, text, meant, isAmount: false }];
}

interface Braced {
  readonly start: number;
  readonly dollar: string;
  readonly open: string;
  readonly inner: string;
  readonly close: string;
}

function inBraces({ start, dollar, open, inner, close }: Braced, text: string, names: DeclaredNames): readonly Habit[] {
  // In JSON, objects may begin before an expression, and end behind it.
  const braces = Math.min(open.length, close.length);
  const before = braces === open.length ? dollar : "";
  const isTemplate = inner.startsWith("$");
  if (braces === 1 && before === "" && isTemplate && inner.trim() === inner) return [];
  const written = `${before}${"{".repeat(braces)}${inner}${"}".repeat(braces)}`;
  const from = start + dollar.length + open.length - braces - before.length;
  const meant = declared(inner.trim(), names);
  if (meant === undefined && (isTemplate || !inner.trim().startsWith("$"))) return [];
  // What is written like that may be an amount of money.
  const isAmount = before !== "" && isTemplate && written !== text.trim();
  return [{ start: from, end: from + written.length, text: written, meant: isAmount ? undefined : meant, isAmount }];
}

/** A text with `{$…}` in place of such stretches. */
export function withBraces(text: string, names: DeclaredNames, isPayload: boolean): string {
  return habitsIn(text, names, isPayload).reduceRight(
    (before, { start, end, meant }) =>
      meant === undefined ? before : `${before.slice(0, start)}{${meant}}${before.slice(end)}`,
    text,
  );
}

/** Whether it is meant as one expression, be it a faulty one. */
function isOneExpression(text: string): boolean {
  const plain = text.trim();
  return meansExpression(plain) && (!/\s/.test(plain) || !isFailure(parseExpression(plain)));
}

/** The expression in braces, if it is one of what is declared. */
function declared(written: string, { paths, outputs }: DeclaredNames): string | undefined {
  const text = `$${written.replace(/^\$/, "").replace(/^input(?=\.)/, "inputs")}`;
  const expression = parseExpression(text);
  if (isFailure(expression)) return undefined;
  switch (expression.kind) {
    case "inputs":
      return isKnown(expression.path, paths) ? text : undefined;
    case "steps":
      return isKnown(expression.path, outputs.get(expression.stepId) ?? []) ? text : undefined;
    default:
      return written.startsWith("$") ? text : undefined;
  }
}

function isKnown(path: readonly string[], names: readonly string[]): boolean {
  const written = path.join(".");
  return names.some((name) => written === name || written.startsWith(`${name}.`));
}

/** The expression without braces that begins here, as far as its name is a declared one. */
function bareIn(text: string, start: number, { paths, outputs }: DeclaredNames, isPayload: boolean): readonly Habit[] {
  if (text[start - 1] === "{") return [];
  const known = [
    ...paths.map((path) => `$inputs.${path}`),
    ...[...outputs].flatMap(([stepId, names]) => names.map((name) => `$steps.${stepId}.outputs.${name}`)),
  ];
  const here = text.slice(start);
  const fitting = known.filter((one) => here.startsWith(one) && !/^[\p{L}\p{N}_-]/u.test(here.slice(one.length)));
  const [name] = fitting.toSorted((a, b) => b.length - a.length);
  if (name === undefined) {
    const [written = "", other = ""] = /^\$inputs\.([\p{L}\p{N}_-]+)/u.exec(here) ?? [];
    const habit = { start, end: start + written.length, text: written, meant: undefined, isAmount: false };
    return nearest(other, paths) === undefined ? [] : [habit];
  }
  const [pointer = ""] = /^#(?:\/[\w~%-]+)+/.exec(here.slice(name.length)) ?? [];
  const meant = `${name}${pointer}`;
  const end = start + meant.length;
  const isString = isPayload && text[start - 1] === '"' && text[end] === '"';
  if (isFailure(parseExpression(meant)) || isString) return [];
  return [{ start, end, text: meant, meant, isAmount: false }];
}
