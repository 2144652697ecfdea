import { isMapping } from "../documents/index.js";
import { bodyKind, contentFor, type Content, type Operation } from "../openapi/index.js";
import { partsOf, type Schema } from "../schema/index.js";
import { misfitsOf } from "./fits.js";
import { violationOf } from "./parameters.js";
import { readText } from "./read-text.js";
import { placeOf, Refusal, sentence, type Violation } from "./refusal.js";

/** Larger bodies are refused. */
export const mostBytes = 10 * 1024 * 1024;

/** What the body of a request holds, and what it breaks. */
export interface ReadBody {
  readonly value: unknown;
  readonly violations: readonly Violation[];
}

/**
 * Reads the body of a request as its media type says, and holds it against its schema.
 * @throws Refusal where it is of another type, or cannot be read
 */
export async function readBody(operation: Operation, bytes: Buffer, mediaType: string | undefined): Promise<ReadBody> {
  const { requestBody, api } = operation;
  if (requestBody === undefined) return { value: undefined, violations: [] };
  if (bytes.length === 0) {
    const missing = { in: "body", at: "", message: "the body is missing", rule: "required" };
    const place = placeOf(api.document, [...requestBody.at, "required"]);
    return { value: undefined, violations: requestBody.required ? [{ ...missing, ...place }] : [] };
  }
  const content = mediaType === undefined ? undefined : contentFor(requestBody.contents, mediaType);
  if (content === undefined || mediaType === undefined) throw refuseType(operation, mediaType);
  const value = await valueIn(bytes, mediaType, content);
  const { schema } = content;
  // Bytes are whatever they are.
  if (schema === undefined || value === undefined) return { value, violations: [] };
  const part = { in: "body", of: "the body", name: "" };
  return { value, violations: misfitsOf(value, schema).map((misfit) => violationOf(misfit, value, part)) };
}

function refuseType({ requestBody, api }: Operation, mediaType: string | undefined): Refusal {
  const known = (requestBody?.contents ?? []).map((content) => content.mediaType).join(", ");
  const { place, pointer } = placeOf(api.document, [...(requestBody?.at ?? []), "content"]);
  const message = `the body is of the type ${mediaType ?? "(none given)"}, and has to be ${known || "left out"}`;
  const violation = { in: "header", at: "content-type", message, rule: "content", place, pointer };
  return new Refusal(415, sentence(message, place), [violation]);
}

async function valueIn(bytes: Buffer, mediaType: string, { schema, encoding }: Content): Promise<unknown> {
  switch (bodyKind(mediaType)) {
    case "json":
      return jsonIn(bytes);
    case "form": {
      const fields = [...new URLSearchParams(bytes.toString())];
      return fieldsOf(fields, schema, (name) => encoding.get(name)?.style?.explode === false);
    }
    case "multipart": {
      const form = await formIn(bytes, mediaType);
      const fields = [...form].map(async ([name, value]) => [name, await textOf(value)] as const);
      return fieldsOf(await Promise.all(fields), schema, () => false);
    }
    case "text":
      return bytes.toString();
    case "binary":
      return undefined;
  }
}

function jsonIn(bytes: Buffer): unknown {
  try {
    return JSON.parse(bytes.toString());
  } catch (error) {
    throw new Refusal(400, `The body is no JSON: ${error instanceof Error ? error.message : ""}`);
  }
}

async function formIn(bytes: Buffer, mediaType: string): Promise<FormData> {
  try {
    return await new Response(new Uint8Array(bytes), { headers: { "Content-Type": mediaType } }).formData();
  } catch {
    throw new Refusal(400, "The body is no multipart form.");
  }
}

/** A field of a form as text: of a file that is none, what there is to tell of it. */
async function textOf(value: FormDataEntryValue): Promise<string> {
  if (typeof value === "string") return value;
  const { name, type, size } = value;
  const isText = ["json", "text"].includes(bodyKind(type));
  return isText ? value.text() : `${name} (${type}, ${size} bytes)`;
}

/** The fields of a form as their schemas say; `a[b]=c` is a field of a field. */
function fieldsOf(
  pairs: readonly (readonly [name: string, text: string])[],
  schema: Schema | undefined,
  isJoined: (name: string) => boolean,
): unknown {
  const properties = new Map((schema === undefined ? [] : partsOf(schema)).flatMap((part) => [...part.properties]));
  const texts = new Map<string, string[]>();
  const deep = new Map<string, Record<string, unknown>>();
  for (const [name, text] of pairs) {
    const [, outer = "", inner = ""] = properties.has(name) ? [] : (/^([^[]+)\[([^\]]+)\]$/.exec(name) ?? []);
    if (outer !== "" && isMapping(properties.get(outer)?.raw)) {
      const inside = properties.get(outer)?.properties.get(inner);
      deep.set(outer, { ...deep.get(outer), [inner]: readText([text], inside) });
    } else {
      const all = isJoined(name) ? text.split(",") : [text];
      texts.set(name, [...(texts.get(name) ?? []), ...all]);
    }
  }
  const read = [...texts].map(([name, values]) => [name, readText(values, properties.get(name))] as const);
  return Object.fromEntries([...read, ...deep]);
}
