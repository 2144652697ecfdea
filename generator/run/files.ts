import { fileSchema, type JsonSchema } from "./json-schema.js";

/** Makes files of what stands for them in JSON, where the schema says so; all else stays as it is. */
export function withFiles(value: unknown, schema: JsonSchema): unknown {
  if (schema.anyOf !== undefined) {
    const isFile = schema.anyOf.some((member) => isOfFile(member)) && isBase64(value);
    return isFile ? fileOf(value) : value;
  }
  if (isOfFile(schema)) return isBase64(value) ? fileOf(value) : value;
  if (Array.isArray(value)) {
    const { items = {}, prefixItems = [] } = schema;
    return value.map((item: unknown, index) => withFiles(item, prefixItems[index] ?? items));
  }
  if (typeof value !== "object" || value === null) return value;
  const { properties = {} } = schema;
  return Object.fromEntries(Object.entries(value).map(([key, one]) => [key, withFiles(one, properties[key] ?? {})]));
}

/** The same the other way round: a value of which JSON can be made. */
export async function withoutFiles(value: unknown): Promise<unknown> {
  if (value instanceof Blob) {
    const base64 = Buffer.from(await value.arrayBuffer()).toString("base64");
    return { base64, ...(value.type === "" ? undefined : { mediaType: value.type }) };
  }
  if (Array.isArray(value)) return Promise.all(value.map(withoutFiles));
  if (typeof value !== "object" || value === null) return value;
  const entries = Object.entries(value).map(async ([key, one]) => [key, await withoutFiles(one)] as const);
  return Object.fromEntries(await Promise.all(entries));
}

/** A field says more of a file than the schema of files does. */
function isOfFile({ properties }: JsonSchema): boolean {
  return properties === fileSchema.properties;
}

function isBase64(value: unknown): value is { readonly base64: string; readonly mediaType?: unknown } {
  return typeof value === "object" && value !== null && "base64" in value && typeof value.base64 === "string";
}

function fileOf({ base64, mediaType }: { readonly base64: string; readonly mediaType?: unknown }): Blob {
  return new Blob([Buffer.from(base64, "base64")], typeof mediaType === "string" ? { type: mediaType } : {});
}
