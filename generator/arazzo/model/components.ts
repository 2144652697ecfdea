import * as z from "zod";
import { failureAction, successAction } from "./action.js";
import { parameter } from "./parameter.js";
import { map, object } from "./shape.js";

/**
 * A JSON Schema as it stands in the document; the schema stage reads it.
 * @see https://spec.openapis.org/arazzo/v1.0.1.html#workflow-object
 */
export const jsonSchema = z.record(z.string(), z.unknown()).readonly();

/** @see https://spec.openapis.org/arazzo/v1.0.1.html#components-object */
export const components = object({
  inputs: map(jsonSchema).optional(),
  parameters: map(parameter).optional(),
  successActions: map(successAction).optional(),
  failureActions: map(failureAction).optional(),
});

export type Components = z.output<typeof components>;
