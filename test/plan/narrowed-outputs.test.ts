import { describe, test } from "vitest";
import { Compiler, expectText, testEach } from "../support/compiler.js";
import { showing } from "../support/generated-workflow.js";
import { yaml } from "../support/yaml.js";
import { things } from "./thing-api.js";

const compiler = new Compiler();

/** A step reads a thing and may end the workflow early; another one follows. */
const ending = (given: string, output: string): string => yaml`
  workflows:
  - workflowId: test
    steps:
    - stepId: read
      operationId: read
      x-poll: false
      ${given}
      outputs: { x: ${output} }
    - stepId: send
      operationId: send
      parameters: [{ name: Sid, in: path, value: one }]
    outputs: { x: $steps.read.outputs.x }
`;

/** An action of a success that ends the workflow. */
function early(criterion: string): string {
  return `onSuccess: [{ name: early, type: end, criteria: [{ ${criterion} }] }]`;
}

/** The state is `closed`. */
const closed = "type: jsonpath, context: $response.body, condition: \"$[?@.state == 'closed']\"";

describe("an output is of what its ending was reached with", () => {
  testEach([
    {
      name: "where a value is one of those that are documented, and where it is not",
      given: early(closed),
      output: "$response.body#/state",
      want: `
        export type TestOutput = {
          /** How it is. */
          x?: State | undefined;
        } & (
          | {
              outcome: "early";
              x: "closed";
            }
          | {
              outcome: "completed";
              x?: Exclude<State, "closed"> | undefined;
            }
        );
      `,
    },
    {
      name: "where a value is missing, which is then no output, and where it is not",
      given: early("condition: $response.body#/text == null"),
      output: "$response.body#/text",
      want: `
        export type TestOutput =
          | {
              outcome: "early";
            }
          | {
              outcome: "completed";
              x: string;
            };
      `,
    },
    {
      name: "where a value is null or missing, of which nothing is left to hand out",
      given: early("condition: $response.body#/maybe == null"),
      output: "$response.body#/maybe",
      want: `
        export type TestOutput =
          | {
              outcome: "early";
            }
          | {
              outcome: "completed";
              x: string;
            };
      `,
    },
    {
      name: "where a value is null and never missing",
      given: early("condition: $response.body#/nullable == null"),
      output: "$response.body#/nullable",
      want: `
        export type TestOutput =
          | {
              outcome: "early";
              x: null;
            }
          | {
              outcome: "completed";
              x: string;
            };
      `,
    },
    {
      name: "where a step succeeds with one value only",
      given: `successCriteria: [{ condition: $statusCode == 200 }, { ${closed} }]`,
      output: "$response.body#/state",
      want: `
        export interface TestOutput {
          /** How it is. */
          x: "closed";
        }
      `,
    },
  ])(async ({ given, output, want }) => {
    const arazzo = ending(given, output);
    expectText(await compiler.told({ arazzo, openapi: things }, showing("output")), want);
  });
});

test("an output that an ending may lack may be absent from what all endings have in common", async () => {
  const arazzo = yaml`
    workflows:
    - workflowId: test
      failureActions: [{ name: early, type: end }]
      steps:
      - { stepId: send, operationId: send }
      - { stepId: read, operationId: read, outputs: { x: $response.body#/size } }
      - { stepId: last, operationId: send }
      outputs: { x: $steps.read.outputs.x }
  `;
  const openapi = yaml`
    servers: [{ url: https://api.example.com }]
    paths:
      /things:
        post: { operationId: send }
        get:
          operationId: read
          responses:
            "200":
              content:
                application/json:
                  schema:
                    type: object
                    required: [size]
                    properties: { size: { type: integer, description: How much. } }
  `;

  expectText(
    await compiler.told({ arazzo, openapi }, showing("output")),
    `
      export type TestOutput = {
        /** How much. */
        x?: number | undefined;
      } & (
        | {
            outcome: "early";
          }
        | {
            outcome: "completed";
            x: number;
          }
      );
    `,
  );
});

test("an output that no ending has is one all the same, for those that name it, and may be absent", async () => {
  const arazzo = yaml`
    workflows:
    - workflowId: test
      steps:
      - stepId: read
        operationId: read
        successCriteria: [{ condition: $response.body == null }]
        outputs: { x: $response.body }
      outputs: { x: $steps.read.outputs.x }
  `;
  const openapi = yaml`
    servers: [{ url: https://api.example.com }]
    paths:
      /text:
        get:
          operationId: read
          responses: { "200": { content: { application/json: { schema: { type: string } } } } }
  `;

  expectText(
    await compiler.told({ arazzo, openapi }, showing("output")),
    `
    export interface TestOutput {
      x?: string | undefined;
    }
    `,
  );
});

compiler.testTypes();
