import { quoted } from "../diagnostics.js";

/** What is wrong with a number, if anything. */
export interface NumberDoubt {
  readonly code: "unsupported-yaml" | "inexact-number";
  readonly message: string;
  readonly hint: string;
}

/** The bounds of 64-bit integers, which documents write as limits; nobody sends them. */
const BOUNDS: ReadonlySet<string> = new Set(["9223372036854775807", "-9223372036854775808", "18446744073709551615"]);

/** Checks that a number of the document is one of JSON, and the same one in JavaScript. */
export function checkNumber(value: number, written: string): NumberDoubt | undefined {
  if (!Number.isFinite(value)) {
    const message = `${quoted(written)} is no number that JSON has`;
    return { code: "unsupported-yaml", message, hint: "Put quotes around it if text is meant." };
  }
  if (Number.isSafeInteger(value) || !/^[-+]?\d+$/.test(written) || BOUNDS.has(written)) return undefined;
  if (BigInt(written.replace(/^\+/, "")) === BigInt(value)) return undefined;
  const message = `${quoted(written)} has more digits than JavaScript can hold and becomes ${BigInt(value)}`;
  return { code: "inexact-number", message, hint: "Put quotes around it if text is meant." };
}
