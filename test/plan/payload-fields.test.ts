import { describe, expect, test } from "vitest";
import { Compiler, expectText, testEach } from "../support/compiler.js";
import { within } from "../support/fragment.js";
import type { GeneratedWorkflow } from "../support/generated-workflow.js";
import { yaml } from "../support/yaml.js";

const compiler = new Compiler({ ignoring: ["unused-input"] });

const things = yaml`
  paths:
    /things:
      post:
        operationId: createThing
        requestBody:
          content:
            application/x-www-form-urlencoded:
              schema:
                type: object
                required: [Name]
                properties:
                  Name: { type: string }
                  Note: { type: string }
                  Owner.Name: { type: string }
                  Sub: { type: object, properties: { toString: { type: string }, Mode: { type: string } } }
        responses: { "201": { description: Made. } }
`;

const creating = yaml`
  workflows:
  - workflowId: test
    inputs: { properties: { name: { type: string }, note: { type: string } } }
    steps:
    - stepId: create
      operationId: createThing
      requestBody:
        <given>
`;

describe("the fields of a form", () => {
  testEach([
    {
      name: "are sent in the order of the payload",
      given: "payload: { Note: hello, Name: $inputs.name }",
      want: `
        { source: "api", contentType: "application/x-www-form-urlencoded" }
        { Note: "hello", Name: input.name }
      `,
    },
    {
      name: "may have names that are no identifiers",
      given: "payload: { Name: a, Owner.Name: b }",
      want: `
        { source: "api", contentType: "application/x-www-form-urlencoded" }
        { Name: "a", "Owner.Name": "b" }
      `,
    },
    {
      name: "are undefined where every object has something of their name",
      given: "payload: { Name: a, Sub: { Mode: b } }",
      want: `
        { source: "api", contentType: "application/x-www-form-urlencoded" }
        { Name: "a", Sub: { Mode: "b", toString: undefined } }
      `,
    },
    {
      name: "have to be those of the operation",
      given: "payload: { Name: a, Not: b }",
      want: `
        1:21 error unknown-field the body of 'createThing' has no field 'Not'
          | Did you mean 'Note'?
      `,
    },
    {
      name: "have to be those of the operation, in case too",
      given: "payload: { Name: a, note: b }",
      want: `
        1:21 error unknown-field the body of 'createThing' has no field 'note'
          | Did you mean 'Note'?
      `,
    },
    {
      name: "are named where none is near",
      given: "payload: { Name: a, Description: b }",
      want: `
        1:21 error unknown-field the body of 'createThing' has no field 'Description'
          | Known here: 'Name', 'Note', 'Owner.Name', 'Sub'.
      `,
    },
    {
      name: "must not lack a required one",
      given: "payload: { Note: b }",
      want: `
        1:1 error missing-field the body of 'createThing' requires the field 'Name'
          | Add 'Name' to the payload.
      `,
    },
    {
      name: "must not misspell a required one, which is said once",
      given: "payload: { Nam: b }",
      want: `
        1:12 error unknown-field the body of 'createThing' has no field 'Nam'
          | Did you mean 'Name'?
      `,
    },
    {
      name: "may be missing altogether, which lacks the required one",
      given: "contentType: application/x-www-form-urlencoded",
      want: `
        outside 7:5 error missing-field the body of 'createThing' requires the field 'Name'
          | Add 'Name' to the payload.
      `,
    },
    {
      name: "are reported all at once",
      given: `
        payload:
          Nam: a
          Not: b
      `,
      want: `
        2:3 error unknown-field the body of 'createThing' has no field 'Nam'
          | Did you mean 'Name'?
        3:3 error unknown-field the body of 'createThing' has no field 'Not'
          | Did you mean 'Note'?
      `,
    },
    {
      name: "take a text that is written like a form",
      given: `payload: "Name=a"`,
      want: `
        { source: "api", contentType: "application/x-www-form-urlencoded" }
        { Name: "a" }
      `,
    },
    {
      name: "have to be written in a form",
      given: "contentType: application/json\npayload: { Name: a }",
      want: `
        1:14 error unknown-content-type the operation 'createThing' takes no body of type 'application/json'
          | It takes 'application/x-www-form-urlencoded'.
      `,
    },
    {
      name: "keep the content type that was asked for",
      given: "contentType: application/x-www-form-urlencoded; charset=utf-8\npayload: { Name: a }",
      want: `
        { source: "api", contentType: "application/x-www-form-urlencoded; charset=utf-8" }
        { Name: "a" }
      `,
    },
  ])(async ({ given, want }) => {
    const documents = { arazzo: within(creating, given), openapi: things };
    expectText(await compiler.told(documents, (workflow) => `${workflow.settings}\n${workflow.sent("body")}`), want);
  });
});

describe("the body of a request", () => {
  const step = yaml`
    workflows:
    - workflowId: test
      inputs: { properties: { any: {}, list: { type: array, items: { type: string } } } }
      steps:
      - stepId: send
        operationId: send
        <given>
  `;
  const body = yaml`
    paths:
      /things:
        post:
          operationId: send
          <given>
          responses: { "204": { description: Done. } }
  `;

  testEach([
    {
      name: "is missing where it is required",
      body: `
        requestBody: { required: true, content: { application/json: { schema: { type: object } } } }
      `,
      given: "description: Send.",
      want: `
        outside 5:13 error missing-field the operation 'send' requires a body
          | Add a 'requestBody'.
      `,
    },
    {
      name: "may be missing where it is not required",
      body: `
        requestBody: { content: { application/json: { schema: { type: object } } } }
      `,
      given: "description: Send.",
      want: `{ source: "api" }`,
    },
    {
      name: "is given where the operation takes none",
      body: "description: No body.",
      given: "requestBody: { payload: { Name: a } }",
      want: "1:14 error unknown-content-type the operation 'send' takes no body",
    },
    {
      name: "is of the first kind that the operation lists",
      body: `
        requestBody:
          content:
            application/json: { schema: { type: object, properties: { name: { type: string } } } }
            application/x-www-form-urlencoded: { schema: { type: object, properties: { Name: { type: string } } } }
      `,
      given: "requestBody: { payload: { name: a } }",
      want: `
        { source: "api" }
        { name: "a" }
      `,
    },
    {
      name: "is of the kind that the step names",
      body: `
        requestBody:
          content:
            application/json: { schema: { type: object, properties: { name: { type: string } } } }
            application/x-www-form-urlencoded: { schema: { type: object, properties: { Name: { type: string } } } }
      `,
      given: "requestBody: { contentType: application/x-www-form-urlencoded, payload: { Name: a } }",
      want: `
        { source: "api", contentType: "application/x-www-form-urlencoded" }
        { Name: "a" }
      `,
    },
    {
      name: "is a list",
      body: `
        requestBody: { content: { application/json: { schema: { type: array, items: { type: integer } } } } }
      `,
      given: "requestBody: { payload: [1, 2] }",
      want: `
        { source: "api" }
        [1, 2]
      `,
    },
    {
      name: "is an input as a whole, which then has its type",
      body: `
        requestBody: { required: true, content: { application/json: { schema: { type: object, required: [a], properties: { a: { type: string } } } } } }
      `,
      given: "requestBody: { payload: $inputs.any }",
      want: `
        { source: "api" }
        input.any
      `,
    },
    {
      name: "is an input of another type",
      body: `
        requestBody: { required: true, content: { application/json: { schema: { type: object, required: [a], properties: { a: { type: string } } } } } }
      `,
      given: "requestBody: { payload: $inputs.list }",
      want: "1:25 error type-conflict the body of 'send' takes an object, and '$inputs.list' is a list (each text) or absent",
    },
    {
      name: "takes any field where the document says so",
      body: `
        requestBody: { content: { application/json: { schema: { type: object, additionalProperties: { type: string } } } } }
      `,
      given: "requestBody: { payload: { a: b, c-d: e } }",
      want: `
        { source: "api" }
        { a: "b", "c-d": "e" }
      `,
    },
    {
      name: "takes anything where the document says nothing",
      body: `
        requestBody: { content: { application/json: {} } }
      `,
      given: "requestBody: { payload: { a: [1, { b: null }] } }",
      want: `
        { source: "api" }
        { a: [1, { b: null }] }
      `,
    },
    {
      name: "has the fields that allOf brings in",
      body: `
        requestBody:
          content:
            application/json:
              schema:
                allOf:
                - { type: object, required: [a], properties: { a: { type: string } } }
                - { type: object, properties: { b: { type: string } } }
      `,
      given: "requestBody: { payload: { b: x, c: y } }",
      want: `
        1:16 error missing-field the body of 'send' requires the field 'a'
          | Add 'a' to the payload.
        1:33 error unknown-field the body of 'send' has no field 'c'
          | Known here: 'a', 'b'.
      `,
    },
    {
      name: "is one of the alternatives",
      body: `
        requestBody:
          content:
            application/json:
              schema:
                oneOf:
                - { type: object, required: [a], properties: { a: { type: string } }, additionalProperties: false }
                - { type: object, required: [b], properties: { b: { type: integer } }, additionalProperties: false }
      `,
      given: "requestBody: { payload: { b: 1 } }",
      want: `
        { source: "api" }
        { b: 1 }
      `,
    },
    {
      name: "is none of the alternatives, and is held to the nearest one",
      body: `
        requestBody:
          content:
            application/json:
              schema:
                oneOf:
                - { type: object, required: [a], properties: { a: { type: string } }, additionalProperties: false }
                - { type: object, required: [b], properties: { b: { type: integer } }, additionalProperties: false }
      `,
      given: "requestBody: { payload: { b: text } }",
      want: `1:30 error type-conflict the field 'b' takes a number, not "text"`,
    },
  ])(async ({ body: given, given: use, want }) => {
    const documents = { arazzo: within(step, use), openapi: within(body, given).document };
    const show = (workflow: GeneratedWorkflow): string => [workflow.settings, workflow.sent("body")].join("\n").trim();
    expectText(await compiler.told(documents, show), want);
  });
});

test("a field that has to be of two types at once takes nothing", async () => {
  const arazzo = yaml`
    workflows:
    - workflowId: test
      steps: [{ stepId: one, operationId: make, requestBody: { payload: { a: 1 } } }]
  `;
  const either = (type: string): string => `{ type: object, properties: { a: { type: ${type} } } }`;
  const openapi = yaml`
    paths:
      /things:
        post:
          operationId: make
          requestBody: { content: { application/json: { schema: { allOf: [${either("boolean")}, ${either("number")}] } } } }
          responses: { "204": { description: Made. } }
  `;
  const { findings } = await compiler.compile({ arazzo, openapi });
  expect(findings).toEqual(["3:74 error type-conflict the field 'a' takes nothing, not 1"]);
});

compiler.testTypes();
