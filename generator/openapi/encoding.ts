import * as z from "zod";
import { found } from "../diagnostics.js";
import { isMapping, valueAt, type Path } from "../documents/index.js";
import { readObject, readSchema, type ReadContext } from "./context.js";
import type { Encoding } from "./model.js";

const encodingShape = z.looseObject({
  contentType: z.string().optional(),
  style: z.enum(["form", "spaceDelimited", "pipeDelimited", "deepObject"]).optional(),
  explode: z.boolean().optional(),
  allowReserved: z.boolean().optional(),
});

const headerShape = z.looseObject({ required: z.boolean().optional() });

/** How the fields of a body are written, where that is said. @see https://spec.openapis.org/oas/v3.1.1.html#encoding-object */
export function readEncoding(path: Path, context: ReadContext): ReadonlyMap<string, Encoding> {
  const encoding = valueAt(context.document.root, path);
  const names = isMapping(encoding) ? Object.keys(encoding) : [];
  return new Map(
    names.flatMap((name): readonly (readonly [string, Encoding])[] => {
      const read = readObject(encodingShape, [...path, name], context);
      if (read === undefined) return [];
      const { contentType, style = "form", explode = style === "form", allowReserved = false } = read.value;
      const isStyled = ["style", "explode", "allowReserved"].some((field) => Object.hasOwn(read.value, field));
      const headers = readHeaders([...read.at, "headers"], context);
      return [[name, { contentType, style: isStyled ? { style, explode, allowReserved } : undefined, headers }]];
    }),
  );
}

/** The headers that always have the same value: the only one of a list, or a default. */
function readHeaders(path: Path, context: ReadContext): ReadonlyMap<string, string> {
  const headers = valueAt(context.document.root, path);
  const names = isMapping(headers) ? Object.keys(headers) : [];
  return new Map(
    names.flatMap((name): readonly (readonly [string, string])[] => {
      const read = readObject(headerShape, [...path, name], context);
      const schema = read && readSchema(read.at, context);
      const [only, ...others] = schema?.values ?? [];
      const value = others.length === 0 && only !== undefined ? only : schema?.default;
      const isPlain = ["string", "number", "boolean"].includes(typeof value) && /^[\x20-\x7e]*$/.test(String(value));
      const isOwn = /^[\w!#$&^.+-]+$/.test(name) && !/^content-(type|disposition)$/i.test(name);
      if (isPlain && isOwn) return [[name, String(value)]];
      const { document, findings } = context;
      const isMissed = read?.value.required === true && isOwn;
      if (isMissed) findings.report(document.place([...path, name], "key"), found.ignoredKeyword.partHeader(name));
      return [];
    }),
  );
}
