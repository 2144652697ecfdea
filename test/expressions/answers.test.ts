import { describe } from "vitest";
import { Compiler, expectText, testEach } from "../support/compiler.js";
import { within } from "../support/fragment.js";
import { yaml } from "../support/yaml.js";

const compiler = new Compiler({ ignoring: ["success-status-ambiguous"] });

const api = yaml`
  paths:
    /things:
      get:
        operationId: read
        responses:
          <given>
  components:
    schemas:
      Thing: { type: object, required: [id], properties: { id: { type: string } } }
      Other: { type: object, required: [id], properties: { id: { type: integer }, other: { type: string } } }
`;

const reading = yaml`
  workflows:
  - workflowId: test
    steps:
    - stepId: read
      operationId: read
      outputs: { x: "<expression>" }
    outputs: { x: $steps.read.outputs.x }
`;

const thing = "{ schema: { $ref: '#/components/schemas/Thing' } }";

describe("of an operation that answers with", () => {
  testEach([
    {
      name: "JSON, or with nothing",
      given: `
        "200": { description: It., content: { application/json: ${thing} } }
        "204": { description: Nothing. }
      `,
      expression: "$response.body#/id",
      want: `
        x?: string | undefined;
        await api.GET("/things", {
          ...run.step("read", { expect: "2xx" }),
        });
        return { x: read.data?.id };
      `,
    },
    {
      name: "JSON, or with nothing, the whole",
      given: `
        "200": { description: It., content: { application/json: ${thing} } }
        "202": { description: Later. }
      `,
      expression: "$response.body",
      want: `
        x?: Thing | undefined;
        await api.GET("/things", {
          ...run.step("read", { expect: "2xx", empty: true }),
        });
        return { x: read.data };
      `,
    },
    {
      name: "JSON of two kinds",
      given: `
        "200": { description: It., content: { application/json: ${thing} } }
        "201": { description: It., content: { application/json: { schema: { $ref: '#/components/schemas/Other' } } } }
      `,
      expression: "$response.body#/other",
      want: `
        x?: string | undefined;
        await api.GET("/things", {
          ...run.step("read", { expect: "2xx" }),
        });
        return { x: at(read.data, "other") };
      `,
    },
    {
      name: "JSON, or with the same as XML",
      given: `
        "200": { description: It., content: { application/json: ${thing}, application/xml: ${thing} } }
      `,
      expression: "$response.body#/id",
      want: `
        x: string;
        await api.GET("/things", {
          ...run.step("read", { expect: "2xx" }),
        });
        return { x: read.data.id };
      `,
    },
    {
      name: "JSON, or with a table as text",
      given: `
        "200": { description: It., content: { text/csv: { schema: { type: string } }, application/json: ${thing} } }
      `,
      expression: "$response.body#/id",
      want: `
        x: string;
        await api.GET("/things", {
          ...run.step("read", { expect: "2xx" }),
        });
        return { x: read.data.id };
      `,
    },
    {
      name: "JSON of a type of its own",
      given: `
        "200": { description: It., content: { application/vnd.things+json: ${thing} } }
      `,
      expression: "$response.body#/id",
      want: `
        x: string;
        await api.GET("/things", {
          ...run.step("read", { expect: "2xx" }),
          headers: { Accept: "application/vnd.things+json" },
        });
        return { x: read.data.id };
      `,
    },
    {
      name: "JSON of its own character set",
      given: `
        "200": { description: It., content: { application/json; charset=utf-8: ${thing} } }
      `,
      expression: "$response.body#/id",
      want: `
        x: string;
        await api.GET("/things", {
          ...run.step("read", { expect: "2xx" }),
        });
        return { x: read.data.id };
      `,
    },
    {
      name: "anything",
      given: `
        "200": { description: It., content: { "*/*": ${thing} } }
      `,
      expression: "$response.body#/id",
      want: `
        x: string;
        await api.GET("/things", {
          ...run.step("read", { expect: "2xx" }),
        });
        return { x: read.data.id };
      `,
    },
    {
      name: "JSON of which nothing is said",
      given: `
        "200": { description: It., content: { application/json: {} } }
      `,
      expression: "$response.body#/a/0",
      want: `
        x?: unknown;
        await api.GET("/things", {
          ...run.step("read", { expect: "2xx", shape: "any" }),
        });
        return { x: at(read.data, "a", 0) };
      `,
    },
    {
      name: "JSON by default",
      given: `
        default: { description: It., content: { application/json: ${thing} } }
      `,
      expression: "$response.body#/id",
      want: `
        x: string;
        await api.GET("/things", {
          ...run.step("read", { expect: "2xx" }),
        });
        return { x: read.data.id };
      `,
    },
    {
      name: "JSON for all successes",
      given: `
        2XX: { description: It., content: { application/json: ${thing} } }
        4XX: { description: Not., content: { application/json: { schema: { $ref: '#/components/schemas/Other' } } } }
      `,
      expression: "$response.body#/id",
      want: `
        x: string;
        await api.GET("/things", {
          ...run.step("read", { expect: "2xx" }),
        });
        return { x: read.data.id };
      `,
    },
    {
      name: "text, the whole",
      given: `
        "200": { description: It., content: { text/plain: { schema: { type: string } } } }
      `,
      expression: "$response.body",
      want: `
        x: string;
        await api.GET("/things", {
          ...run.step("read", { expect: "2xx" }),
          headers: { Accept: "text/plain" },
          parseAs: "text",
        });
        return { x: read.data };
      `,
    },
    {
      name: "text, a part",
      given: `
        "200": { description: It., content: { text/plain: { schema: { type: string } } } }
      `,
      expression: "$response.body#/id",
      want: `
        6:19 error unknown-pointer '$response.body#/id': no JSON is documented for the answer of 'read'
          | If it does answer with JSON, say so in an overlay of the OpenAPI document: 'content' of that response.
      `,
    },
    {
      name: "XML, the whole",
      given: `
        "200": { description: It., content: { application/xml: ${thing} } }
      `,
      expression: "$response.body",
      want: `
        x: string;
        await api.GET("/things", {
          ...run.step("read", { expect: "2xx" }),
          headers: { Accept: "application/xml" },
          parseAs: "text",
        });
        return { x: read.data };
      `,
    },
    {
      name: "a file, the whole",
      given: `
        "200": { description: It., content: { application/octet-stream: { schema: { type: string, format: binary } } } }
      `,
      expression: "$response.body",
      want: `
        x: Blob;
        await api.GET("/things", {
          ...run.step("read", { expect: "2xx" }),
          headers: { Accept: "application/octet-stream" },
          parseAs: "blob",
        });
        return { x: read.data };
      `,
    },
    {
      name: "nothing",
      given: `
        "204": { description: Nothing. }
      `,
      expression: "$response.body",
      want: `
        6:19 error unknown-pointer '$response.body': no JSON is documented for the answer of 'read'
          | If it does answer with JSON, say so in an overlay of the OpenAPI document: 'content' of that response.
      `,
    },
    {
      name: "what is not said",
      given: `
        "200": { description: It. }
      `,
      expression: "$response.body#/id",
      want: `
        6:19 error unknown-pointer '$response.body#/id': no JSON is documented for the answer of 'read'
          | If it does answer with JSON, say so in an overlay of the OpenAPI document: 'content' of that response.
      `,
    },
  ])(async ({ given, expression, want }) => {
    const arazzo = reading.replace("<expression>", () => expression);
    const told = await compiler.told({ arazzo, openapi: within(api, given).document }, ({ output, statements }) => {
      const request = /await api\.GET\([^]*?\}\);/.exec(statements)?.[0];
      return [/x\??: [^;]*;/.exec(output)?.[0], request, /return .*/.exec(statements)?.[0]].join("\n");
    });
    expectText(told, want);
  });
});

compiler.testTypes();
