import { endsInWords, isSameWords } from "../diagnostics.js";
import type { Schema } from "../schema/index.js";
import { uuidFrom, type Draw } from "./draws.js";
import { fits } from "./fits.js";
import { entryCalled, makeValue, plainSchema } from "./make.js";
import { nounOf, type PathTemplate } from "./path-template.js";
import { textMatching } from "./pattern-text.js";

/** Where an answer holds a thing, and the property that tells it from others. */
export interface Identity {
  /** The property of the answer that the thing is in; `undefined` where it is the answer. */
  readonly inside: string | undefined;
  /** `undefined` where it has none. */
  readonly property: string | undefined;
  /** The schema of the thing; `undefined` where nothing is said of it. */
  readonly schema: Schema | undefined;
}

/** @param parameter The one in the path of a thing, `undefined` where there is none */
export function identityIn(answer: Schema, collection: PathTemplate, parameter: string | undefined): Identity {
  const own = idProperty(answer, collection, parameter);
  if (own !== undefined) return { inside: undefined, property: own, schema: answer };
  for (const [inside, schema] of plainSchema(answer).properties) {
    const property = plainSchema(schema).types.has("array") ? undefined : idProperty(schema, collection, parameter);
    if (property !== undefined) return { inside, property, schema };
  }
  return { inside: undefined, property: undefined, schema: answer };
}

function idProperty(schema: Schema, collection: PathTemplate, parameter: string | undefined): string | undefined {
  if (parameter === undefined) return undefined;
  const names = [...plainSchema(schema).properties.keys()];
  const ways: readonly ((name: string) => boolean)[] = [
    (name) => isSameWords(name, parameter),
    (name) => endsInWords(parameter, name),
    (name) => isSameWords(name, `${nounOf(collection)}_${parameter}`),
    (name) => isSameWords(name, "id") || isSameWords(name, "sid"),
  ];
  return ways.map((is) => names.find(is)).find((name) => name !== undefined);
}

/**
 * What a new thing is known by: what the request says, where it says it, else an id that matches its pattern, a UUID, the
 * next number, or a name with a number.
 * @param count How many there were of its kind, with this one
 */
export function newId(
  { property, schema }: Identity,
  collection: PathTemplate,
  { body, ofPath, draw, count }: NewThing,
): unknown {
  const isOfPath = property === undefined || schema === undefined;
  const idSchema = isOfPath ? ofPath : plainSchema(schema).properties.get(property);
  const noun = nounOf(collection);
  const names = property === undefined ? [] : [property, `${noun}_${property}`];
  const given = names.map((name) => entryCalled(body, name)).find((value) => value !== undefined && value !== null);
  const plain = idSchema && plainSchema(idSchema);
  if (given !== undefined && (plain === undefined || fits(given, plain))) return given;
  if (plain === undefined) return `${noun}-${count}`;
  const { types, format, raw } = plain;
  if (types.has("integer") || types.has("number")) return count;
  const { pattern, minLength } = raw;
  if (typeof pattern === "string") return textMatching(pattern, draw) ?? makeValue(plain, draw);
  if (format === "uuid") return uuidFrom(draw);
  const padded = String(count).padStart(typeof minLength === "number" ? Math.min(minLength, 1_000) : 1, "0");
  return [`${noun}-${count}`, padded].find((text) => fits(text, plain)) ?? makeValue(plain, draw);
}

export interface NewThing {
  readonly body: unknown;
  /** The schema of the parameter in the path of a thing. */
  readonly ofPath: Schema | undefined;
  readonly draw: Draw;
  readonly count: number;
}
