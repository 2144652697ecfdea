import { expect, test } from "vitest";
import { Compiler, expectText } from "../support/compiler.js";
import { showing } from "../support/generated-workflow.js";
import { yaml } from "../support/yaml.js";

const compiler = new Compiler({ ignoring: ["poll-inferred"] });

const state = "{ type: string, enum: [pending, approved, failed] }";
const channel = "{ type: string, enum: [sms, call, mail] }";
const carrier = "{ type: object, properties: { name: { type: string }, code: { type: string } } }";

/** Two resources have lists and objects that say the same. */
const openapi = yaml`
  servers: [{ url: https://api.example.com }]
  paths:
    /codes:
      post:
        operationId: createCode
        requestBody:
          required: true
          content:
            application/json:
              schema: { type: object, required: [channel], properties: { channel: ${channel} } }
        responses: { "201": { content: { application/json: { schema: { $ref: "#/components/schemas/Code" } } } } }
    /checks:
      get:
        operationId: readCheck
        responses: { "200": { content: { application/json: { schema: { $ref: "#/components/schemas/Check" } } } } }
  components:
    schemas:
      Code:
        type: object
        properties: { state: ${state}, channel: ${channel}, carrier: ${carrier}, method: { type: string, enum: [GET, POST] } }
      Check:
        type: object
        properties: { state: ${state}, channel: ${channel}, carrier: ${carrier}, method: { type: string, enum: [GET, POST] } }
`;

const arazzo = yaml`
  workflows:
  - workflowId: test
    inputs: { type: object, required: [channel], properties: { channel: { type: string } } }
    steps:
    - stepId: make
      operationId: createCode
      requestBody: { payload: { channel: $inputs.channel } }
      outputs: { made: $response.body#/state }
    - stepId: check
      operationId: readCheck
      outputs: { state: $response.body#/state }
    outputs: { made: $steps.make.outputs.made, state: $steps.check.outputs.state }
`;

test("lists and objects that say the same of one name are one type, in functions and in the file of the API", async () => {
  const { files } = await compiler.compile({ arazzo, openapi });
  const api = files.get("apis/api.ts") ?? "";

  expect(api.slice(api.indexOf("    Code: {"))).toContain(`    Code: {
      state?: components["schemas"]["CheckState"] | undefined;
      channel?: components["schemas"]["CodeChannel.response"] | undefined;
      carrier?: components["schemas"]["CodeCarrier"] | undefined;
      method?: "GET" | "POST" | Undocumented | undefined;
    };
    Check: {
      state?: components["schemas"]["CheckState"] | undefined;
      channel?: components["schemas"]["CodeChannel.response"] | undefined;
      carrier?: components["schemas"]["CodeCarrier"] | undefined;
      method?: "GET" | "POST" | Undocumented | undefined;
    };
    CodeChannel: "sms" | "call" | "mail";
    CheckState: "pending" | "approved" | "failed" | Undocumented;
    "CodeChannel.response": "sms" | "call" | "mail" | Undocumented;
    CodeCarrier: {
      name?: string | undefined;
      code?: string | undefined;
    };
  };
}
export type CodeChannel = components["schemas"]["CodeChannel"];
export type CheckState = components["schemas"]["CheckState"];
`);
  expect(files.get("index.ts")).toContain('export type { CheckState, CodeChannel } from "./apis/api.js";');
});

test("a function names each of them once", async () => {
  expectText(
    await compiler.told({ arazzo, openapi }, showing("input", "output")),
    `
      export interface TestInput {
        channel: CodeChannel;
      }
      export interface TestOutput {
        made?: CheckState | undefined;
        state?: CheckState | undefined;
      }
    `,
  );
});
