import { describe, expect, test } from "vitest";
import { parse } from "yaml";
import { selectPaths } from "../../generator/documents/jsonpath.js";
import { actionsText, overlayFix, targetOf } from "../../generator/documents/overlay-fix.js";
import type { Path } from "../../generator/documents/document.js";
import { hostileTexts } from "../support/hostile.js";
import { given } from "./given.js";

// A lone surrogate is no text of any document that can be read.
const texts = hostileTexts.filter((text) => !/\p{Cs}/u.test(text));

describe("the target of a path", () => {
  const step = { stepId: "two", criteria: [{ condition: "a" }, { condition: "b" }] };
  const root = {
    workflows: [{ workflowId: "one", steps: [{ stepId: "one" }, step] }],
    actions: [{ name: "same" }, { name: "same" }, { name: 1 }, "text"],
    "x-y": { "200": { "it's": 1 } },
  };
  const table: readonly { readonly path: Path; readonly want: string }[] = [
    { path: [], want: "$" },
    { path: ["workflows", 0], want: "$.workflows[?@.workflowId == 'one']" },
    {
      path: ["workflows", 0, "steps", 1, "criteria", 1],
      want: "$.workflows[?@.workflowId == 'one'].steps[?@.stepId == 'two'].criteria[1]",
    },
    { path: ["actions", 1], want: "$.actions[1]" },
    { path: ["actions", 2], want: "$.actions[2]" },
    { path: ["actions", 3], want: "$.actions[3]" },
    { path: ["x-y", "200", "it's"], want: "$['x-y']['200']['it\\'s']" },
  ];
  test.each(table)("$want", ({ path, want }) => {
    expect(targetOf(root, path)).toBe(want);
    expect(selectPaths(want, root)).toEqual([path]);
  });

  test.each(texts)("leads to %j and to nothing else", (text) => {
    const root = { list: [{ name: "other" }, { name: text }], [text]: { a: 1 } };
    const document = given(JSON.stringify(root));
    expect(selectPaths(targetOf(root, ["list", 1]), root)).toEqual([["list", 1]]);
    for (const at of [[text], [text, "a"]]) {
      const fix = overlayFix(document, [{ at, description: text, update: {} }]);
      // Some names no JSONPath can say.
      if (fix === undefined) expect(text).toMatch(/\p{Cc}/u);
      else expect(fix.actions.map(({ target }) => selectPaths(target, root))).toEqual([[at]]);
    }
  });
});

test.each(texts)("an action with %j reads as it was meant", (text) => {
  const action = { target: text, description: text, update: { [text]: text, list: [text] } };
  expect(parse(actionsText([action]))).toEqual([action]);
});
