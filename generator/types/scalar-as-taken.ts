import { assignable } from "./assignability.js";
import { literals, type Type } from "./type.js";

/**
 * A value as a type takes it: the number or boolean that a text is written like, or the other way round; `undefined` where
 * the type takes neither.
 * @param written How a number or boolean is written
 */
export function scalarAsTaken(
  value: unknown,
  type: Type,
  written: string = String(value),
): string | number | boolean | undefined {
  const isPlain = typeof value === "number" || typeof value === "boolean";
  const meant = typeof value === "string" ? meantBy(value) : isPlain ? written : undefined;
  const is = meant === undefined ? undefined : literals([meant]);
  return is !== undefined && assignable(is, type) ? meant : undefined;
}

/** The number or boolean that a text is written like. */
function meantBy(text: string): number | boolean | undefined {
  if (text === "true" || text === "false") return text === "true";
  return text !== "" && String(Number(text)) === text ? Number(text) : undefined;
}
