import { readFileSync } from "node:fs";
import { expect, test } from "vitest";

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
