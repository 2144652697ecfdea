import { z } from "zod";

/**
 * A JSON Schema as it stands in the document; the schema stage reads it.
 * @see https://spec.openapis.org/arazzo/v1.0.1.html#workflow-object
 */
export const jsonSchema = z.record(z.string(), z.unknown()).readonly();

export type JsonSchema = z.output<typeof jsonSchema>;
