import { InvalidInputError } from "../errors/errors.js";
import { WorkflowRun } from "../run/run.js";

interface Kinds {
  string: string;
  number: number;
  boolean: boolean;
  "string[]": string[];
  "number[]": number[];
  "boolean[]": boolean[];
}

type Kind = keyof Kinds | readonly (string | number | boolean)[];

type Of<K extends Kind> = K extends keyof Kinds ? Kinds[K] : K extends readonly unknown[] ? K[number] : never;

/**
 * A value of which no document says what it is, as its place takes it: of a kind, or one of those listed. A number or a
 * boolean becomes text where text is wanted. Throws an `InvalidInputError` for anything else, before it is sent.
 * @param stepId The step that sends it
 * @param expression The expression that it comes from, for the error
 */
export function checked<const K extends Kind>(
  run: WorkflowRun,
  value: unknown,
  kind: K,
  stepId: string,
  expression: string,
): Of<K> {
  const given = kind === "string" && (typeof value === "number" || typeof value === "boolean") ? String(value) : value;
  if (isOf(given, kind)) return given;
  const wanted = typeof kind === "string" ? kind.replace("[]", " in each item of a list") : `one of ${kind.join(", ")}`;
  const is = value === null ? "null" : Array.isArray(value) ? "a list" : typeof value;
  const message = `${expression} goes to where nothing fits but ${wanted}, and is ${is}`;
  throw new InvalidInputError(WorkflowRun.sessionOf(run).place(stepId), message);
}

/** The same of a value that may be missing: `undefined` then. */
export function checkedIfThere<const K extends Kind>(
  run: WorkflowRun,
  value: unknown,
  kind: K,
  stepId: string,
  expression: string,
): Of<K> | undefined {
  return value === undefined || value === null ? undefined : checked(run, value, kind, stepId, expression);
}

function isOf<K extends Kind>(value: unknown, kind: K): value is Of<K> {
  if (typeof kind !== "string") return kind.some((one) => one === value);
  if (!kind.endsWith("[]")) return typeof value === kind;
  return Array.isArray(value) && value.every((item) => typeof item === kind.slice(0, -2));
}
