import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { parseCommand } from "../../generator/commands/command.js";
import { generate, type Generation } from "../../generator/generate.js";
import { largeApi, workflowsOver } from "../bench/large-api.js";
import { countCalls } from "../support/calls.js";
import { makeFolder, removeFolder } from "../support/folder.js";
import { typeErrors, typesMade } from "../support/type-check.js";

const operations = 200;
const workflowsMade = 100;
const folder = makeFolder({ "api.json": largeApi(operations) });
afterAll(() => removeFolder(folder));

/** Workflows over the one OpenAPI document, made in one run. */
async function generateMany(count: number): Promise<{ readonly made: Generation; readonly calls: number }> {
  const documents = workflowsOver(operations, count).map((text, index) => {
    const file = join(folder, `workflow-${index}.json`);
    writeFileSync(file, text);
    return file;
  });
  const command = parseCommand(["generate", ...documents]);
  if (command.kind !== "generate") throw new Error(`\`generate\` was read as \`${command.kind}\``);
  const { result, calls } = await countCalls(() => generate(command));
  return { made: result, calls };
}

describe(`${workflowsMade} workflows over one large OpenAPI document`, () => {
  let files: ReadonlyMap<string, string> = new Map();
  let calls = 0;
  beforeAll(async () => {
    const { made, ...counted } = await generateMany(workflowsMade);
    expect(made.findings).toEqual([]);
    files = made.files ?? new Map();
    ({ calls } = counted);
  }, 120_000);

  const workflows = (): readonly string[] => [...files.keys()].filter((name) => name.startsWith("workflows/"));

  test("are made in one run, with the types of that document once", () => {
    expect(workflows()).toHaveLength(workflowsMade);
    expect([...files.keys()].filter((name) => name.startsWith("apis/"))).toEqual(["apis/api.ts"]);
  });

  // They differ in numbers only, so that what compiles for a few of them compiles for all.
  test("compile", { timeout: 120_000 }, () => {
    const shapes = new Set(workflows().map((name) => shapeOf(files.get(name) ?? "")));
    expect([...shapes]).toHaveLength(1);
    const few = new Set(workflows().filter((_, index) => index % 25 === 0));
    const sample = [...files].filter(([name]) => few.has(name) || name.startsWith("apis/"));
    expect(typeErrors([new Map(sample)])).toEqual([]);
  });

  test("have their calls compared with their own operations, and not with what every other one takes", async () => {
    const few = (await generateMany(2)).made.files ?? new Map<string, string>();
    const isSame = (name: string): boolean => few.has(name) || name.startsWith("apis/");
    const ofMany = new Map([...files].filter(([name]) => isSame(name)));
    const ofEach = (typesMade(ofMany) - typesMade(few)) / operations;
    expect(ofEach).toBeGreaterThan(1);
    expect(ofEach).toBeLessThan(50);
  });

  test("take no more work each than a few do", { timeout: 120_000 }, async () => {
    const [ten, twenty] = [(await generateMany(10)).calls, (await generateMany(20)).calls];
    const ofOne = (twenty - ten) / 10;
    expect(ofOne).toBeGreaterThan(100);
    expect((calls - twenty) / (workflowsMade - 20) / ofOne).toBeLessThan(1.1);
  });
});

function shapeOf(text: string): string {
  return text
    .replaceAll(/"[0-9a-f]{8}"|\d+/g, "0")
    .replaceAll(/,(?=\s*[)}\]])/g, "")
    .replaceAll(/\s+/g, "");
}
