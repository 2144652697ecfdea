import type { Operation } from "../../openapi/index.js";
import { assignable } from "../../types/assignability.js";
import { typeOfSchema, type SchemaUse } from "../../types/type-of-schema.js";
import { boolean, number, present } from "../../types/type.js";
import { successes } from "./answer-body.js";

/**
 * What a header of a good answer is, if all responses that document it say that it is a number, or a boolean; `undefined`
 * for what stays a text: dates, lists, and all else.
 * @see https://spec.openapis.org/oas/v3.1.1.html#header-object
 */
export function headerKind(operation: Operation, name: string, use: SchemaUse): "number" | "boolean" | undefined {
  const schemas = successes(operation).flatMap(({ headers }) =>
    [...headers].filter(([documented]) => documented.toLowerCase() === name.toLowerCase()).map(([, schema]) => schema),
  );
  const types = schemas.map((schema) => schema && present(typeOfSchema(schema, use)));
  if (types.length === 0) return undefined;
  if (types.every((type) => type && assignable(type, number))) return "number";
  return types.every((type) => type && assignable(type, boolean)) ? "boolean" : undefined;
}
