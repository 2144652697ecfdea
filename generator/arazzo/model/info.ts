import { z } from "zod";
import { object } from "./shape.js";

/** @see https://spec.openapis.org/arazzo/v1.0.1.html#info-object */
export const info = object({
  title: z.string(),
  summary: z.string().optional(),
  description: z.string().optional(),
  version: z.string(),
});

export type Info = z.output<typeof info>;
