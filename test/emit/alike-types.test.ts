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

test("lists that say the same of several names are one type, called by the words at the end of all of them", async () => {
  const match = (description: string): string =>
    `{ type: string, enum: [exact, partial, none], description: ${description} }`;
  const api = yaml`
    servers: [{ url: https://api.example.com }]
    paths:
      /checks:
        get:
          operationId: readCheck
          parameters:
          - { name: smsMethod, in: query, schema: { type: string, enum: [GET, POST, PUT] } }
          - { name: VoiceMethod, in: query, schema: { type: string, enum: [GET, POST, PUT] } }
          - { name: verb, in: query, schema: { type: string, enum: [GET, POST, PUT] } }
          responses: { "200": { content: { application/json: { schema: { $ref: "#/components/schemas/Check" } } } } }
    components:
      schemas:
        Check:
          type: object
          properties:
            first_name_match: ${match("How well the first name matches.")}
            last_name_match: ${match("How well the last name matches.")}
            first_call: { type: [string, "null"], enum: [GET, POST, null] }
            last_call: { type: [string, "null"], enum: [GET, POST, null] }
  `;
  const reading = yaml`
    workflows:
    - workflowId: test
      steps: [{ stepId: check, operationId: readCheck }]
  `;
  const { files } = await compiler.compile({ arazzo: reading, openapi: api });
  const written = files.get("apis/api.ts") ?? "";

  expect(written).toContain(`          smsMethod?: components["schemas"]["Method"] | undefined;
          VoiceMethod?: components["schemas"]["Method"] | undefined;
          verb?: "GET" | "POST" | "PUT" | undefined;
`);
  expect(written.slice(written.indexOf("    Check: {"))).toBe(`    Check: {
      /** How well the first name matches. */
      first_name_match?: components["schemas"]["NameMatch"] | undefined;
      /** How well the last name matches. */
      last_name_match?: components["schemas"]["NameMatch"] | undefined;
      first_call?: "GET" | "POST" | null | Undocumented | undefined;
      last_call?: "GET" | "POST" | null | Undocumented | undefined;
    };
    Method: "GET" | "POST" | "PUT";
    NameMatch: "exact" | "partial" | "none" | Undocumented;
  };
}
`);
});
