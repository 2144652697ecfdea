import { afterAll, describe, expect, test } from "vitest";
import { contentOf, runCli } from "../support/cli.js";
import { Compiler } from "../support/compiler.js";
import { makeFolder, removeFolder } from "../support/folder.js";
import { hostileTexts } from "../support/hostile.js";
import { arazzoOf, openapiOf } from "../security/documents.js";

// Group 10: what is written, and what is not.

const compiler = new Compiler();
const folders: string[] = [];
afterAll(() => {
  for (const folder of folders) removeFolder(folder);
});

test("the same input twice gives the same bytes", async () => {
  const description = hostileTexts.filter((text) => text !== "\ud800").join(" ");
  const documents = {
    arazzo: JSON.stringify(arazzoOf({ workflow: { description } })),
    openapi: JSON.stringify(openapiOf({ operation: { description } })),
  };
  const [first, second] = [await compiler.compile(documents), await compiler.compile(documents)];
  expect(first.files.size).toBeGreaterThan(0);
  expect([...second.files]).toEqual([...first.files]);
});

describe("nothing is written behind a refusal", () => {
  test.each([
    { name: "of a name", arazzo: JSON.stringify(arazzoOf({ workflow: { workflowId: "../../x" } })) },
    { name: "of a bomb", arazzo: "[".repeat(10_000) },
    { name: "of what is no document", arazzo: "\0" },
  ])("$name", async ({ arazzo }) => {
    const folder = makeFolder({
      "a.json": arazzo,
      "openapi.yaml": JSON.stringify(openapiOf()),
      "out/mine.txt": "mine",
    });
    folders.push(folder);
    const before = contentOf(folder);
    const { code, stderr } = await runCli(folder, "generate", "a.json", "--out", "out", "--strict");
    expect(code).toBe(1);
    expect(stderr).toContain("error");
    expect(stderr).not.toMatch(/^\s+at .*:\d+:\d+\)?$/m);
    expect(contentOf(folder)).toEqual(before);
  });
});

test.each([
  { name: "../../x", file: "workflows/x.ts" },
  { name: "/etc/x y", file: "workflows/etc-x-y.ts" },
  { name: "a`${b}*/c", file: "workflows/a-b-c.ts" },
])("a workflow called $name is written as $file, and nothing beside the folder", async ({ name, file }) => {
  const arazzo = JSON.stringify(arazzoOf({ workflow: { workflowId: name } }));
  const folder = makeFolder({ "a.json": arazzo, "openapi.yaml": JSON.stringify(openapiOf()) });
  folders.push(folder);
  const { code } = await runCli(folder, "generate", "a.json", "--out", "out");

  expect(code).toBe(0);
  const written = Object.keys(contentOf(folder));
  expect(written.filter((path) => !path.startsWith("out/")).toSorted()).toEqual(["a.json", "openapi.yaml"]);
  expect(written.filter((path) => path.startsWith("out/workflows/"))).toEqual([`out/${file}`]);
});
