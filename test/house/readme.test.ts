import { existsSync, readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { z } from "zod";
import { configSchema } from "../../docs/config-schema.js";
import { commandNames, optionsOf } from "../../generator/commands/catalogue.js";

const readme = readFileSync("README.md", "utf8");
const contributing = readFileSync("CONTRIBUTING.md", "utf8");

test("the README shows a generated function as it is", () => {
  const name = /<!-- generated: ([a-z-]+) -->/.exec(readme)?.[1] ?? "";
  const file = readFileSync(`generated/workflows/${name}.ts`, "utf8");
  expect(readme).toContain(`\`\`\`ts\n${file.slice(file.indexOf("export async function"))}\`\`\``);
});

test("the scripts that the pages name exist", () => {
  const { scripts }: { scripts: Record<string, string> } = JSON.parse(readFileSync("package.json", "utf8"));
  const named = [...`${readme}${contributing}`.matchAll(/npm run ([a-z:]+)/g)].map(([, script]) => script);
  expect(named).not.toEqual([]);
  expect(Object.keys(scripts)).toEqual(expect.arrayContaining(named));
});

test("the files and folders that the pages link to or name exist", () => {
  const links = [...`${readme}${contributing}`.matchAll(/\]\((?!https?:)([^)#]+)\)/g)].map(([, path = ""]) => path);
  expect(links).not.toEqual([]);
  for (const path of links) expect(() => readFileSync(path), path).not.toThrow(/ENOENT/);
});

test("the README names every command, and every option of those that read documents", () => {
  const names = (["generate", "lint", "fetch"] as const).flatMap(optionsOf);
  const missing = [...new Set(names)].filter((name) => name !== "version" && !readme.includes(`\`--${name}`));

  expect(missing).toEqual([]);
  for (const name of commandNames) expect(readme).toMatch(new RegExp(`twilio-workflows ${name}\\b`));
});

test("the config that the README shows is one, and has every field", () => {
  const text = /<!-- config -->\s+```json\n(.*?)```/s.exec(readme)?.[1] ?? "";
  const schema = z.fromJSONSchema(JSON.parse(readFileSync("docs/config.schema.json", "utf8")));
  const config: object = JSON.parse(text);

  expect(schema.parse(config)).toEqual(config);
  expect(Object.keys(config)).toEqual(Object.keys(configSchema.properties));
});

describe("CONTRIBUTING.md names", () => {
  /** Files by their ending, folders by the slash behind them; those of the generator with or without its own folder. */
  const paths = [...contributing.matchAll(/(?<![\w./-])(?:[\w.-]+\/)*(?:[\w.-]+\.ts\b|[\w-]+\/(?![\w{]))/g)].map(
    ([path]) => path,
  );

  test("files and folders that exist", () => {
    const lost = paths.filter((path) => !existsSync(path) && !existsSync(`generator/${path}`));

    expect(paths).toContain("generator/ir/");
    expect(paths).toContain("check/values/coerce.ts");
    expect(lost).toEqual([]);
  });

  const section = contributing.slice(contributing.indexOf("## Where is"), contributing.indexOf("## The house"));
  const rows = section.split("\n").flatMap((line) => {
    const [, what = "", file = "", names = ""] = /^\| (.+?) +\| `(\S+)` +\| (.+?) +\|$/.exec(line) ?? [];
    return file === "" ? [] : [{ what, file, names: [...names.matchAll(/`([^`]+)`/g)].map(([, name = ""]) => name) }];
  });

  test.each(rows)("where to look for $what", ({ file, names }) => {
    const text = readFileSync(file, "utf8");

    expect(names).not.toEqual([]);
    expect(names.filter((name) => !declares(text, name))).toEqual([]);
  });

  test("where to look for what people look for most", () => {
    expect(rows.length).toBeGreaterThanOrEqual(14);
  });
});

/** Whether a file has a function, class or constant of this name, or a method. */
function declares(text: string, name: string): boolean {
  return new RegExp(`(?:function|class|const) ${name}\\b|^ +(?:static )?${name}[(<]`, "m").test(text);
}
