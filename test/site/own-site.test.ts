import { existsSync, readdirSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { writeSite } from "../../docs/site.js";
import { makeFolder, removeFolder } from "../support/folder.js";

const folder = join(makeFolder(), "site");

beforeAll(() => writeSite(folder), 240_000);

afterAll(() => removeFolder(dirname(folder)));

function pages(): readonly string[] {
  return readdirSync(folder, { recursive: true, encoding: "utf8" }).filter((name) => name.endsWith(".html"));
}

test("the site has the guides, and a page for each function of the library", () => {
  expect(pages()).toEqual(
    expect.arrayContaining([
      "index.html",
      "docs/tutorial.html",
      "docs/comparison.html",
      "api/index.html",
      "api/twilio-workflows-testing.html",
      "library/index.html",
      "library/workflows/end-room.html",
    ]),
  );
  const functions = readdirSync("generated/workflows").map(
    (name) => `library/workflows/${name.replace(".ts", ".html")}`,
  );
  expect(
    pages()
      .filter((name) => name.startsWith("library/workflows/"))
      .toSorted(),
  ).toEqual(functions.toSorted());
});

test("every link leads to a page that is there, and to a part of it that is there", () => {
  const dead = pages().flatMap((name) => {
    const text = readFileSync(join(folder, name), "utf8");
    const links = [...text.matchAll(/ (?:href|src)="([^"]*)"/g)].map(([, link = ""]) => link);
    return links
      .filter((link) => !/^(?:https?:|mailto:)/.test(link) && !leads(name, link))
      .map((link) => `${name}: ${link}`);
  });

  expect(dead).toEqual([]);
});

function leads(name: string, link: string): boolean {
  const [path = "", anchor] = link.split("#");
  const file = join(folder, path === "" ? name : join(dirname(name), path));
  if (!existsSync(file)) return false;
  return anchor === undefined || readFileSync(file, "utf8").includes(` id="${decodeURIComponent(anchor)}"`);
}
