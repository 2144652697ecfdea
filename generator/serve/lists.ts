import { isSameWords } from "../diagnostics.js";
import { isList, type Mapping } from "../documents/index.js";
import type { Schema } from "../schema/index.js";
import { entryCalled, plainSchema } from "./make.js";
import { nounOf, type PathTemplate } from "./path-template.js";

/**
 * The things that a query asks for. A parameter that is called as a field of them asks for its value, or for one of
 * several; others ask for nothing here.
 */
export function askedFor(things: readonly Mapping[], query: Readonly<Record<string, unknown>>): readonly Mapping[] {
  const filters = Object.entries(query).filter(([name]) => things.some((one) => entryCalled(one, name) !== undefined));
  return things.filter((one) => filters.every(([name, wanted]) => hasOne(entryCalled(one, name), wanted)));
}

function hasOne(value: unknown, wanted: unknown): boolean {
  const all = (isList(wanted) ? wanted : [wanted]).map(String);
  return (isList(value) ? value : [value]).some((one) => all.includes(String(one)));
}

/** What the answer that lists things has to hold: a list of them, or an object with that list, and how many they are. */
export function listed(schema: Schema, things: readonly Mapping[], collection: PathTemplate): unknown {
  const plain = plainSchema(schema);
  if (plain.types.has("array")) return things;
  const lists = [...plain.properties].filter(([, inside]) => plainSchema(inside).types.has("array"));
  const named = lists.find(
    ([name]) => isSameWords(name, nounOf(collection)) || isSameWords(name, `${nounOf(collection)}s`),
  );
  const ofObjects = lists.find(([, inside]) => isOfObjects(plainSchema(inside)));
  const [name] = named ?? ofObjects ?? lists[0] ?? [];
  if (name === undefined) return inner(plain, things, collection);
  const counts = [...plain.properties.keys()].filter((one) =>
    /^(total|count)$|^total_?(count|items|results)$/i.test(one),
  );
  return { ...Object.fromEntries(counts.map((count) => [count, things.length])), [name]: things };
}

/** Some have it in another object. */
function inner({ properties }: Schema, things: readonly Mapping[], collection: PathTemplate): unknown {
  for (const [name, inside] of properties) {
    const plain = plainSchema(inside);
    const hasList = [...plain.properties.values()].some((one) => plainSchema(one).types.has("array"));
    if (hasList) return { [name]: listed(plain, things, collection) };
  }
  return undefined;
}

function isOfObjects({ items }: Schema): boolean {
  return items !== undefined && plainSchema(items).properties.size > 0;
}
