import { describe, expect, it } from "vitest";
import { Findings } from "../../generator/diagnostics.js";
import { readOverlay } from "../../generator/documents/overlay.js";
import { brief, given } from "./given.js";

const head = "overlay: 1.0.0\ninfo: {title: Ours, version: 1.0.0}\n";

describe("readOverlay", () => {
  it("reads what the specification has, extensions included", () => {
    const findings = new Findings();
    const overlay = readOverlay(
      given(`overlay: 1.0.1
info: {title: Ours, version: "1", x-owner: me}
extends: ../openapi/messages.yml
x-note: kept
actions:
  - target: $.info
    description: Because
    update: {title: T}
    x-why: y
  - target: $.paths
    remove: true
  - target: $.tags
    update: null
`),
      findings,
    );
    expect(brief(findings)).toEqual([]);
    expect(overlay).toMatchObject({
      title: "Ours",
      extends: "../openapi/messages.yml",
      actions: [
        { at: ["actions", 0], description: "Because", remove: false, updates: true },
        { at: ["actions", 1], remove: true, updates: false },
        { at: ["actions", 2], updates: true },
      ],
    });
  });

  const refused: [name: string, given: string, want: string[]][] = [
    [
      "no actions, no info",
      "overlay: 1.0.0",
      [
        "invalid-document: `info` is missing [overlay: 1.0.0]",
        "invalid-document: `actions` is missing [overlay: 1.0.0]",
      ],
    ],
    [
      "an empty list of actions",
      `${head}actions: []`,
      ["invalid-document: `actions` has to have at least 1 entry [[]]"],
    ],
    [
      "a misspelt field",
      `${head}actions: [{target: $, updates: {}}]`,
      ["invalid-document: `updates` is no field that is known here [updates] (Did you mean `update`?)"],
    ],
    [
      "a version that is a number",
      "overlay: 1.0\ninfo: {title: a, version: 1}\nactions: [{target: $}]",
      [
        "invalid-document: `overlay` has to be text, not `1` [1.0]",
        "invalid-document: `version` has to be text, not `1` [1]",
      ],
    ],
    [
      "another version",
      "overlay: 1.1.0\ninfo: {title: a, version: b}\nactions: [{target: $}]",
      ["unsupported-version: Overlay `1.1.0` is not read here, only 1.0 [1.1.0]"],
    ],
    ["not an overlay", "- a", ["invalid-document: The document has to be an object, not a list [- a]"]],
    [
      "queries that are none",
      `${head}actions:\n  - target: $.paths[\n  - target: paths\n  - target: $[?foo(@)]\n`,
      [
        "invalid-document: `target` is no JSONPath query: unclosed bracketed selection []",
        "invalid-document: `target` is no JSONPath query: expected '$', found 'p' [p]",
        "invalid-document: `target` is no JSONPath query: no such function 'foo' [f]",
      ],
    ],
    [
      "queries that would overflow the stack, or never end",
      `${head}actions:\n  - target: $[?${"!".repeat(5000)}@]\n  - target: $..a..b..c..d..e\n`,
      [
        "invalid-document: `target` is no JSONPath query: it is longer than 2000 characters […]",
        "invalid-document: `target` is no JSONPath query: it has more than 4 times `..` [$..a..b..c..d..e]",
      ],
    ],
  ];
  it.each(refused)("refuses %s", (_, text, want) => {
    const findings = new Findings();
    expect(readOverlay(given(text), findings)).toBeUndefined();
    expect(brief(findings)).toEqual(want);
  });
});
