import { join } from "node:path";
import { afterAll, describe, expect, test } from "vitest";
import { generate, lint } from "../../generator/generate.js";
import { entriesBelow } from "../support/output.js";
import { makeFolder, removeFolder } from "../support/folder.js";
import { dedent } from "../support/yaml.js";
import { doubtful, good, openapi, other } from "./documents.js";
import { runMain } from "./run-main.js";

const folder = makeFolder({
  "openapi.yaml": openapi,
  "good.yaml": good,
  "other.yaml": other,
  "doubtful.yaml": doubtful,
});
const documents = [join(folder, "good.yaml"), join(folder, "other.yaml")];

afterAll(() => removeFolder(folder));

/** The table of stages but the passes, without what differs each time, or with the size of the runtime. */
function stagesIn(stderr: string): string {
  const [table = ""] = stderr.slice(stderr.indexOf("stage ")).split("\n\n");
  return table
    .replaceAll(/^.+ lines?\n/gm, "")
    .replaceAll(/ +(time|\d+\.\d ms) +/g, " TIME ")
    .replaceAll(/ +/g, " ")
    .replace(/^(write .+) \d+ files$/m, "$1 ALL files")
    .replace(/^\(after that\) .*/m, "(after that) TIME");
}

describe("--debug", { timeout: 60_000 }, () => {
  test("shows how long each stage took, and on how many things", async () => {
    const { code, stderr } = await runMain(folder, ["generate", ...documents, "--out", join(folder, "out"), "--debug"]);

    expect(code).toBe(0);
    expect(stagesIn(stderr)).toBe(
      dedent(`
        stage TIME runs on
        read TIME 1 3 documents
        order TIME 1 2 workflows
        link TIME 2 2 steps
        lint TIME 6 6 steps
        sends TIME 2 2 steps
        solve TIME 2 2 steps
        check TIME 2 2 steps
        lower TIME 2 2 steps
        types TIME 2 2 steps
        prune TIME 1 1 operation
        load TIME 1 1 compiler
        emit TIME 1 2 workflows
        api-types TIME 1 1 operation
        format TIME 1 5 files
        write TIME 1 ALL files
        (after that) TIME
      `),
    );
  });

  test("shows each workflow before the first pass and after each", async () => {
    const { stderr } = await runMain(folder, ["lint", ...documents, "--debug"]);
    const passes = [...stderr.matchAll(/^(\S+) .+ lines?$/gm)].map(([, name]) => name);
    const titles = [...stderr.matchAll(/^== ([^,\n]+)/gm)].map(([, title]) => title);

    expect(passes).toContain("hoist-variables");
    expect(titles).toEqual(
      ["make-thing", "make-other"].flatMap((workflow) => [
        `${workflow} before ${passes[0]}`,
        ...passes.map((name) => `${workflow} after ${name}`),
      ]),
    );
    expect(stderr).toMatch(/^== make-thing before .+\nrequest one = /);
  });

  test("changes neither what is written nor the standard output", async () => {
    const args = ["generate", ...documents, "--format", "json", "--out"];
    const plain = await runMain(folder, [...args, join(folder, "plain")]);
    const shown = await runMain(folder, [...args, join(folder, "shown"), "--debug"]);

    expect(plain).toMatchObject({ code: 0, stderr: "" });
    expect(shown).toMatchObject({ code: 0, stdout: plain.stdout });
    expect(entriesBelow(join(folder, "shown"))).toEqual(entriesBelow(join(folder, "plain")));
  });

  test("shows both runs of `lint --fix`, and what it wrote", async () => {
    const args = ["lint", join(folder, "doubtful.yaml"), "--fix", "--overlays", join(folder, "fixes"), "--debug"];
    const { code, stderr } = await runMain(folder, args);

    expect(code).toBe(0);
    expect(stagesIn(stderr)).toBe(
      dedent(`
        stage TIME runs on
        read TIME 2 5 documents
        order TIME 2 2 workflows
        link TIME 2 2 steps
        lint TIME 6 6 steps
        sends TIME 2 2 steps
        solve TIME 2 2 steps
        check TIME 2 2 steps
        lower TIME 2 2 steps
        types TIME 2 2 steps
        prune TIME 2 2 operations
        write TIME 1 1 overlay
        (after that) TIME
      `),
    );
  });

  test("shows the stages up to a defect", async () => {
    const { code, stderr } = await runMain(folder, ["lint", ...documents, "--debug"], {
      compiler: {
        generate,
        lint: (options) => {
          lint({ ...options, documents: documents.slice(0, 1) });
          throw new Error("no block ends before step 3");
        },
      },
    });

    expect(code).toBe(70);
    expect(stagesIn(stderr)).toBe(
      dedent(`
        stage TIME runs on
        read TIME 1 2 documents
        order TIME 1 1 workflow
        link TIME 1 1 step
        lint TIME 3 3 steps
        sends TIME 1 1 step
        solve TIME 1 1 step
        check TIME 1 1 step
        lower TIME 1 1 step
        types TIME 1 1 step
        prune TIME 1 1 operation
        (after that) TIME
      `),
    );
  });
});
