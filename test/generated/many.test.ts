import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, expect, test } from "vitest";
import { parseCommand } from "../../generator/command.js";
import { generate } from "../../generator/generate.js";
import { largeApi, workflowsOver } from "../bench/large-api.js";
import { makeFolder, removeFolder } from "../support/folder.js";
import { typeErrors } from "../support/type-check.js";

const folder = makeFolder();
afterAll(() => removeFolder(folder));

test("200 workflows over one large OpenAPI document are made in one run", { timeout: 120_000 }, async () => {
  writeFileSync(join(folder, "api.json"), largeApi(1_000));
  const documents = workflowsOver(1_000, 200).map((text, index) => {
    const file = join(folder, `workflow-${index}.json`);
    writeFileSync(file, text);
    return file;
  });
  const command = parseCommand(["generate", ...documents]);
  if (command.kind !== "generate") throw new Error(`\`generate\` was read as \`${command.kind}\``);
  const { files, findings } = await generate(command);
  expect(findings).toEqual([]);
  const made = files ?? new Map<string, string>();
  expect([...made.keys()].filter((name) => name.startsWith("workflows/"))).toHaveLength(200);
  expect([...made.keys()].filter((name) => name.startsWith("apis/"))).toEqual(["apis/api.ts"]);
  // They differ by names and numbers alone, and to check them all takes the compiler a minute.
  const sample = [...made].filter(([name]) => /^apis\/|-\d?0\.ts$/.test(name));
  expect(sample).toHaveLength(1 + 10);
  expect(typeErrors([new Map(sample)])).toEqual([]);
});
