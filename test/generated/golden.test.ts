import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { parseCommand } from "../../generator/commands/command.js";
import { generate, type Generation } from "../../generator/generate.js";
import { Findings } from "../../generator/diagnostics.js";
import { writeFiles, type Files } from "../../generator/write.js";
import { makeFolder, removeFolder } from "../support/folder.js";

const folder = makeFolder();
let first: Generation;

beforeAll(async () => {
  first = await generateByDefault();
});

afterAll(() => removeFolder(folder));

/** What `npm run generate` makes of the documents. */
async function generateByDefault(): Promise<Generation> {
  const command = parseCommand(["generate"]);
  if (command.kind !== "generate") throw new Error(`\`generate\` was read as \`${command.kind}\``);
  return generate(command);
}

function filesIn(path: string): Files {
  const entries = readdirSync(path, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
  const names = entries.map((entry) => join(entry.parentPath, entry.name).slice(path.length + 1)).sort();
  return new Map(names.map((name) => [name.replaceAll("\\", "/"), readFileSync(join(path, name), "utf8")]));
}

test("nothing is found in our documents", () => {
  expect(first.findings).toEqual([]);
});

test("`generated` is what the documents say, to the byte", () => {
  writeFiles(folder, first.files ?? new Map(), new Findings());
  const want = filesIn(folder);
  const found = filesIn("generated");

  expect([...found.keys()]).toEqual([...want.keys()]);
  for (const [name, text] of want) expect(found.get(name), name).toBe(text);
});

test("a second run makes the same", async () => {
  expect(await generateByDefault()).toEqual(first);
});
