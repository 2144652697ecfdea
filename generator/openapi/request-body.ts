import * as z from "zod";
import { entries, type Path } from "../documents/index.js";
import { readContents } from "./content.js";
import { readObject, type ReadContext } from "./context.js";
import type { RequestBody } from "./model.js";

const requestBodyShape = z.looseObject({
  required: z.boolean().optional(),
  content: entries(z.unknown()),
});

/** @see https://spec.openapis.org/oas/v3.1.1.html#request-body-object */
export function readRequestBody(path: Path, context: ReadContext): RequestBody | undefined {
  const read = readObject(requestBodyShape, path, context);
  if (read === undefined) return undefined;
  const contents = readContents([...read.at, "content"], context);
  return { required: read.value.required ?? false, contents, at: read.at };
}
