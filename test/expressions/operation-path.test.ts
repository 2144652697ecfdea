import { describe, expect, test } from "vitest";
import { Compiler, expectText, testEach } from "../support/compiler.js";
import { within } from "../support/fragment.js";
import { yaml } from "../support/yaml.js";

const compiler = new Compiler();

const things = yaml`
  paths:
    /v1/Things:
      get: { responses: { "204": { description: Done. } } }
      post: { operationId: make, responses: { "204": { description: Done. } } }
    /v1/Things/{Sid}.json:
      get:
        parameters: [{ name: Sid, in: path, required: true, schema: { type: string } }]
        responses: { "204": { description: Done. } }
    /a~b/c%20d:
      delete: { responses: { "204": { description: Done. } } }
`;

const oneStep = yaml`
  workflows:
  - workflowId: test
    steps:
    - stepId: one
      operationPath: <given>
      parameters: <parameters>
`;

describe("an operationPath", () => {
  testEach([
    {
      name: "names the source description by its URL",
      given: "'{$sourceDescriptions.api.url}#/paths/~1v1~1Things/post'",
      want: 'await api.POST("/v1/Things", {',
    },
    {
      name: "goes without braces",
      given: "$sourceDescriptions.api.url#/paths/~1v1~1Things/get",
      want: 'await api.GET("/v1/Things", {',
    },
    {
      name: "goes without `.url`",
      given: "$sourceDescriptions.api#/paths/~1v1~1Things/get",
      want: 'await api.GET("/v1/Things", {',
    },
    {
      name: "goes without `.url`, in braces",
      given: "'{$sourceDescriptions.api}#/paths/~1v1~1Things/get'",
      want: 'await api.GET("/v1/Things", {',
    },
    {
      name: "has parameters in its path",
      given: "'{$sourceDescriptions.api.url}#/paths/~1v1~1Things~1{Sid}.json/get'",
      parameters: "[{ name: Sid, in: path, value: TH1 }]",
      want: 'await api.GET("/v1/Things/{Sid}.json", {',
    },
    {
      name: "has parameters in its path, percent-encoded as in a URL",
      given: "'{$sourceDescriptions.api.url}#/paths/~1v1~1Things~1%7BSid%7D.json/get'",
      parameters: "[{ name: Sid, in: path, value: TH1 }]",
      want: 'await api.GET("/v1/Things/{Sid}.json", {',
    },
    {
      name: "has a tilde and a percent sign in its path",
      given: "'{$sourceDescriptions.api.url}#/paths/~1a~0b~1c%2520d/delete'",
      want: 'await api.DELETE("/a~b/c%20d", {',
    },
    {
      name: "names the source description without an expression",
      given: "api#/paths/~1v1~1Things/post",
      want: `
        1:1 error invalid-expression an operationPath names a source description and an operation in it
          | Write '{$sourceDescriptions.api.url}#/paths/~1v1~1Things/post'.
      `,
    },
    {
      name: "is a pointer alone",
      given: "'#/paths/~1v1~1Things~1{Sid}.json/get'",
      want: `
        1:2 error invalid-expression an operationPath names a source description and an operation in it
          | Write '{$sourceDescriptions.api.url}#/paths/~1v1~1Things~1{Sid}.json/get'.
      `,
    },
    {
      name: "is a method and a path",
      given: "POST /v1/Things",
      want: `
        1:1 error invalid-expression an operationPath names a source description and an operation in it
          | Write '{$sourceDescriptions.api.url}#/paths/~1v1~1Things/post'.
      `,
    },
    {
      name: "is a path that has several methods",
      given: "/v1/Things",
      want: `
        1:1 error invalid-expression an operationPath names a source description and an operation in it
          | Write '{$sourceDescriptions.<name>.url}#/paths/<path, / as ~1>/<method>'.
      `,
    },
    {
      name: "misspells the path",
      given: "'{$sourceDescriptions.api.url}#/paths/~1v1~1Thing/get'",
      want: `
        1:1 error unknown-operation 'api' has no operation 'GET /v1/Thing'
          | Did you mean '#/paths/~1v1~1Things/get'?
      `,
    },
    {
      name: "calls a parameter by another name",
      given: "'{$sourceDescriptions.api.url}#/paths/~1v1~1Things~1{ThingSid}.json/get'",
      want: `
        1:1 error unknown-operation 'api' has no operation 'GET /v1/Things/{ThingSid}.json'
          | Did you mean '#/paths/~1v1~1Things~1{Sid}.json/get'?
      `,
    },
    {
      name: "asks for a method that the path does not have",
      given: "'{$sourceDescriptions.api.url}#/paths/~1v1~1Things/delete'",
      want: `
        1:1 error unknown-operation 'api' has no operation 'DELETE /v1/Things'
          | Did you mean '#/paths/~1v1~1Things/get' or '#/paths/~1v1~1Things/post'?
      `,
    },
    {
      name: "writes the method in capitals",
      given: "'{$sourceDescriptions.api.url}#/paths/~1v1~1Things/POST'",
      want: `
        1:1 error unknown-operation 'api' has no operation 'POST /v1/Things'
          | Did you mean '#/paths/~1v1~1Things/post'?
      `,
    },
    {
      name: "names a path that there is nothing like",
      given: "'{$sourceDescriptions.api.url}#/paths/~1faxes/get'",
      want: `
        1:1 error unknown-operation 'api' has no operation 'GET /faxes'
          | Known here: '/v1/Things', '/v1/Things/{Sid}.json', '/a~b/c%20d'.
      `,
    },
    {
      name: "misspells the source description",
      given: "'{$sourceDescriptions.apj.url}#/paths/~1v1~1Things/get'",
      want: `
        1:1 error unknown-source there is no source description 'apj'
          | Did you mean 'api'?
      `,
    },
    {
      name: "does not escape the path",
      given: "'{$sourceDescriptions.api.url}#/paths/v1/Things/get'",
      want: `
        1:32 error invalid-expression expected '/paths/<path>/<method>', the '/' of the path as '~1'
          | Write '/paths/~1v1~1Things/get'.
      `,
    },
    {
      name: "lacks the method",
      given: "'{$sourceDescriptions.api.url}#/paths/~1v1~1Things'",
      want: "1:32 error invalid-expression expected '/paths/<path>/<method>', the '/' of the path as '~1'",
    },
    {
      name: "names an operation by its id",
      given: "$sourceDescriptions.api.make",
      want: `
        1:1 error invalid-expression an operationPath names a source description and an operation in it
          | Write 'operationId: $sourceDescriptions.api.make'.
      `,
    },
    {
      name: "names the file and not the source description",
      given: "./openapi.yaml#/paths/~1v1~1Things/get",
      want: `
        1:1 error invalid-expression an operationPath names a source description and an operation in it
          | Write '{$sourceDescriptions.<name>.url}#/paths/<path, / as ~1>/<method>'.
      `,
    },
  ])(async ({ given, parameters = "[]", want }) => {
    const arazzo = within(oneStep.replace("<parameters>", parameters), given);
    const told = await compiler.told({ arazzo, openapi: things }, ({ fn }) => /await api\..*/.exec(fn)?.[0] ?? fn);
    expectText(told, want);
  });
});

const twoNames = yaml`
  sourceDescriptions:
  - { name: first, url: ./openapi.yaml, type: openapi }
  - { name: second, url: ./folder/../openapi.yaml, type: openapi }
  workflows:
  - workflowId: test
    steps:
    - { stepId: one, operationId: <given> }
    - { stepId: two, operationId: $sourceDescriptions.second.make }
`;

describe("two source descriptions that name one document", () => {
  test("share the types of its API, and have a client each", async () => {
    const arazzo = within(twoNames, "$sourceDescriptions.first.make");
    const { files, workflow, findings } = await compiler.compile({ arazzo, openapi: things });
    expect(findings).toEqual([]);
    expect([...files.keys()].filter((file) => file.startsWith("apis/"))).toEqual(["apis/first.ts"]);
    expect(workflow().statements.match(/(const first = .*|await \w+\.)/g)).toEqual([
      'const first = run.api<First>("https://api.example.com", { source: "first" });',
      "await first.",
      "await second.",
    ]);
  });

  test("do not make a bare operationId ambiguous", async () => {
    const { findings } = await compiler.compile({ arazzo: within(twoNames, "make"), openapi: things });
    expect(findings).toEqual([
      "1:1 warning unqualified-operation 'make' is looked for in 2 source descriptions | Write '$sourceDescriptions.first.make'.",
    ]);
  });
});

compiler.testTypes();
