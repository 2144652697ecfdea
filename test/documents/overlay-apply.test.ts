import { describe, expect, it } from "vitest";
import { Findings } from "../../generator/diagnostics.js";
import { valueAt } from "../../generator/documents/data.js";
import { applyOverlay } from "../../generator/documents/overlay-apply.js";
import { readOverlay } from "../../generator/documents/overlay.js";
import { brief, given } from "./given.js";
import { overlaid } from "./overlaid.js";

describe("what an action does", () => {
  const tests: [name: string, given: { document: string; actions: string }, want: unknown][] = [
    [
      "objects merge, at any depth",
      {
        document: "info: {title: T, contact: {name: N}}",
        actions: "- {target: $, update: {info: {contact: {email: E}}, new: 1}}",
      },
      { info: { title: "T", contact: { name: "N", email: "E" } }, new: 1 },
    ],
    [
      "scalars replace",
      { document: "info: {title: T}", actions: "- {target: $.info, update: {title: U}}" },
      { info: { title: "U" } },
    ],
    [
      "lists append",
      { document: "tags: [a, b]", actions: "- {target: $, update: {tags: [c]}}" },
      { tags: ["a", "b", "c"] },
    ],
    [
      "a list as the target takes an entry",
      { document: "tags: [{name: a}]", actions: "- {target: $.tags, update: {name: b}}" },
      { tags: [{ name: "a" }, { name: "b" }] },
    ],
    [
      "a list as an entry stays one",
      { document: "tags: [1]", actions: "- {target: $.tags, update: [2, 3]}" },
      { tags: [1, [2, 3]] },
    ],
    [
      "what is of another kind replaces",
      { document: "a: {b: 1}\nc: [1]\nd: text", actions: "- {target: $, update: {a: 1, c: {d: 1}, d: [x]}}" },
      { a: 1, c: { d: 1 }, d: ["x"] },
    ],
    [
      "every match of a wildcard",
      {
        document: "paths: {/a: {get: {}}, /b: {get: {x: 1}}, /c: {}}",
        actions: "- {target: $.paths.*.get, update: {safe: true}}",
      },
      { paths: { "/a": { get: { safe: true } }, "/b": { get: { x: 1, safe: true } }, "/c": {} } },
    ],
    [
      "a filter",
      {
        document: "p: [{name: a, in: query}, {name: b, in: path}]",
        actions: `- {target: "$.p[?@.name=='b' && @.in=='path']", update: {required: true}}`,
      },
      {
        p: [
          { name: "a", in: "query" },
          { name: "b", in: "path", required: true },
        ],
      },
    ],
    [
      "a field is removed",
      { document: "info: {title: T, x: 1}", actions: "- {target: $.info.x, remove: true}" },
      { info: { title: "T" } },
    ],
    [
      "several items are removed, by what their indexes were",
      { document: "a: [0, 1, 2, 3, 4]", actions: "- {target: '$.a[0,1,3]', remove: true}" },
      { a: [2, 4] },
    ],
    [
      "what is removed together with what holds it",
      { document: "a: {a: {a: 1}, b: 1}", actions: "- {target: '$..a', remove: true}" },
      {},
    ],
    [
      "`remove` wins over `update`",
      { document: "a: {b: 1}\nc: 1", actions: "- {target: $.a, remove: true, update: {b: 2}}" },
      { c: 1 },
    ],
    [
      "actions see what those before have done",
      {
        document: "a: {b: 1}",
        actions: "- {target: $.a, remove: true}\n- {target: $, update: {a: {c: 1}}}\n- {target: $.a, update: {d: 1}}",
      },
      { a: { c: 1, d: 1 } },
    ],
    [
      "an action that asks for nothing",
      { document: "a: 1", actions: "- {target: $}\n- {target: $, remove: false}" },
      { a: 1 },
    ],
    [
      "an alias is changed in one place only",
      { document: "a: &x {k: {v: 1}}\nb: *x", actions: "- {target: $.a.k, update: {v: 2}}" },
      { a: { k: { v: 2 } }, b: { k: { v: 1 } } },
    ],
    [
      "what was brought into two places is changed in one place only",
      { document: "a: {}\nb: {}", actions: "- {target: $.*, update: {k: {v: 1}}}\n- {target: $.a.k, update: {v: 2}}" },
      { a: { k: { v: 2 } }, b: { k: { v: 1 } } },
    ],
    [
      "a match that an earlier match has replaced",
      {
        document: "a: {b: {}}",
        actions: "- {target: '$..*', update: {b: 5}}",
      },
      { a: { b: 5 } },
    ],
  ];
  it.each(tests)("%s", (_, { document, actions }, want) => {
    const before = given(document).root;
    const result = overlaid(document, actions);
    expect(brief(result.findings)).toEqual([]);
    expect(result.document.root).toEqual(want);
    expect(given(document).root).toEqual(before);
  });

  it("leaves the document as it was, and shares what did not change", () => {
    const document = given("a: {b: [1]}\nc: {d: [1]}");
    const before = structuredClone(document.root);
    const overlay = readOverlay(
      given(
        "overlay: 1.0.0\ninfo: {title: T, version: '1'}\nactions: [{target: $.a, update: {b: [2]}}, {target: $.a.b, update: 3}]",
      ),
      new Findings(),
    );
    const after = overlay && applyOverlay(document, overlay, new Findings());
    expect(document.root).toEqual(before);
    expect(after?.root).toEqual({ a: { b: [1, 2, 3] }, c: { d: [1] } });
    expect(valueAt(after?.root, ["c"])).toBe(valueAt(document.root, ["c"]));
  });

  it("takes `__proto__` for a name", () => {
    const { document } = overlaid("a: {}", '- {target: $.a, update: {"__proto__": {polluted: true}}}');
    expect({}).not.toHaveProperty("polluted");
    expect(JSON.stringify(document.root)).toBe('{"a":{"__proto__":{"polluted":true}}}');
  });
});
