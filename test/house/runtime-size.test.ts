import { readFileSync } from "node:fs";
import { posix } from "node:path";
import { expect, test } from "vitest";
import { modulesIn } from "./modules.js";

/** Lines that are neither blank nor part of a comment. */
function codeLines(path: string): number {
  const code = readFileSync(path, "utf8").replace(/\/\*[\s\S]*?\*\//g, (comment) => comment.replace(/[^\n]/g, ""));
  return code.split("\n").filter((line) => line.trim() !== "" && !line.trim().startsWith("//")).length;
}

test("no file of the runtime has more than 200 lines", () => {
  const long = modulesIn("templates/runtime").filter(({ lines }) => lines > 200);

  expect(long.map(({ path, lines }) => `${path}: ${lines}`)).toEqual([]);
});

test("what workflows get of the runtime has less than 3,950 lines of code, and less than 250 more where they call Twilio", () => {
  const files = modulesIn("generated/runtime");
  const ofTwilio = files.filter(({ path }) => path.includes("/twilio/"));
  const linesOf = (some: typeof files): number => some.reduce((sum, { path }) => sum + codeLines(path), 0);
  console.info(`generated/runtime: ${linesOf(files)} lines of code in ${files.length} files`);

  expect(ofTwilio).not.toEqual([]);
  expect(linesOf(ofTwilio)).toBeLessThan(250);
  expect(linesOf(files) - linesOf(ofTwilio)).toBeLessThan(3_950);
});

test("what no workflow of ours calls is not in our output", () => {
  const files = modulesIn("generated/runtime").map(({ path }) => posix.basename(path));
  const rare = ["multipart.ts", "blob-body.ts", "jsonpath.ts", "query-style.ts", "path-style.ts"];

  expect(files).toContain("index.ts");
  const known = modulesIn("templates/runtime").map(({ path }) => posix.basename(path));

  expect(known).toEqual(expect.arrayContaining(rare));
  expect([...rare, "opentelemetry.ts"].filter((name) => files.includes(name))).toEqual([]);
});
