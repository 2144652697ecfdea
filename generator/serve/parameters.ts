import { child, decoded, formatPointer, isList, isMapping, type Path } from "../documents/index.js";
import type { Operation, Parameter } from "../openapi/index.js";
import type { Schema } from "../schema/index.js";
import { misfitsOf, type Misfit } from "./fits.js";
import { placeOf, type Violation } from "./refusal.js";
import { readText } from "./read-text.js";

/** The head of a request, as far as parameters stand in it. */
export interface Head {
  /** Still encoded. */
  readonly path: ReadonlyMap<string, string>;
  readonly query: URLSearchParams;
  /** Names in lower case. */
  readonly headers: Readonly<Record<string, string>>;
}

/** What the parameters of a request break, and what those of its query are, by their names. */
export interface ReadHead {
  readonly query: Readonly<Record<string, unknown>>;
  readonly violations: readonly Violation[];
}

/** Reads the parameters of a request as their styles and schemas say. */
export function readParameters(operation: Operation, head: Head): ReadHead {
  const violations: Violation[] = [];
  const query: Record<string, unknown> = {};
  for (const parameter of operation.parameters) {
    const { name, in: place, required, schema, at } = parameter;
    const { document } = operation.api;
    if (place === "querystring") continue;
    const value = valueOf(parameter, head);
    if (value === undefined) {
      if (!required) continue;
      const message = `in the ${place}, ${name} is missing`;
      violations.push({ in: place, at: name, message, rule: "required", ...placeOf(document, [...at, "required"]) });
      continue;
    }
    if (place === "query") query[name] = value;
    const found = schema === undefined ? [] : misfitsOf(value, schema);
    violations.push(...found.map((misfit) => violationOf(misfit, value, { in: place, of: `the ${place}`, name })));
  }
  return { query, violations };
}

/** What part of a request something stands in, and what it is called there. */
export interface Part {
  readonly in: string;
  readonly of: string;
  readonly name: string;
}

/** What a misfit in a part of a request is to those who sent it. */
export function violationOf({ at, schema, keyword, wanted }: Misfit, whole: unknown, part: Part): Violation {
  const inside = formatPointer(at);
  const name = part.name === "" ? inside : `${part.name}${inside}`;
  const value = shown(valueIn(whole, at));
  const is = value === undefined ? "" : ` is ${value}, and`;
  const message = `${name === "" ? part.of : `in ${part.of}, ${name}`}${is} has to ${wanted}`;
  return { in: part.in, at: name, message, rule: keyword, ...placeOf(schema.document, [...schema.at, keyword]) };
}

function valueIn(whole: unknown, at: Path): unknown {
  return at.reduce<unknown>((value, key) => child(value, key), whole);
}

/** A value in a few words; `undefined` for what takes more. */
function shown(value: unknown): string | undefined {
  if (typeof value === "string") return value.length > 60 ? undefined : JSON.stringify(value);
  return isList(value) || isMapping(value) || value === undefined ? undefined : String(value);
}

/** @see https://spec.openapis.org/oas/v3.1.1.html#style-values */
function valueOf(parameter: Parameter, { path, query, headers }: Head): unknown {
  const { name, in: place, style, explode, mediaType, schema } = parameter;
  const read = (texts: readonly string[]): unknown =>
    mediaType === undefined ? readText(texts, schema) : json(texts[0] ?? "");
  if (place === "path") {
    const text = path.get(name);
    return text === undefined ? undefined : read(inPath(decoded(text), parameter));
  }
  if (place === "header") {
    const text = headers[name.toLowerCase()];
    return text === undefined ? undefined : read(isListed(schema) ? text.split(/\s*,\s*/) : [text]);
  }
  if (place === "cookie") {
    const text = cookiesOf(headers["cookie"] ?? "").get(name);
    return text === undefined ? undefined : read([text]);
  }
  if (style === "deepObject") return deepObject(name, query, schema);
  if (explode && schema?.types.has("object") && mediaType === undefined) return fieldsIn(query, schema);
  const texts = query.getAll(name);
  if (texts.length === 0) return undefined;
  const separator = { spaceDelimited: " ", pipeDelimited: "|" }[style] ?? ",";
  return read(explode || !isListed(schema) ? texts : texts.flatMap((text) => text.split(separator)));
}

function isListed(schema: Schema | undefined): boolean {
  return schema?.types.has("array") === true;
}

function inPath(text: string, { name, style, schema, explode }: Parameter): readonly string[] {
  const plain = style === "label" ? text.replace(/^\./, "") : text.replace(style === "matrix" ? `;${name}=` : "", "");
  if (!isListed(schema)) return [plain];
  return plain.split(explode && style === "label" ? "." : explode && style === "matrix" ? `;${name}=` : ",");
}

/** `filter[name]=a` */
function deepObject(name: string, query: URLSearchParams, schema: Schema | undefined): unknown {
  const fields = [...query].flatMap(([key, text]) => {
    const inside = key.startsWith(`${name}[`) && key.endsWith("]") ? key.slice(name.length + 1, -1) : undefined;
    return inside === undefined ? [] : [[inside, readText([text], schema?.properties.get(inside))] as const];
  });
  return fields.length === 0 ? undefined : Object.fromEntries(fields);
}

/** An object whose fields are parameters of their own. */
function fieldsIn(query: URLSearchParams, schema: Schema): unknown {
  const fields = [...schema.properties].flatMap(([name, inside]) => {
    const texts = query.getAll(name);
    return texts.length === 0 ? [] : [[name, readText(texts, inside)] as const];
  });
  return fields.length === 0 ? undefined : Object.fromEntries(fields);
}

export function cookiesOf(header: string): ReadonlyMap<string, string> {
  const pairs = header.split(/;\s*/).map((pair) => pair.split("="));
  return new Map(pairs.map(([name = "", ...rest]) => [name, decoded(rest.join("="))]));
}

function json(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return text;
  }
}
