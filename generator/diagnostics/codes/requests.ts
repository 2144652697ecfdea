import type { CodeTable } from "./entry.js";

/** What a step sends, and where to. */
export const requests = {
  "unknown-parameter": {
    severity: "error",
    meaning: "The operation has no parameter of this name in this place; it would be ignored, or refused.",
    example: "name: sate, in: query",
    wayOut: "Correct the name or `in`.",
  },
  "ignored-parameter": {
    severity: "warning",
    strict: true,
    meaning: "A header that OpenAPI lets no parameter set: it is not sent.",
    example: "name: Authorization, in: header",
    wayOut: "Remove it. Credentials come from the options of the run, the content type from the `requestBody`.",
  },
  "missing-parameter": {
    severity: "error",
    meaning: "A required parameter of the operation gets no value.",
    example: "operationId: getOrder",
    wayOut: "Add it to the `parameters` of the step.",
  },
  "unknown-field": {
    severity: "error",
    meaning:
      "The request body of the operation, or the document that an expression is about, has no field of this name.",
    example: "payload: { article: pen, coutn: 2 }",
    wayOut: "Correct the name.",
  },
  "missing-field": {
    severity: "error",
    meaning: "A required field of the request body gets no value; the API would refuse the request.",
    example: "payload: { count: 2 }",
    wayOut: "Add it to the `payload`.",
  },
  "unknown-pointer": {
    severity: "error",
    meaning: "A JSON Pointer or path leads to nothing that the schema describes.",
    example: "id: $response.body#/identifier",
    wayOut: "Correct it. Where the API sends more than its document says, add the field to the schema, in an overlay.",
  },
  "unknown-content-type": {
    severity: "error",
    meaning: "The operation takes no body, or none of this media type.",
    example: "contentType: application/xml",
    wayOut: "Name one of the media types that the operation documents.",
  },
  "type-conflict": {
    severity: "error",
    meaning: "A value is of a type that the place it goes to does not take.",
    example: "payload: { article: pen, count: many }",
    wayOut: "Give a value of the type that is asked for, or declare the input so.",
  },
  "value-outside-enum": {
    severity: "error",
    meaning: "A value is none of those that the schema lists; the API would refuse it.",
    example: "name: state, in: query, value: payed",
    wayOut: "Use one of the values that are listed.",
  },
  "no-server": {
    severity: "error",
    meaning: "The OpenAPI document names no server for the operation, so that nothing says where to send the request.",
    example: "servers: []",
    wayOut: "Add `servers`, in an overlay if the document is not yours.",
  },
  "refused-server": {
    severity: "error",
    meaning: "A server URL to which credentials may not go: not https, not a host, or with user information in it.",
    example: "servers: [{ url: http://api.example.com }]",
    wayOut: "Name an https server, in an overlay if the document is not yours.",
  },
  "ambiguous-server": {
    severity: "warning",
    strict: true,
    meaning:
      "The document names several hosts and nothing says which of them serves the operation. The first is taken; on the wrong one every request fails.",
    example: "servers: [{ url: https://one.example.com }, { url: https://two.example.com }]",
    wayOut: "Give the path or the operation its own `servers`; an overlay does it for a document that is not yours.",
  },
} as const satisfies CodeTable;
