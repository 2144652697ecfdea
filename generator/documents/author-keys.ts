/** Below these stands data of the author's, which may hold anything. */
export const dataKeys: ReadonlySet<string> = new Set(["example", "examples", "enum", "const"]);

/** The keys of these are names that the author chose. */
export const mapKeys: ReadonlySet<string> = new Set([
  "$defs",
  "callbacks",
  "content",
  "definitions",
  "dependentSchemas",
  "encoding",
  "headers",
  "parameters",
  "pathItems",
  "paths",
  "patternProperties",
  "properties",
  "requestBodies",
  "responses",
  "schemas",
]);
