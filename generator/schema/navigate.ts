import { hasChild } from "../documents/data.js";
import { formatPointer } from "../documents/index.js";
import { allOfSchemas, choicesOf, partsOf } from "./all-of.js";
import { anyOfSchemas } from "./any-of.js";
import { anythingAt } from "./anything.js";
import type { Schema } from "./schema.js";

/** What a JSON Pointer leads to in the values of a schema. */
export interface Landing {
  /** One schema for all the alternatives that have it; `anyOf` lists them where there are several. */
  readonly schema: Schema;
  /** Whether the value may be missing: not required, an item of a list, or below something that may be `null`. */
  readonly optional: boolean;
}

/** A pointer that leads to nothing. */
export interface Miss {
  /** Index of the first token that does. */
  readonly failedAt: number;
  /** The names that could stand there. */
  readonly candidates: readonly string[];
}

/** Alternatives of alternatives may multiply; beyond this many the rest is taken to be like these. */
const MOST_ALTERNATIVES = 64;

/**
 * Follows the tokens of a JSON Pointer through properties, items, `additionalProperties`, `allOf`, `oneOf` and `anyOf`.
 * An object that lists properties has these and no others, unless it says outright that it has: a pointer to a name
 * that nobody wrote down is a slip and not a wish.
 */
export function schemaAtPointer(schema: Schema, tokens: readonly string[]): Landing | Miss {
  const known = landings.get(schema) ?? new Map<string, Landing | Miss>();
  landings.set(schema, known);
  const pointer = formatPointer(tokens);
  const landing = known.get(pointer) ?? follow(schema, tokens);
  known.set(pointer, landing);
  return landing;
}

/** Where pointers have led to: the steps of a workflow ask the same of one answer again and again. */
const landings = new WeakMap<Schema, Map<string, Landing | Miss>>();

function follow(schema: Schema, tokens: readonly string[]): Landing | Miss {
  let here = schema;
  let optional = false;
  for (const [index, token] of tokens.entries()) {
    const { found, everywhere, names } = lookUp(here, token, new Set());
    const [first, ...others] = found.slice(0, MOST_ALTERNATIVES);
    if (!first) return { failedAt: index, candidates: [...names] };
    optional ||= here.nullable || !everywhere;
    here = anyOfSchemas(first, ...others);
  }
  return { schema: here, optional };
}

/** What a token leads to in one value. */
interface LookUp {
  readonly found: readonly Schema[];
  /** Whether every value that fits the schema has it. */
  readonly everywhere: boolean;
  /** Names that are there. */
  readonly names: ReadonlySet<string>;
}

function lookUp(schema: Schema, token: string, outer: ReadonlySet<Schema>): LookUp {
  const nothing: LookUp = { found: [], everywhere: false, names: new Set() };
  if (outer.has(schema)) return nothing;
  const within = new Set([...outer, schema]);
  const parts = partsOf(schema);

  const [first, ...others] = parts.flatMap((part) => part.properties.get(token) ?? []);
  const possible = parts.flatMap((part) => [...part.properties].filter(([, property]) => isPossible(property)));
  const names = new Set(possible.map(([name]) => name));
  if (first && !names.has(token)) return { ...nothing, names };
  if (first) {
    return {
      found: [allOfSchemas(first, ...others)],
      everywhere: parts.some((part) => part.required.has(token)),
      names,
    };
  }

  const groups = choicesOf(schema);
  const results = groups.map((group) => group.map((alternative) => lookUp(alternative, token, within)));
  const all = results.flat();
  const allNames = new Set([...names, ...all.flatMap((result) => [...result.names])]);
  const found = all.flatMap((result) => result.found);
  if (found.length > 0) {
    return { found, everywhere: results.some((group) => group.every((result) => result.everywhere)), names: allNames };
  }

  const other = parts.flatMap((part) => unnamed(part, token) ?? []);
  if (other[0]) return { found: [allOfSchemas(other[0], ...other.slice(1))], everywhere: false, names: allNames };
  const open = groups.length === 0 && names.size === 0 && parts.every(isOpen);
  return open ? { found: [anythingAt(schema)], everywhere: false, names } : { ...nothing, names: allNames };
}

/** An item of a list, or an entry of an object whose names are free. */
function unnamed(part: Schema, token: string): Schema | undefined {
  const isIndex = /^(?:0|[1-9]\d*)$/.test(token);
  if (isIndex && (part.types.has("array") || part.types.size === 0)) {
    const item = part.prefixItems[Number(token)] ?? part.items;
    if (item) return isPossible(item) ? item : undefined;
    if (part.types.has("array") && part.prefixItems.length === 0) return anythingAt(part);
  }
  if (part.types.size > 0 && !part.types.has("object")) return undefined;
  if (typeof part.additionalProperties === "object") return part.additionalProperties;
  const stated = hasChild(part.raw, "additionalProperties") && part.additionalProperties;
  return stated || hasChild(part.raw, "patternProperties") ? anythingAt(part) : undefined;
}

/** Whether any value fits the schema: `false` and an empty `enum` rule out all of them. */
function isPossible(schema: Schema): boolean {
  return schema.nullable || schema.values?.length !== 0;
}

/** Whether the schema says nothing of the names that its objects have. */
function isOpen(part: Schema): boolean {
  if (part.values || part.additionalProperties === false) return false;
  return part.types.size === 0 || part.types.has("object");
}
