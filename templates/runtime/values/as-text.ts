import { toText } from "./pattern.js";

/** A value as text where it is there, lists and objects as JSON; what is missing stays missing. */
export function asText(value: unknown): string | undefined {
  return value === undefined || value === null ? undefined : toText(value);
}
