import { isList } from "../documents/index.js";
import type { Streamed } from "../openapi/index.js";
import { anyOfSchemas } from "../schema/index.js";
import { drawsFor } from "./draws.js";
import { makeValue } from "./make.js";

/** How many events are made where nothing is known of them. */
const made = 3;

/**
 * The body of a stream: an event for each thing that is known, or for each item of the example where that is a list; a text
 * is the body itself.
 * @param name What it is the stream of: the same is made of it each time
 */
export function streamText(streamed: Streamed, name: string, things: readonly unknown[], example: unknown): string {
  if (typeof example === "string" && things.length === 0) return example;
  const { isEvent, format, schemas } = streamed;
  const [first, ...others] = schemas.map(({ schema }) => schema);
  const schema = first && anyOfSchemas(first, ...others);
  const listed = things.length > 0 ? things : isList(example) ? example : Array.from({ length: made });
  const isExample = things.length === 0 && isList(example);
  const texts = listed.map((known, index) => {
    if (isExample) return isEvent ? eventText(known) : JSON.stringify(known);
    const draw = drawsFor(`${name} ${index + 1}`);
    const value = schema ? makeValue(schema, draw, { known }) : (known ?? `event ${index + 1}`);
    return isEvent ? dataText(value) : JSON.stringify(value ?? null);
  });
  return texts.map((text) => (isEvent ? `${text}\n` : `${format === "json-seq" ? "\x1e" : ""}${text}\n`)).join("");
}

/** An event of an example, of which all fields are given, or nothing but its data. */
function eventText(event: unknown): string {
  const fields = Object(event);
  if (typeof event !== "object" || !("data" in fields)) return dataText(event);
  const { data, ...others }: Record<string, unknown> = fields;
  return (
    Object.entries(others)
      .map(([name, value]) => `${name}: ${String(value)}\n`)
      .join("") + dataText(data)
  );
}

function dataText(data: unknown): string {
  const text = typeof data === "string" ? data : JSON.stringify(data ?? null);
  return text
    .split(/\r\n|\r|\n/)
    .map((line) => `data: ${line}\n`)
    .join("");
}
