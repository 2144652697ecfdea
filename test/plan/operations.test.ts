import { describe, expect, test } from "vitest";
import { Compiler, expectText, testEach } from "../support/compiler.js";
import { within } from "../support/fragment.js";
import { yaml } from "../support/yaml.js";

const compiler = new Compiler();

const things = yaml`
  paths:
    /things:
      post: { operationId: createThing, summary: Make a thing, responses: { "201": { description: Made. } } }
    /things/list:
      get: { operationId: listThings, responses: { "200": { description: The things. } } }
`;

const others = yaml`
  openapi: 3.0.3
  info: { title: Others, version: "1" }
  servers: [{ url: https://others.example.com }]
  paths:
    /others:
      post: { operationId: createOther, responses: { "201": { description: Made. } } }
    /things:
      post: { operationId: createThing, responses: { "201": { description: Made. } } }
`;

const oneStep = yaml`
  workflows:
  - workflowId: test
    steps:
    - stepId: one
      <given>
`;

/** The statement that sends the request. */
const call = /await .*/;

describe("with one source description, a step", () => {
  testEach([
    {
      name: "names an operation by its id",
      given: "operationId: createThing",
      want: `await api.POST("/things", {`,
    },
    {
      name: "names it together with the source description",
      given: "operationId: $sourceDescriptions.api.createThing",
      want: `await api.POST("/things", {`,
    },
    {
      name: "misspells the id",
      given: "operationId: creatThing",
      want: `
          1:14 error unknown-operation no source description has an operation 'creatThing'
            | Did you mean 'createThing'?
        `,
    },
    {
      name: "writes the source description before the id without an expression",
      given: "operationId: api.createThing",
      want: `
          1:14 error unknown-operation no source description has an operation 'api.createThing'
            | Write '$sourceDescriptions.api.createThing'.
        `,
    },
    {
      name: "names what there is nothing like",
      given: "operationId: sendFax",
      want: `
          1:14 error unknown-operation no source description has an operation 'sendFax'
            | Known here: 'createThing', 'listThings'.
        `,
    },
    {
      name: "misspells the id behind the source description",
      given: "operationId: $sourceDescriptions.api.creteThing",
      want: `
          1:14 error unknown-operation no source description has an operation 'creteThing'
            | Did you mean 'createThing'?
        `,
    },
    {
      name: "misspells the source description",
      given: "operationId: $sourceDescriptions.apj.createThing",
      want: `
          1:14 error unknown-source there is no source description 'apj'
            | Did you mean 'api'?
        `,
    },
    {
      name: "names an operation by another kind of expression",
      given: "operationId: $steps.one.outputs.id",
      want: "1:14 error invalid-expression an operation is '$sourceDescriptions.<name>.<operationId>'",
    },
    {
      name: "writes half an expression",
      given: "operationId: $sourceDescriptions.api",
      want: "1:14 error invalid-expression expected '.' and an operationId, a workflowId or 'url' after the name of a source description",
    },
  ])(async ({ given, want }) => {
    const documents = { arazzo: within(oneStep, given), openapi: things };
    expectText(await compiler.told(documents, ({ fn }) => call.exec(fn)?.[0] ?? fn), want);
  });
});

test("an id that is there twice in one document is told apart by the paths", async () => {
  const twice = things.replace("operationId: listThings", "operationId: createThing");
  const documents = { arazzo: within(oneStep, "operationId: createThing"), openapi: twice };
  const paths = ["~1things/post", "~1things~1list/get"].map(
    (pointer) => `'{$sourceDescriptions.api.url}#/paths/${pointer}'`,
  );

  expectText(
    await compiler.told(documents, ({ fn }) => fn),
    `
      1:14 error ambiguous-operation several operations have the id 'createThing'
        | Write operationPath: ${paths.join(" or ")}.
    `,
  );
});

describe("with two source descriptions, a step", () => {
  const twoSources = `${oneStep}\nsourceDescriptions:\n${yaml`
    - { name: api, url: ./openapi.yaml, type: openapi }
    - { name: others, url: ./others.yaml, type: openapi }
  `}`;

  testEach([
    {
      name: "names the source description",
      given: "operationId: $sourceDescriptions.others.createOther",
      want: `await others.POST("/others", {`,
    },
    {
      name: "names an operation that only one of them has",
      given: "operationId: createOther",
      want: `
          1:14 warning unqualified-operation 'createOther' is looked for in 2 source descriptions
            | Write '$sourceDescriptions.others.createOther'.
          await others.POST("/others", {
        `,
    },
    {
      name: "names an operation that both of them have",
      given: "operationId: createThing",
      want: `
          1:14 error ambiguous-operation several operations have the id 'createThing'
            | Write '$sourceDescriptions.api.createThing' or '$sourceDescriptions.others.createThing'.
        `,
    },
    {
      name: "says which of the two is meant",
      given: "operationId: $sourceDescriptions.others.createThing",
      want: `await others.POST("/things", {`,
    },
    {
      name: "names an operation that none of them has",
      given: "operationId: createOthers",
      want: `
          1:14 error unknown-operation no source description has an operation 'createOthers'
            | Did you mean 'createOther'?
        `,
    },
    {
      name: "names an operation that only the other one has",
      given: "operationId: $sourceDescriptions.api.createOther",
      want: `
          1:14 error unknown-operation no source description has an operation 'createOther'
            | Known here: 'createThing', 'listThings'.
        `,
    },
  ])(async ({ given, want }) => {
    const documents = { arazzo: within(twoSources, given), openapi: things, files: { "others.yaml": others } };
    expectText(await compiler.told(documents, ({ fn }) => call.exec(fn)?.[0] ?? fn), want);
  });
});

test("a step has to name something", async () => {
  const { findings } = await compiler.compile({ arazzo: within(oneStep, "description: Nothing."), openapi: things });
  expect(findings).toEqual([
    "outside 4:13 error invalid-document a step needs an 'operationId', an 'operationPath' or a 'workflowId'",
  ]);
});

compiler.testTypes();
