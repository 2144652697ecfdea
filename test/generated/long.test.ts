import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, expect, test } from "vitest";
import { parseCommand } from "../../generator/commands/command.js";
import { lint } from "../../generator/generate.js";
import { largeApi } from "../bench/large-api.js";
import { longWorkflow, type LongShape } from "../bench/long-workflow.js";
import { countCalls } from "../support/calls.js";
import { makeFolder, removeFolder } from "../support/folder.js";

const operations = 20;
const folder = makeFolder({ "api.json": largeApi(operations) });
afterAll(() => removeFolder(folder));

/** How many calls of the generator's functions it takes to plan one workflow, for each of its steps. */
async function callsOfEach(shape: LongShape, steps: number): Promise<number> {
  const file = join(folder, `${shape}-${steps}.json`);
  writeFileSync(file, longWorkflow(shape, steps, operations));
  const command = parseCommand(["lint", file]);
  if (command.kind !== "lint") throw new Error(`\`lint\` was read as \`${command.kind}\``);
  const { result, calls } = await countCalls(() => Promise.resolve(lint(command)));
  expect(result.findings.filter(({ severity }) => severity === "error")).toEqual([]);
  expect(result.workflows.map((row) => row.steps)).toEqual([steps]);
  return calls / steps;
}

const tests: [shape: LongShape, steps: number][] = [
  ["line", 900],
  ["branches", 300],
  ["failures", 300],
  ["jumps", 300],
  ["loops", 300],
];
test.each(tests)("%s of %i steps: each takes no more work than one of 100 does", { timeout: 120_000 }, async (shape, steps) => {
  const few = await callsOfEach(shape, 100);
  expect(few).toBeGreaterThan(100);
  expect((await callsOfEach(shape, steps)) / few).toBeLessThan(1.25);
});
