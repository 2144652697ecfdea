import { followReferencesToEnd, isMapping, valueAt } from "../documents/index.js";
import { Findings } from "../diagnostics.js";
import { bodyKind, jsonContents, type Content, type Operation, type ResponseEntry } from "../openapi/index.js";
import type { Schema } from "../schema/index.js";
import { drawsFor } from "./draws.js";
import { makeValue } from "./make.js";

/** The answer that a document has for when all goes well. */
export interface Response {
  readonly status: number;
  /** JSON where there is a choice; `undefined` for an answer without a body. */
  readonly content: Content | undefined;
  /** The schema of its JSON. */
  readonly schema: Schema | undefined;
  readonly example: unknown;
  readonly headers: Readonly<Record<string, string>>;
}

/** @param preferred Statuses to answer with, if they are documented; by default the lowest success that is */
export function responseOf(operation: Operation, ...preferred: readonly number[]): Response {
  const { responses } = operation;
  const good = responses.filter(({ status }) => status.startsWith("2")).sort((a, b) => statusOf(a) - statusOf(b));
  const others = responses.filter(({ status }) => status === "default" || /^[13]/.test(status));
  const [first] = [...good, ...others];
  const chosen = preferred.flatMap((status) => good.filter((one) => statusOf(one) === status))[0] ?? first;
  if (chosen === undefined)
    return { status: 200, content: undefined, schema: undefined, example: undefined, headers: {} };
  const content = jsonContents(chosen.contents)[0] ?? chosen.contents[0];
  return {
    status: statusOf(chosen),
    content,
    schema: content !== undefined && bodyKind(content.mediaType) === "json" ? content.schema : undefined,
    example: content && exampleOf(content, operation),
    headers: headersOf(chosen),
  };
}

function statusOf({ status }: ResponseEntry): number {
  return status === "default" ? 200 : Number(status.replace("XX", "00"));
}

/** @see https://spec.openapis.org/oas/v3.1.1.html#media-type-object */
function exampleOf({ at }: Content, { api: { document } }: Operation): unknown {
  const example = valueAt(document.root, [...at, "example"]);
  if (example !== undefined) return example;
  const examples = valueAt(document.root, [...at, "examples"]);
  const [name] = isMapping(examples) ? Object.keys(examples) : [];
  if (name === undefined) return undefined;
  const first = followReferencesToEnd(document, [...at, "examples", name], new Findings());
  return first && valueAt(first.value, ["value"]);
}

/** Those that have a text or a number for a value; what the server sends by itself is not among them. */
function headersOf({ headers }: ResponseEntry): Readonly<Record<string, string>> {
  const entries = [...headers].flatMap(([name, schema]): readonly (readonly [string, string])[] => {
    const isOfServer = /^(content-|transfer-|connection$|retry-after$|set-cookie$)/i.test(name);
    const value = isOfServer || schema === undefined ? undefined : makeValue(schema, drawsFor(name), { name });
    const text = value === null || typeof value === "object" || value === undefined ? "" : String(value);
    return /^[ -~]+$/.test(text) && /^[\w-]+$/.test(name) ? [[name, text]] : [];
  });
  return Object.fromEntries(entries);
}
