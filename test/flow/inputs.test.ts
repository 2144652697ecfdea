import { describe, expect, test } from "vitest";
import { Compiler } from "../support/compiler.js";
import { yaml } from "../support/yaml.js";
import { expectEnd, made, Running, thing } from "./support/running.js";

const compiler = new Compiler({ ignoring: ["input-required"] });
const running = new Running(compiler);

/** Makes a thing of two inputs. */
function making(inputs: string): string {
  return yaml`
    workflows:
    - workflowId: make
      inputs: ${inputs}
      steps:
      - stepId: make
        operationId: make
        requestBody: { payload: { name: $inputs.name, note: $inputs.note } }
    components:
      inputs:
        Named: { type: object, properties: { name: { type: string } }, required: [name] }
        Noted: { type: object, properties: { note: { type: string, default: none } } }
  `;
}

const plain = "{ type: object, required: [name], properties: { name: { type: string }, note: { type: string } } }";
const withDefault =
  "{ type: object, required: [name], properties: { name: { type: string }, note: { type: string, default: none } } }";

describe("inputs are sent", () => {
  const rows: readonly {
    readonly name: string;
    readonly inputs: string;
    readonly input: Readonly<Record<string, unknown>>;
    readonly want: string;
  }[] = [
    { name: "as they are given", inputs: plain, input: { name: "a", note: "b" }, want: '{"name":"a","note":"b"}' },
    { name: "though they are empty", inputs: plain, input: { name: "", note: "" }, want: '{"name":"","note":""}' },
    { name: "not at all where they are not given", inputs: plain, input: { name: "a" }, want: '{"name":"a"}' },
    { name: "by their default", inputs: withDefault, input: { name: "a" }, want: '{"name":"a","note":"none"}' },
    {
      name: "in place of their default",
      inputs: withDefault,
      input: { name: "a", note: "b" },
      want: '{"name":"a","note":"b"}',
    },
    {
      name: "where components declare them",
      inputs: "{ allOf: [{ $ref: '#/components/inputs/Named' }, { $ref: '#/components/inputs/Noted' }] }",
      input: { name: "a" },
      want: '{"name":"a","note":"none"}',
    },
    {
      name: "where one of several declares them",
      inputs: `{ oneOf: [${plain}, { type: object, required: [name], properties: { name: { type: string } } }] }`,
      input: { name: "a", note: "b" },
      want: '{"name":"a","note":"b"}',
    },
  ];
  test.each(rows)("$name", async ({ inputs, input, want }) => {
    const { sent, error } = await running.run(making(inputs), { input, replies: [made("1")] });
    if (error !== undefined) throw error;
    expect(sent).toEqual([`POST /things ${want}`]);
  });

  test("nowhere, where one of them is missing or of the wrong kind", async () => {
    const call = await running.load(making(plain));
    for (const input of [{}, { name: 5 }, { name: null }]) {
      const { sent, error } = await call({ input, replies: [made("1")] });
      expect({ sent, code: error }).toEqual({ sent: [], code: expect.objectContaining({ code: "invalid-input" }) });
    }
  });
});

describe("parameters", () => {
  /** Two steps that take an `id`, and one that takes none. */
  const looking = (parameters: string, ofStep = ""): string => yaml`
    workflows:
    - workflowId: look
      inputs: { type: object, required: [id], properties: { id: { type: string } } }
      parameters: ${parameters}
      steps:
      - { stepId: look, operationId: look${ofStep} }
      - { stepId: list, operationId: list }
      - { stepId: drop, operationId: drop }
    components:
      parameters:
        given: { name: id, in: path, value: $inputs.id }
        cursor: { name: cursor, in: query, value: c }
  `;
  const replies = [thing("1"), { status: 200, body: { things: [] } }, { status: 204 }];
  const rows: readonly {
    readonly name: string;
    readonly given: string;
    readonly want: readonly string[];
  }[] = [
    {
      name: "of the workflow go to the steps that have them",
      given: looking("[{ name: id, in: path, value: $inputs.id }]"),
      want: ["GET /things/one", "GET /things", "DELETE /things/one"],
    },
    {
      name: "of a step go before those of the workflow",
      given: looking(
        "[{ name: id, in: path, value: $inputs.id }]",
        ", parameters: [{ name: id, in: path, value: own }]",
      ),
      want: ["GET /things/own", "GET /things", "DELETE /things/one"],
    },
    {
      name: "are components of the document",
      given: looking(
        "[{ reference: $components.parameters.given }, { reference: $components.parameters.cursor }]",
        ", parameters: [{ reference: $components.parameters.given }]",
      ),
      want: ["GET /things/one", "GET /things?cursor=c", "DELETE /things/one"],
    },
    {
      name: "are components with a value of their own",
      given: looking("[{ reference: $components.parameters.given, value: other }]"),
      want: ["GET /things/other", "GET /things", "DELETE /things/other"],
    },
  ];
  test.each(rows)("$name", async ({ given, want }) => {
    expectEnd(await running.run(given, { input: { id: "one" }, replies }), { sent: want, result: {} });
  });
});

describe("a document", () => {
  test("may be JSON", async () => {
    const arazzo = JSON.stringify({
      arazzo: "1.0.1",
      info: { title: "Given", version: "1" },
      sourceDescriptions: [{ name: "api", url: "./openapi.yaml", type: "openapi" }],
      workflows: [
        {
          workflowId: "look",
          steps: [{ stepId: "list", operationId: "list", outputs: { "next.page-1_x": "$response.body#/next" } }],
          outputs: { "next.page-1_x": "$steps.list.outputs.next.page-1_x" },
        },
      ],
    });
    expectEnd(await running.run(arazzo, { replies: [{ status: 200, body: { things: [], next: "n" } }] }), {
      sent: ["GET /things"],
      result: { "next.page-1_x": "n" },
    });
  });
});

compiler.testTypes();
