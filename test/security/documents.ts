/*
 * The documents that the attacks begin with: one workflow `test` of one step that posts to `/things` and puts out the
 * `sid` of the answer. Each part is an argument, so that an attack says only what is its own.
 */

/** An Arazzo document. */
export function arazzoOf(parts: {
  readonly document?: object;
  readonly workflow?: object;
  readonly step?: object;
}): object {
  const step = { stepId: "one", operationId: "make", outputs: { sid: "$response.body#/sid" }, ...parts.step };
  const outputs = { sid: "$steps.one.outputs.sid" };
  return {
    arazzo: "1.1.0",
    info: { title: "Given", version: "1.0.0" },
    sourceDescriptions: [{ name: "api", url: "./openapi.yaml", type: "openapi" }],
    workflows: [{ workflowId: "test", steps: [step], outputs, ...parts.workflow }],
    ...parts.document,
  };
}

/** An OpenAPI document. */
export function openapiOf(
  parts: {
    readonly document?: object;
    readonly path?: string;
    readonly method?: string;
    readonly operation?: object;
    /** The schema of the body that is sent. */
    readonly body?: object;
  } = {},
): object {
  const thing = { type: "object", properties: { sid: { type: "string" } } };
  const operation = {
    operationId: "make",
    ...(parts.body && { requestBody: { content: { "application/json": { schema: parts.body } } } }),
    responses: { 200: { description: "Made.", content: { "application/json": { schema: thing } } } },
    ...parts.operation,
  };
  return {
    openapi: "3.1.0",
    info: { title: "Given", version: "1.0.0" },
    servers: [{ url: "https://api.example.com" }],
    paths: { [parts.path ?? "/things"]: { [parts.method ?? "post"]: operation } },
    ...parts.document,
  };
}
