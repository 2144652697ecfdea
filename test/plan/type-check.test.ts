import { expect, test } from "vitest";
import { compile } from "../support/compile.js";
import { typeErrors } from "../support/type-check.js";
import { yaml } from "../support/yaml.js";

// What the other tests of this folder rely on: that the compiler looks at all of the files, under all of the flags.

const { files } = await compile({
  arazzo: yaml`
    workflows:
    - workflowId: test
      inputs: { required: [name], properties: { name: { type: string } } }
      steps:
      - stepId: one
        operationId: make
        requestBody: { payload: { name: $inputs.name } }
        outputs: { id: $response.body#/id, labels: $response.body#/labels }
      outputs: { id: $steps.one.outputs.id, labels: $steps.one.outputs.labels }
  `,
  openapi: yaml`
    paths:
      /things:
        post:
          operationId: make
          requestBody:
            content: { application/json: { schema: { type: object, properties: { name: { type: string } } } } }
          responses:
            "201":
              description: Made.
              content:
                application/json:
                  schema:
                    type: object
                    required: [id]
                    properties: { id: { type: string }, labels: { type: object, additionalProperties: { type: string } } }
  `,
});

/** The same files, one of them with another text in it. */
function changed(name: string, from: string, to: string): ReadonlyMap<string, string> {
  const text = files.get(name) ?? "";
  expect(text).toContain(from);
  return new Map([...files, [name, text.replace(from, to)]]);
}

test("finds nothing in what is right", () => {
  expect(typeErrors([files])).toEqual([]);
});

test("finds what is wrong, and says in which run and line it stands", { timeout: 240_000 }, () => {
  const workflow = "workflows/test.ts";
  const runs = [
    changed(workflow, "body: { name:", "body: { nam:"),
    changed(workflow, `"/things"`, `"/thing"`),
    changed(workflow, `run.step("one",`, "run.step(1,"),
    changed(workflow, "const api =", "const other = 1;\n  const api ="),
    changed(workflow, "id: one.data.id", `id: one.data.labels?.id ?? ""`),
    changed(workflow, "export async function test(", "export const value = Math.max(1);\nexport async function test("),
    changed("apis/api.ts", "id: string", "id: Strin"),
    changed("index.ts", "test.js", "tset.js"),
  ];
  const errors = typeErrors(runs).map((error) => error.replace(/:\d+ (TS\d+) .*$/s, " $1"));
  expect([...new Set(errors)]).toEqual([
    "0/workflows/test.ts TS2769",
    "1/workflows/test.ts TS2769",
    "2/workflows/test.ts TS2769",
    "2/workflows/test.ts TS18048",
    "3/workflows/test.ts TS6133",
    "4/workflows/test.ts TS4111",
    "5/workflows/test.ts TS9010",
    "6/apis/api.ts TS2552",
    "7/index.ts TS2307",
  ]);
});
