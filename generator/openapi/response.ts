import * as z from "zod";
import { entries, isMapping, valueAt, type Path } from "../documents/index.js";
import { found } from "../diagnostics.js";
import type { Schema } from "../schema/index.js";
import { readContents } from "./content.js";
import { readObject, readSchema, type ReadContext } from "./context.js";
import type { ResponseEntry } from "./model.js";

const responseShape = z.looseObject({
  content: entries(z.unknown()).optional(),
  headers: entries(z.unknown()).optional(),
});

const headerShape = z.looseObject({});

/**
 * The responses of an operation, by status.
 * @see https://spec.openapis.org/oas/v3.1.1.html#responses-object
 */
export function readResponses(path: Path, context: ReadContext): readonly ResponseEntry[] {
  const responses = valueAt(context.document.root, path);
  return (isMapping(responses) ? Object.keys(responses) : []).flatMap((key) => {
    if (key.startsWith("x-")) return [];
    const at = [...path, key];
    const status = key === "default" ? key : key.toUpperCase();
    if (!/^([1-5]([0-9]{2}|XX)|default)$/.test(status)) {
      context.findings.report(context.document.place(at, "key"), found.invalidDocument.status(key));
      return [];
    }
    const response = readResponse(status, at, context);
    return response === undefined ? [] : [response];
  });
}

/** @see https://spec.openapis.org/oas/v3.1.1.html#response-object */
function readResponse(status: string, path: Path, context: ReadContext): ResponseEntry | undefined {
  const read = readObject(responseShape, path, context);
  if (read === undefined) return undefined;
  const contents = readContents([...read.at, "content"], context);
  return { status, contents, headers: readHeaders([...read.at, "headers"], context), at: read.at };
}

/** @see https://spec.openapis.org/oas/v3.1.1.html#header-object */
function readHeaders(path: Path, context: ReadContext): ReadonlyMap<string, Schema | undefined> {
  const headers = valueAt(context.document.root, path);
  const names = isMapping(headers) ? Object.keys(headers) : [];
  return new Map(
    names.map((name) => {
      const read = readObject(headerShape, [...path, name], context);
      return [name, read && readSchema(read.at, context)];
    }),
  );
}
