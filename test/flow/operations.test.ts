import { describe, test } from "vitest";
import { Compiler } from "../support/compiler.js";
import { completedApi } from "../support/documents.js";
import { yaml } from "../support/yaml.js";
import { expectEnd, Running } from "./support/running.js";

const compiler = new Compiler();
const running = new Running(compiler);

/** Another API, with an operation that is also called `look`, one that has no name, and a path that has to be escaped. */
const parts = completedApi(yaml`
  paths:
    /parts:
      get:
        operationId: look
        responses: { "200": { description: Them., content: { application/json: { schema: { $ref: "#/components/schemas/Part" } } } } }
    /parts/~all/{id}:
      delete:
        parameters: [{ name: id, in: path, required: true, schema: { type: string } }]
        responses: { "204": { description: Gone. } }
  components:
    schemas:
      Part: { type: object, required: [size], properties: { size: { type: integer } } }
`);

/** A workflow of one step over both APIs, which returns a value of the answer if there is one. */
function naming(operation: string, value?: string): string {
  const [given, returned] =
    value === undefined ? ["", ""] : [`{ value: ${value} }`, "{ value: $steps.one.outputs.value }"];
  return yaml`
    sourceDescriptions:
    - { name: things, url: ./openapi.yaml, type: openapi }
    - { name: parts, url: ./parts.yaml, type: openapi }
    workflows:
    - workflowId: test
      steps:
      - stepId: one
        ${operation}
        parameters: [{ name: id, in: path, value: a/b }]
        ${given && `outputs: ${given}`}
      ${returned && `outputs: ${returned}`}
    - workflowId: other
      steps: [{ stepId: all, operationId: list, outputs: { next: $response.body#/next } }]
      outputs: { next: $steps.all.outputs.next }
  `;
}

describe("a step sends the request of the operation", () => {
  test.each([
    {
      name: "that only one of the documents has",
      given: naming("operationId: drop"),
      want: { sent: ["DELETE /things/a%2Fb"], result: {} },
    },
    {
      name: "of the source description that it names",
      given: naming("operationId: $sourceDescriptions.things.look", "$response.body#/state"),
      want: { sent: ["GET /things/a%2Fb"], result: { value: "ready" } },
    },
    {
      name: "that a path leads to",
      given: naming(
        "operationPath: '{$sourceDescriptions.things.url}#/paths/~1things~1{id}/get'",
        "$response.body#/state",
      ),
      want: { sent: ["GET /things/a%2Fb"], result: { value: "ready" } },
    },
    {
      name: "that a path leads to whose characters are escaped",
      given: naming("operationPath: '{$sourceDescriptions.parts.url}#/paths/~1parts~1~0all~1{id}/delete'"),
      want: { sent: ["DELETE /parts/~all/a%2Fb"], result: {} },
    },
  ])("$name", async ({ given, want }) => {
    const replies = [{ status: 200, body: { id: "a", state: "ready", size: 7 } }];
    expectEnd(await running.run({ arazzo: given, files: { "parts.yaml": parts } }, { replies }), want);
  });

  test("in a document of several workflows, which are functions each", async () => {
    const call = await running.load({ arazzo: naming("operationId: drop"), files: { "parts.yaml": parts } });
    const replies = [{ status: 200, body: { things: [], next: "n" } }];
    expectEnd(await call({ fn: "other", replies }), { sent: ["GET /things"], result: { next: "n" } });
  });

  test("in documents that are JSON", async () => {
    const arazzo = JSON.stringify({
      arazzo: "1.0.1",
      info: { title: "Parts", version: "1.0.0" },
      sourceDescriptions: [{ name: "parts", url: "./parts.json", type: "openapi" }],
      workflows: [
        {
          workflowId: "test",
          steps: [{ stepId: "one", operationId: "look", outputs: { size: "$response.body#/size" } }],
          outputs: { size: "$steps.one.outputs.size" },
        },
      ],
    });
    const json = JSON.stringify({
      openapi: "3.0.3",
      info: { title: "Parts", version: "1.0.0" },
      servers: [{ url: "https://api.example.com" }],
      paths: {
        "/parts": {
          get: {
            operationId: "look",
            responses: {
              200: {
                description: "Them.",
                content: {
                  "application/json": { schema: { type: "object", properties: { size: { type: "integer" } } } },
                },
              },
            },
          },
        },
      },
    });
    const replies = [{ status: 200, body: { size: 7 } }];
    expectEnd(await running.run({ arazzo, files: { "parts.json": json } }, { replies }), {
      sent: ["GET /parts"],
      result: { size: 7 },
    });
  });
});

compiler.testTypes();
