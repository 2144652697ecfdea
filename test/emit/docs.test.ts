import { describe } from "vitest";
import { Compiler, expectText, testEach } from "../support/compiler.js";
import { yaml } from "../support/yaml.js";

const compiler = new Compiler({ ignoring: ["poll-inferred"] });

const openapi = yaml`
  paths:
    /things:
      post:
        operationId: create_thing
        requestBody:
          content: { application/json: { schema: { $ref: "#/components/schemas/CreateThingRequest" } } }
        responses: { "204": { description: Made. } }
    /parts:
      post:
        operationId: getParts
        requestBody:
          content:
            application/json:
              schema: { type: object, properties: { size: { type: string, enum: [s, m, l] } } }
        responses: { "204": { description: Made. } }
    /state:
      get:
        operationId: look
        responses:
          "200":
            description: How it goes.
            content:
              application/json:
                schema: { type: object, required: [state], properties: { state: { type: string } } }
  components:
    schemas:
      CreateThingRequest:
        type: object
        properties: { kind: { type: string, enum: [big, tall, old] } }
`;

const inputs = yaml`
  workflows:
  - workflowId: test
    inputs:
      type: object
      required: [kind]
      properties:
        kind: { type: string, default: tall, description: What it is. }
        size: { type: string, default: m }
    steps:
    - { stepId: one, operationId: create_thing, requestBody: { payload: { kind: $inputs.kind } } }
    - { stepId: two, operationId: getParts, requestBody: { payload: { size: $inputs.size } } }
`;

describe("an input", () => {
  testEach([
    {
      name: "has the type of what takes it, named without the verb of its operation; a default that is never used is an example",
      given: inputs,
      want: `
        export interface TestInput {
          /**
           * What it is.
           *
           * @example "tall"
           */
          kind: ThingKind;
          /** @default "m" */
          size?: PartsSize | undefined;
        }
      `,
    },
  ])(async ({ given, want }) => {
    const told = await compiler.told({ arazzo: given, openapi }, ({ input }) => input);
    expectText(told, want);
  });
});

/** A workflow that polls its last step. */
const polling = (poll: string): string => yaml`
  workflows:
  - workflowId: test
    summary: Looks until it is ready.
    steps:
    - stepId: look
      operationId: look
      ${poll}
      onSuccess: [{ name: ready, type: end, criteria: [{ condition: $response.body#/state == 'ready' }] }]
`;

describe("the comment of a function says of each step that is polled for how long it is", () => {
  const sentence = (longest: string): string =>
    `* Polls \`look\` for ${longest}, or as \`options.poll\` says; then throws a \`PollDeadlineError\`.`;
  testEach([
    { name: "where the document says nothing", poll: "x-poll: {}", want: sentence("5 minutes") },
    { name: "in the largest unit", poll: "x-poll: { deadline: 3600000 }", want: sentence("1 hour") },
    { name: "in days", poll: "x-poll: { deadline: 259200000 }", want: sentence("3 days") },
    { name: "in seconds", poll: "x-poll: { deadline: 90000 }", want: sentence("90 seconds") },
    { name: "in milliseconds", poll: "x-poll: { deadline: 1500 }", want: sentence("1500 milliseconds") },
  ])(async ({ poll, want }) => {
    const told = await compiler.told({ arazzo: polling(poll), openapi }, ({ doc }) => lineOf(doc, "Polls"));
    expectText(told, want);
  });
});

function lineOf(text: string, word: string): string {
  return (
    text
      .split("\n")
      .find((line) => line.includes(word))
      ?.trim() ?? ""
  );
}
