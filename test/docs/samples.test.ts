import { execFile } from "node:child_process";
import { readFileSync } from "node:fs";
import { resolve } from "node:path";
import { expect, test } from "vitest";
import { carriedOut, pages, samplesOf, writeSamples } from "./samples.js";

const samples = pages().flatMap(samplesOf);
/** Code that the generator writes: the page says in which file it stands, and shows it as it is. */
const shown = samples.filter(({ said }) => /^(?:generated: |part of )/.test(said));
const own = samples.filter((one) => !shown.includes(one) && carriedOut[one.page] === undefined);

test("each sample of the pages compiles", async () => {
  expect(own.length).toBeGreaterThan(40);
  const folder = await writeSamples(own);

  expect(await compilerSays(folder)).toBe("");
});

test("what the pages show of generated code is what is generated", () => {
  const inOneLine = (text: string): string => text.replaceAll(/\s+/g, " ");
  const lost = shown.filter(({ page, said, text }) => {
    const file = said.replace(/^generated: (.+)/, "generated/workflows/$1.ts").replace(/^part of /, "");
    return carriedOut[page] === undefined && !inOneLine(readFileSync(file, "utf8")).includes(inOneLine(text));
  });

  expect(shown.length).toBeGreaterThan(1);
  expect(lost).toEqual([]);
});

test.each(Object.entries(carriedOut))("%s is compiled by another test", (page, file) => {
  expect(readFileSync(file, "utf8")).toContain(page);
});

/** What the compiler has against a project: nothing, or its errors. */
function compilerSays(folder: string): Promise<string> {
  const tsc = resolve("node_modules/typescript7/bin/tsc");
  return new Promise((done) => {
    execFile(process.execPath, [tsc, "-p", folder], (error, stdout) => done(error === null ? "" : stdout));
  });
}
