import { isLongInteger } from "../answers/exact-json.js";
import { complaintAboutHeader } from "../encoding/header.js";
import { complaintAbout } from "../encoding/path.js";

/**
 * What the inputs of a workflow have to be, by name: `string`, `number`, `boolean`, `array`, `object`, `null`,
 * `function`, several of them with ` | ` in between, or `any`; `path` (a text or a number) and `header` (a text) where the
 * value becomes a part of a path or a header. A `?` at the end if it may be left out.
 */
export type InputKinds = Readonly<Record<string, string>>;

/** The same of all inputs that a type has, and of no others. */
export type KindsOf<Inputs> = { readonly [Name in keyof Required<Inputs>]: string };

/** Finds what types cannot reach, and what else would be found when half of a workflow is done. */
export function checkInputs(given: object, kinds: InputKinds): void {
  const complaints = Object.entries(kinds).flatMap(([name, kind]) => {
    const value: unknown = Object(given)[name];
    const complaint = complaintOf(value, kind.replace("?", "").split(" | "), kind.endsWith("?"));
    return complaint === undefined ? [] : `${name} ${complaint}`;
  });
  if (complaints.length > 0) throw new TypeError(`input ${complaints.join("; ")}`);
}

/** The inputs that are known when a workflow begins. */
export function inputsAtStart(given: object, kinds: InputKinds): Record<string, unknown> {
  const atStart = Object.entries(kinds).filter(([, kind]) => !/\bfunction\b/.test(kind));
  return Object.fromEntries(atStart.map(([name]) => [name, Object(given)[name]]));
}

function complaintOf(value: unknown, kinds: readonly string[], isOptional: boolean): string | undefined {
  if (value === undefined) return isOptional ? undefined : "is missing";
  const kind = kindOf(value);
  if (kinds.includes("path")) {
    const isStray = kind === "boolean" && !kinds.includes(kind);
    return isStray ? "is no text or number" : complaintAbout(value);
  }
  const wanted = kinds.map((name) => (name === "header" ? "string" : name));
  // An integer of an answer that no number holds comes as its digits.
  if (kind === "string" && wanted.includes("number") && isLongInteger(String(value))) return undefined;
  if (!wanted.includes(kind) && !wanted.includes("any")) return `must be of type ${wanted.join(" or ")}, not ${kind}`;
  if (typeof value === "string") return complaintAboutText(value, kinds.includes("header"));
  return typeof value === "object" ? complaintAboutJson(value) : undefined;
}

export function kindOf(value: unknown): string {
  if (value === null) return "null";
  if (typeof value === "number" && !Number.isFinite(value)) return String(value);
  return Array.isArray(value) ? "array" : typeof value;
}

function complaintAboutText(text: string, isHeader: boolean): string | undefined {
  if (/\p{Surrogate}/u.test(text)) return "ends amid a character";
  return isHeader ? complaintAboutHeader(text) : undefined;
}

function complaintAboutJson(value: unknown): string | undefined {
  try {
    JSON.stringify(value);
    return undefined;
  } catch {
    return "cannot be written as JSON";
  }
}
