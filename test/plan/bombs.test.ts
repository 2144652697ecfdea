import { describe, expect, test } from "vitest";
import { compile } from "../support/compile.js";

// Documents of which a few lines stand for more than any memory holds, or which are longer than anything that people
// write: each ends in a finding. Nothing here is timed; what does not end fails by the time limit of the tests.

const info = { title: "x", version: "1" };
const steps = [{ stepId: "s", operationId: "get", outputs: { id: "$response.body#/id" } }];
const id = { type: "object", properties: { id: { type: "string" } } };

function arazzo(workflow: object): string {
  const sourceDescriptions = [{ name: "api", url: "./openapi.yaml", type: "openapi" }];
  return JSON.stringify({
    arazzo: "1.1.0",
    info,
    sourceDescriptions,
    workflows: [{ workflowId: "w", steps, ...workflow }],
  });
}

function openapi(schemas: object, schema: object = { $ref: "#/components/schemas/S0" }): string {
  const responses = { 200: { description: "x", content: { "application/json": { schema } } } };
  const requestBody = { content: { "application/json": { schema } } };
  const item = { get: { operationId: "get", responses }, post: { operationId: "post", requestBody, responses } };
  const servers = [{ url: "https://api.example.com" }];
  return JSON.stringify({ openapi: "3.1.0", info, servers, paths: { "/x": item }, components: { schemas } });
}

const plain = openapi({ S0: id });

/** `count` schemas, each made of the next. */
function chain(count: number, make: (next: object, index: number) => object, last: object = id): object {
  const next = (index: number): object => ({ $ref: `#/components/schemas/S${index + 1}` });
  const links = Array.from({ length: count }, (_, index) => [`S${index}`, make(next(index), index)]);
  return { ...Object.fromEntries(links), [`S${count}`]: last };
}

function inputs(count: number, make: (next: object, index: number) => object): object {
  const next = (index: number): object => ({ $ref: `#/workflows/0/inputs/$defs/S${index + 1}` });
  const links = Array.from({ length: count }, (_, index) => [`S${index}`, make(next(index), index)]);
  const $defs = { ...Object.fromEntries(links), [`S${count}`]: { type: "string" } };
  return { inputs: { type: "object", properties: { x: { $ref: "#/workflows/0/inputs/$defs/S0" } }, $defs } };
}

const repeated = <T>(count: number, make: (index: number) => T): T[] =>
  Array.from({ length: count }, (_, i) => make(i));
const refers = "as it refers to others again and again | Refer to fewer of them, or write them out.";

describe("a document ends in a finding that", () => {
  test.each<[name: string, arazzo: string, openapi: string, want: string]>([
    [
      "offers alternatives of alternatives",
      arazzo({}),
      openapi(chain(30, (next) => ({ oneOf: [next, { allOf: [next] }] }))),
      `document-too-large the schema stands for more than 1,000 alternatives, ${refers}`,
    ],
    [
      "asks for all of all",
      arazzo({}),
      openapi(chain(30, (next) => ({ allOf: [next, next, next] }))),
      `document-too-large the schema stands for more than 1,000 alternatives, ${refers}`,
    ],
    [
      "puts inputs into inputs",
      arazzo(inputs(30, (next) => ({ type: "object", properties: { a: next, b: next } }))),
      plain,
      `document-too-large the schema stands for more than 20,000 parts, ${refers}`,
    ],
    [
      "puts one input into the other 5,000 times",
      arazzo(inputs(5_000, (next) => ({ type: "object", properties: { a: next } }))),
      plain,
      `document-too-large the schema stands for more than 20,000 parts, ${refers}`,
    ],
    [
      "has 30,000 fields",
      arazzo({}),
      openapi({}, { type: "object", properties: Object.fromEntries(repeated(30_000, (i) => [`p${i}`, {}])) }),
      `document-too-large the schema stands for more than 20,000 parts, ${refers}`,
    ],
    [
      "has an enum of 100,000 values",
      arazzo({}),
      openapi({}, { type: "object", properties: { a: { enum: repeated(100_000, (i) => `v${i}`) } } }),
      `document-too-large the schema stands for more than 20,000 parts, ${refers}`,
    ],
    [
      "has 7 MB of aliases",
      arazzo({}),
      plain.replace(/\}$/, `,"x-a": &aaaaaaaa "1","x-b": [${"*aaaaaaaa ,".repeat(600_000)}]}`),
      "document-too-large The document is made of more than 1,000,000 words and marks | Divide it, or leave out what is not used.",
    ],
    [
      "has 1,001 steps",
      arazzo({ steps: repeated(1_001, (i) => ({ stepId: `s${i}`, operationId: "get" })) }),
      plain,
      "invalid-document more than 1,000 entries are not compiled",
    ],
    [
      "has 1,001 outputs",
      arazzo({ outputs: Object.fromEntries(repeated(1_001, (i) => [`o${i}`, "$steps.s.outputs.id"])) }),
      plain,
      "invalid-document more than 1,000 entries are not compiled",
    ],
    [
      "holds a text of JSON that is 5,000 levels deep",
      arazzo({
        steps: [
          {
            stepId: "s",
            operationId: "post",
            requestBody: { payload: `${'{"a":'.repeat(5_000)}1${"}".repeat(5_000)}` },
          },
        ],
      }),
      plain,
      "invalid-document the payload is no JSON: it is nested more than 200 levels deep",
    ],
    [
      "has two million blank lines",
      `arazzo: 1.1.0\n${"\n".repeat(2_000_000)}`,
      plain,
      "document-too-large The document is made of more than 1,000,000 words and marks | Divide it, or leave out what is not used.",
    ],
  ])("%s", { timeout: 60_000 }, async (_, given, api, want) => {
    const { findings, files } = await compile({ arazzo: given, openapi: api });
    const error = findings.find((finding) => finding.includes(" error "));
    expect(error?.replace(/^.* error /, "")).toEqual(want);
    expect(files.size).toBe(0);
  });
});

describe("a document of which much is asked is compiled:", () => {
  const ends = (value: string): object[] => [{ condition: `$response.body#/id == '${value}'` }];

  test.each<[name: string, arazzo: string, openapi: string]>([
    [
      "fields inside of fields, 1,000 deep",
      arazzo({}),
      openapi(chain(1_000, (a) => ({ type: "object", properties: { a, id: {} } }))),
    ],
    ["references to references, 10,000 long", arazzo({}), openapi(chain(10_000, (next) => next))],
    [
      "jumps over one another, 100 at a time",
      arazzo({
        steps: repeated(120, (i) => ({
          stepId: `s${i}`,
          operationId: "get",
          ...(i < 110 && {
            onSuccess: [{ name: "on", type: "goto", stepId: `s${Math.min(i + 100, 119)}`, criteria: ends("x") }],
          }),
        })),
      }),
      plain,
    ],
  ])("%s", { timeout: 60_000 }, async (_, given, api) => {
    const { findings, files } = await compile({ arazzo: given, openapi: api });
    expect(findings.filter((finding) => finding.includes(" error "))).toEqual([]);
    expect([...files.keys()]).toContain("workflows/w.ts");
  });
});
