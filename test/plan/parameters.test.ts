import { describe, expect, test } from "vitest";
import { Compiler, expectText, testEach } from "../support/compiler.js";
import { within } from "../support/fragment.js";
import { yaml } from "../support/yaml.js";

const compiler = new Compiler({ ignoring: ["unused-input"] });

const things = yaml`
  paths:
    /Lists/{ListSid}/Things/{Sid}.json:
      parameters:
      - { name: ListSid, in: path, required: true, schema: { type: string } }
      get:
        operationId: readThing
        parameters:
        - { name: Sid, in: path, required: true, schema: { type: string } }
        - { name: Limit, in: query, schema: { type: integer } }
        - { name: Order, in: query, schema: { type: string, enum: [asc, desc] } }
        - { name: Tags, in: query, schema: { type: array, items: { type: string } } }
        - { name: Date>, in: query, schema: { type: string } }
        - { name: X-Trace, in: header, schema: { type: string } }
        responses: { "200": { description: The thing. } }
    /search:
      get:
        operationId: search
        parameters:
        - { name: q, in: query, required: true, schema: { type: string } }
        - { name: X-Key, in: header, required: true, schema: { type: string } }
        responses: { "200": { description: What was found. } }
`;

const reading = yaml`
  workflows:
  - workflowId: test
    inputs: { required: [sid], properties: { sid: { type: string }, limit: { type: integer }, unknown: {} } }
    steps:
    - stepId: read
      operationId: readThing
      parameters:
      - { name: ListSid, in: path, value: LI1 }
      <given>
`;

const searching = yaml`
  workflows:
  - workflowId: test
    inputs: { properties: { text: { type: string } } }
    steps:
    - stepId: search
      operationId: search
      <given>
`;

describe("a parameter", () => {
  const sid = "- { name: Sid, in: path, value: $inputs.sid }";

  testEach([
    { name: "goes into the path", given: sid, want: `{ path: { ListSid: "LI1", Sid: input.sid } }` },
    {
      name: "goes into the query",
      given: `${sid}\n- { name: Limit, in: query, value: $inputs.limit }`,
      want: `{ path: { ListSid: "LI1", Sid: input.sid }, query: { Limit: input.limit } }`,
    },
    {
      name: "goes into a header",
      given: `${sid}\n- { name: X-Trace, in: header, value: abc }`,
      want: `{ path: { ListSid: "LI1", Sid: input.sid }, header: { "X-Trace": "abc" } }`,
    },
    {
      name: "has the case of the document in a header",
      given: `${sid}\n- { name: x-trace, in: header, value: abc }`,
      want: `{ path: { ListSid: "LI1", Sid: input.sid }, header: { "X-Trace": "abc" } }`,
    },
    {
      name: "has a name that is no identifier",
      given: `${sid}\n- { name: Date>, in: query, value: "2026" }`,
      want: `{ path: { ListSid: "LI1", Sid: input.sid }, query: { "Date>": "2026" } }`,
    },
    {
      name: "is a number",
      given: `${sid}\n- { name: Limit, in: query, value: 20 }`,
      want: `{ path: { ListSid: "LI1", Sid: input.sid }, query: { Limit: 20 } }`,
    },
    {
      name: "is one of a list of values",
      given: `${sid}\n- { name: Order, in: query, value: desc }`,
      want: `{ path: { ListSid: "LI1", Sid: input.sid }, query: { Order: "desc" } }`,
    },
    {
      name: "is a list",
      given: `${sid}\n- { name: Tags, in: query, value: [a, $inputs.sid] }`,
      want: `{ path: { ListSid: "LI1", Sid: input.sid }, query: { Tags: ["a", input.sid] } }`,
    },
    {
      name: "is text where a number becomes text",
      given: "- { name: Sid, in: path, value: 20 }",
      want: `
        1:33 warning unquoted-text the path parameter 'Sid' takes text, and '20' is a number
          | It is sent as it is written. Put quotes around it.
        { path: { ListSid: "LI1", Sid: "20" } }
      `,
    },
    {
      name: "is none of the list",
      given: `${sid}\n- { name: Order, in: query, value: desk }`,
      want: `
        2:36 error value-outside-enum the query parameter 'Order' does not take "desk"
          | Did you mean 'desc'?
      `,
    },
    {
      name: "is not of the type",
      given: `${sid}\n- { name: Limit, in: query, value: many }`,
      want: `2:36 error type-conflict the query parameter 'Limit' takes a number, not "many"`,
    },
    {
      name: "misspells its name",
      given: `${sid}\n- { name: Limt, in: query, value: 20 }`,
      want: `
        2:11 error unknown-parameter the operation 'readThing' has no query parameter 'Limt'
          | Did you mean 'Limit'?
      `,
    },
    {
      name: "is in another place",
      given: `${sid}\n- { name: Limit, in: header, value: 20 }`,
      want: `
        2:11 error unknown-parameter the operation 'readThing' has no header parameter 'Limit'
          | 'Limit' goes 'in: query'.
      `,
    },
    {
      name: "differs in case, in a query",
      given: `${sid}\n- { name: limit, in: query, value: 20 }`,
      want: `
        2:11 error unknown-parameter the operation 'readThing' has no query parameter 'limit'
          | Did you mean 'Limit'?
      `,
    },
    {
      name: "is missing from the path",
      given: `- { name: Limit, in: query, value: 20 }`,
      want: `
        outside 5:13 error missing-parameter the operation 'readThing' requires the path parameter 'Sid'
          | Add '{ name: Sid, in: path, value: … }' to the parameters of the step.
      `,
    },
    {
      name: "takes an input that may be absent into the path",
      given: "- { name: Sid, in: path, value: $inputs.unknown }",
      want: `
        outside 3:93 note input-required the input 'unknown' is not among those that are required, and yet something needs it
          | Add 'unknown' to the required inputs, or give it a default.
        { path: { ListSid: "LI1", Sid: input.unknown } }
      `,
    },
    {
      name: "takes an input that there is not",
      given: "- { name: Sid, in: path, value: $inputs.sidd }",
      want: `
        1:33 error unknown-input '$inputs.sidd': the workflow declares no input 'sidd'
          | Did you mean 'sid'?
      `,
    },
    {
      name: "is no expression, though it looks like one",
      given: "- { name: Sid, in: path, value: $input.sid }",
      want: `
          1:33 error invalid-expression '$input.sid': '$input' is no runtime expression
            | Did you mean '$inputs'?
        `,
    },
    {
      name: "is given twice",
      given: `${sid}\n${sid}`,
      want: "2:11 error duplicate-id the list has the parameter 'Sid' in 'path' already\n  | Rename one of them.",
    },
  ])(async ({ given, want }) => {
    const documents = { arazzo: within(reading, given), openapi: things };
    expectText(await compiler.told(documents, (workflow) => workflow.sent("params")), want);
  });
});

describe("parameters that the operation requires", () => {
  testEach([
    {
      name: "are missing",
      given: "description: Search.",
      want: `
          outside 5:13 error missing-parameter the operation 'search' requires the query parameter 'q'
            | Add '{ name: q, in: query, value: … }' to the parameters of the step.
          outside 5:13 error missing-parameter the operation 'search' requires the header parameter 'X-Key'
            | Add '{ name: X-Key, in: header, value: … }' to the parameters of the step.
        `,
    },
    {
      name: "are there",
      given: `
        parameters:
        - { name: q, in: query, value: $inputs.text }
        - { name: x-key, in: header, value: abc }
      `,
      want: `
          export interface TestInput {
            text: string;
          }
          { query: { q: input.text }, header: { "X-Key": "abc" } }
        `,
    },
  ])(async ({ given, want }) => {
    const documents = { arazzo: within(searching, given), openapi: things };
    expectText(await compiler.told(documents, (workflow) => `${workflow.input}\n${workflow.sent("params")}`), want);
  });
});

describe("a parameter of the workflow", () => {
  const shared = yaml`
    workflows:
    - workflowId: test
      parameters:
      - { name: q, in: query, value: shared }
      - { name: X-Key, in: header, value: key }
      steps:
      - stepId: search
        operationId: search
        <given>
  `;

  testEach([
    {
      name: "goes to the step that has it",
      given: "description: Search.",
      want: `{ query: { q: "shared" }, header: { "X-Key": "key" } }`,
    },
    {
      name: "gives way to the step's own",
      given: "parameters: [{ name: q, in: query, value: own }]",
      want: `{ query: { q: "own" }, header: { "X-Key": "key" } }`,
    },
  ])(async ({ given, want }) => {
    const documents = { arazzo: within(shared, given), openapi: things };
    expectText(await compiler.told(documents, (workflow) => workflow.sent("params")), want);
  });
});

test("a parameter without a schema takes anything", async () => {
  const arazzo = yaml`
    workflows:
    - workflowId: test
      steps: [{ stepId: one, operationId: look, parameters: [{ name: id, in: path, value: 1 }] }]
  `;
  const openapi = yaml`
    paths:
      /things/{id}:
        get:
          operationId: look
          parameters: [{ name: id, in: path, required: true }]
          responses: { "204": { description: None. } }
  `;
  const { workflow } = await compiler.compile({ arazzo, openapi });
  expect(workflow().params).toBe("{ path: { id: 1 } }");
});

compiler.testTypes();
