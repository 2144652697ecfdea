import { describe, expect, test } from "vitest";
import type { AnswerRead, Condition, FunctionIr, Statement, Value } from "../../generator/ir/model.js";
import { show } from "../../generator/ir/show.js";
import { map, visit } from "../../generator/ir/walk.js";

const sid: AnswerRead = {
  id: 0,
  stepId: "make",
  answer: "make",
  source: {
    kind: "data",
    afterSuccess: true,
    hasData: true,
    steps: [{ key: "sid", optional: false, fromIndex: false }],
    below: [],
  },
  type: { kind: "string" },
  expression: "$response.body#/sid",
  suggestedName: "sid",
  needed: true,
  mayBeUnset: false,
  local: undefined,
  hoisted: false,
};

const read: Value = { kind: "read", read: 0 };
const isNew: Condition = {
  kind: "compare",
  operator: "===",
  left: read,
  right: { kind: "literal", value: "new" },
  as: "exact",
};
const end: Statement = {
  kind: "end",
  planned: [],
  known: new Map(),
  outcome: "done",
  fields: [{ name: "sid", value: read }],
};
const loop: Statement = {
  kind: "loop",
  label: undefined,
  before: undefined,
  body: [
    { kind: "bind", answer: "make", reads: [], declares: [] },
    { kind: "if", condition: { kind: "not", operand: isNew }, then: [end] },
    { kind: "break", label: undefined },
  ],
};

const ir: FunctionIr = { reads: new Map([[0, sid]]), body: [loop] };

describe("a function is shown", () => {
  test("one statement a line, each list indented", () => {
    expect(show(ir).split("\n")).toEqual([
      "loop",
      "  bind make: ",
      '  if not <make $response.body#/sid> === "new"',
      "    end done { sid: <make $response.body#/sid> }",
      "  break",
    ]);
  });

  test("with its variables", () => {
    const bound = { ...ir, reads: new Map([[0, { ...sid, local: "makeSid" }]]) };
    expect(show(bound)).toContain("end done { sid: makeSid }");
  });
});

test("every statement, condition and value is visited once, those around it first", () => {
  const seen: string[] = [];
  visit(ir.body, {
    statement: ({ kind }, within) => seen.push(`${"  ".repeat(within.length - 1)}${kind}`),
    condition: ({ kind }) => seen.push(`? ${kind}`),
    value: ({ kind }) => seen.push(`= ${kind}`),
  });
  expect(seen).toEqual(["loop", "  bind", "  if", "? not", "? compare", "= read", "= literal", "    end", "= read", "  break"]); // prettier-ignore
});

test("statements are mapped from the inside out, and those that were given stay as they are", () => {
  const before = show(ir);
  const body = map(ir.body, (statement) => (statement.kind === "end" ? [] : [statement, statement]).slice(0, 1));
  expect(show({ ...ir, body }).split("\n")).toEqual([
    "loop",
    "  bind make: ",
    '  if not <make $response.body#/sid> === "new"',
    "  break",
  ]);
  expect(show(ir)).toBe(before);
});
