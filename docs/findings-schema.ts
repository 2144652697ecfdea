import { codes } from "../generator/diagnostics.js";

const text = { type: "string" };
const orNull = (schema: object, description: string): object => ({ anyOf: [schema, { type: "null" }], description });
const count = { type: "integer", minimum: 1 };

const action = {
  type: "object",
  description: "An action of OpenAPI Overlay 1.0.",
  required: ["target", "description"],
  additionalProperties: false,
  properties: {
    target: { ...text, description: "A JSONPath (RFC 9535) that selects one value of the document." },
    description: { ...text, description: "Why." },
    update: { type: "object", description: "What is merged into the object; there is this or `remove`." },
    remove: { const: true, description: "The value is removed." },
  },
};

const finding = {
  type: "object",
  required: ["code", "severity", "message", "file", "line", "column", "endLine", "endColumn", "hint", "fix"],
  additionalProperties: false,
  properties: {
    code: {
      type: "string",
      enum: codes,
      description: "The kind of finding; docs/findings.md lists them.",
    },
    severity: { type: "string", enum: ["error", "warning", "note"], description: "What it weighs in this run." },
    message: { ...text, description: "What is wrong, in one sentence." },
    file: orNull(
      text,
      "The document, relative to the working directory where that is shorter; null where none is at fault.",
    ),
    line: orNull(count, "From 1."),
    column: orNull(count, "From 1, in UTF-16 units."),
    endLine: orNull(count, "From 1."),
    endColumn: orNull(count, "From 1, in UTF-16 units; the first column behind the place."),
    hint: orNull(text, "A way out."),
    fix: orNull(
      {
        type: "object",
        required: ["file", "actions"],
        additionalProperties: false,
        properties: {
          file: { ...text, description: "The document that the actions are for." },
          actions: { type: "array", minItems: 1, items: action },
        },
      },
      "The way out as overlay actions; `lint --fix` writes them.",
    ),
  },
};

/** What `--format json` prints, as a JSON Schema. */
export const findingsSchema = {
  $schema: "https://json-schema.org/draft/2020-12/schema",
  title: "The findings of a run",
  description: "What `twilio-workflows lint --format json` writes to the standard output.",
  type: "object",
  required: ["findings"],
  additionalProperties: false,
  properties: { findings: { type: "array", items: finding, description: "By document and place." } },
} as const;
