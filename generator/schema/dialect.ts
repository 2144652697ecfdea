/**
 * Which JSON Schema a document is written in: that of OpenAPI 3.0, that of OpenAPI 3.1, or plain 2020-12 as in the
 * inputs of an Arazzo document. They differ here only in what stands beside a `$ref`: 3.0 ignores it.
 * @see https://spec.openapis.org/oas/v3.0.4.html#schema-object
 * @see https://spec.openapis.org/oas/v3.1.1.html#schema-object
 * @see https://json-schema.org/draft/2020-12/json-schema-core
 */
export type Dialect = "3.0" | "3.1" | "2020-12";

/** Keywords that tell about a value and ask nothing of it. Beside a `$ref` they overrule what it leads to. */
const ANNOTATIONS: ReadonlySet<string> = new Set([
  "$comment",
  "default",
  "deprecated",
  "description",
  "example",
  "examples",
  "externalDocs",
  "readOnly",
  "summary",
  "title",
  "writeOnly",
  "xml",
]);

/** Whether a keyword only annotates; extensions do. */
export function isAnnotation(keyword: string): boolean {
  return ANNOTATIONS.has(keyword) || keyword.startsWith("x-");
}
