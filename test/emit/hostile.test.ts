import ts from "typescript";
import { afterAll, describe, expect, test } from "vitest";
import { Compiler } from "../support/compiler.js";
import { hostileTexts } from "../support/hostile.js";
import { Loaded } from "../support/load.js";

// Everything in a document that can be any text is one that tries to break out: a workflow and an operation for each.

const compiler = new Compiler();

/** All but what no YAML or JSON document can hold. */
const texts = hostileTexts.filter((text) => text !== "\ud800");
const all = texts.join(" ");

function thing(text: string): object {
  return {
    type: "object",
    title: text,
    description: text,
    properties: {
      sid: { type: "string", description: text },
      state: { type: "string", enum: ["ok", `${text} `], description: text },
      [text]: { type: "string", description: text, default: text },
    },
  };
}

function operation(text: string, index: number): object {
  const nested = { $ref: `#/components/schemas/Thing${index}` };
  const body = {
    type: "object",
    properties: {
      text: { type: "string" },
      listed: { type: "string", enum: [text, "other"] },
      fixed: { const: text },
      template: { type: "string" },
      [text]: { type: "string", description: text, default: text },
      nested,
    },
  };
  return {
    operationId: `make${index}`,
    summary: text,
    description: text,
    tags: [text],
    parameters: [{ name: `${text}?`, in: "query", description: text, schema: { type: "string", default: text } }],
    requestBody: { description: text, content: { "application/json": { schema: body } } },
    responses: { 200: { description: text, content: { "application/json": { schema: nested } } } },
  };
}

const openapi = JSON.stringify({
  openapi: "3.1.0",
  info: { title: all, version: all, description: all },
  servers: [{ url: "https://api.example.com", description: all }],
  tags: texts.map((text) => ({ name: text, description: text })),
  paths: Object.fromEntries(
    texts.map((text, index) => [
      `/things/${index}`,
      { summary: text, description: text, post: operation(text, index) },
    ]),
  ),
  components: { schemas: Object.fromEntries(texts.map((text, index) => [`Thing${index}`, thing(text)])) },
});

function workflow(text: string, index: number): object {
  return {
    workflowId: `test${index}`,
    summary: text,
    description: text,
    inputs: {
      type: "object",
      description: text,
      properties: {
        given: { type: "string", description: text, default: text },
        listed: { type: "string", enum: [text, "other"], description: text },
      },
    },
    steps: [
      {
        stepId: "one",
        description: text,
        operationId: `make${index}`,
        parameters: [{ name: `${text}?`, in: "query", value: text }],
        requestBody: {
          payload: {
            text: "$inputs.given",
            listed: "$inputs.listed",
            fixed: text,
            template: `${text} {$inputs.given} ${text}`,
            [text]: text,
            nested: { sid: "$inputs.given", state: `${text} `, [text]: text },
          },
        },
        outputs: { sid: "$response.body#/sid", state: "$response.body#/state" },
        onSuccess: [{ name: text, type: "end", criteria: [{ condition: "$response.body#/sid == 'th1'" }] }],
      },
    ],
    outputs: { sid: "$steps.one.outputs.sid", state: "$steps.one.outputs.state" },
  };
}

const arazzo = JSON.stringify({
  arazzo: "1.0.1",
  info: { title: all, summary: all, description: all, version: all },
  sourceDescriptions: [{ name: "api", url: "./openapi.yaml", type: "openapi" }],
  workflows: texts.map(workflow),
});

const { findings, files } = await compiler.compile({ arazzo, openapi });
const loaded = new Loaded(files);
afterAll(() => loaded.remove());

test("such texts are no errors", () => {
  expect(findings).toEqual([]);
});

test("the types hold nothing but types", () => {
  const kinds = kindsAtTop(files.get("apis/api.ts"));
  const isNamedList = (kind: string): boolean => /^TypeAliasDeclaration (?:Api\d+Listed\d*|Thing\d+State)$/.test(kind);
  expect(kinds.filter((kind) => !isNamedList(kind))).toEqual([
    "ImportDeclaration",
    "InterfaceDeclaration Api",
    "InterfaceDeclaration components",
  ]);
});

describe.each(texts.map((text, index) => ({ text, index })))("$text everywhere", ({ text, index }) => {
  test("leaves nothing in the file but what is always there", () => {
    expect(kindsAtTop(files.get(`workflows/test${index}.ts`))).toEqual([
      "ImportDeclaration",
      "ImportDeclaration",
      "ImportDeclaration",
      `InterfaceDeclaration Test${index}Input`,
      `InterfaceDeclaration Test${index}Output`,
      `FunctionDeclaration test${index}`,
    ]);
  });

  test("comes through to the letter, and runs nowhere", async () => {
    const sent: { query: readonly (readonly string[])[]; body: unknown }[] = [];
    const run = await loaded.fn(`test${index}`);
    const result = await run(
      { listed: text },
      {
        fetch: async (url: string, { body }: RequestInit) => {
          sent.push({ query: [...new URL(url).searchParams], body: JSON.parse(String(body)) });
          return Response.json({ sid: "TH1", state: `${text} ` });
        },
      },
    );

    const nested = { sid: text, state: `${text} `, [text]: text };
    const body = { text, listed: text, fixed: text, template: `${text} ${text} ${text}`, [text]: text, nested };
    expect(sent).toEqual([{ query: [[`${text}?`, text]], body }]);
    expect(result).toEqual({ outcome: text, sid: "TH1", state: `${text} ` });
    expect("PWNED" in globalThis).toBe(false);
  });
});

/** The statements of a file, each by its kind and name. */
function kindsAtTop(text = ""): readonly string[] {
  const file = ts.createSourceFile("given.ts", text, ts.ScriptTarget.ESNext, true);
  return file.statements.map((statement) => {
    const isNamed = ts.isFunctionDeclaration(statement) || ts.isInterfaceDeclaration(statement);
    const name = isNamed || ts.isTypeAliasDeclaration(statement) ? statement.name?.text : undefined;
    return [ts.SyntaxKind[statement.kind], ...(name === undefined ? [] : [name])].join(" ");
  });
}

compiler.testTypes();
