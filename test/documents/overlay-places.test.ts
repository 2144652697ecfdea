import { describe, expect, it } from "vitest";
import { overlaid } from "./overlaid.js";

describe("places of a document with an overlay", () => {
  const { document } = overlaid(
    "info: {title: T}\ntags: [a]\npaths: {/a: {get: {}}}",
    "- target: $.info\n  update: {title: U, new: {deep: [1]}}\n- target: $\n  update: {tags: [b]}\n- target: $.tags\n  update: c\n- {target: $.paths, remove: true}\n",
  );
  const tests: [path: (string | number)[], want: { path: string; text: string }][] = [
    [["info"], { path: "given.yml", text: "{title: T}" }],
    [["info", "title"], { path: "overlay.yml", text: "U" }],
    [["info", "new", "deep", 0], { path: "overlay.yml", text: "1" }],
    [["info", "absent"], { path: "given.yml", text: "info" }],
    [["info", "new", "absent"], { path: "overlay.yml", text: "new" }],
    [["tags"], { path: "given.yml", text: "[a]" }],
    [["tags", 0], { path: "given.yml", text: "a" }],
    [["tags", 1], { path: "overlay.yml", text: "b" }],
    [["tags", 2], { path: "overlay.yml", text: "c" }],
  ];
  it.each(tests)("of %j", (path, want) => {
    const { source, start, end } = document.place(path);
    expect({ path: source.path, text: source.text.slice(start, end) }).toEqual(want);
  });

  it("of what is gone is where the document begins", () => {
    expect(document.place(["paths", "/a"])).toEqual(document.place([]));
  });
});
