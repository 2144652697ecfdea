import { describe } from "vitest";
import { Compiler, expectText, testEach } from "../support/compiler.js";
import { within } from "../support/fragment.js";
import { showing } from "../support/generated-workflow.js";
import { sending, things } from "./input-workflow.js";

const compiler = new Compiler();

describe("an input", () => {
  testEach([
    {
      name: "that is required has to be given",
      payload: "{ a: $inputs.x }",
      given: "required: [x]\nproperties: { x: { type: string } }",
      want: `
        export interface TestInput {
          x: string;
        }
        export async function test(input: TestInput, options?: WorkflowOptions<"api">): Promise<TestOutput>
        { a: input.x }
      `,
    },
    {
      name: "that is not required leaves the whole argument optional",
      payload: "{ a: $inputs.x }",
      given: "properties: { x: { type: string } }",
      want: `
        export interface TestInput {
          x?: string | undefined;
        }
        export async function test(input: TestInput = {}, options?: WorkflowOptions<"api">): Promise<TestOutput>
        { a: input.x }
      `,
    },
    {
      name: "that is required by name only is none",
      payload: "{ a: $inputs.x }",
      given: "required: [x]\nproperties: { y: {} }",
      want: `
        2:15 warning unused-input no step reads the input 'y'
          | Read it in a step, or remove it from the inputs.
        outside 10:34 error unknown-input '$inputs.x': the workflow declares no input 'x'
          | Known here: 'y'. If that is a text to be sent as it stands, let it be the 'default' of an input.
      `,
    },
    {
      name: "has a description",
      payload: "{ a: $inputs.x }",
      given: 'properties: { x: { type: string, description: "Says what.\\n\\nAnd why." } }',
      want: `
        export interface TestInput {
          /**
           * Says what.
           *
           * And why.
           */
          x?: string | undefined;
        }
        export async function test(input: TestInput = {}, options?: WorkflowOptions<"api">): Promise<TestOutput>
        { a: input.x }
      `,
    },
    {
      name: "is deprecated",
      payload: "{ a: $inputs.x }",
      given: "properties: { x: { type: string, deprecated: true } }",
      want: `
        export interface TestInput {
          /** @deprecated */
          x?: string | undefined;
        }
        export async function test(input: TestInput = {}, options?: WorkflowOptions<"api">): Promise<TestOutput>
        { a: input.x }
      `,
    },
    {
      name: "has a name with a hyphen",
      payload: "{ a: $inputs.first-name }",
      given: "properties: { first-name: { type: string } }",
      want: `
        export interface TestInput {
          "first-name"?: string | undefined;
        }
        export async function test(input: TestInput = {}, options?: WorkflowOptions<"api">): Promise<TestOutput>
        { a: input["first-name"] }
      `,
    },
    {
      name: "has a name with a dot",
      payload: "{ a: $inputs.first.name }",
      given: "properties: { first.name: { type: string } }",
      want: `
        export interface TestInput {
          "first.name"?: string | undefined;
        }
        export async function test(input: TestInput = {}, options?: WorkflowOptions<"api">): Promise<TestOutput>
        { a: input["first.name"] }
      `,
    },
    {
      name: "has the name of a word of the language",
      payload: "{ a: $inputs.class, b: $inputs.default }",
      given: "required: [class, default]\nproperties: { class: { type: string }, default: { type: string } }",
      want: `
        export interface TestInput {
          class: string;
          default: string;
        }
        export async function test(input: TestInput, options?: WorkflowOptions<"api">): Promise<TestOutput>
        { a: input.class, b: input.default }
      `,
    },
    {
      name: "is an object, of which a part is read",
      payload: '{ a: $inputs.x.name, b: "$inputs.x#/tags/0" }',
      given:
        "required: [x]\nproperties: { x: { type: object, required: [name], properties: { name: { type: string }, tags: { type: array, items: { type: string } } } } }",
      want: `
        export interface TestInput {
          x: {
            name: string;
            tags?: string[] | undefined;
          };
        }
        export async function test(input: TestInput, options?: WorkflowOptions<"api">): Promise<TestOutput>
        { a: input.x.name, b: input.x.tags?.[0] }
      `,
    },
    {
      name: "is an optional object, of which a part is read",
      payload: "{ a: $inputs.x.name }",
      given: "properties: { x: { type: object, required: [name], properties: { name: { type: string } } } }",
      want: `
        export interface TestInput {
          x?:
            | {
                name: string;
              }
            | undefined;
        }
        export async function test(input: TestInput = {}, options?: WorkflowOptions<"api">): Promise<TestOutput>
        { a: input.x?.name }
      `,
    },
    {
      name: "has not the part that is read",
      payload: "{ a: $inputs.x.nam }",
      given: "properties: { x: { type: object, properties: { name: { type: string } } } }",
      want: `
        outside 9:34 error unknown-pointer '$inputs.x.nam': the schema knows no 'nam' there
          | Did you mean 'name'?
      `,
    },
    {
      name: "is read by nothing",
      payload: "{ a: $inputs.x }",
      given: "properties: { x: { type: string }, y: { type: string } }",
      want: `
        1:36 warning unused-input no step reads the input 'y'
          | Read it in a step, or remove it from the inputs.
        export interface TestInput {
          x?: string | undefined;
          y?: string | undefined;
        }
        export async function test(input: TestInput = {}, options?: WorkflowOptions<"api">): Promise<TestOutput>
        { a: input.x }
      `,
    },
    {
      name: "is not declared",
      payload: "{ a: $inputs.y }",
      given: "properties: { why: { type: string } }",
      want: `
        1:15 warning unused-input no step reads the input 'why'
          | Read it in a step, or remove it from the inputs.
        outside 9:34 error unknown-input '$inputs.y': the workflow declares no input 'y'
          | Known here: 'why'. If that is a text to be sent as it stands, let it be the 'default' of an input.
      `,
    },
    {
      name: "is read where a later one is meant",
      payload: "{ a: $inputs.fristName }",
      given: "properties: { firstName: { type: string } }",
      want: `
        outside 9:34 error unknown-input '$inputs.fristName': the workflow declares no input 'fristName'
          | Did you mean 'firstName'?
      `,
    },
  ])(async ({ payload, given, want }) => {
    const documents = { arazzo: within(sending(payload), given), openapi: things };
    const show = showing("input", "signature", "body");
    expectText(await compiler.told(documents, show), want);
  });
});

compiler.testTypes();
