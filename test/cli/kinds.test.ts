import { join } from "node:path";
import { expect, onTestFinished, test } from "vitest";
import { lint } from "../../generator/generate.js";
import { makeFolder, removeFolder } from "../support/folder.js";
import { good, openapi } from "./documents.js";

/** What is found, for documents that somebody has named and for those of a folder. */
function foundIn(files: Readonly<Record<string, string>>, isNamed: boolean): readonly string[] {
  const folder = makeFolder({ "workflows/openapi.yaml": openapi, ...files });
  onTestFinished(() => removeFolder(folder));
  const documents = Object.keys(files).map((file) => join(folder, file));
  const found = new Set(isNamed ? [] : documents);
  const { findings, workflows } = lint({ documents, found, overlays: [], sources: new Map() });
  return [...workflows.map(({ workflow }) => workflow), ...findings.map(({ message }) => message)];
}

const others: readonly { readonly name: string; readonly text: string; readonly want: readonly string[] }[] = [
  { name: "an OpenAPI document", text: openapi, want: ["this is no Arazzo document"] },
  { name: "an OpenAPI document of before", text: 'swagger: "2.0"\n', want: ["this is no Arazzo document"] },
  { name: "an overlay", text: "overlay: 1.0.0\nactions: []\n", want: ["this is no Arazzo document"] },
  { name: "a list", text: "- a.yaml\n- b.yaml\n", want: ["The document has to be an object, not a list"] },
];

test.each(others)("$name is passed over in a folder, and refused where it is named", ({ text, want }) => {
  const files = { "workflows/good.yaml": good, "workflows/other.yaml": text };

  expect(foundIn(files, false)).toEqual(["make-thing"]);
  expect(foundIn(files, true)).toEqual(["make-thing", ...want]);
});

test("what could be meant for an Arazzo document is not passed over", () => {
  const misspelt = good.replace("arazzo:", "arazo:");

  expect(foundIn({ "workflows/good.yaml": misspelt }, false).join("\n")).toMatch("`arazo` is no field");
});
