import { describe } from "vitest";
import { Compiler, expectText, testEach } from "../support/compiler.js";
import { within } from "../support/fragment.js";
import { yaml } from "../support/yaml.js";

const compiler = new Compiler({ ignoring: ["unused-input"] });

const things = yaml`
  paths:
    /things:
      post:
        operationId: create
        requestBody:
          content:
            application/json:
              schema:
                type: object
                properties:
                  text: { type: string }
                  number: { type: number }
                  whole: { type: integer }
                  flag: { type: boolean }
                  none: { type: [string, "null"] }
                  state: { type: string, enum: [active, inactive, closed] }
                  level: { type: integer, enum: [1, 2, 3] }
                  fixed: { const: fixed }
                  date: { type: string, format: date-time }
                  any: {}
                  either: { oneOf: [{ type: string }, { type: integer }] }
                  list: { type: array, items: { type: string, enum: [red, green, blue] } }
                  lists: { type: array, items: { type: array, items: { type: integer } } }
                  rows: { type: array, items: { type: object, required: [id], properties: { id: { type: string } } } }
                  owner:
                    type: object
                    required: [name]
                    properties: { name: { type: string }, age: { type: integer } }
        responses:
          "201":
            description: Made.
            content:
              application/json:
                schema:
                  type: object
                  required: [id, count, ready, state, tags]
                  properties:
                    id: { type: string }
                    count: { type: integer }
                    ready: { type: boolean }
                    state: { type: string, enum: [active, inactive] }
                    tags: { type: array, items: { type: string } }
                    size: { type: integer }
                    any: {}
`;

const creating = yaml`
  workflows:
  - workflowId: test
    inputs:
      required: [text, number, flag, list]
      properties: { text: { type: string }, number: { type: integer }, flag: { type: boolean }, list: { type: array, items: { type: string } }, maybe: { type: integer } }
    steps:
    - stepId: first
      operationId: create
      requestBody: { payload: {} }
      outputs:
        id: $response.body#/id
        count: $response.body#/count
        ready: $response.body#/ready
        state: $response.body#/state
        tags: $response.body#/tags
        size: $response.body#/size
        any: $response.body#/any
    - stepId: second
      operationId: create
      requestBody:
        payload:
          <given>
`;

function tests(rows: readonly { readonly name: string; readonly given: string; readonly want: string }[]): void {
  testEach(rows)(async ({ given, want }) => {
    const documents = { arazzo: within(creating, given), openapi: things };
    expectText(await compiler.told(documents, (workflow) => workflow.sent("body", "second")), want);
  });
}

describe("literal values", () => {
  tests([
    {
      name: "are written as they are",
      given: `{ text: a, number: 1.5, whole: -2, flag: false, none: null }`,
      want: `{ text: "a", number: 1.5, whole: -2, flag: false, none: null }`,
    },
    {
      name: "are text where text is quoted in YAML",
      given: `{ text: "12", none: "null" }`,
      want: `{ text: "12", none: "null" }`,
    },
    {
      name: "become text where text is wanted",
      given: `{ text: 12, none: true }`,
      want: `
        1:9 warning unquoted-text the field 'text' takes text, and '12' is a number
          | It is sent as it is written. Put quotes around it.
        1:19 warning unquoted-text the field 'none' takes text, and 'true' is true or false
          | It is sent as it is written. Put quotes around it.
        { text: "12", none: "true" }
      `,
    },
    { name: "may be empty", given: `{ text: "" }`, want: `{ text: "" }` },
    {
      name: "may be anything where the document says nothing",
      given: `{ any: { a: [1, null, "x"], "b c": true } }`,
      want: `{ any: { a: [1, null, "x"], "b c": true } }`,
    },
    {
      name: "keep what only looks like an expression",
      given: `{ text: "$5.00 for {you}" }`,
      want: `{ text: "$5.00 for {you}" }`,
    },
    {
      name: "are refused where a number is wanted",
      given: `{ number: "1" }`,
      want: `1:11 error type-conflict the field 'number' takes a number, not "1"`,
    },
    {
      name: "are refused where text is wanted and null is given",
      given: `{ text: null }`,
      want: "1:9 error type-conflict the field 'text' takes text, not null",
    },
    {
      name: "are refused where true or false is wanted",
      given: `{ flag: "yes" }`,
      want: `1:9 error type-conflict the field 'flag' takes true or false, not "yes"`,
    },
    {
      name: "are refused where an object is wanted",
      given: `{ owner: me }`,
      want: `1:10 error type-conflict the field 'owner' takes an object, not "me"`,
    },
    {
      name: "are refused where a list is wanted",
      given: `{ list: red }`,
      want: `1:9 error type-conflict the field 'list' takes a list (each one of "red", "green", "blue"), not "red"`,
    },
    { name: "fit one of two types", given: `{ either: 1 }`, want: "{ either: 1 }" },
    {
      name: "become text where one of two types is text",
      given: `{ either: true }`,
      want: `
        1:11 warning unquoted-text the field 'either' takes text, and 'true' is true or false
          | It is sent as it is written. Put quotes around it.
        { either: "true" }
      `,
    },
  ]);
});

describe("values of a list", () => {
  tests([
    {
      name: "are one of the list",
      given: "{ state: closed, level: 2, fixed: fixed }",
      want: `{ state: "closed", level: 2, fixed: "fixed" }`,
    },
    {
      name: "are refused with the nearest one",
      given: "{ state: inactiv }",
      want: `
        1:10 error value-outside-enum the field 'state' does not take "inactiv"
          | Did you mean 'inactive'?
      `,
    },
    {
      name: "are refused with all of them where none is near",
      given: "{ state: open }",
      want: `
        1:10 error value-outside-enum the field 'state' does not take "open"
          | Known here: 'active', 'inactive', 'closed'.
      `,
    },
    {
      name: "have the case of the document",
      given: "{ state: Active }",
      want: `
        1:10 error value-outside-enum the field 'state' does not take "Active"
          | Did you mean 'active'?
      `,
    },
    {
      name: "are numbers",
      given: "{ level: 4 }",
      want: `
        1:10 error value-outside-enum the field 'level' does not take 4
          | Known here: '1', '2', '3'.
      `,
    },
    {
      name: "are not numbers as text",
      given: `{ level: "2" }`,
      want: `
        1:10 error value-outside-enum the field 'level' does not take "2"
          | Known here: '1', '2', '3'.
      `,
    },
    {
      name: "are the only one",
      given: "{ fixed: other }",
      want: `
        1:10 error value-outside-enum the field 'fixed' does not take "other"
          | Known here: 'fixed'.
      `,
    },
    {
      name: "are refused inside a list",
      given: "{ list: [red, gren] }",
      want: `
        1:15 error value-outside-enum the field 'list' does not take "gren"
          | Did you mean 'green'?
      `,
    },
  ]);
});

describe("lists and objects", () => {
  tests([
    {
      name: "are written out",
      given: "{ list: [red, blue], lists: [[1], [2, 3]], owner: { name: a, age: 3 } }",
      want: `{ list: ["red", "blue"], lists: [[1], [2, 3]], owner: { name: "a", age: 3 } }`,
    },
    { name: "are empty", given: "{ list: [], rows: [] }", want: "{ list: [], rows: [] }" },
    {
      name: "hold values of expressions",
      given: "{ list: [red], rows: [{ id: $inputs.text }, { id: $steps.first.outputs.id }] }",
      want: `{ list: ["red"], rows: [{ id: input.text }, { id }] }`,
    },
    {
      name: "lack a required field",
      given: "{ owner: { age: 3 } }",
      want: `
        1:3 error missing-field the field 'owner' requires the field 'name'
          | Add 'name' to the payload.
      `,
    },
    {
      name: "have an unknown field",
      given: "{ owner: { name: a, agge: 3 } }",
      want: `
        1:21 error unknown-field the field 'owner' has no field 'agge'
          | Did you mean 'age'?
      `,
    },
    {
      name: "lack a required field in a list",
      given: "{ rows: [{ id: a }, {}] }",
      want: `
        1:21 error missing-field the field 'rows' requires the field 'id'
          | Add 'id' to the payload.
      `,
    },
    {
      name: "have a value of another type inside",
      given: "{ lists: [[1, a]] }",
      want: `1:15 error type-conflict the field 'lists' takes a number, not "a"`,
    },
    {
      name: "are refused where text is wanted",
      given: "{ text: { a: b } }",
      want: "1:9 error type-conflict the field 'text' takes text, not an object",
    },
    {
      name: "are refused where a number is wanted",
      given: "{ number: [1] }",
      want: "1:11 error type-conflict the field 'number' takes a number, not a list",
    },
  ]);
});

describe("inputs", () => {
  tests([
    {
      name: "are sent as they are",
      given: "{ text: $inputs.text, number: $inputs.number, flag: $inputs.flag, any: $inputs.list }",
      want: "{ text: input.text, number: input.number, flag: input.flag, any: input.list }",
    },
    { name: "are left out with their field", given: "{ number: $inputs.maybe }", want: "{ number: input.maybe }" },
    {
      name: "are numbers where text is wanted",
      given: "{ text: $inputs.number }",
      want: "{ text: String(input.number) }",
    },
    {
      name: "are true or false where text is wanted",
      given: "{ text: $inputs.flag }",
      want: "{ text: String(input.flag) }",
    },
    {
      name: "are optional numbers where text is wanted",
      given: "{ text: $inputs.maybe }",
      want: "{ text: asText(input.maybe) }",
    },
    {
      name: "are text where a number is wanted",
      given: "{ number: $inputs.text }",
      want: `
        1:11 error type-conflict the field 'number' takes a number, and '$inputs.text' is text
          | If the field 'number' is right, declare the input as 'type: number'.
      `,
    },
    {
      name: "are a list where text is wanted",
      given: "{ text: $inputs.list }",
      want: `
        1:9 error type-conflict the field 'text' takes text, and '$inputs.list' is a list (each text)
          | If the field 'text' is right, declare the input as 'type: string'.
      `,
    },
    {
      name: "are a list where an object is wanted",
      given: "{ owner: $inputs.list }",
      want: "1:10 error type-conflict the field 'owner' takes an object, and '$inputs.list' is a list (each text)",
    },
  ]);
});

describe("outputs of a step", () => {
  tests([
    {
      name: "are sent as they are",
      given: "{ text: $steps.first.outputs.id, number: $steps.first.outputs.count }",
      want: "{ text: first.data.id, number: first.data.count }",
    },
    {
      name: "are numbers where text is wanted",
      given: "{ text: $steps.first.outputs.count }",
      want: "{ text: String(first.data.count) }",
    },
    {
      name: "are true or false where text is wanted",
      given: "{ text: $steps.first.outputs.ready }",
      want: "{ text: String(first.data.ready) }",
    },
    {
      name: "are demanded where they may be missing, also by a field that is not required",
      given: "{ number: $steps.first.outputs.size }",
      want: "{ number: size }",
    },
    {
      name: "are text where a number is wanted",
      given: "{ number: $steps.first.outputs.id }",
      want: "1:11 error type-conflict the field 'number' takes a number, and '$steps.first.outputs.id' is text",
    },
    {
      name: "are one of the listed, and what the API may add to them, where those and others are wanted",
      given: "{ state: $steps.first.outputs.state }",
      want: "{ state: asListed(first.data.state) }",
    },
    {
      name: "are of any kind where text is wanted",
      given: "{ text: $steps.first.outputs.any }",
      want: `1:9 error type-conflict the field 'text' takes text, and '$steps.first.outputs.any' is a value of any kind
  | Say in an overlay of the OpenAPI document what the API answers with: the 'type' of that field.`,
    },
    {
      name: "are one of the listed where others are wanted",
      given: "{ fixed: $steps.first.outputs.state }",
      want: `1:10 error type-conflict the field 'fixed' takes "fixed", and '$steps.first.outputs.state' is one of "active", "inactive" or text`,
    },
    {
      name: "are a list where the items have to be of another list",
      given: "{ list: $steps.first.outputs.tags }",
      want: `1:9 error type-conflict the field 'list' takes a list (each one of "red", "green", "blue"), and '$steps.first.outputs.tags' is a list (each text)`,
    },
  ]);
});

compiler.testTypes();
