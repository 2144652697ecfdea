import { existsSync, readdirSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { expect, test } from "vitest";

const pages = readdirSync("docs").filter((name) => name.endsWith(".md") && name !== "findings-intro.md");
const all = ["README.md", "CONTRIBUTING.md", "CHANGELOG.md", ...pages.map((name) => `docs/${name}`)];

test("every link of a page leads to a file that is there, and to a heading of it", () => {
  const links = all.flatMap((page) => linksOf(page).map((link) => ({ page, link })));

  expect(links.length).toBeGreaterThan(80);
  expect(links.filter(({ page, link }) => !leads(page, link))).toEqual([]);
});

test("every page is linked to from another one", () => {
  const linked = new Set(
    all.flatMap((page) => linksOf(page).map((link) => join(dirname(page), link.split("#")[0] ?? ""))),
  );

  expect(pages.filter((name) => !linked.has(`docs/${name}`))).toEqual([]);
});

function linksOf(page: string): readonly string[] {
  const prose = readFileSync(page, "utf8").replaceAll(/^```[^]*?^```$|`[^`\n]*`/gm, "code");
  return [...prose.matchAll(/\]\((?!https?:|mailto:)([^)\s]+)\)/g)].map(([, link = ""]) => link);
}

function leads(page: string, link: string): boolean {
  const [path = "", anchor] = link.split("#");
  const file = path === "" ? page : join(dirname(page), path);
  if (!existsSync(file)) return false;
  return anchor === undefined || anchorsOf(file).has(anchor);
}

/** As GitHub makes them of headings. */
function anchorsOf(file: string): ReadonlySet<string> {
  const headings = [...readFileSync(file, "utf8").matchAll(/^#+ (.+)$/gm)].map(([, text = ""]) => text);
  return new Set(
    headings.map((text) => {
      const shown = text.replaceAll(/\]\([^)]*\)/g, "").toLowerCase();
      return shown
        .replaceAll(/[^\p{L}\p{N}\s_-]/gu, "")
        .trim()
        .replaceAll(/\s/g, "-");
    }),
  );
}
