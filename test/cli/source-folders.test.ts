import { join } from "node:path";
import { expect, onTestFinished, test } from "vitest";
import { displayPath } from "../../generator/documents/index.js";
import { lint } from "../../generator/generate.js";
import { makeFolder, removeFolder } from "../support/folder.js";
import { good, openapi } from "./documents.js";

// Where `--sources DIR` finds the documents of source descriptions. The right one has the operation `make`.

const wrong = openapi.replace("operationId: make", "operationId: other");

test.each([
  { name: "a file in the folder", url: "./gone.yaml", files: { "apis/gone.yaml": openapi } },
  { name: "a file in a folder in it", url: "./gone.yaml", files: { "apis/deep/er/gone.yaml": openapi } },
  {
    name: "a document that is on the network",
    url: "https://example.com/v1/api.json?x=1#y",
    files: { "apis/api.json": openapi },
  },
  { name: "a name that is encoded", url: "the%20api.yaml", files: { "apis/the api.yaml": openapi } },
  {
    name: "one that is there as well, as the caller knows better",
    url: "./openapi.yaml",
    files: { "openapi.yaml": wrong, "apis/openapi.yaml": openapi },
  },
  {
    name: "of several files the one in folders of the same names",
    url: "https://example.com/shop/v2/openapi.yaml",
    files: {
      "apis/shop/v1/openapi.yaml": wrong,
      "apis/other/v2/openapi.yaml": wrong,
      "apis/shop/v2/openapi.yaml": openapi,
    },
  },
  {
    name: "none there, so that the url counts",
    url: "./openapi.yaml",
    files: { "openapi.yaml": openapi, "apis/x.yaml": wrong },
  },
  {
    name: "several, which is a finding",
    url: "./openapi.yaml",
    files: { "openapi.yaml": openapi, "apis/a/openapi.yaml": openapi, "apis/b/openapi.yaml": openapi },
    want: "`./openapi.yaml` may be several files in the folders of `--sources`: `apis/a/openapi.yaml`, `apis/b/openapi.yaml`",
  },
])("$name", ({ url, files, want }) => {
  const folder = makeFolder({ "arazzo.yaml": good.replace("./openapi.yaml", url), "apis/z.txt": "", ...files });
  onTestFinished(() => removeFolder(folder));
  const { findings } = lint({
    documents: [join(folder, "arazzo.yaml")],
    overlays: [],
    sources: new Map(),
    sourceFolders: [join(folder, "apis")],
  });
  const said = findings.map(({ message }) => message.replaceAll(`${displayPath(folder)}/`, ""));
  expect(said).toEqual(want === undefined ? [] : [want]);
});
