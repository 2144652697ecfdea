import { join } from "node:path";
import { expect, onTestFinished, test } from "vitest";
import { arazzoDocumentsBelow } from "../../generator/find-documents.js";
import { lint } from "../../generator/generate.js";
import { makeFolder, removeFolder } from "../support/folder.js";
import { good, openapi } from "./documents.js";

/** What is found, for documents that somebody has named and for those of a folder. */
function foundIn(files: Readonly<Record<string, string>>, isNamed: boolean): readonly string[] {
  const folder = makeFolder({ "workflows/openapi.yaml": openapi, ...files });
  onTestFinished(() => removeFolder(folder));
  const documents = isNamed ? Object.keys(files).map((file) => join(folder, file)) : arazzoDocumentsBelow(folder);
  const { findings, workflows } = lint({ documents, overlays: [], sources: new Map() });
  return [...workflows.map(({ workflow }) => workflow), ...findings.map(({ message }) => message)];
}

const others: readonly { readonly name: string; readonly text: string; readonly want: readonly string[] }[] = [
  { name: "an OpenAPI document", text: openapi, want: ["this is no Arazzo document"] },
  { name: "an OpenAPI document of before", text: 'swagger: "2.0"\n', want: ["this is no Arazzo document"] },
  { name: "an overlay", text: "overlay: 1.0.0\nactions: []\n", want: ["this is no Arazzo document"] },
  { name: "an AsyncAPI document", text: "asyncapi: 3.0.0\n", want: ["this is no Arazzo document"] },
  { name: "a list", text: "- a.yaml\n- b.yaml\n", want: ["The document has to be an object, not a list"] },
];

test.each(others)("$name is passed over in a folder, and refused where it is named", ({ text, want }) => {
  const files = { "workflows/good.yaml": good, "workflows/other.yaml": text };

  expect(foundIn(files, false)).toEqual(["make-thing"]);
  expect(foundIn(files, true)).toEqual(["make-thing", ...want]);
});
