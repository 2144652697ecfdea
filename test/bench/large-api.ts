/** A large OpenAPI document, and workflows over it, made by counting: the same text for the same numbers. */

/** How many operations share one schema. */
const sharing = 4;

/** An OpenAPI document as JSON text: a list and a single thing for each resource, with fields of many kinds. */
export function largeApi(operations: number): string {
  const resources = Math.ceil(operations / 2);
  const paths: Record<string, unknown> = {};
  const schemas: Record<string, unknown> = {};
  for (let index = 0; index < resources; index++) {
    const name = `Thing${index}`;
    if (index % sharing === 0) schemas[schemaOf(index)] = thing(index);
    paths[`/v1/${name}s`] = { post: create(name, schemaOf(index)) };
    paths[`/v1/${name}s/{Sid}`] = { get: fetch(name, schemaOf(index)) };
  }
  return JSON.stringify({
    openapi: "3.0.3",
    info: { title: "A large API", version: "1" },
    servers: [{ url: "https://api.example.com" }],
    paths,
    components: { schemas },
  });
}

/** Arazzo documents as JSON text, of one workflow each: creates a thing, reads it, and ends by its status. */
export function workflowsOver(operations: number, count: number): readonly string[] {
  const resources = Math.ceil(operations / 2);
  return Array.from({ length: count }, (_, index) => JSON.stringify(document(index, (index * 7) % resources)));
}

function document(index: number, resource: number): unknown {
  return {
    arazzo: "1.0.1",
    info: { title: `Workflow ${index}`, version: "1" },
    sourceDescriptions: [{ name: "api", url: "./api.json", type: "openapi" }],
    workflows: [
      {
        workflowId: `make-thing-${index}`,
        inputs: { type: "object", required: ["name"], properties: { name: { type: "string" } } },
        steps: [
          {
            stepId: "create",
            operationId: `CreateThing${resource}`,
            requestBody: { contentType: "application/json", payload: { Name: "$inputs.name" } },
            successCriteria: [{ condition: "$statusCode == 201" }],
            outputs: { sid: "$response.body#/sid" },
          },
          {
            stepId: "read",
            "x-poll": { interval: 1_000 },
            operationId: `FetchThing${resource}`,
            parameters: [{ name: "Sid", in: "path", value: "$steps.create.outputs.sid" }],
            successCriteria: [{ condition: "$statusCode == 200" }],
            outputs: { state: "$response.body#/state", tags: "$response.body#/tags" },
            onSuccess: [
              { name: "ready", type: "end", criteria: [{ condition: "$response.body#/state == 'ready'" }] },
              { name: "broken", type: "end", criteria: [{ condition: "$response.body#/state == 'broken'" }] },
            ],
          },
        ],
        outputs: { sid: "$steps.create.outputs.sid", state: "$steps.read.outputs.state" },
      },
    ],
  };
}

function schemaOf(index: number): string {
  return `ThingOf${index - (index % sharing)}`;
}

function thing(index: number): unknown {
  const texts = Array.from({ length: 30 }, (_, field) => [
    `field_${field}`,
    { type: "string", nullable: field % 2 === 0, description: `Field ${field} of thing ${index}.` },
  ]);
  return {
    type: "object",
    required: ["sid", "state"],
    properties: {
      sid: { type: "string", pattern: "^TH[0-9a-f]{32}$" },
      state: { type: "string", enum: ["new", "ready", "broken"] },
      tags: { type: "array", items: { type: "object", properties: { key: { type: "string" } } } },
      ...Object.fromEntries(texts),
    },
  };
}

function create(name: string, schema: string): unknown {
  const fields = Array.from({ length: 20 }, (_, field) => [`Field${field}`, { type: "string" }]);
  const body = {
    type: "object",
    required: ["Name"],
    properties: { Name: { type: "string" }, ...Object.fromEntries(fields) },
  };
  return {
    operationId: `Create${name}`,
    requestBody: { required: true, content: { "application/json": { schema: body } } },
    responses: { "201": answer(schema) },
  };
}

function fetch(name: string, schema: string): unknown {
  return {
    operationId: `Fetch${name}`,
    parameters: [{ name: "Sid", in: "path", required: true, schema: { type: "string" } }],
    responses: { "200": answer(schema) },
  };
}

function answer(schema: string): unknown {
  return {
    description: "The thing.",
    content: { "application/json": { schema: { $ref: `#/components/schemas/${schema}` } } },
  };
}
