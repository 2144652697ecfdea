import type { CodeTable } from "./entry.js";

/** The shape of documents, and the names in them. */
export const documents = {
  "invalid-document": {
    severity: "error",
    meaning: "A field is missing, unknown, or not of the kind that the specification asks for.",
    example: "operationID: listOrders",
    wayOut: "Correct the field; the message says what it has to be.",
  },
  "unsupported-version": {
    severity: "error",
    meaning: "The version of the specification that the document names is not read here.",
    example: "arazzo: 2.0.0",
    wayOut: "Arazzo 1.0 and 1.1, OpenAPI 3.0 and 3.1 and Overlay 1.0 are read: convert the document to one of these.",
  },
  "unsupported-feature": {
    severity: "error",
    meaning: "A part of the specification that is not compiled, such as AsyncAPI or XPath; the message names it.",
    example: "type: xpath",
    wayOut: "Say it by other means: conditions of type `simple`, `regex` or `jsonpath`, and JSON Pointers.",
  },
  "duplicate-id": {
    severity: "error",
    meaning: "Two workflows, steps, actions, parameters or sources share a name that has to be unique.",
    example: "- stepId: list\n  operationId: listOrders\n- stepId: list",
    wayOut: "Rename one of them.",
  },
  "invalid-name": {
    severity: "error",
    meaning:
      "A workflowId that can become neither a TypeScript identifier nor a file name, or an input with a name that every object has already, such as `constructor`.",
    example: "workflowId: 2nd order",
    wayOut: "Use letters, digits, hyphens and underscores, a letter first.",
  },
  "invalid-allow": {
    severity: "error",
    meaning: "A field `x-allow` names a code that there is not or that is an error, or gives no reason.",
    example: "x-allow: { unused-inputs: Callers send it already. }",
    wayOut: "Write `x-allow: { code: reason }`; only warnings and notes can be allowed.",
  },
  "unused-allow": {
    severity: "warning",
    meaning: "A field `x-allow` silences nothing; it could hide what is found there one day.",
    example: "x-allow: { unused-input: Callers send it already. }",
    wayOut: "Remove it.",
  },
  "name-collision": {
    severity: "error",
    meaning:
      "Two different names become one TypeScript identifier, or one file where the file system ignores case; one would overwrite the other.",
    example: "workflowId: listorders",
    wayOut: "Rename one of them, in an overlay if the document is not yours.",
  },
} as const satisfies CodeTable;
