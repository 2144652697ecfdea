import { describe, expect, test } from "vitest";
import { Compiler } from "../support/compiler.js";
import { attack, shown, type Attack } from "./attack.js";
import { arazzoOf, openapiOf } from "./documents.js";

// Group 2: names that become identifiers, or would.

const compiler = new Compiler();

const body = { type: "object", properties: { text: { type: "string" } } };

/** A step, input, output, source and operation of this name. */
function named(name: string): Attack {
  const operationId = `$sourceDescriptions.${name}.${name}`;
  const step = {
    stepId: name,
    operationId,
    requestBody: { payload: { text: `$inputs.${name}` } },
    outputs: Object.fromEntries([[name, "$response.body#/sid"]]),
  };
  const properties = Object.fromEntries([[name, { type: "string" }]]);
  return {
    arazzo: arazzoOf({
      document: { sourceDescriptions: [{ name, url: "./openapi.yaml" }] },
      workflow: {
        inputs: { type: "object", properties },
        steps: [step],
        outputs: Object.fromEntries([[name, `$steps.${name}.outputs.${name}`]]),
      },
    }),
    openapi: openapiOf({ body, operation: { operationId: name } }),
    input: Object.fromEntries([[name, "given"]]),
  };
}

const noName = "refused: invalid-document a name here consists of letters, digits, '.', '-' and '_'";

describe("a step, input, output, source and operation that are all called", () => {
  const posted = (name: string): readonly string[] => [`POST /things {"text":"given"}`, `{"${name}":"TH1"}`];

  test.each([
    { name: "a reserved word", given: "class", want: posted("class") },
    { name: "a word of strict code", given: "await", want: posted("await") },
    { name: "with a digit first", given: "2fa", want: posted("2fa") },
    { name: "like a global", given: "globalThis", want: posted("globalThis") },
    { name: "like a function that we import", given: "openWorkflow", want: posted("openWorkflow") },
    { name: "like a variable of ours", given: "run", want: posted("run") },
    { name: "like the argument", given: "input", want: posted("input") },
    { name: "like the function", given: "test", want: posted("test") },
    {
      name: "constructor",
      given: "constructor",
      want: [
        "refused: invalid-name an output cannot be called 'constructor', as every object has something of this name",
        "refused: invalid-name an input cannot be called 'constructor', as every object has something of this name",
      ],
    },
    {
      name: "the name of the prototype",
      given: "__proto__",
      want: [
        ...Array(2).fill("refused: invalid-document '__proto__' is no name that can be used here"),
        "refused: invalid-name an input cannot be called '__proto__', as every object has something of this name",
      ],
    },
    {
      name: "code",
      given: "a(){}x()",
      want: [
        "refused: invalid-expression expected '.' and an operationId, a workflowId or 'url' after the name of a source description",
        noName,
        noName,
      ],
    },
    { name: "with a letter that looks like another", given: "sеnd", want: [noName, noName] },
    {
      name: "nothing",
      given: "",
      want: [
        "refused: invalid-document 'name' has to be text that is not empty",
        "refused: invalid-document 'stepId' has to be text that is not empty",
      ],
    },
  ])("$name", async ({ given, want }) => {
    expect(shown(await attack(compiler, named(given)))).toEqual(want);
  });
});

describe("a workflow that is called", () => {
  const made = ["POST /things", `{"sid":"TH1"}`];
  const refused = (id: string): string =>
    `refused: invalid-name the workflowId '${id}' cannot become the name of a function`;

  test.each([
    { name: "a reserved word", given: "class", want: made },
    { name: "the name of the prototype", given: "__proto__", want: made },
    { name: "constructor", given: "constructor", want: made },
    { name: "like a function that we import", given: "openWorkflow", want: made },
    { name: "like a variable of ours", given: "run", want: made },
    { name: "nothing", given: "", want: ["refused: invalid-document 'workflowId' has to be text that is not empty"] },
    { name: "with a digit first", given: "2fa", want: [refused("2fa")] },
    { name: "with a letter that looks like another", given: "sеnd", want: [refused("sеnd")] },
    { name: "code", given: "a(){}x()", want: [refused("a(){}x()")] },
  ])("$name", async ({ given, want }) => {
    const arazzo = arazzoOf({ workflow: { workflowId: given } });
    expect(shown(await attack(compiler, { arazzo, openapi: openapiOf() }))).toEqual(want);
  });
});

describe("two", () => {
  const outputs = { sid: "$response.body#/sid" };
  const step = (stepId: string): object => ({ stepId, operationId: "make", outputs });

  const workflowsOf = (...ids: readonly string[]): object =>
    arazzoOf({ document: { workflows: ids.map((workflowId) => ({ workflowId, steps: [step("one")] })) } });

  const stepsOf = (a: string, b: string): object => {
    const given = { a: `$steps.${a}.outputs.sid`, b: `$steps.${b}.outputs.sid` };
    return arazzoOf({ workflow: { steps: [step(a), step(b)], outputs: given } });
  };

  const inputsOf = (a: string, b: string): object => {
    const properties = { [a]: { type: "string", default: "1" }, [b]: { type: "string", default: "2" } };
    return arazzoOf({
      workflow: { inputs: { type: "object", properties } },
      step: { requestBody: { payload: { text: `{$inputs.${a}}{$inputs.${b}}` } } },
    });
  };

  const outputsOf = (a: string, b: string): object =>
    arazzoOf({
      workflow: { outputs: { [a]: `$steps.one.outputs.${a}`, [b]: `$steps.one.outputs.${b}` } },
      step: { outputs: { [a]: "$response.body#/sid", [b]: "$response.body" } },
    });

  const sourcesOf = (...names: readonly string[]): object =>
    arazzoOf({
      document: { sourceDescriptions: names.map((name) => ({ name, url: "./openapi.yaml", type: "openapi" })) },
      workflow: {
        steps: names.map((name, index) => ({ ...step(`s${index}`), operationId: `$sourceDescriptions.${name}.make` })),
        outputs: { a: "$steps.s0.outputs.sid", b: "$steps.s1.outputs.sid" },
      },
    });

  const operationsOf = (...ids: readonly string[]): object =>
    arazzoOf({
      workflow: {
        steps: ids.map((operationId, index) => ({ ...step(`s${index}`), operationId })),
        outputs: { a: "$steps.s0.outputs.sid", b: "$steps.s1.outputs.sid" },
      },
    });

  const colliding = (a: string, b: string): readonly string[] => [
    `refused: name-collision the workflows '${a}' and '${b}' would have the same name, or names that differ in case only`,
  ];
  const both = ["POST /things", "POST /things", `{"a":"TH1","b":"TH1"}`];
  const filled = [`POST /things {"text":"12"}`, `{"sid":"TH1"}`];

  test.each([
    { name: "workflowIds become one", arazzo: workflowsOf("send-it", "sendIt"), want: colliding("send-it", "sendIt") },
    { name: "workflowIds differ in case", arazzo: workflowsOf("send", "Send"), want: colliding("send", "Send") },
    { name: "stepIds become one", arazzo: stepsOf("a-b", "aB"), want: both },
    { name: "stepIds differ in case", arazzo: stepsOf("one", "One"), want: both },
    { name: "inputs become one", arazzo: inputsOf("a-b", "aB"), want: filled },
    { name: "inputs differ in case", arazzo: inputsOf("one", "One"), want: filled },
    {
      name: "outputs become one",
      arazzo: outputsOf("a-b", "aB"),
      want: ["POST /things", `{"a-b":"TH1","aB":{"sid":"TH1"}}`],
    },
    {
      name: "outputs differ in case",
      arazzo: outputsOf("one", "One"),
      want: ["POST /things", `{"one":"TH1","One":{"sid":"TH1"}}`],
    },
    { name: "source names become one", arazzo: sourcesOf("a-b", "aB"), want: both },
    { name: "source names differ in case", arazzo: sourcesOf("one", "One"), want: both },
    {
      name: "operationIds differ in case",
      arazzo: operationsOf("make", "Make"),
      want: ["POST /things", "POST /others", `{"a":"TH1","b":"TH1"}`],
    },
  ])("$name", async ({ arazzo, want }) => {
    const thing = { type: "object", properties: { sid: { type: "string" } } };
    const responses = { 200: { description: "Made.", content: { "application/json": { schema: thing } } } };
    const requestBody = { content: { "application/json": { schema: body } } };
    const paths = {
      "/things": { post: { operationId: "make", requestBody, responses } },
      "/others": { post: { operationId: "Make", responses } },
    };
    expect(shown(await attack(compiler, { arazzo, openapi: openapiOf({ document: { paths } }) }))).toEqual(want);
  });
});

compiler.testTypes();
