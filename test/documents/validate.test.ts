import { describe, expect, it } from "vitest";
import * as z from "zod";
import { Findings } from "../../generator/diagnostics.js";
import { entries, fields } from "../../generator/documents/shape.js";
import { validateShape } from "../../generator/documents/validate.js";
import { brief, given, report } from "./given.js";

const action = fields({ type: z.enum(["end", "goto"]), name: z.string() });

const step = fields({
  stepId: z.string().min(1),
  retryAfter: z.number().min(0).optional(),
  retryLimit: z.int().max(9).optional(),
  interval: z.number().positive().optional(),
  code: z.string().max(3).optional(),
  kind: z.enum(["query", "header"]).optional(),
  outputs: entries(z.string()).optional(),
  actions: z.array(action).min(1).optional(),
  checked: z
    .string()
    .refine((value) => value !== "bad", { error: "`checked` may not be bad", params: { hint: "Be good." } })
    .optional(),
});

const shape = fields({ steps: z.array(step) });

/** One step of these fields. */
const stepOf = (yaml: string): string => `steps:\n  - ${yaml.replaceAll("\n", "\n    ")}\n`;

describe("what is accepted", () => {
  it("comes through, extensions included", () => {
    const findings = new Findings();
    const text = stepOf("stepId: a\nx-poll: {every: 2}\noutputs: {constructor: b}");
    expect(validateShape(shape, given(text), [], findings)).toEqual({
      steps: [
        {
          stepId: "a",
          "x-poll": { every: 2 },
          outputs: { constructor: "b" },
        },
      ],
    });
    expect(brief(findings)).toEqual([]);
  });

  it("is what the schema makes of it", () => {
    const schema = fields({ limit: z.number().default(1) });
    expect(validateShape(schema, given("a: {}"), ["a"], new Findings())).toEqual({ limit: 1 });
  });
});

describe("what is wrong, and where", () => {
  const tests: [name: string, given: string, want: string[]][] = [
    ["a field that is missing", "kind: query", ["`stepId` is missing [kind: query]"]],
    ["a name that nobody knows", "stepId: a\nfoo: 1", ["`foo` is no field that is known here [foo]"]],
    [
      "a misspelt name",
      "stepId: a\nretryafter: 1",
      ["`retryafter` is no field that is known here [retryafter] (Did you mean `retryAfter`?)"],
    ],
    [
      "a misspelt name of a required field, once",
      "stepid: a",
      ["`stepid` is no field that is known here [stepid] (Did you mean `stepId`?)"],
    ],
    ["text for a number", "stepId: a\nretryAfter: '3'", ["`retryAfter` has to be a number, not text ['3']"]],
    ["a number for text", "stepId: 7", ["`stepId` has to be text, not `7` [7]"]],
    ["nothing for text", "stepId:", ["`stepId` has to be text, not null []"]],
    ["a fraction", "stepId: a\nretryLimit: 1.5", ["`retryLimit` has to be a whole number, not `1.5` [1.5]"]],
    ["too small a number", "stepId: a\nretryAfter: -1", ["`retryAfter` has to be at least 0 [-1]"]],
    ["too large a number", "stepId: a\nretryLimit: 10", ["`retryLimit` has to be at most 9 [10]"]],
    ["a number out of an open range", "stepId: a\ninterval: 0", ["`interval` has to be more than 0 [0]"]],
    ["too long a text", "stepId: a\ncode: ABCD", ["`code` has to have at most 3 characters [ABCD]"]],
    ["empty text", "stepId: ''", ["`stepId` has to be text that is not empty ['']"]],
    [
      "a value that is not listed",
      "stepId: a\nkind: heade",
      ["`kind` has to be `query` or `header`, not `heade` [heade] (Did you mean `header`?)"],
    ],
    ["an empty list", "stepId: a\nactions: []", ["`actions` has to have at least 1 entry [[]]"]],
    ["an object for a list", "stepId: a\nactions: {}", ["`actions` has to be a list, not an object [{}]"]],
    ["a value among names", "stepId: a\noutputs: {b: [1]}", ["`b` has to be text, not a list [[1]]"]],
    [
      "`__proto__` among names",
      "stepId: a\noutputs: {__proto__: b}",
      ["`__proto__` is no name that can be used here [__proto__]"],
    ],
    ["a check of its own", "stepId: a\nchecked: bad", ["`checked` may not be bad [bad] (Be good.)"]],
    [
      "an unknown kind",
      "stepId: a\nactions: [{type: gotto, name: b}]",
      ["`type` has to be `end` or `goto`, not `gotto` [gotto] (Did you mean `goto`?)"],
    ],
    ["no kind", "stepId: a\nactions: [{name: b}]", ["`type` is missing [{name: b}] (It has to be `end` or `goto`.)"]],
    ["an item that is no object", "stepId: a\nactions: [end]", ["`actions[0]` has to be an object, not text [end]"]],
    [
      "several at once",
      "stepId: 1\nfoo: 2\nkind: x",
      [
        "`stepId` has to be text, not `1` [1]",
        "`foo` is no field that is known here [foo]",
        "`kind` has to be `query` or `header`, not `x` [x]",
      ],
    ],
  ];
  it.each(tests)("%s", (_, yaml, want) => {
    const findings = new Findings();
    expect(validateShape(shape, given(stepOf(yaml)), [], findings)).toBeUndefined();
    expect(brief(findings)).toEqual(want.map((line) => `invalid-document: ${line}`));
  });

  it("the document itself", () => {
    const findings = new Findings();
    validateShape(shape, given("- a"), [], findings);
    expect(brief(findings)).toEqual(["invalid-document: The document has to be an object, not a list [- a]"]);
  });

  it("paths begin at the root, wherever the check does", () => {
    const findings = new Findings();
    validateShape(z.array(z.string()), given("a: {b: [c, 1]}"), ["a", "b"], findings);
    expect(report(findings)).toBe(`given.yml:1:12: error invalid-document: \`b[1]\` has to be text, not \`1\`
> 1 | a: {b: [c, 1]}
    |            ^

1 error`);
  });
});
