import {
  absent,
  allows,
  expanded,
  membersOf,
  present,
  union,
  unknown,
  type ObjectField,
  type Type,
} from "../types/type.js";
import type { MemberStep, PropertyPath } from "./value.js";

/** The way to a value inside of another, and the type that it has. */
export interface TypedPath extends PropertyPath {
  readonly type: Type;
}

/** Keys that lead to nothing: the first of them that does, and those that could stand there. */
export interface PathMissed {
  readonly failedAt: number;
  readonly candidates: readonly string[];
}

/**
 * Follows keys and indexes through a type as the compiler will. Where it would not know of a key, because the value may
 * be anything or only some members of a union have the key, the way goes on `below` what can be written as properties.
 */
export function pathInto(root: Type, tokens: readonly string[]): TypedPath | PathMissed {
  const steps: MemberStep[] = [];
  const below: (string | number)[] = [];
  let here = root;
  let missing = false;
  for (const [failedAt, token] of tokens.entries()) {
    missing ||= allows(here, "null") || allows(here, "undefined");
    const owners = ownersIn(here);
    const found = owners.flatMap((owner) => childOf(below.length > 0 ? listOf(owner) : owner, token) ?? []);
    const [first] = found;
    if (first === undefined) return { failedAt, candidates: owners.flatMap(namesOf) };
    const sure = found.length === owners.length && found.every((child) => child.sure && child.key === first.key);
    // Every object has the names of `Object.prototype`, whether or not they are data.
    if (below.length > 0 || !sure || token in Object.prototype) below.push(first.key);
    else {
      const fromIndex = found.some((child) => child.fromIndex);
      const ofUnion = owners.length > 1 && found.some(({ type }) => membersOf(expanded(type)).every(isUnit));
      steps.push({ key: first.key, optional: missing, fromIndex, ...(ofUnion && { ofUnion }) });
    }
    const partly = found.length < owners.length || below.length > 0;
    here = union([...found.map((child) => child.type), ...(partly ? [absent] : [])]);
  }
  return { steps, below, type: missing ? union([here, absent]) : here };
}

/** Whether a type has one value, or few: a property of such a type tells the compiler of which type its owner is. */
function isUnit({ kind }: Type): boolean {
  return ["literal", "null", "undefined", "boolean"].includes(kind);
}

/** To the runtime's `at` a tuple is a list. */
function listOf(owner: Type): Type {
  return owner.kind === "tuple" ? { kind: "array", items: union(owner.items) } : owner;
}

interface Child {
  readonly key: string | number;
  readonly type: Type;
  readonly fromIndex: boolean;
  /** The compiler knows of it. */
  readonly sure: boolean;
}

function childOf(owner: Type, token: string): Child | undefined {
  const index = /^(?:0|[1-9]\d*)$/.test(token) ? Number(token) : undefined;
  switch (owner.kind) {
    case "unknown":
      return { key: index ?? token, type: unknown, fromIndex: true, sure: false };
    case "array":
      return index === undefined
        ? undefined
        : { key: index, type: union([owner.items, absent]), fromIndex: true, sure: true };
    case "tuple": {
      const item = index === undefined ? undefined : owner.items[index];
      return item && { key: index ?? token, type: item, fromIndex: true, sure: true };
    }
    case "object":
      return propertyOf(owner, token);
    default:
      return undefined;
  }
}

function propertyOf({ fields, rest }: Type & { kind: "object" }, token: string): Child | undefined {
  const field = fields.find(({ name }) => name === token);
  if (field !== undefined) {
    const type = field.optional ? union([field.type, absent]) : field.type;
    return { key: token, type, fromIndex: false, sure: true };
  }
  return rest && { key: token, type: union([rest, absent]), fromIndex: true, sure: true };
}

/** The members of a union that can have members themselves, names looked through; of `unknown`, itself. */
function ownersIn(type: Type): readonly Type[] {
  return membersOf(present(expanded(type)));
}

function namesOf(owner: Type): readonly string[] {
  return owner.kind === "object" ? owner.fields.map(({ name }: ObjectField) => name) : [];
}
