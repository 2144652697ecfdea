import { describe, expect, it } from "vitest";
import type { Path } from "../../generator/documents/document.js";
import type { Place } from "../../generator/diagnostics.js";
import { given } from "./given.js";

const text = `# about this document
steps:
  - stepId: one # the first
    "quoted": 'a b'
    folded: >-
      $statusCode == 200
      && true
    nothing:
    list: [1, {two: 2}]
  - plain

# the end
shared: &shared
  inner: 1
alias: *shared
`;

const covered = ({ source, start, end }: Place): string => source.text.slice(start, end);

describe("place", () => {
  const document = given(text);
  const first = covered(document.place(["steps", 0]));
  const tests: [name: string, given: Path, want: { key: string; value: string }][] = [
    ["plain text", ["steps", 0, "stepId"], { key: "stepId", value: "one" }],
    ["quoted text with its quotes", ["steps", 0, "quoted"], { key: '"quoted"', value: "'a b'" }],
    [
      "a block scalar without the line break after it",
      ["steps", 0, "folded"],
      { key: "folded", value: ">-\n      $statusCode == 200\n      && true" },
    ],
    ["nothing", ["steps", 0, "nothing"], { key: "nothing", value: "" }],
    ["a flow list", ["steps", 0, "list"], { key: "list", value: "[1, {two: 2}]" }],
    ["a number inside", ["steps", 0, "list", 0], { key: "1", value: "1" }],
    ["an index as text", ["steps", "0", "list", "1", "two"], { key: "two", value: "2" }],
    ["an item of a list stands for its key", ["steps", 1], { key: "plain", value: "plain" }],
    ["a block up to its last value", ["shared"], { key: "shared", value: "inner: 1" }],
    ["an alias", ["alias"], { key: "alias", value: "*shared" }],
    ["below an alias: where its anchor is", ["alias", "inner"], { key: "inner", value: "1" }],
    ["a field that is not there: the key above", ["shared", "absent"], { key: "shared", value: "shared" }],
    ["far below what is not there", ["shared", "absent", 0, "x"], { key: "shared", value: "shared" }],
    ["an item that is not there", ["steps", 7], { key: "steps", value: "steps" }],
    ["below a scalar", ["shared", "inner", "x"], { key: "inner", value: "inner" }],
    ["a field missing in an item: the item", ["steps", 0, "absent"], { key: first, value: first }],
    ["what objects inherit is not there", ["shared", "constructor"], { key: "shared", value: "shared" }],
  ];
  it.each(tests)("%s", (_, path, want) => {
    expect({ key: covered(document.place(path, "key")), value: covered(document.place(path)) }).toEqual(want);
  });

  it("begins the document where its first key stands", () => {
    expect(document.place([])).toEqual({ source: document.source, start: text.indexOf("steps"), end: text.length - 1 });
    expect(document.place(["absent"])).toEqual(document.place([]));
  });
});

describe("placeInside", () => {
  const tests: [name: string, given: { yaml: string; part: [number, number] }, want: string][] = [
    ["plain text", { yaml: "a: $inputs.nam", part: [8, 11] }, "nam"],
    ["single quotes", { yaml: "a: '$inputs.nam'", part: [8, 11] }, "nam"],
    ["double quotes", { yaml: 'a: "$inputs.nam"', part: [8, 11] }, "nam"],
    ["JSON", { yaml: '{"a": "$inputs.nam"}', part: [8, 11] }, "nam"],
    ["a block scalar of one line", { yaml: "a: >-\n  $inputs.nam\n", part: [8, 11] }, "nam"],
    ["escapes in double quotes: the whole", { yaml: 'a: "\\u0024inputs.nam"', part: [8, 11] }, '"\\u0024inputs.nam"'],
    ["a doubled quote: the whole", { yaml: "a: 'it''s $inputs.nam'", part: [13, 16] }, "'it''s $inputs.nam'"],
    ["folded lines: the whole", { yaml: "a: >-\n  $inputs.\n  nam\n", part: [8, 11] }, ">-\n  $inputs.\n  nam"],
    ["an alias: the whole", { yaml: "b: &x $inputs.nam\na: *x", part: [8, 11] }, "*x"],
    ["an end beyond the text", { yaml: "a: abc", part: [1, 99] }, "bc"],
    ["an end before the start", { yaml: "a: abc", part: [2, 1] }, ""],
    ["not text", { yaml: "a: 12", part: [0, 1] }, "12"],
    ["no text", { yaml: "a: ''", part: [0, 1] }, "''"],
    ["nothing there", { yaml: "b: 1", part: [0, 1] }, "b: 1"],
  ];
  it.each(tests)("%s", (_, { yaml, part }, want) => {
    expect(covered(given(yaml).placeInside(["a"], ...part))).toBe(want);
  });
});
