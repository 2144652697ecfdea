import { expect, test } from "vitest";
import { z } from "zod";
import { formatFindings, type Finding } from "../../generator/diagnostics.js";
import { saidOf } from "../support/frames.js";

/*
 * What SARIF 2.1.0 allows of what is written: no other fields, and these with their constraints.
 * @see https://docs.oasis-open.org/sarif/sarif/v2.1.0/sarif-v2.1.0.html
 */
const level = z.enum(["none", "note", "warning", "error"]);
const message = z.strictObject({ text: z.string() });
const region = z.strictObject({
  startLine: z.int().min(1),
  startColumn: z.int().min(1),
  endLine: z.int().min(1),
  endColumn: z.int().min(1),
});
/** A reference as RFC 3986 has it, without the characters that it forbids. */
const reference = z.string().regex(/^(?:[\w.~!$&'()*+,;=:@/-]|%[0-9A-F]{2})+$/);
const location = z.strictObject({
  physicalLocation: z.strictObject({ artifactLocation: z.strictObject({ uri: reference }), region }),
});
const rule = z.strictObject({
  id: z.string(),
  shortDescription: message,
  help: message,
  defaultConfiguration: z.strictObject({ level }),
});
const result = z.strictObject({
  ruleId: z.string(),
  ruleIndex: z.int().min(0),
  level,
  message,
  locations: z.array(location).optional(),
});
const driver = z.strictObject({
  name: z.string(),
  version: z.string().optional(),
  semanticVersion: z.string().optional(),
  rules: z.array(rule),
});
const log = z.strictObject({
  $schema: z.url(),
  version: z.literal("2.1.0"),
  runs: z
    .array(
      z.strictObject({
        tool: z.strictObject({ driver }),
        columnKind: z.enum(["utf16CodeUnits", "unicodeCodePoints"]),
        results: z.array(result),
      }),
    )
    .length(1),
});

const makes = (rest: string): string => `
  workflows:
  - workflowId: test
    steps:
    - { stepId: make, operationId: createOrder, ${rest} }
`;

test.each([
  { name: "nothing", row: {}, want: [] },
  {
    name: "an error and a warning",
    row: {
      arazzo: makes("requestBody: { payload: { artcle: pen } }, successCriteria: [{ condition: $statusCode == 200 }]"),
    },
    want: [
      { ruleId: "unknown-field", level: "error" },
      { ruleId: "success-status-mismatch", level: "warning" },
    ],
  },
  { name: "one without a place", row: { sources: { api: "nowhere.yaml" } }, want: [{ ruleId: "file-unreadable" }] },
])("$name is a SARIF log", async ({ row, want }) => {
  const given: unknown = JSON.parse(await saidOf(row, "sarif"));
  const [run] = log.parse(given).runs;
  expect(run?.results).toMatchObject(want);
  for (const { ruleId, ruleIndex } of run?.results ?? []) expect(run?.tool.driver.rules[ruleIndex]?.id).toBe(ruleId);
});

test("files are named by references, and places to the column", () => {
  const finding: Finding = {
    code: "syntax-error",
    severity: "error",
    message: "x",
    hint: "y",
    place: { source: { path: "a b/ü#1.yml", text: "one\ntwo\n" }, start: 5, end: 7 },
  };
  const [run] = log.parse(JSON.parse(formatFindings([finding], "sarif", { color: false, version: "1.2.3" }))).runs;
  expect(run?.tool.driver).toMatchObject({ name: "twilio-workflows", version: "1.2.3", semanticVersion: "1.2.3" });
  expect(run?.results).toMatchObject([
    {
      message: { text: "x\ny" },
      locations: [
        {
          physicalLocation: {
            artifactLocation: { uri: "a%20b/%C3%BC%231.yml" },
            region: { startLine: 2, startColumn: 2, endLine: 2, endColumn: 4 },
          },
        },
      ],
    },
  ]);
});
