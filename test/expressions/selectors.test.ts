import { describe, expect, test } from "vitest";
import { Compiler, expectText, testEach } from "../support/compiler.js";
import { within } from "../support/fragment.js";
import { yaml } from "../support/yaml.js";

const compiler = new Compiler({ ignoring: ["unused-input"] });

const api = yaml`
  paths:
    /things:
      get:
        operationId: list
        responses:
          "200":
            description: The things.
            content:
              application/json:
                schema:
                  type: object
                  required: [things, owner]
                  properties:
                    things: { type: array, items: { $ref: "#/components/schemas/Thing" } }
                    owner: { type: object, required: [name], properties: { name: { type: string } } }
                    total: { type: integer }
                    more: { type: array, items: { $ref: "#/components/schemas/Thing" } }
                    any: {}
    /things/{Sid}:
      post:
        operationId: change
        parameters:
        - { name: Sid, in: path, required: true, schema: { type: string } }
        - { name: Ids, in: query, schema: { type: array, items: { type: string } } }
        - { name: Any, in: query, schema: {} }
        requestBody:
          content:
            application/json:
              schema: { type: object, properties: { Name: { type: string }, All: { type: array }, Names: { type: array, items: { type: string } } } }
        responses: { "204": { description: Done. } }
  components:
    schemas:
      Thing: { type: object, required: [id], properties: { id: { type: string }, state: { type: string } } }
`;

const listing = yaml`
  arazzo: 1.1.0
  workflows:
  - workflowId: test
    inputs: { required: [who], properties: { who: { type: object, properties: { name: { type: string } } } } }
    steps:
    - stepId: list
      operationId: list
      outputs:
        all: $response.body
        x: <given>
    outputs: { x: $steps.list.outputs.x }
`;

const typeAndValue = ({ output, statements }: { readonly output: string; readonly statements: string }): string =>
  `${/x\??: [^;]*;/.exec(output)?.[0]}\n${/return [^]*/.exec(statements)?.[0]}`;

describe("an output that a Selector Object picks, by", () => {
  testEach([
    {
      name: "a JSON Pointer",
      given: "{ context: $response.body, selector: /owner/name, type: jsonpointer }",
      want: "x: string;\nreturn { x: list.data.owner.name };",
    },
    {
      name: "a JSON Pointer with its version",
      given: "{ context: $response.body, selector: /owner/name, type: { type: jsonpointer, version: rfc6901 } }",
      want: "x: string;\nreturn { x: list.data.owner.name };",
    },
    {
      name: "a JSON Pointer to everything",
      given: '{ context: $response.body#/owner, selector: "", type: jsonpointer }',
      want: "x: {\n    name: string;\nreturn { x: list.data.owner };",
    },
    {
      name: "a JSONPath of names and indexes, which is a pointer",
      given: "{ context: $response.body, selector: '$.things[0].id', type: jsonpath }",
      want: "x?: string | undefined;\nreturn { x: list.data.things[0]?.id };",
    },
    {
      name: "a JSONPath from the middle of the answer",
      given: "{ context: $response.body#/owner, selector: $.name, type: jsonpath }",
      want: "x: string;\nreturn { x: list.data.owner.name };",
    },
    {
      name: "a JSONPath that finds many",
      given: "{ context: $response.body, selector: '$.things[*].id', type: jsonpath }",
      want: 'x: string[];\nreturn { x: each(list.data.things, "id") };',
    },
    {
      name: "a JSONPath that finds many that may be missing",
      given: "{ context: $response.body, selector: '$.things[*].state', type: jsonpath }",
      want: 'x: string[];\nreturn { x: each(list.data.things, "state") };',
    },
    {
      name: "a JSONPath that finds all items",
      given: "{ context: $response.body, selector: $.things.*, type: jsonpath }",
      want: "x: Thing[];\nreturn { x: list.data.things };",
    },
    {
      name: "a JSONPath that finds all items of what may be missing",
      given: "{ context: $response.body, selector: '$.more[*]', type: jsonpath }",
      want: "x: Thing[];\nreturn { x: each(list.data.more) };",
    },
    {
      name: "a JSONPath with a filter",
      given: `{ context: $response.body#/things, selector: "$[?@.state == 'done']", type: { type: jsonpath, version: rfc9535 } }`,
      want: `x: Thing[];\nreturn { x: queryItems(run, list.data.things, "$[?@.state == 'done']") };`,
    },
    {
      name: "a JSONPath with a filter, and below it",
      given: `{ context: $response.body, selector: "$.things[?@.state=='done'].id", type: jsonpath }`,
      want: `x: string[];\nreturn { x: each(queryItems(run, list.data.things, "$[?@.state == 'done']"), "id") };`,
    },
    {
      name: "a JSONPath with a slice",
      given: `{ context: $response.body, selector: "$.things[0:2].id", type: jsonpath }`,
      want: `x: string[];\nreturn { x: each(queryItems(run, list.data.things, "$[:2:1]"), "id") };`,
    },
    {
      name: "a JSONPath to the last item, which is one value",
      given: `{ context: $response.body, selector: "$.things[-1].id", type: jsonpath }`,
      want: `x?: string | undefined;\nreturn { x: each(queryItems(run, list.data.things, "$[-1]"), "id")[0] };`,
    },
    {
      name: "a JSONPath with a filter that looks back at the root",
      given: `{ context: $response.body, selector: "$.things[?@.id == $.owner.name].id", type: jsonpath }`,
      want: `x: unknown[];\nreturn { x: queryJson(run, list.data, "$.things[?@.id == $.owner.name].id") };`,
    },
    {
      name: "a JSONPath at any depth",
      given: "{ context: $response.body, selector: $..id, type: jsonpath }",
      want: `x: unknown[];\nreturn { x: queryJson(run, list.data, "$..id") };`,
    },
    {
      name: "a JSONPath through an object",
      given: "{ context: $response.body, selector: '$.owner[*]', type: jsonpath }",
      want: `x: unknown[];\nreturn { x: queryJson(run, list.data, "$.owner[*]") };`,
    },
    {
      name: "a JSONPath through what may be anything",
      given: "{ context: $response.body, selector: '$.any[*].id', type: jsonpath }",
      want: `x: unknown[];\nreturn { x: queryJson(run, list.data, "$.any[*].id") };`,
    },
    {
      name: "a JSONPath that finds many things which the items do not have",
      given: "{ context: $response.body, selector: '$.things[*].sid', type: jsonpath }",
      want: `
        1:38 error unknown-pointer '$.things[*].sid': there is no 'sid' in this value
          | Did you mean 'id'?
      `,
    },
    {
      name: "a JSON Pointer into an input",
      given: "{ context: $inputs.who, selector: /name, type: jsonpointer }",
      want: "x?: string | undefined;\nreturn { x: input.who.name };",
    },
    {
      name: "a JSON Pointer into the outputs of this step",
      given: "{ context: $steps.list.outputs, selector: /all/owner/name, type: jsonpointer }",
      want: "x: string;\nreturn { x: list.data.owner.name };",
    },
    {
      name: "a pointer to what the schema does not have",
      given: "{ context: $response.body, selector: /owner/nam, type: jsonpointer }",
      want: `
        1:38 error unknown-pointer '$response.body#/owner/nam': the schema knows no 'nam' there
          | Did you mean 'name'?
      `,
    },
    {
      name: "a JSONPath to what the schema does not have",
      given: "{ context: $response.body, selector: $.ownr.name, type: jsonpath }",
      want: `
        1:38 error unknown-pointer '$response.body#/ownr/name': the schema knows no 'ownr' there
          | Did you mean 'owner'?
      `,
    },
    {
      name: "a pointer into a text",
      given: "{ context: $response.header.Location, selector: /a, type: jsonpointer }",
      want: "1:49 error unknown-pointer '$response.header.Location#/a': there is no 'a' in this value",
    },
    {
      name: "something in what there is not",
      given: "{ context: $response.bdy, selector: /a, type: jsonpointer }",
      want: `
        1:22 error invalid-expression expected 'header.' or 'body' after '$response.'
          | Did you mean '$response.body'?
      `,
    },
    {
      name: "a pointer without its slash",
      given: "{ context: $response.body, selector: owner, type: jsonpointer }",
      want: `
        1:38 error invalid-expression a JSON Pointer is empty or starts with '/'
          | Write '/owner'.
      `,
    },
    {
      name: "half a JSONPath",
      given: "{ context: $response.body, selector: '$.things[', type: jsonpath }",
      want: "1:48 error invalid-expression not a JSONPath query: unclosed bracketed selection",
    },
    {
      name: "XPath",
      given: "{ context: $response.body, selector: /a/b, type: xpath }",
      want: `
        1:50 error unsupported-feature XPath is not supported
          | Only 'jsonpath', 'regex', 'simple' and JSON Pointers are compiled: ask XML as a text, by 'regex'.
      `,
    },
    {
      name: "XPath of a version",
      given: "{ context: $response.body, selector: /a/b, type: { type: xpath, version: xpath-31 } }",
      want: `
        1:58 error unsupported-feature XPath is not supported
          | Only 'jsonpath', 'regex', 'simple' and JSON Pointers are compiled: ask XML as a text, by 'regex'.
      `,
    },
    {
      name: "JSONPath before it was one",
      given:
        "{ context: $response.body, selector: $.a, type: { type: jsonpath, version: draft-goessner-dispatch-jsonpath-00 } }",
      want: `
        1:76 error unsupported-feature JSONPath in its version 'draft-goessner-dispatch-jsonpath-00' is not supported
          | Write the query as RFC 9535 has it, and 'type: jsonpath'.
      `,
    },
  ])(async ({ given, want }) => {
    expectText(await compiler.told({ arazzo: within(listing, given), openapi: api }, typeAndValue), want);
  });
});

const changing = yaml`
  arazzo: 1.1.0
  workflows:
  - workflowId: test
    steps:
    - stepId: list
      operationId: list
      outputs: { all: $response.body }
    - stepId: change
      operationId: change
      parameters:
      - { name: Sid, in: path, value: <sid> }
      <parameter>
      requestBody: { contentType: application/json, payload: <payload> }
`;

describe("a request takes what a Selector Object picks:", () => {
  testEach([
    {
      name: "a parameter in the path",
      sid: "{ context: $steps.list.outputs.all, selector: '$.things[0].id', type: jsonpath }",
      parameter: "",
      payload: "{}",
      want: "params: { path: { Sid: id } }; body: {}",
    },
    {
      name: "a field of the body",
      sid: "TH1",
      parameter: "",
      payload: "{ Name: { context: $steps.list.outputs, selector: /all/owner/name, type: jsonpointer } }",
      want: 'params: { path: { Sid: "TH1" } }; body: { Name: list.data.owner.name }',
    },
    {
      name: "a list of anything",
      sid: "TH1",
      parameter: "",
      payload: "{ All: { context: $steps.list.outputs.all, selector: '$.things[*].id', type: jsonpath } }",
      want: 'params: { path: { Sid: "TH1" } }; body: { All: each(list.data.things, "id") }',
    },
    {
      name: "a parameter of any type",
      sid: "TH1",
      parameter:
        "- { name: Any, in: query, value: { context: $steps.list.outputs.all, selector: '$..id', type: jsonpath } }",
      payload: "{}",
      want: 'params: { path: { Sid: "TH1" }, query: { Any: queryJson(run, list.data, "$..id") } }; body: {}',
    },
    {
      name: "a list of texts",
      sid: "TH1",
      parameter: "",
      payload: "{ Names: { context: $steps.list.outputs.all, selector: '$.things[*].id', type: jsonpath } }",
      want: 'params: { path: { Sid: "TH1" } }; body: { Names: each(list.data.things, "id") }',
    },
    {
      name: "no list of texts where the query could find anything",
      sid: "TH1",
      parameter: "",
      payload: "{ Names: { context: $steps.list.outputs.all, selector: $..id, type: jsonpath } }",
      want: "outside 13:69 error type-conflict the field 'Names' takes a list (each text), and what the Selector Object picks is a list",
    },
  ])(async ({ sid, parameter, payload, want }) => {
    const arazzo = changing
      .replace("<sid>", () => sid)
      .replace("<parameter>", () => parameter)
      .replace("<payload>", () => payload);
    const told = await compiler.told(
      { arazzo, openapi: api },
      (workflow) => `params: ${workflow.sent("params", "change")}; body: ${workflow.sent("body", "change")}`,
    );
    expectText(told.replace(/^(\d)/, "outside $1"), want);
  });
});

test("in a document of 1.0 an object of this form is an object", async () => {
  const arazzo = changing
    .replace("1.1.0", "1.0.1")
    .replace("<sid>", "TH1")
    .replace("<parameter>", "- { name: Any, in: query, value: { context: $url, selector: /a, type: jsonpointer } }")
    .replace("<payload>", "{}");
  const told = await compiler.told({ arazzo, openapi: api }, (workflow) => workflow.sent("params", "change"));
  expect(told).toContain("forward-reference");
});

test("a JSONPath query puts `runtime/values/jsonpath.ts` into the output, and nothing else does", async () => {
  const given = (selector: string): Promise<ReadonlyMap<string, string>> =>
    compiler
      .compile({
        arazzo: within(listing, `{ context: $response.body, selector: '${selector}', type: jsonpath }`),
        openapi: api,
      })
      .then(({ files }) => files);
  expect([...(await given("$..id")).keys()]).toContain("runtime/values/jsonpath.ts");
  expect([...(await given("$.things[?@.state].id")).keys()]).toContain("runtime/values/jsonpath.ts");
  expect([...(await given("$.things[*].id")).keys()]).not.toContain("runtime/values/jsonpath.ts");
});

compiler.testTypes();
