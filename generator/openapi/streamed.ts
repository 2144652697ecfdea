import { hasChild, valueAt, type Path } from "../documents/index.js";
import { composing, schemaAt, type Schema } from "../schema/index.js";
import type { ReadContext } from "./context.js";
import { isEventStream, isRecords, isStream } from "./media-type.js";
import type { Streamed } from "./model.js";

/**
 * What one event of a body holds that comes piece by piece; `undefined` of any other body, and where parts have media types
 * of their own. `itemSchema` is that of an event; so is what stands in a `schema` without it, or the items of that where it
 * is a list, since many a document is older than `itemSchema`.
 *
 * @param at Where the Media Type Object stands
 * @see https://spec.openapis.org/oas/v3.2.0.html#sequential-media-types
 */
export function readStreamed(mediaType: string, at: Path, context: ReadContext): Streamed | undefined {
  if (!isStream(mediaType) || mediaType.startsWith("multipart/")) return undefined;
  const found = schemasAt([...at, "itemSchema"], context) ?? schemasAt([...at, "schema"], context);
  const [first] = found ?? [];
  const isList = first !== undefined && first.at.at(-1) === "schema" && first.schema.types.has("array");
  const schemas = (isList ? schemasAt([...first.at, "items"], context) : found) ?? [];
  if (!isEventStream(mediaType)) {
    return { isEvent: false, format: isRecords(mediaType) ? "json-seq" : "json-lines", schemas };
  }
  return { isEvent: true, ...dataOf(schemas, context) };
}

type Placed = Streamed["schemas"][number];

/** What the data of an event are: a text, JSON, or now the one and now the other. */
function dataOf(events: readonly Placed[], context: ReadContext): Pick<Streamed, "format" | "schemas"> {
  const inside = events
    .flatMap(({ schema }) => eventsIn(schema))
    .flatMap((event) => (event.properties.has("data") ? event : []));
  const data = inside.flatMap((event) => schemasAt([...event.at, "properties", "data"], context) ?? []);
  // A schema without `data` is that of the data.
  const all = inside.length > 0 ? data : events;
  const json = all.filter(({ schema }) => isJsonText(schema) || !isText(schema));
  const schemas = json.map((placed) => {
    return isJsonText(placed.schema) ? schemasAt([...placed.schema.at, "contentSchema"], context) : [placed];
  });
  return {
    format: json.length === 0 ? "events" : json.length === all.length ? "json-events" : "mixed-events",
    // Where nothing is said of some, they may be anything.
    schemas: schemas.every((placed) => placed !== undefined) ? schemas.flat() : [],
  };
}

/** A schema, and those that it is made of. */
function eventsIn(schema: Schema, seen = new Set<Schema>()): readonly Schema[] {
  if (seen.has(schema)) return [];
  seen.add(schema);
  return [schema, ...composing(schema).flatMap((part) => eventsIn(part, seen))];
}

function isText({ types }: Schema): boolean {
  return types.size === 1 && types.has("string");
}

/** @see https://json-schema.org/draft/2020-12/json-schema-validation#name-contentmediatype */
function isJsonText({ raw }: Schema): boolean {
  const { contentMediaType, contentSchema } = raw;
  if (typeof contentMediaType !== "string") return contentSchema !== undefined;
  return /^application\/([\w.-]+\+)?json\s*(;|$)/i.test(contentMediaType);
}

function schemasAt(at: Path, { document, version, findings }: ReadContext): readonly Placed[] | undefined {
  const owner = valueAt(document.root, at.slice(0, -1));
  const schema = hasChild(owner, String(at.at(-1))) ? schemaAt(document, at, version, findings) : undefined;
  return schema && [{ at, schema }];
}
