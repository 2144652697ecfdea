import { mkdirSync, mkdtempSync, realpathSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it, onTestFinished } from "vitest";
import { Findings } from "../../generator/diagnostics.js";
import { Copies } from "../../generator/documents/copies.js";
import { locateSource, Locator } from "../../generator/documents/locate.js";
import { displayPath } from "../../generator/documents/read.js";
import { rootsFor } from "../../generator/documents/roots.js";
import { given } from "./given.js";

/*
 * base/secret.yml
 * base/to-base             -> base
 * base/project/            the working directory of some tests
 * base/project/top.yml
 * base/project/specs/arazzo/flow.yml      the document
 * base/project/specs/arazzo/near.yml
 * base/project/specs/openapi/api one.yml
 * base/project/specs/openapi/link.yml     -> base/secret.yml
 * base/project/specs/openapi/inner.yml    -> api one.yml
 */
let base = "";
const inBase = (...parts: string[]): string => join(base, ...parts);
beforeAll(() => {
  base = realpathSync(mkdtempSync(join(tmpdir(), "locate-")));
  mkdirSync(inBase("project/specs/arazzo"), { recursive: true });
  mkdirSync(inBase("project/specs/openapi"));
  for (const file of [
    "secret.yml",
    "project/top.yml",
    "project/specs/arazzo/near.yml",
    "project/specs/openapi/api one.yml",
  ]) {
    writeFileSync(inBase(file), "a: 1\n");
  }
  symlinkSync(inBase("secret.yml"), inBase("project/specs/openapi/link.yml"));
  symlinkSync(base, inBase("to-base"));
  symlinkSync(inBase("project/specs/openapi/api one.yml"), inBase("project/specs/openapi/inner.yml"));
});
afterAll(() => rmSync(base, { recursive: true }));

/** Nothing was fetched. */
function locatorOf(roots: readonly string[]): Locator {
  return new Locator(roots, new Copies([], new Findings()));
}

function locate(
  url: string,
  cwd: string,
  named?: string,
  assume = false,
): { file: string | undefined; findings: Findings } {
  const findings = new Findings({ assume });
  const document = given(`url: 1\n`, inBase("project/specs/arazzo/flow.yml"));
  const roots = rootsFor([document.file], { cwd, named: named === undefined ? [] : [inBase(named)] });
  return { file: locateSource(document, ["url"], { name: "messages", url }, locatorOf(roots), findings), findings };
}

/** The message, with one name for the folder wherever the tests run. */
function shown(findings: Findings): string | undefined {
  return findings.list()[0]?.message.replaceAll(base, "BASE").replaceAll(displayPath(base), "BASE");
}

describe("a source description", () => {
  const found: [url: string, cwd: string, want: string][] = [
    ["near.yml", "elsewhere", "project/specs/arazzo/near.yml"],
    ["./near.yml", "elsewhere", "project/specs/arazzo/near.yml"],
    ["../openapi/api%20one.yml", "elsewhere", "project/specs/openapi/api one.yml"],
    ["../openapi/../openapi/api one.yml", "elsewhere", "project/specs/openapi/api one.yml"],
    ["../openapi/inner.yml", "elsewhere", "project/specs/openapi/inner.yml"],
    ["../../top.yml", "project", "project/top.yml"],
  ];
  it.each(found)("finds %s from %s", (url, cwd, want) => {
    const { file, findings } = locate(url, inBase(cwd));
    expect(findings.list()).toEqual([]);
    expect(file).toBe(inBase(want));
  });

  const opened: [url: string, named: string, want: string][] = [
    ["../../top.yml", "project", "project/top.yml"],
    ["../../../secret.yml", ".", "secret.yml"],
    ["../openapi/link.yml", ".", "project/specs/openapi/link.yml"],
    ["BASE/secret.yml", ".", "secret.yml"],
    ["BASE/secret.yml", "to-base", "secret.yml"],
    ["/secret.yml", ".", "secret.yml"],
    ["/project/specs/arazzo/near.yml", ".", "project/specs/arazzo/near.yml"],
    ["/arazzo/near.yml", "elsewhere", "project/specs/arazzo/near.yml"],
    ["BASE/to-base/secret.yml", ".", "to-base/secret.yml"],
    ["BASE/project/specs/arazzo/near.yml", "project", "project/specs/arazzo/near.yml"],
  ];
  it.each(opened)("finds %s where %s was named as a root", (url, named, want) => {
    const { file, findings } = locate(url.replace("BASE", base), inBase("elsewhere"), named);
    expect(findings.list()).toEqual([]);
    expect(file).toBe(inBase(want));
  });

  const fromRoots: [url: string, cwd: string, named: string | undefined, want: string, meant: string][] = [
    [
      "specs/openapi/api%20one.yml",
      "project",
      undefined,
      "project/specs/openapi/api one.yml",
      "../openapi/api%20one.yml",
    ],
    ["./specs/arazzo/near.yml", "elsewhere", "project", "project/specs/arazzo/near.yml", "near.yml"],
    ["./arazzo/near.yml", "elsewhere", undefined, "project/specs/arazzo/near.yml", "near.yml"],
    ["secret.yml", "elsewhere", ".", "secret.yml", "../../../secret.yml"],
  ];
  it.each(fromRoots)("finds %s, which is written from a root, from %s", (url, cwd, named, want, meant) => {
    const strict = locate(url, inBase(cwd), named);
    expect(strict.file).toBeUndefined();
    expect(strict.findings.list()).toMatchObject([{ code: "file-unreadable", severity: "error" }]);
    const { file, findings } = locate(url, inBase(cwd), named, true);
    expect(file).toBe(inBase(want));
    expect(findings.list()).toMatchObject([
      {
        code: "file-unreadable",
        severity: "warning",
        hint: `Assumed: \`${meant}\` is meant, which is written from another folder.`,
        fix: { actions: [{ target: "$", update: { url: meant } }] },
      },
    ]);
  });

  const nowhere: [url: string, cwd: string][] = [
    ["specs/openapi/none.yml", "project"],
    ["../secret.yml", "project"],
    ["openapi/link.yml", "elsewhere"],
  ];
  it.each(nowhere)("finds nothing at %s from %s", (url, cwd) => {
    expect(locate(url, inBase(cwd), undefined, true).file).toBeUndefined();
  });

  it.each([".git", "package-lock.json", "pnpm-lock.yaml"])("finds what lies below the folder that holds %s", (mark) => {
    onTestFinished(() => rmSync(inBase("project", mark)));
    writeFileSync(inBase("project", mark), "");
    expect(locate("../../top.yml", inBase("elsewhere")).file).toBe(inBase("project/top.yml"));
    expect(locate("../../../secret.yml", inBase("elsewhere")).file).toBeUndefined();
  });

  const network = "is an address on the network, and not https";
  const scheme = "is neither a path nor a relative URL; only those are followed";
  const host = "names a host; nothing is fetched";
  const characters = "holds characters that no path of a document has";
  const outside = "leads out of the folders that may be read: `BASE/project/specs`, `BASE/elsewhere`";
  const refused: [url: string, want: string][] = [
    ["http://example.com/api.yml", `\`http://example.com/api.yml\` ${network}`],
    ["HTTP://169.254.169.254/", `\`http://169.254.169.254/\` ${network}`],
    ["file:///etc/passwd", `\`file:///etc/passwd\` ${scheme}`],
    ["file://host/share", `\`file://host/share\` ${scheme}`],
    ["javascript:alert(1)", `\`javascript:alert(1)\` ${scheme}`],
    ["C:\\api.yml", `\`C:\\api.yml\` ${scheme}`],
    ["/etc/passwd", `\`/etc/passwd\` ${outside}`],
    ["/../secret.yml", `\`/../secret.yml\` ${outside}`],
    ["/openapi/link.yml", `\`/openapi/link.yml\` ${outside} (it is a symbolic link)`],
    ["//host/api.yml", `\`//host/api.yml\` ${host}`],
    ["\\\\host\\api.yml", `\`\\\\host\\api.yml\` ${host}`],
    ["%2Fetc/passwd", `\`%2Fetc/passwd\` ${outside}`],
    ["%2F/host/api.yml", `\`%2F/host/api.yml\` ${host}`],
    ["near.yml\0", `\`near.yml␀\` ${characters}`],
    ["near.yml%00.txt", `\`near.yml%00.txt\` ${characters}`],
    ["..\\..\\secret.yml", `\`..\\..\\secret.yml\` ${characters}`],
    ["a%ZZ", `\`a%ZZ\` ${characters}`],
    ["near.yml#/paths", "`near.yml#/paths` has a query or a fragment; it has to name a whole file"],
    ["", "`` names no file"],
    ["../../../secret.yml", `\`../../../secret.yml\` ${outside}`],
    ["../../top.yml", `\`../../top.yml\` ${outside}`],
    ["%2e%2e/%2e%2e/top.yml", `\`%2e%2e/%2e%2e/top.yml\` ${outside}`],
    ["../openapi/%2e%2e/../top.yml", `\`../openapi/%2e%2e/../top.yml\` ${outside}`],
    ["../openapi/link.yml", `\`../openapi/link.yml\` ${outside} (it is a symbolic link)`],
  ];
  it.each(refused)("refuses %j", (url, want) => {
    const { file, findings } = locate(url, inBase("elsewhere"));
    expect(file).toBeUndefined();
    expect(findings.list()).toMatchObject([
      { code: "reference-refused", hint: "Name the file yourself: --source messages=FILE" },
    ]);
    expect(shown(findings)).toBe(want);
  });

  it.each(["https://example.com/api.yml", "http://localhost:4010/api.yml"])("says that %s was not fetched", (url) => {
    const { file, findings } = locate(url, inBase("elsewhere"));
    expect(file).toBeUndefined();
    expect(findings.list()).toMatchObject([
      {
        code: "not-fetched",
        message: `there is no copy of \`${url}\`, and nothing is fetched here`,
        hint: "Run `twilio-workflows fetch` on the Arazzo document, or name a file yourself: --source messages=FILE",
      },
    ]);
  });

  it("says which file is not there", () => {
    const { findings } = locate("../openapi/absent.yml", inBase("project"));
    expect(findings.list()).toMatchObject([{ code: "file-unreadable", place: { start: 5, end: 6 } }]);
    expect(shown(findings)).toBe("There is no file `BASE/project/specs/openapi/absent.yml`");
  });

  it("a home opens nothing, though it is under version control", () => {
    const { HOME } = process.env;
    onTestFinished(() => void (process.env["HOME"] = HOME));
    process.env["HOME"] = inBase("project");
    writeFileSync(inBase("project", ".git"), "");
    onTestFinished(() => rmSync(inBase("project", ".git")));
    expect(locate("../../top.yml", inBase("elsewhere")).file).toBeUndefined();
    expect(locate("../../top.yml", inBase("project")).file).toBeUndefined();
  });

  it("a folder that is the root of the disk opens nothing", () => {
    const findings = new Findings();
    const document = given("url: 1", "/flow/flow.yml");
    const roots = rootsFor([document.file], { cwd: "/" });
    expect(
      locateSource(document, ["url"], { name: "a", url: "../etc/passwd" }, locatorOf(roots), findings),
    ).toBeUndefined();
    expect(findings.list()[0]?.message).toBe("`../etc/passwd` leads out of the folders that may be read: `/flow`");
  });
});
