import type { CodeTable } from "./entry.js";

/** Reading files and following references. */
export const reading = {
  "file-unreadable": {
    severity: "error",
    meaning: "A file is not there, may not be read, or is not UTF-8 text.",
    example: "url: ./missing.yaml",
    wayOut: "Correct the path, or name the file with `--source NAME=FILE`.",
  },
  "syntax-error": {
    severity: "error",
    meaning: "The text is not valid YAML or JSON, or a key stands twice in one object.",
    example: "operationId: listOrders\n    operationId: getOrder",
    wayOut:
      "Correct the text at the caret. Values that hold `: ` or ` #`, or begin with `{`, `[`, `*` or `@`, need quotes.",
  },
  "unsupported-yaml": {
    severity: "error",
    meaning: "A feature of YAML that has no equal in JSON: a custom tag, a merge key, a key that is not text.",
    example: "<<: *step",
    wayOut: "Write out what is meant. An alias that stands for a whole value is fine.",
  },
  "inexact-number": {
    severity: "warning",
    meaning: "A whole number has more digits than JavaScript can hold, so that another number would be sent.",
    example: "count: 12345678901234567890",
    wayOut: "Put quotes around it if text is meant.",
  },
  "document-too-large": {
    severity: "error",
    meaning:
      "A document exceeds a limit: 10 MB, 200 levels, a million values behind aliases or overlays, 20,000 parts or 1,000 alternatives of one schema.",
    example: "payload: [[[[[[[[[[",
    wayOut: "Take out what no workflow uses; of an OpenAPI document, the paths that are not called.",
  },
  "reference-refused": {
    severity: "error",
    meaning:
      "A reference leads to a network address, or out of the folders that may be read. Nothing is ever fetched, and a document does not decide which files are read.",
    example: "url: https://example.com/openapi.yaml",
    wayOut: "Keep a copy beside the documents and name it with `--source NAME=FILE`; bundle `$ref`s into one file.",
  },
  "reference-unresolved": {
    severity: "error",
    meaning: "A `$ref` points to nothing.",
    example: "$ref: '#/components/schemas/Ordr'",
    wayOut: "Correct the name, or add what it points to.",
  },
  "reference-cycle": {
    severity: "error",
    meaning: "References lead back to where they began without ever reaching a value.",
    example: "A: { $ref: '#/components/schemas/B' }",
    wayOut: "Let one of them say what it is. A schema that has itself as the schema of a property is no such cycle.",
  },
} as const satisfies CodeTable;
