import * as z from "zod";
import { object, text } from "./shape.js";

/** @see https://spec.openapis.org/arazzo/v1.1.0.html#source-description-object */
export const sourceDescription = object({
  /** Becomes the name of a file. */
  name: text.max(100),
  url: text,
  /** Absent: to be told from the document itself. */
  type: z.enum(["openapi", "arazzo", "asyncapi"]).optional(),
  /** The server to call, in place of those that the document names. */
  "x-serverUrl": text.optional(),
});

export type SourceDescription = z.output<typeof sourceDescription>;
