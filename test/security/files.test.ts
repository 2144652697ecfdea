import { describe, expect, test } from "vitest";
import { Compiler } from "../support/compiler.js";
import { attack, shown } from "./attack.js";
import { arazzoOf, openapiOf } from "./documents.js";

// Group 3: names that become paths, or would.

const compiler = new Compiler();

const paths = [
  { name: "a path upwards", given: "../../x", file: "x" },
  { name: "an absolute path", given: "/etc/x", file: "etc-x" },
  { name: "a path of Windows", given: "..\\..\\x", file: "x" },
  { name: "a device", given: "CON", file: "con-api" },
  { name: "300 characters", given: "x".repeat(300), file: undefined },
  { name: "a NUL", given: "a\0b", file: "ab" },
  { name: "a trailing dot", given: "x.", file: "x" },
  { name: "dots only", given: "..", file: "api" },
];

describe("a workflowId that is", () => {
  const long = { name: "1,001 characters", given: "x".repeat(1_001) };
  test.each([...paths.filter(({ file }) => file !== undefined), long])("$name", async ({ given }) => {
    const arazzo = arazzoOf({ workflow: { workflowId: given } });
    const outcome = await attack(compiler, { arazzo, openapi: openapiOf() });
    expect(shown(outcome)).toEqual([
      expect.stringMatching(/^refused: invalid-name the workflowId '.*' (cannot|is longer)/),
    ]);
  });
});

test("a workflowId of 300 characters gives its file a short name", async () => {
  const arazzo = arazzoOf({ workflow: { workflowId: "x".repeat(300) } });
  const { files } = await attack(compiler, { arazzo, openapi: openapiOf() });
  const made = [...files.keys()].filter((name) => name.startsWith("workflows/"));
  expect(made).toEqual([expect.stringMatching(/^workflows\/x{91}-[0-9a-f]{8}\.ts$/)]);
});

describe("the name of a source that is", () => {
  test.each(paths)("$name", async ({ given, file }) => {
    const sourceDescriptions = [{ name: given, url: "./openapi.yaml", type: "openapi" }];
    const arazzo = arazzoOf({ document: { sourceDescriptions } });
    const outcome = await attack(compiler, { arazzo, openapi: openapiOf() });
    if (file === undefined) {
      expect(shown(outcome)).toEqual(["refused: invalid-document 'name' has to have at most 100 characters"]);
    } else {
      expect(shown(outcome)).toEqual(["POST /things", `{"sid":"TH1"}`]);
      const made = [...outcome.files.keys()].filter((name) => name.startsWith("apis/"));
      expect(made).toEqual([`apis/${file}.ts`]);
    }
  });
});
