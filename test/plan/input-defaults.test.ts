import { describe } from "vitest";
import { Compiler, expectText, testEach } from "../support/compiler.js";
import { within } from "../support/fragment.js";
import { showing } from "../support/generated-workflow.js";
import { sending, things } from "./input-workflow.js";

const compiler = new Compiler();

describe("the default of an input", () => {
  testEach<{ name: string; given: string; server?: string; want: string }>([
    {
      name: "is text",
      given: "properties: { x: { type: string, default: some } }",
      want: `
        export interface TestInput {
          /** @default "some" */
          x?: string | undefined;
        }
        const x = input.x ?? "some";

        { a: x }
      `,
    },
    {
      name: "is a text without quotes, which is meant as it is written",
      given: "properties: { x: { type: string, default: +15005550006 } }",
      want: `
        1:43 warning unquoted-text the default of the input 'x' takes text, and '+15005550006' is a number
          | It is sent as it is written. Put quotes around it.
        export interface TestInput {
          /** @default "+15005550006" */
          x?: string | undefined;
        }
        const x = input.x ?? "+15005550006";

        { a: x }
      `,
    },
    {
      name: "is one of a list, without quotes",
      given: 'properties: { x: { type: string, enum: ["007", "1"], default: 007 } }',
      want: `
        1:63 warning unquoted-text the default of the input 'x' takes text, and '007' is a number
          | It is sent as it is written. Put quotes around it.
        export interface TestInput {
          /** @default "007" */
          x?: "007" | "1" | undefined;
        }
        const x = input.x ?? "007";

        { a: x }
      `,
    },
    {
      name: "is a number",
      given: "properties: { x: { type: integer, default: 20 } }",
      want: `
        export interface TestInput {
          /** @default 20 */
          x?: number | undefined;
        }
        const x = input.x ?? 20;

        { a: x }
      `,
    },
    {
      name: "is false",
      given: "properties: { x: { type: boolean, default: false } }",
      want: `
        export interface TestInput {
          /** @default false */
          x?: boolean | undefined;
        }
        const x = input.x ?? false;

        { a: x }
      `,
    },
    {
      name: "is a list",
      given: "properties: { x: { type: array, items: { type: string }, default: [a, b] } }",
      want: `
        export interface TestInput {
          /** @default ["a","b"] */
          x?: string[] | undefined;
        }
        const x = input.x ?? ["a", "b"];

        { a: x }
      `,
    },
    {
      name: "is an object",
      given: "properties: { x: { type: object, properties: { a: { type: integer } }, default: { a: 1 } } }",
      want: `
        export interface TestInput {
          /** @default {"a":1} */
          x?:
            | {
                a?: number | undefined;
              }
            | undefined;
        }
        const x = input.x ?? { a: 1 };

        { a: x }
      `,
    },
    {
      name: "is null",
      given: 'properties: { x: { type: [string, "null"], default: null } }',
      want: `
        export interface TestInput {
          /** @default null */
          x?: string | null | undefined;
        }
        const x = input.x ?? null;

        { a: x }
      `,
    },
    {
      name: "does not take the place of a null that is given",
      given: 'properties: { x: { type: [string, "null"], default: some } }',
      want: `
        export interface TestInput {
          /** @default "some" */
          x?: string | null | undefined;
        }
        const { x = "some" } = input;

        { a: x }
      `,
    },
    {
      name: "is a list of listed values, and does not take the place of a null either",
      given: 'properties: { x: { type: [array, "null"], items: { enum: [a, b] }, default: [a] } }',
      want: `
        export interface TestInput {
          /** @default ["a"] */
          x?: ("a" | "b")[] | null | undefined;
        }
        const { x = ["a"] } = input;

        { a: x }
      `,
    },
    {
      name: "leaves a required input required",
      given: "required: [x]\nproperties: { x: { type: string, default: some } }",
      want: `
        export interface TestInput {
          /** @example "some" */
          x: string;
        }
        { a: input.x }
      `,
    },
    {
      name: "is one of a list",
      given: "properties: { x: { type: string, enum: [a, b], default: b } }",
      want: `
        export interface TestInput {
          /** @default "b" */
          x?: "a" | "b" | undefined;
        }
        const x = input.x ?? "b";

        { a: x }
      `,
    },
    {
      name: "is none of the list",
      given: "properties: { x: { type: string, enum: [a, b], default: c } }",
      want: `
        1:57 error value-outside-enum the default of the input 'x' is "c", where one of "a", "b" is wanted
          | Known here: 'a', 'b'.
      `,
    },
    {
      name: "is of another type",
      given: "properties: { x: { type: integer, default: many } }",
      want: `1:44 error type-conflict the default of the input 'x' is "many", where a number is wanted`,
    },
    {
      name: "is the account of the credentials",
      given: "required: [x]\nproperties: { x: { type: string, x-default: $credentials.accountSid } }",
      server: "https://things.twilio.com",
      want: `
        export interface TestInput {
          /** @default the account of the credentials */
          x?: string | undefined;
        }
        const x = input.x ?? accountSidOf(run);

        { a: x }
      `,
    },
    {
      name: "is the account of the credentials where a number is wanted",
      given: "properties: { x: { type: integer, x-default: $credentials.accountSid } }",
      server: "https://things.twilio.com",
      want: "1:46 error type-conflict the default of the input 'x' is the account SID, where a number is wanted",
    },
    {
      name: "is the account of credentials for another API than Twilio's",
      given: "properties: { x: { type: string, x-default: $credentials.accountSid } }",
      want: "1:45 error invalid-document no step calls Twilio, whose credentials name an account",
    },
    {
      name: "is something else of the credentials",
      given: "properties: { x: { type: string, x-default: $credentials.authToken } }",
      want: "1:45 error invalid-document 'x-default' has to be '$credentials.accountSid'",
    },
  ])(async ({ given, server = "https://api.example.com", want }) => {
    const openapi = `servers: [{ url: "${server}" }]\n${things}`;
    const documents = { arazzo: within(sending("{ a: $inputs.x }"), given), openapi };
    expectText(await compiler.told(documents, showing("input", "fallbacks", "body")), want);
  });
});

compiler.testTypes();
