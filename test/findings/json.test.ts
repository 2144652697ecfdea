import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import * as z from "zod";
import { saidOf, type FrameRow } from "../support/frames.js";

const schema = z.fromJSONSchema(JSON.parse(readFileSync("docs/findings.schema.json", "utf8")));

const workflow = (step: string): string => `
  workflows:
  - workflowId: test
    steps:
    - ${step}
`;

const rows: readonly (Omit<FrameRow, "code" | "want"> & {
  readonly name: string;
  readonly codes: readonly string[];
})[] = [
  { name: "nothing", codes: [] },
  { name: "a finding without a place", sources: { api: "nowhere.yaml" }, codes: ["file-unreadable"] },
  {
    name: "an error with a hint",
    arazzo: workflow("{ stepId: list, operationId: listOrder }"),
    codes: ["unknown-operation"],
  },
  { name: "one without", arazzo: "workflows: [", codes: ["syntax-error"] },
  {
    name: "a correction by an overlay",
    arazzo: workflow(
      "{ stepId: make, operationId: createOrder, successCriteria: [{ condition: $statusCode == 200 }], requestBody: { payload: { article: pen } } }",
    ),
    codes: ["success-status-mismatch"],
  },
  {
    name: "an assumption that takes something away",
    assume: true,
    arazzo: workflow("{ stepId: make, operationId: createOrder, requestBody: { payload: { count: 1 } } }"),
    codes: ["missing-field"],
  },
];

test.each(rows)("$name is as the schema says", async ({ codes, ...row }) => {
  const output: unknown = JSON.parse(await saidOf(row, "json"));
  expect(schema.parse(output)).toEqual(output);
  expect(output).toMatchObject({ findings: codes.map((code) => ({ code })) });
});

const finding = {
  code: "syntax-error",
  severity: "error",
  message: "x",
  file: null,
  line: null,
  column: null,
  endLine: null,
  endColumn: null,
  hint: null,
  fix: null,
};

test.each([
  { name: "another code", given: { ...finding, code: "no-code" } },
  { name: "another severity", given: { ...finding, severity: "fatal" } },
  { name: "a field too many", given: { ...finding, more: 1 } },
  { name: "a field too few", given: { ...finding, hint: undefined } },
  { name: "a line of no document", given: { ...finding, line: 0 } },
  { name: "a correction of nothing", given: { ...finding, fix: { file: "x", actions: [] } } },
])("the schema refuses $name", ({ given }) => {
  expect(schema.safeParse({ findings: [JSON.parse(JSON.stringify(given))] }).success).toBe(false);
  expect(schema.safeParse({ findings: [finding] }).success).toBe(true);
});
