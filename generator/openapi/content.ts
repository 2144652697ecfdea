import * as z from "zod";
import { isMapping, valueAt, type Path } from "../documents/index.js";
import { readObject, readSchema, type ReadContext } from "./context.js";
import { readEncoding } from "./encoding.js";
import type { Content } from "./model.js";
import { readStreamed } from "./streamed.js";

const mediaTypeShape = z.looseObject({});

/**
 * The media types of a body, each with its schema.
 * @see https://spec.openapis.org/oas/v3.1.1.html#media-type-object
 */
export function readContents(path: Path, context: ReadContext): readonly Content[] {
  const content = valueAt(context.document.root, path);
  return (isMapping(content) ? Object.keys(content) : []).flatMap((mediaType) => {
    const read = readObject(mediaTypeShape, [...path, mediaType], context);
    if (read === undefined) return [];
    const encoding = readEncoding([...read.at, "encoding"], context);
    const streamed = readStreamed(mediaType, read.at, context);
    return [{ mediaType, schema: readSchema(read.at, context), encoding, streamed, at: read.at }];
  });
}
