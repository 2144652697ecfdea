import { describe } from "vitest";
import { Compiler, expectText, testEach } from "../support/compiler.js";
import { yaml } from "../support/yaml.js";

const compiler = new Compiler({ ignoring: ["unused-input"] });

const api = yaml`
  paths:
    /things:
      post:
        operationId: create
        requestBody:
          content:
            application/json: { schema: { type: object, properties: { Name: { type: string }, Owner: { type: object, properties: { Name: { type: string }, Age: { type: integer } } } } } }
            application/x-www-form-urlencoded: { schema: { type: object, properties: { Name: { type: string }, Count: { type: integer } } } }
        responses: { "204": { description: Done. } }
`;

const creating = yaml`
  workflows:
  - workflowId: test
    inputs:
      required: [name, owner]
      properties: { name: { type: string }, owner: { type: object, properties: { Name: { type: string }, Age: { type: integer } } } }
    steps:
    - stepId: create
      operationId: create
      requestBody:
        <given>
      outputs: { x: "$request.body<pointer>" }
    outputs: { x: $steps.create.outputs.x }
`;

describe("what a step has sent as its body is", () => {
  testEach([
    {
      name: "an input as a whole",
      given: "{ contentType: application/json, payload: $inputs.owner }",
      pointer: "",
      want: "return { x: input.owner };",
    },
    {
      name: "a part of an input",
      given: "{ contentType: application/json, payload: $inputs.owner }",
      pointer: "#/Name",
      want: "return { x: input.owner.Name };",
    },
    {
      name: "what a replacement has put there",
      given:
        "{ contentType: application/json, payload: { Name: a, Owner: { Name: b } }, replacements: [{ target: /Owner/Name, value: $inputs.name }] }",
      pointer: "#/Owner/Name",
      want: "return { x: input.name };",
    },
    {
      name: "all of it with what a replacement has put there",
      given:
        "{ contentType: application/json, payload: { Name: a, Owner: { Name: b } }, replacements: [{ target: /Owner/Name, value: $inputs.name }] }",
      pointer: "",
      want: 'return { x: { Name: "a", Owner: { Name: input.name } } };',
    },
    {
      name: "what a replacement leaves alone in an input",
      given:
        "{ contentType: application/json, payload: { Owner: $inputs.owner }, replacements: [{ target: /Owner/Name, value: $inputs.name }] }",
      pointer: "#/Owner/Age",
      want: "return { x: input.owner.Age };",
    },
    {
      name: "no input in which a replacement changes something",
      given:
        "{ contentType: application/json, payload: { Owner: $inputs.owner }, replacements: [{ target: /Owner/Name, value: $inputs.name }] }",
      pointer: "#/Owner",
      want: `
        11:19 error unsupported-feature '$request.body#/Owner': a replacement changes what an expression stands for there
          | Read what the replacement puts there where it is from.
      `,
    },
    {
      name: "a part of a text that is JSON",
      given: `{ contentType: application/json, payload: '{ "Name": "{$inputs.name}!", "Owner": { "Age": 7 } }' }`,
      pointer: "#/Name",
      want: "return { x: `${input.name}!` };",
    },
    {
      name: "a constant in a text that is JSON",
      given: `{ contentType: application/json, payload: '{ "Name": "{$inputs.name}!", "Owner": { "Age": 7 } }' }`,
      pointer: "#/Owner/Age",
      want: "return { x: 7 };",
    },
    {
      name: "a field of a text that is a form",
      given: `{ contentType: application/x-www-form-urlencoded, payload: "Name={$inputs.name}&Count=3" }`,
      pointer: "#/Name",
      want: "return { x: input.name };",
    },
    {
      name: "nothing where the step sends no body",
      given: "",
      pointer: "#/Name",
      want: "10:19 error missing-field '$request.body#/Name': the step 'create' sends no body",
    },
  ])(async ({ given, pointer, want }) => {
    const document = creating
      .replace("<pointer>", () => pointer)
      .replace(given === "" ? /requestBody:\n\s*<given>/ : "<given>", () => given);
    const told = await compiler.told(
      { arazzo: document, openapi: api },
      ({ statements }) => /return .*/.exec(statements)?.[0] ?? "",
    );
    expectText(told, want);
  });
});

compiler.testTypes();
