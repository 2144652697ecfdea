import { describe } from "vitest";
import { Compiler, expectText, testEach } from "../support/compiler.js";
import { within } from "../support/fragment.js";
import { showing } from "../support/generated-workflow.js";
import { yaml } from "../support/yaml.js";
import { things } from "./thing-api.js";

const compiler = new Compiler();

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
          /** Its type is not in the API's document. */
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
        return { x: read.status };
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
      want: `
        6:19 error unknown-pointer '$response.body#/id': no JSON is documented for the answer of 'read'
          | If it does answer with JSON, say so in an overlay of the OpenAPI document: 'content' of that response.
      `,
    },
    {
      name: "is no JSON",
      given: `"200": { description: Text., content: { text/plain: { schema: { type: string } } } }`,
      want: `
        6:19 error unknown-pointer '$response.body#/id': no JSON is documented for the answer of 'read'
          | If it does answer with JSON, say so in an overlay of the OpenAPI document: 'content' of that response.
      `,
    },
    {
      name: "has no schema",
      given: `"200": { description: What., content: { application/json: {} } }`,
      want: `
        export interface TestOutput {
          /** Its type is not in the API's document. */
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
      want: `
        6:19 error unknown-pointer '$response.body#/id': there is a list, which has no 'id'; its items have
          | Say which item is meant. '$response.body#/0/id' is that of the first.
      `,
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

describe("what the workflow returns, and a later step cannot do without,", () => {
  /** The step that needs it, under conditions or not. */
  const needing = (action: string): string => yaml`
    workflows:
    - workflowId: test
      steps:
      - stepId: read
        operationId: read
        outputs: { x: $response.body#/maybe }
        onSuccess: [${action}]
        x-poll: false
      - stepId: send
        operationId: send
        parameters: [{ name: Sid, in: path, value: $steps.read.outputs.x }]
      outputs: { x: $steps.read.outputs.x }
  `;
  testEach([
    {
      name: "is there, though the answer may lack it",
      given: needing(""),
      want: `
        export interface TestOutput {
          x: string;
        }
        const api = run.api<Api>("https://api.example.com", { source: "api" });

        const read = await api.GET("/things", {
          ...run.step("read", { expect: "2xx" }),
        });
        const x = run.required(read, "maybe");

        await api.POST("/things/{Sid}", {
          ...run.step("send", { expect: "2xx", unread: true }),
          params: { path: { Sid: x } },
        });

        return { x };
      `,
    },
    {
      name: "may be missing where that step does not run",
      given: needing("{ name: off, type: end, criteria: [{ condition: $response.body#/text == null }] }"),
      want: `
        export type TestOutput =
          | {
              outcome: "off";
              x?: string | null | undefined;
            }
          | {
              outcome: "completed";
              x: string;
            };
        const api = run.api<Api>("https://api.example.com", { source: "api" });

        const read = await api.GET("/things", {
          ...run.step("read", { expect: "2xx" }),
        });
        const { maybe: x } = read.data;
        if (read.data.text == null) return { outcome: "off", x };
        run.ensure(x, read, "maybe");

        await api.POST("/things/{Sid}", {
          ...run.step("send", { expect: "2xx", unread: true }),
          params: { path: { Sid: x } },
        });

        return { outcome: "completed", x };
      `,
    },
  ])(async ({ given, want }) => {
    expectText(await compiler.told({ arazzo: given, openapi: things }, showing("output", "statements")), want);
  });
});

compiler.testTypes();
