import type { Schema } from "../schema/index.js";

/** What a schema asks of its values beside their type, in words; `undefined` where that is nothing. */
export function limitsOf({ raw }: Schema): string | undefined {
  const limits = [
    range(raw["minLength"], raw["maxLength"], "character"),
    range(raw["minItems"], raw["maxItems"], "item"),
    range(raw["minProperties"], raw["maxProperties"], "field"),
    numberRange(raw),
    typeof raw["multipleOf"] === "number" ? `a multiple of ${raw["multipleOf"]}` : undefined,
    raw["uniqueItems"] === true ? "no two alike" : undefined,
    typeof raw["pattern"] === "string" ? `matching \`${raw["pattern"]}\`` : undefined,
  ].filter((limit) => limit !== undefined);
  const text = limits.join(", ");
  return text === "" ? undefined : `${text.charAt(0).toUpperCase()}${text.slice(1)}.`;
}

/** Numbers alone: what else stands there says nothing. */
function range(least: unknown, most: unknown, noun: string): string | undefined {
  const named = (count: number): string => `${count} ${noun}${count === 1 ? "" : "s"}`;
  if (typeof least === "number" && typeof most === "number") {
    return least === most ? named(least) : `${least} to ${named(most)}`;
  }
  if (typeof least === "number" && least > 0) return `at least ${named(least)}`;
  return typeof most === "number" ? `at most ${named(most)}` : undefined;
}

/** @see https://json-schema.org/draft/2020-12/json-schema-validation#section-6.2 */
function numberRange({ minimum, maximum, exclusiveMinimum, exclusiveMaximum }: Schema["raw"]): string | undefined {
  const limits = [
    typeof minimum === "number" ? `at least ${minimum}` : undefined,
    typeof exclusiveMinimum === "number" ? `more than ${exclusiveMinimum}` : undefined,
    typeof maximum === "number" ? `at most ${maximum}` : undefined,
    typeof exclusiveMaximum === "number" ? `less than ${exclusiveMaximum}` : undefined,
  ].filter((limit) => limit !== undefined);
  if (limits.length === 2 && typeof minimum === "number" && typeof maximum === "number")
    return `${minimum} to ${maximum}`;
  return limits.length === 0 ? undefined : limits.join(", ");
}
