import { describe } from "vitest";
import { Compiler, testEach, expectText } from "../support/compiler.js";
import { sent, type Case } from "./sent.js";

const compiler = new Compiler({ ignoring: ["input-required", "unused-input"] });

/** What every object of JavaScript has by inheritance. */
const inherited = ["constructor", "toString", "__proto__"];

const text = "schema: { type: string }";

/** A parameter that an input of the same name goes to. */
function parameter(place: string, name: string, given: string | undefined, want: string): Case {
  return {
    name: `${name}, ${given === undefined ? "absent" : "given"}`,
    operation: `parameters: [{ name: ${name}, in: ${place}, ${text} }]`,
    step: `parameters: [{ name: ${name}, in: ${place}, value: $inputs.x }]`,
    inputs: "{ x: { type: string } }",
    ...(given === undefined ? {} : { input: { x: given } }),
    want,
  };
}

describe("a name that every object inherits, as a query parameter", () => {
  testEach<Case>(
    inherited.flatMap((name) => [
      parameter("query", name, undefined, "GET /things"),
      parameter("query", name, "a", `GET /things?${name}=a`),
    ]),
  )(async (given) => expectText(await sent(compiler, given), given.want));
});

// A server made of Node's `http` cannot receive a header called `__proto__`.
const receivable = inherited.filter((name) => name !== "__proto__");

describe("a name that every object inherits, as a header", () => {
  testEach<Case>(
    receivable.flatMap((name) => [
      parameter("header", name, undefined, "GET /things"),
      parameter("header", name, "a", "GET /things\na"),
    ]),
  )(async (given) =>
    expectText(await sent(compiler, given, [given.name.split(",")[0]?.toLowerCase() ?? ""]), given.want),
  );
});

describe("a name that every object inherits, as a cookie", () => {
  testEach<Case>(
    inherited.flatMap((name) => [
      parameter("cookie", name, undefined, "GET /things"),
      parameter("cookie", name, "a", `GET /things\n${name}=a`),
    ]),
  )(async (given) => expectText(await sent(compiler, given, ["cookie"]), given.want));
});

/** A field of the body that an input of the same name goes to. */
function field(type: string, name: string, given: string | undefined, want: string): Case {
  return {
    name: `${name}, ${given === undefined ? "absent" : "given"}`,
    at: "post /things",
    operation: `requestBody: { content: { ${type}: { schema: { type: object, properties: { ${name}: { type: string }, other: { type: string } } } } } }`,
    step: `requestBody: { contentType: ${type}, payload: { ${name}: $inputs.x, other: b } }`,
    inputs: "{ x: { type: string } }",
    ...(given === undefined ? {} : { input: { x: given } }),
    want,
  };
}

describe("a name that every object inherits, as a field of JSON", () => {
  testEach<Case>(
    inherited.flatMap((name) => [
      field("application/json", name, undefined, `POST /things\n{"other":"b"}`),
      field("application/json", name, "a", `POST /things\n{"${name}":"a","other":"b"}`),
    ]),
  )(async (given) => expectText(await sent(compiler, given), given.want));
});

describe("a name that every object inherits, as a field of a form", () => {
  testEach<Case>(
    inherited.flatMap((name) => [
      field("application/x-www-form-urlencoded", name, undefined, "POST /things\nother=b"),
      field("application/x-www-form-urlencoded", name, "a", `POST /things\n${name}=a&other=b`),
    ]),
  )(async (given) => expectText(await sent(compiler, given), given.want));
});

describe("a name that every object inherits, not mentioned by the step", () => {
  testEach<Case>(
    inherited.flatMap((name) => [
      ...["query", "header", "cookie"].map((place): Case => ({
        name: `${name} as a ${place} parameter`,
        operation: `parameters: [{ name: ${name}, in: ${place}, ${text} }, { name: other, in: ${place}, ${text} }]`,
        step: `parameters: [{ name: other, in: ${place}, value: b }]`,
        want: place === "query" ? "GET /things?other=b" : "GET /things",
      })),
      {
        name: `${name} as the only query parameter`,
        operation: `parameters: [{ name: ${name}, in: query, ${text} }]`,
        step: "",
        want: "GET /things",
      },
      ...["string", "boolean, not: {}"].flatMap((type): readonly Case[] => [
        {
          name: `${name} as a field, beside another; ${type}`,
          at: "post /things",
          operation: `requestBody: { content: { application/json: { schema: { type: object, properties: { ${name}: { type: ${type} }, other: { type: string } } } } } }`,
          step: "requestBody: { contentType: application/json, payload: { other: b } }",
          want: `POST /things\n{"other":"b"}`,
        },
        {
          name: `${name} as a field within; ${type}`,
          at: "post /things",
          operation: `requestBody: { content: { application/json: { schema: { type: object, properties: { in: { type: object, properties: { ${name}: { type: ${type} }, other: { type: string } } } } } } } }`,
          step: "requestBody: { contentType: application/json, payload: { in: { other: $inputs.x } } }",
          inputs: "{ x: { type: string } }",
          input: { x: "b" },
          want: `POST /things\n{"in":{"other":"b"}}`,
        },
        {
          name: `${name} as a field of the whole that is an input; ${type}`,
          at: "post /things",
          operation: `requestBody: { content: { application/json: { schema: { type: object, properties: { ${name}: { type: ${type} }, other: { type: string } } } } } }`,
          step: "requestBody: { contentType: application/json, payload: $inputs.x }",
          inputs: "{ x: { type: object, properties: { other: { type: string } } } }",
          input: { x: { other: "b" } },
          want: `POST /things\n{"other":"b"}`,
        },
      ]),
    ]),
  )(async (given) => expectText(await sent(compiler, given), given.want));
});

compiler.testTypes();
