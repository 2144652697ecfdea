import { allOfSchemas, partsOf, type Schema } from "../schema/index.js";

/** The properties of an object, those that `allOf` brings in included. */
export function propertiesOf(schema: Schema): ReadonlyMap<string, Schema> {
  const parts = partsOf(schema);
  const all = new Map<string, Schema>();
  for (const name of new Set(parts.flatMap((part) => [...part.properties.keys()]))) {
    // A part that does not list the property may still say what any other has to be.
    const [first, ...others] = parts.flatMap((part) => part.properties.get(name) ?? statedOthers(part));
    if (first !== undefined) all.set(name, allOfSchemas(first, ...others));
  }
  return all;
}

/** What fields have to be that the schema does not list; `undefined` where they may be anything. */
export function othersOf(schema: Schema): Schema | undefined {
  const [first, ...others] = partsOf(schema).flatMap(statedOthers);
  return first && allOfSchemas(first, ...others);
}

function statedOthers({ additionalProperties }: Schema): readonly Schema[] {
  return typeof additionalProperties === "object" ? [additionalProperties] : [];
}

/** The fields that have to be sent. What is `readOnly` comes with answers alone. */
export function requiredOf(schema: Schema): ReadonlySet<string> {
  const parts = partsOf(schema);
  const properties = propertiesOf(schema);
  const listed = (name: string): boolean => properties.has(name) || takesOthers(schema);
  const isSent = (name: string): boolean => !isMarked(properties.get(name), "readOnly");
  return new Set(parts.flatMap((part) => [...part.required].filter((name) => listed(name) && isSent(name))));
}

/**
 * Whether a property is one of answers alone (`readOnly`), or of requests alone (`writeOnly`).
 * @see https://spec.openapis.org/oas/v3.0.4.html#fixed-fields-20
 */
export function isMarked(property: Schema | undefined, mark: "readOnly" | "writeOnly"): boolean {
  return property?.raw[mark] === true;
}

/**
 * Whether fields that the schema does not list may be sent. JSON Schema allows them wherever nothing is said; people
 * who list fields mean the list, and a misspelt field would be dropped by the API without a word.
 */
export function takesOthers(schema: Schema): boolean {
  const parts = partsOf(schema);
  const stated = parts.some((part) => saysOfOthers(part) && part.additionalProperties !== false);
  return stated || parts.every((part) => part.properties.size === 0 && part.additionalProperties !== false);
}

/** Whether the schema says outright that an object has no fields but those that it lists. */
export function forbidsOthers(schema: Schema): boolean {
  return partsOf(schema).some(({ additionalProperties }) => additionalProperties === false);
}

function saysOfOthers({ raw }: Schema): boolean {
  return "additionalProperties" in raw || "patternProperties" in raw;
}
