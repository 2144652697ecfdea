import { found, type Found } from "../diagnostics.js";

/** The bounds of 64-bit integers, which documents write as limits; nobody sends them. */
const BOUNDS: ReadonlySet<string> = new Set(["9223372036854775807", "-9223372036854775808", "18446744073709551615"]);

/** What is wrong with a number of the document that JSON does not have, or that is another one in JavaScript. */
export function checkNumber(value: number, written: string): Found | undefined {
  if (!Number.isFinite(value)) return found.unsupportedYaml.number(written);
  if (Number.isSafeInteger(value) || !/^[-+]?\d+$/.test(written) || BOUNDS.has(written)) return undefined;
  if (BigInt(written.replace(/^\+/, "")) === BigInt(value)) return undefined;
  return found.inexactNumber(written, BigInt(value));
}
