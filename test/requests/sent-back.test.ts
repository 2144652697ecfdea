import { describe, test } from "vitest";
import { expectEnd, Running } from "../flow/support/running.js";
import { Compiler } from "../support/compiler.js";
import { yaml } from "../support/yaml.js";

const compiler = new Compiler();
const running = new Running(compiler);

const pets = yaml`
  openapi: 3.1.0
  paths:
    /pet:
      get:
        operationId: look
        responses: { "200": { description: It., content: { application/json: { schema: { $ref: "#/components/schemas/Pet" } } } } }
      put:
        operationId: change
        parameters: [{ name: state, in: query, schema: { $ref: "#/components/schemas/State" } }]
        requestBody: { content: { application/json: { schema: { $ref: "#/components/schemas/Pet" } } } }
        responses: { "204": { description: Changed. } }
  components:
    schemas:
      State: { type: string, enum: [sold, pending] }
      Pet:
        type: object
        required: [name, state]
        properties:
          name: { type: string }
          state: { $ref: "#/components/schemas/State" }
          before: { type: [string, "null"], enum: [sold, pending, null] }
          tags: { type: array, items: { type: string, enum: [red, green] } }
          owner: { type: object, properties: { kind: { enum: [person, shop] }, name: { type: string } } }
`;

const changing = (step: string): string => yaml`
  workflows:
  - workflowId: test
    steps:
    - stepId: look
      operationId: look
      outputs: { all: $response.body, state: $response.body#/state, before: $response.body#/before, tags: $response.body#/tags, name: $response.body#/name }
    - stepId: change
      operationId: change
      ${step}
`;

const pet = { name: "Rex", state: "lost", before: null, tags: ["red", "blue"], owner: { kind: "zoo", name: "Ada" } };

describe("what an answer lists, and what the API has added to that, goes back", () => {
  test.each([
    {
      name: "as a parameter",
      given: "parameters: [{ name: state, in: query, value: $steps.look.outputs.state }]",
      want: "PUT /pet?state=lost",
    },
    {
      name: "as a field",
      given:
        "requestBody: { payload: { name: Max, state: $steps.look.outputs.state, tags: $steps.look.outputs.tags } }",
      want: 'PUT /pet {"name":"Max","state":"lost","tags":["red","blue"]}',
    },
    {
      name: "not where it is null and null is not taken",
      given: "parameters: [{ name: state, in: query, value: $steps.look.outputs.before }]",
      want: "PUT /pet",
    },
    {
      name: "in the whole",
      given: "requestBody: { payload: $steps.look.outputs.all }",
      want: `PUT /pet ${JSON.stringify(pet)}`,
    },
    {
      name: "in the whole, of which a part is replaced",
      given:
        "requestBody: { payload: $steps.look.outputs.all, replacements: [{ target: /name, value: Max }, { target: /state, value: sold }] }",
      want: `PUT /pet ${JSON.stringify({ ...pet, name: "Max", state: "sold" })}`,
    },
  ])("$name", async ({ given, want }) => {
    const replies = [{ status: 200, body: pet }, { status: 204 }];
    const ran = await running.run({ arazzo: changing(given), openapi: pets }, { replies });
    expectEnd(ran, { sent: ["GET /pet", want], result: {} });
  });
});

compiler.testTypes();
