import { describe, expect, it } from "vitest";
import { Findings } from "../../generator/diagnostics.js";
import { readDocumentText } from "../../generator/documents/read.js";
import { brief, report } from "./given.js";

const LEAVE_QUOTED = "(Write the key as text; quotes make text of anything.)";
const NO_NUMBER = "(Put quotes around it if text is meant.)";

describe("what is refused, and where", () => {
  const tests: [name: string, given: string, want: string[]][] = [
    ["an empty file", "", ["syntax-error: The document is empty []"]],
    ["comments only", "# nothing\n", ["syntax-error: The document is empty [#]"]],
    [
      "a key twice",
      "a: 1\nb: 2\na: 3",
      ["syntax-error: The key `a` stands here twice [a] (Remove one of the two, or rename it.)"],
    ],
    [
      "a key twice, once as a number",
      "200: 1\n'200': 2",
      ["syntax-error: The key `200` stands here twice ['200'] (Remove one of the two, or rename it.)"],
    ],
    [
      "a key twice in JSON",
      '{"a": 1, "a": 2}',
      ['syntax-error: The key `a` stands here twice ["a"] (Remove one of the two, or rename it.)'],
    ],
    [
      "a custom tag",
      "a: !env SECRET",
      ["unsupported-yaml: The tag `!env` has no equal in JSON, or does not fit its value [!env]"],
    ],
    [
      "tags of YAML 1.1",
      "a: !!binary aGk=",
      ["unsupported-yaml: The tag `!!binary` has no equal in JSON, or does not fit its value [!!binary]"],
    ],
    [
      "a tag that does not fit",
      "a: !!int x",
      ["unsupported-yaml: The tag `!!int` has no equal in JSON, or does not fit its value [!!int]"],
    ],
    [
      "a tag in disguise",
      "%TAG ! tag:evil,2000:\n---\na: !str x",
      ["unsupported-yaml: The tag `!str` has no equal in JSON, or does not fit its value [!str]"],
    ],
    [
      "a merge key",
      "a: &x {b: 1}\nc:\n  <<: *x",
      [
        "unsupported-yaml: Merge keys (`<<`) are no part of YAML 1.2 [<<] (Write the merged fields out; an alias can stand for a whole value.)",
      ],
    ],
    [
      "a list as a key",
      "? [a]\n: b",
      [`unsupported-yaml: A key has to be text, not a list or a mapping [[a]] ${LEAVE_QUOTED}`],
    ],
    ["null as a key", "~: b", [`unsupported-yaml: A key has to be text, not null [~] ${LEAVE_QUOTED}`]],
    ["no key", ": b", [`unsupported-yaml: A key has to be text, not null [] ${LEAVE_QUOTED}`]],
    ["an alias as a key", "a: &x b\n*x : c", [`unsupported-yaml: A key may not be an alias [*x] ${LEAVE_QUOTED}`]],
    ["an alias of nothing", "a: *x", ["syntax-error: There is no anchor `&x` before this alias [*x]"]],
    ["an alias before its anchor", "a: *x\nb: &x 1", ["syntax-error: There is no anchor `&x` before this alias [*x]"]],
    [
      "an alias inside of what it names",
      "a: &x {b: [*x]}",
      ["unsupported-yaml: The alias `*x` stands inside the very value that it names [*x]"],
    ],
    ["not a number", "a: .nan", [`unsupported-yaml: \`.nan\` is no number that JSON has [.nan] ${NO_NUMBER}`]],
    ["infinity", "a: 1e999", [`unsupported-yaml: \`1e999\` is no number that JSON has [1e999] ${NO_NUMBER}`]],
    [
      "two documents",
      "a: 1\n---\nb: 2",
      ["unsupported-yaml: A second document begins here; a file holds one [-] (Put it into a file of its own.)"],
    ],
    [
      "a control character",
      "a: \u001b[31m",
      ["syntax-error: A document may not hold the control character U+001B [\u001b]"],
    ],
    ["a NUL", "a\0: b", ["syntax-error: A document may not hold the control character U+0000 [\0]"]],
  ];
  it.each(tests)("%s", (_, text, want) => {
    const findings = new Findings();
    expect(readDocumentText("given.yml", text, findings)).toBeUndefined();
    expect(brief(findings)).toEqual(want);
  });

  it("shows a syntax error in its place", () => {
    const findings = new Findings();
    readDocumentText("given.yml", "steps:\n  - stepId: 'one\n  - stepId: two\n", findings);
    expect(report(findings)).toBe(`given.yml:4:1: error syntax-error: Missing closing 'quote
  2 |   - stepId: 'one
  3 |   - stepId: two
> 4 |
    | ^

1 error`);
  });
});

describe("what would take too long or too much", () => {
  const depth = 10_000;
  const bomb = Array.from(
    { length: 30 },
    (_, level) => `a${level + 1}: &a${level + 1} [${Array(9).fill(`*a${level}`)}]`,
  );
  const chain = Array.from({ length: 300 }, (_, level) => `a${level + 1}: &a${level + 1} [*a${level}]`);
  const DEEP = "document-too-large: The document is nested more than 200 levels deep";
  const tests: [name: string, given: string, want: string][] = [
    ["lists 10,000 deep", "[".repeat(depth) + "]".repeat(depth), DEEP],
    ["lists 10,000 deep, never closed", "[".repeat(depth), DEEP],
    ["mappings 10,000 deep", `${"{a: ".repeat(depth)}1${"}".repeat(depth)}`, DEEP],
    ["JSON 10,000 deep", `${'{"a":'.repeat(depth)}1${"}".repeat(depth)}`, DEEP],
    ["block lists 10,000 deep", `${"- ".repeat(depth)}a`, DEEP],
    ["block mappings deep", Array.from({ length: 300 }, (_, level) => `${" ".repeat(level)}a:`).join("\n"), DEEP],
    ["complex keys 10,000 deep", `${"? ".repeat(depth)}a`, DEEP],
    ["201 levels", `${"[".repeat(201)}${"]".repeat(201)}`, DEEP],
    [
      "an alias bomb",
      ["a0: &a0 [lol]", ...bomb].join("\n"),
      "document-too-large: The aliases up to here stand for more than 1,000,000 values",
    ],
    [
      "depth made of aliases",
      ["a0: &a0 [deep]", ...chain].join("\n"),
      "document-too-large: With its aliases the document is nested more than 200 levels deep",
    ],
  ];
  it.each(tests)("%s", (_, text, want) => {
    const findings = new Findings();
    expect(readDocumentText("given.yml", text, findings)).toBeUndefined();
    expect(brief(findings).map((line) => line.replace(/ \[.*$/, ""))).toEqual([want]);
  });

  it("takes 200 levels", () => {
    const findings = new Findings();
    expect(readDocumentText("given.yml", "[".repeat(200) + "]".repeat(200), findings)).toBeDefined();
    expect(findings.list()).toEqual([]);
  });

  it("tells the first of very many faults only", () => {
    const findings = new Findings();
    readDocumentText("given.yml", "a: 1\n".repeat(5_000), findings);
    expect(findings.list()).toHaveLength(10);
  });
});
