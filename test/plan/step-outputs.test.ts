import { describe } from "vitest";
import { Compiler, expectText, testEach } from "../support/compiler.js";
import { within } from "../support/fragment.js";
import type { GeneratedWorkflow } from "../support/generated-workflow.js";
import { yaml } from "../support/yaml.js";

const compiler = new Compiler();

const things = yaml`
  paths:
    /things:
      get:
        operationId: read
        responses:
          "200":
            description: The thing.
            content:
              application/json:
                schema: { $ref: "#/components/schemas/Thing" }
    /things/{Sid}:
      post:
        operationId: send
        parameters:
        - { name: Sid, in: path, required: true, schema: { type: string } }
        requestBody:
          content:
            application/json:
              schema:
                type: object
                properties: { Text: { type: string }, Other: { type: string }, Maybe: { type: [string, "null"] } }
        responses: { "204": { description: Done. } }
  components:
    schemas:
      Thing:
        type: object
        required: [id, nullable, owner]
        properties:
          id: { type: string, description: The id. }
          text: { type: string }
          nullable: { type: [string, "null"] }
          maybe: { type: [string, "null"] }
          count: { type: integer }
          first_name: { type: string }
          x-y: { type: string }
          class: { type: string }
          "200": { type: string }
          state: { $ref: "#/components/schemas/State" }
          tags: { type: array, items: { type: string } }
          owner: { type: object, required: [name], properties: { name: { type: string }, age: { type: integer } } }
          parent: { oneOf: [{ type: "null" }, { type: object, required: [id], properties: { id: { type: string } } }] }
          rows: { type: array, items: { type: object, required: [id], properties: { id: { type: string } } } }
          labels: { type: object, additionalProperties: { type: string } }
          any: {}
      State: { type: string, enum: [active, closed], description: How it is. }
`;

/** A step reads a thing and gives `x` to a second one, by the path and the fields of its form. */
const sending = yaml`
  workflows:
  - workflowId: test
    steps:
    - stepId: read
      operationId: read
      outputs: { x: <given> }
    - stepId: send
      operationId: send
      parameters: [{ name: Sid, in: path, value: <sid> }]
      requestBody: { payload: <payload> }
`;

describe("what a later step needs", () => {
  const sid = "$steps.read.outputs.x";
  testEach([
    {
      name: "is there",
      given: "$response.body#/id",
      sid,
      payload: "{}",
      want: `
        const x = run.present(read.data.id, "read", "$response.body#/id");

        const send = await api.POST("/things/{Sid}", {
          ...run.step("send"),
          params: { path: { Sid: x } },
          headers: { "Content-Type": "application/json" },
          body: {},
        });
      `,
    },
    {
      name: "may be missing, and then is an error",
      given: "$response.body#/text",
      sid,
      payload: "{}",
      want: `
        const x = run.present(read.data.text, "read", "$response.body#/text");

        const send = await api.POST("/things/{Sid}", {
          ...run.step("send"),
          params: { path: { Sid: x } },
          headers: { "Content-Type": "application/json" },
          body: {},
        });
      `,
    },
    {
      name: "may be null, and then is an error",
      given: "$response.body#/nullable",
      sid,
      payload: "{}",
      want: `
        const x = run.present(read.data.nullable, "read", "$response.body#/nullable");

        const send = await api.POST("/things/{Sid}", {
          ...run.step("send"),
          params: { path: { Sid: x } },
          headers: { "Content-Type": "application/json" },
          body: {},
        });
      `,
    },
    {
      name: "is needed in one place and welcome in another",
      given: "$response.body#/text",
      sid,
      payload: "{ Text: $steps.read.outputs.x }",
      want: `
        const x = run.present(read.data.text, "read", "$response.body#/text");

        const send = await api.POST("/things/{Sid}", {
          ...run.step("send"),
          params: { path: { Sid: x } },
          headers: { "Content-Type": "application/json" },
          body: { Text: x },
        });
      `,
    },
    {
      name: "is deep inside",
      given: "$response.body#/owner/name",
      sid,
      payload: "{}",
      want: `
        const x = run.present(read.data.owner.name, "read", "$response.body#/owner/name");

        const send = await api.POST("/things/{Sid}", {
          ...run.step("send"),
          params: { path: { Sid: x } },
          headers: { "Content-Type": "application/json" },
          body: {},
        });
      `,
    },
    {
      name: "is below what may be null",
      given: "$response.body#/parent/id",
      sid,
      payload: "{}",
      want: `
        const x = run.present(read.data.parent?.id, "read", "$response.body#/parent/id");

        const send = await api.POST("/things/{Sid}", {
          ...run.step("send"),
          params: { path: { Sid: x } },
          headers: { "Content-Type": "application/json" },
          body: {},
        });
      `,
    },
    {
      name: "is an item of a list",
      given: "$response.body#/tags/0",
      sid,
      payload: "{}",
      want: `
        const x = run.present(read.data.tags?.[0], "read", "$response.body#/tags/0");

        const send = await api.POST("/things/{Sid}", {
          ...run.step("send"),
          params: { path: { Sid: x } },
          headers: { "Content-Type": "application/json" },
          body: {},
        });
      `,
    },
    {
      name: "is inside an item of a list",
      given: "$response.body#/rows/1/id",
      sid,
      payload: "{}",
      want: `
        const x = run.present(read.data.rows?.[1]?.id, "read", "$response.body#/rows/1/id");

        const send = await api.POST("/things/{Sid}", {
          ...run.step("send"),
          params: { path: { Sid: x } },
          headers: { "Content-Type": "application/json" },
          body: {},
        });
      `,
    },
    {
      name: "is an entry of a map",
      given: "$response.body#/labels/color",
      sid,
      payload: "{}",
      want: `
        const x = run.present(read.data.labels?.["color"], "read", "$response.body#/labels/color");

        const send = await api.POST("/things/{Sid}", {
          ...run.step("send"),
          params: { path: { Sid: x } },
          headers: { "Content-Type": "application/json" },
          body: {},
        });
      `,
    },
    {
      name: "is a number",
      given: "$response.body#/count",
      sid,
      payload: "{}",
      want: `
        const x = run.present(read.data.count, "read", "$response.body#/count");

        const send = await api.POST("/things/{Sid}", {
          ...run.step("send"),
          params: { path: { Sid: String(x) } },
          headers: { "Content-Type": "application/json" },
          body: {},
        });
      `,
    },
    {
      name: "is one of a list of values",
      given: "$response.body#/state",
      sid,
      payload: "{}",
      want: `
        const x = run.present(read.data.state, "read", "$response.body#/state");

        const send = await api.POST("/things/{Sid}", {
          ...run.step("send"),
          params: { path: { Sid: x } },
          headers: { "Content-Type": "application/json" },
          body: {},
        });
      `,
    },
    {
      name: "is anything, which is no text",
      given: "$response.body#/any",
      sid,
      payload: "{}",
      want: "outside 9:48 error type-conflict the path parameter 'Sid' takes text, and '$steps.read.outputs.x' is a value of any kind",
    },
    {
      name: "is a list, which is no text",
      given: "$response.body#/tags",
      sid,
      payload: "{}",
      want: "outside 9:48 error type-conflict the path parameter 'Sid' takes text, and '$steps.read.outputs.x' is a list (each text) or absent",
    },
  ])(async ({ given, sid: path, payload, want }) => {
    const document = sending.replace("<sid>", () => path).replace("<payload>", () => payload);
    const documents = { arazzo: within(document, given), openapi: things };
    expectText(await compiler.told(documents, between), want);
  });
});

describe("what a later step can do without", () => {
  testEach([
    {
      name: "is there",
      given: "$response.body#/id",
      payload: "{ Text: $steps.read.outputs.x }",
      want: `
        const send = await api.POST("/things/{Sid}", {
          ...run.step("send"),
          params: { path: { Sid: "TH1" } },
          headers: { "Content-Type": "application/json" },
          body: { Text: read.data.id },
        });
      `,
    },
    {
      name: "may be missing",
      given: "$response.body#/text",
      payload: "{ Text: $steps.read.outputs.x }",
      want: `
        const send = await api.POST("/things/{Sid}", {
          ...run.step("send"),
          params: { path: { Sid: "TH1" } },
          headers: { "Content-Type": "application/json" },
          body: { Text: read.data.text },
        });
      `,
    },
    {
      name: "may be null",
      given: "$response.body#/nullable",
      payload: "{ Text: $steps.read.outputs.x }",
      want: `
        const send = await api.POST("/things/{Sid}", {
          ...run.step("send"),
          params: { path: { Sid: "TH1" } },
          headers: { "Content-Type": "application/json" },
          body: { Text: read.data.nullable ?? undefined },
        });
      `,
    },
    {
      name: "may be null, and may be sent so",
      given: "$response.body#/nullable",
      payload: "{ Maybe: $steps.read.outputs.x }",
      want: `
        const send = await api.POST("/things/{Sid}", {
          ...run.step("send"),
          params: { path: { Sid: "TH1" } },
          headers: { "Content-Type": "application/json" },
          body: { Maybe: read.data.nullable },
        });
      `,
    },
    {
      name: "is read twice",
      given: "$response.body#/maybe",
      payload: "{ Text: $steps.read.outputs.x, Other: $steps.read.outputs.x }",
      want: `
        const { maybe: x } = read.data;

        const send = await api.POST("/things/{Sid}", {
          ...run.step("send"),
          params: { path: { Sid: "TH1" } },
          headers: { "Content-Type": "application/json" },
          body: { Text: x ?? undefined, Other: x ?? undefined },
        });
      `,
    },
    {
      name: "is below what may be null",
      given: "$response.body#/parent/id",
      payload: "{ Text: $steps.read.outputs.x }",
      want: `
        const send = await api.POST("/things/{Sid}", {
          ...run.step("send"),
          params: { path: { Sid: "TH1" } },
          headers: { "Content-Type": "application/json" },
          body: { Text: read.data.parent?.id },
        });
      `,
    },
    {
      name: "is a number that may be missing",
      given: "$response.body#/count",
      payload: "{ Text: $steps.read.outputs.x }",
      want: "outside 10:37 error type-conflict the field 'Text' takes text, and '$steps.read.outputs.x' is a number or absent",
    },
    {
      name: "is read deeper than the output says",
      given: "$response.body#/owner",
      payload: `{ Text: "$steps.read.outputs.x#/name" }`,
      want: `
        const send = await api.POST("/things/{Sid}", {
          ...run.step("send"),
          params: { path: { Sid: "TH1" } },
          headers: { "Content-Type": "application/json" },
          body: { Text: read.data.owner.name },
        });
      `,
    },
    {
      name: "is read deeper, by a dot",
      given: "$response.body#/owner",
      payload: `{ Text: $steps.read.outputs.x.name }`,
      want: `
        const send = await api.POST("/things/{Sid}", {
          ...run.step("send"),
          params: { path: { Sid: "TH1" } },
          headers: { "Content-Type": "application/json" },
          body: { Text: read.data.owner.name },
        });
      `,
    },
    {
      name: "is read deeper, to nothing",
      given: "$response.body#/owner",
      payload: `{ Text: $steps.read.outputs.x.nam }`,
      want: `
        outside 10:37 error unknown-pointer '$steps.read.outputs.x.nam': the schema knows no 'nam' there
          | Did you mean 'name'?
      `,
    },
  ])(async ({ given, payload, want }) => {
    const document = sending.replace("<sid>", "TH1").replace("<payload>", () => payload);
    const documents = { arazzo: within(document, given), openapi: things };
    expectText(await compiler.told(documents, between), want);
  });
});

/** Between the judgement of the first step and the end of the second request. */
function between({ statements }: GeneratedWorkflow): string {
  return /run\.expect\("read".*;\n([^]*?)\nrun\.expect/.exec(statements)?.[1]?.trim() ?? statements;
}

/** A step reads a thing, and the workflow returns `x`, and more. */
const returning = yaml`
  workflows:
  - workflowId: test
    steps:
    - stepId: read
      operationId: read
      outputs:
        x: <given>
        id: $response.body#/id
        name: $response.body#/first_name
    outputs: <outputs>
`;

describe("what the workflow returns", () => {
  const x = "{ x: $steps.read.outputs.x }";
  testEach([
    {
      name: "is there",
      given: "$response.body#/id",
      outputs: x,
      want: `
        export interface TestOutput {
          /** The id. */
          x: string;
        }
        return { x: read.data.id };
      `,
    },
    {
      name: "may be missing",
      given: "$response.body#/text",
      outputs: x,
      want: `
        export interface TestOutput {
          x?: string | undefined;
        }
        return { x: read.data.text };
      `,
    },
    {
      name: "may be null",
      given: "$response.body#/nullable",
      outputs: x,
      want: `
        export interface TestOutput {
          x: string | null;
        }
        return { x: read.data.nullable };
      `,
    },
    {
      name: "may be both",
      given: "$response.body#/maybe",
      outputs: x,
      want: `
        export interface TestOutput {
          x?: string | null | undefined;
        }
        return { x: read.data.maybe };
      `,
    },
    {
      name: "is a number",
      given: "$response.body#/count",
      outputs: x,
      want: `
        export interface TestOutput {
          x?: number | undefined;
        }
        return { x: read.data.count };
      `,
    },
    {
      name: "has a name of its own in the document",
      given: "$response.body#/state",
      outputs: x,
      want: `
        export interface TestOutput {
          /** How it is. */
          x?: State | undefined;
        }
        return { x: read.data.state };
      `,
    },
    {
      name: "is a list",
      given: "$response.body#/tags",
      outputs: x,
      want: `
        export interface TestOutput {
          x?: string[] | undefined;
        }
        return { x: read.data.tags };
      `,
    },
    {
      name: "is an object",
      given: "$response.body#/owner",
      outputs: x,
      want: `
        export interface TestOutput {
          x: {
            name: string;
            age?: number | undefined;
          };
        }
        return { x: read.data.owner };
      `,
    },
    {
      name: "is a map",
      given: "$response.body#/labels",
      outputs: x,
      want: `
        export interface TestOutput {
          x?:
            | {
                [key: string]: string | undefined;
              }
            | undefined;
        }
        return { x: read.data.labels };
      `,
    },
    {
      name: "is anything",
      given: "$response.body#/any",
      outputs: x,
      want: `
        export interface TestOutput {
          x?: unknown;
        }
        return { x: read.data.any };
      `,
    },
    {
      name: "is the whole answer",
      given: "$response.body",
      outputs: x,
      want: `
        export interface TestOutput {
          x: Thing;
        }
        return { x: read.data };
      `,
    },
    {
      name: "is the status",
      given: "$statusCode",
      outputs: x,
      want: `
        export interface TestOutput {
          x: number;
        }
        return { x: read.response.status };
      `,
    },
    {
      name: "has a name with a hyphen",
      given: "$response.body#/x-y",
      outputs: "{ x-y: $steps.read.outputs.x }",
      want: `
        export interface TestOutput {
          "x-y"?: string | undefined;
        }
        return { "x-y": read.data["x-y"] };
      `,
    },
    {
      name: "has the name of a word of the language",
      given: "$response.body#/class",
      outputs: "{ class: $steps.read.outputs.x }",
      want: `
        export interface TestOutput {
          class?: string | undefined;
        }
        return { class: read.data.class };
      `,
    },
    {
      name: "has a number for a name",
      given: "$response.body#/200",
      outputs: `{ "200": $steps.read.outputs.x }`,
      want: `
        export interface TestOutput {
          "200"?: string | undefined;
        }
        return { "200": read.data["200"] };
      `,
    },
    {
      name: "is returned twice",
      given: "$response.body#/text",
      outputs: "{ a: $steps.read.outputs.x, b: $steps.read.outputs.x }",
      want: `
        export interface TestOutput {
          a?: string | undefined;
          b?: string | undefined;
        }
        const { text: x } = read.data;

        return { a: x, b: x };
      `,
    },
    {
      name: "is one thing under two names",
      given: "$response.body#/id",
      outputs: "{ a: $steps.read.outputs.x, b: $steps.read.outputs.id }",
      want: `
        export interface TestOutput {
          /** The id. */
          a: string;
          /** The id. */
          b: string;
        }
        const { id: x } = read.data;

        return { a: x, b: x };
      `,
    },
    {
      name: "is renamed, and read twice",
      given: "$response.body#/text",
      outputs: "{ a: $steps.read.outputs.name, b: $steps.read.outputs.name }",
      want: `
        export interface TestOutput {
          a?: string | undefined;
          b?: string | undefined;
        }
        const { first_name: name } = read.data;

        return { a: name, b: name };
      `,
    },
    {
      name: "is a misspelt field",
      given: "$response.body#/txt",
      outputs: x,
      want: `
        1:1 error unknown-pointer '$response.body#/txt': the schema knows no 'txt' there
          | Did you mean 'text'?
      `,
    },
    {
      name: "is a misspelt field deep inside",
      given: "$response.body#/owner/nam",
      outputs: x,
      want: `
        1:1 error unknown-pointer '$response.body#/owner/nam': the schema knows no 'nam' there
          | Did you mean 'name'?
      `,
    },
    {
      name: "is a field of a text",
      given: "$response.body#/id/length",
      outputs: x,
      want: "1:1 error unknown-pointer '$response.body#/id/length': the schema knows no 'length' there",
    },
    {
      name: "is a field of a list",
      given: "$response.body#/tags/first",
      outputs: x,
      want: "1:1 error unknown-pointer '$response.body#/tags/first': the schema knows no 'first' there",
    },
  ])(async ({ given, outputs, want }) => {
    const documents = {
      arazzo: within(
        returning.replace("<outputs>", () => outputs),
        given,
      ),
      openapi: things,
    };
    expectText(await compiler.told(documents, ({ output, afterwards }) => `${output}\n${afterwards}`), want);
  });
});

describe("the answer of a step", () => {
  const one = yaml`
    workflows:
    - workflowId: test
      steps:
      - stepId: read
        operationId: read
        outputs: { x: $response.body#/id }
      outputs: { x: $steps.read.outputs.x }
  `;
  const api = yaml`
    paths:
      /things:
        get:
          operationId: read
          responses:
            <given>
  `;
  testEach([
    {
      name: "has no content",
      given: `"204": { description: Done. }`,
      want: "6:19 error unknown-pointer '$response.body#/id': no JSON is documented for the answer of 'read'",
    },
    {
      name: "is no JSON",
      given: `"200": { description: Text., content: { text/plain: { schema: { type: string } } } }`,
      want: "6:19 error unknown-pointer '$response.body#/id': no JSON is documented for the answer of 'read'",
    },
    {
      name: "has no schema",
      given: `"200": { description: What., content: { application/json: {} } }`,
      want: `
        export interface TestOutput {
          x?: unknown;
        }
        return { x: at(read.data, "id") };
      `,
    },
    {
      name: "is of two kinds, by its status",
      given: `
        "200": { description: A., content: { application/json: { schema: { type: object, required: [id], properties: { id: { type: string } } } } } }
        "201": { description: B., content: { application/json: { schema: { type: object, properties: { id: { type: integer } } } } } }
      `,
      want: `
        export interface TestOutput {
          x?: string | number | undefined;
        }
        return { x: read.data.id };
      `,
    },
    {
      name: "is documented for a range only",
      given: `"2XX": { description: A., content: { application/json: { schema: { type: object, required: [id], properties: { id: { type: string } } } } } }`,
      want: `
        export interface TestOutput {
          x: string;
        }
        return { x: read.data.id };
      `,
    },
    {
      name: "is documented by default only",
      given: `default: { description: A., content: { application/json: { schema: { type: object, required: [id], properties: { id: { type: string } } } } } }`,
      want: `
        export interface TestOutput {
          x: string;
        }
        return { x: read.data.id };
      `,
    },
    {
      name: "is problem JSON when it fails",
      given: `
        "200": { description: A., content: { application/json: { schema: { type: object, required: [id], properties: { id: { type: string } } } } } }
        default: { description: B., content: { application/problem+json: { schema: { type: object, properties: { title: { type: string } } } } } }
      `,
      want: `
        export interface TestOutput {
          x: string;
        }
        return { x: read.data.id };
      `,
    },
    {
      name: "is a list",
      given: `"200": { description: A., content: { application/json: { schema: { type: array, items: { type: object, properties: { id: { type: string } } } } } } }`,
      want: "6:19 error unknown-pointer '$response.body#/id': the schema knows no 'id' there",
    },
    {
      name: "may be null as a whole",
      given: `"200": { description: A., content: { application/json: { schema: { type: [object, "null"], required: [id], properties: { id: { type: string } } } } } }`,
      want: `
        export interface TestOutput {
          x?: string | undefined;
        }
        return { x: read.data?.id };
      `,
    },
  ])(async ({ given, want }) => {
    const documents = { arazzo: one, openapi: within(api, given).document };
    expectText(await compiler.told(documents, ({ output, afterwards }) => `${output}\n${afterwards}`), want);
  });
});

compiler.testTypes();
