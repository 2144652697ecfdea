import { canBeEqual } from "../conditions/equality.js";
import type { AnswerRead, MemberStep, Reads, Value } from "../../ir/model.js";
import { readWith } from "../../ir/reads.js";
import type { WorkflowPlanning } from "../planning.js";
import { wayInto } from "../expression/way-into.js";
import { literals } from "../../types/type.js";
import type { Unit } from "./facts.js";

/** What two values share where the compiler takes them for one variable or property; `undefined` for what it does not. */
export function referenceKey(value: Value, reads: Reads): string | undefined {
  switch (value.kind) {
    case "read":
      return keyOfRead(readWith(value.read, reads));
    case "input":
      return `input ${value.local ?? JSON.stringify(value.name)} ${keysOf(value.steps)}`;
    case "item":
      return `item ${value.local} `;
    case "member": {
      const owner = value.below.length > 0 ? undefined : referenceKey(value.of, reads);
      return owner && `${owner}${keysOf(value.steps)}`;
    }
    default:
      return undefined;
  }
}

/** Whether the value says of which of several types its owner is, so that comparing it narrows that one as well. */
export function isDiscriminant(value: Value, reads: Reads): boolean {
  if (value.kind === "read") {
    const { source } = readWith(value.read, reads);
    if (source.kind === "output" || source.kind === "dependency") return source.telling;
    return (source.kind === "data" || source.kind === "error") && source.steps.some(isOfUnion);
  }
  return (
    (value.kind === "input" || (value.kind === "member" && value.below.length === 0)) && value.steps.some(isOfUnion)
  );
}

function isOfUnion({ ofUnion }: MemberStep): boolean {
  return ofUnion ?? false;
}

/** How the keys of all values of an answer begin. */
export function answerPrefix(answer: string): string {
  return `answer ${answer} `;
}

/** How the key of a variable begins. */
export function localPrefix(local: string): string {
  return `local ${local} `;
}

function keyOfRead(read: AnswerRead): string | undefined {
  return read.local === undefined ? sourceKey(read) : localPrefix(read.local);
}

/** The key of a value where it stands in its answer, whatever variable it is bound to. */
export function sourceKey({ answer, source }: AnswerRead): string | undefined {
  // These are calls or choices, of which the compiler remembers nothing.
  if (["header", "made", "either"].includes(source.kind) || ("below" in source && source.below.length > 0))
    return undefined;
  // `a?.b` and `a.b` are one to the compiler.
  const inside =
    "steps" in source ? `${source.kind} ${keysOf(source.steps)}` : JSON.stringify({ ...source, judged: false });
  return `${answerPrefix(answer)}${inside}`;
}

function keysOf(steps: readonly MemberStep[]): string {
  return JSON.stringify(steps.map(({ key }) => key));
}

/** What the compiler knows from the start: the types of inputs, narrowed by all that they go into. */
export class KnownTypes {
  readonly reads: Reads;
  readonly #planning: WorkflowPlanning;
  /** The keys of what the compiler is not to learn from comparisons. */
  readonly unlearned = new Set<string>();

  constructor(planning: WorkflowPlanning, reads: Reads) {
    this.reads = reads;
    this.#planning = planning;
  }

  /** Whether an input can never be this, by a place that it goes to. */
  ruleOut(value: Value, unit: Unit): boolean {
    if (value.kind !== "input" || unit === null || unit === undefined) return false;
    const type = this.#planning.inputs.value(value.name)?.type;
    const literal = literals([unit]);
    if (type === undefined || literal === undefined) return false;
    const keys = value.steps.map(({ key }) => String(key));
    const way = wayInto(type, keys);
    return "type" in way && !canBeEqual(way.type, literal, "predicate");
  }
}
