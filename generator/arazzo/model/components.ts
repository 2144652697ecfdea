import type { z } from "zod";
import { failureAction } from "./failure-action.js";
import { jsonSchema } from "./json-schema.js";
import { parameter } from "./parameter.js";
import { map, object } from "./shape.js";
import { successAction } from "./success-action.js";

/** @see https://spec.openapis.org/arazzo/v1.0.1.html#components-object */
export const components = object({
  inputs: map(jsonSchema).optional(),
  parameters: map(parameter).optional(),
  successActions: map(successAction).optional(),
  failureActions: map(failureAction).optional(),
});

export type Components = z.output<typeof components>;
