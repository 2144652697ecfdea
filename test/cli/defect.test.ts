import { readFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { generate, lint } from "../../generator/generate.js";
import type { Compiler } from "../../generator/commands/main.js";
import { contentOf, type Ended } from "../support/cli.js";
import { makeFolder, removeFolder } from "../support/folder.js";
import { doubtful, good, openapi } from "./documents.js";
import { runMain } from "./run-main.js";

/*
 * What a compiler with a defect leaves to its users. It does its work on real documents, and then throws what a pass or
 * the emitter would throw.
 */

const { version }: { version: string } = JSON.parse(readFileSync("package.json", "utf8"));
const folder = makeFolder({ "openapi.yaml": openapi, "good.yaml": good, "doubtful.yaml": doubtful });
const document = join(folder, "good.yaml");
const out = join(folder, "out");

afterAll(() => removeFolder(folder));

/** Throws an error when the work is done. */
function broken(error: unknown): Compiler {
  return {
    generate: async (options) => {
      await generate(options);
      throw error;
    },
    lint: (options) => {
      lint(options);
      throw error;
    },
  };
}

function run(args: readonly string[], compiler?: Compiler): Promise<Ended> {
  return runMain(folder, args, { ...(compiler !== undefined && { compiler }) });
}

const defect = new Error("no block ends before step 3", { cause: new RangeError("there is no read 7") });

const report = `error: this is a defect of twilio-workflows, not of your documents: no block ends before step 3
Nothing was written.

Please report it with
- the version: twilio-workflows ${version}, Node.js ${process.versions.node}, ${process.platform}
- the command: twilio-workflows COMMAND
- the documents and overlays. If they are large or not for others to see, take out what is not needed: workflows,
  steps, and fields, one after the other, as long as the command still ends here
`;

const command = (...args: readonly string[]): string => report.replace("COMMAND", args.join(" "));

describe("a defect of ours", () => {
  test.each([
    { args: ["generate", document, "--out", out], shown: "generate good.yaml --out out" },
    { args: ["generate", document, "--out", out, "--check"], shown: "generate good.yaml --out out --check" },
    { args: ["lint", document, "--format", "json"], shown: "lint good.yaml --format json" },
  ])("ends `$shown` with 70, and says what to report without a stack", async ({ args, shown }) => {
    expect(await run(args, broken(defect))).toEqual({
      code: 70,
      stdout: "",
      stderr: `${command(shown)}- the stack, which the same command shows with --debug\n`,
    });
  });

  test("is shown with its stack and its cause by --debug", async () => {
    const { code, stderr } = await run(["generate", document, "--out", out, "--debug"], broken(defect));
    const [, stack = ""] = stderr.split("- this stack:\n\n");

    expect(code).toBe(70);
    expect(stderr).toContain(`${command("generate good.yaml --out out --debug")}- this stack:\n`);
    expect(stack).toMatch(/^Error: no block ends before step 3\n +at .*defect\.test\.ts/);
    expect(stack).toMatch(/^ +\[cause\]: RangeError: there is no read 7\n +at /m);
  });

  test("leaves what was generated before as it is", async () => {
    const earlier = join(folder, "earlier");
    await run(["generate", document, "--out", earlier]);
    const before = contentOf(earlier);

    await run(["generate", join(folder, "doubtful.yaml"), "--out", earlier], broken(defect));

    expect(before).not.toEqual({});
    expect(contentOf(earlier)).toEqual(before);
  });

  test("that comes after overlays were written does not say that nothing was", async () => {
    let calls = 0;
    const second: Compiler = {
      generate,
      lint: (options) => {
        calls += 1;
        if (calls === 2) throw defect;
        return lint(options);
      },
    };
    const args = ["lint", join(folder, "doubtful.yaml"), "--fix", "--overlays", join(folder, "fixes")];
    const { code, stderr } = await run(args, second);

    expect(code).toBe(70);
    expect(stderr).toContain("1 overlay action in fixes/doubtful-fixes.yaml\n");
    expect(stderr).toContain("It happened while files were written: look at them before you use them.\n");
  });

  test("does nothing to the terminal, whatever of the documents is in its message", async () => {
    const { code, stderr } = await run(["lint", document], broken(new TypeError("\u001b[2Jx\nerror: y")));

    expect(code).toBe(70);
    expect(stderr).toMatch(/^error: this is a defect of twilio-workflows, not of your documents: ␛\[2Jx␊error: y\n/);
  });

  test.each([
    { name: "a text", thrown: "out of ideas", want: "out of ideas" },
    { name: "nothing", thrown: undefined, want: "undefined" },
  ])("that throws $name is told all the same", async ({ thrown, want }) => {
    const { code, stderr } = await run(["lint", document, "--debug"], broken(thrown));

    expect(code).toBe(70);
    expect(stderr).toContain(`not of your documents: ${want}\n`);
  });
});

describe("no defect of ours is", () => {
  let refused: NodeJS.ErrnoException;

  beforeAll(() => {
    try {
      readFileSync(join(folder, "missing", "file"));
    } catch (error) {
      if (error instanceof Error) refused = error;
    }
  });

  test("what the operating system refuses", async () => {
    const ended = await run(["generate", document, "--out", out], broken(refused));

    expect(ended).toMatchObject({ code: 1, stdout: "", stderr: expect.stringMatching(/^error: ENOENT: [^\n]+\n$/) });
  });

  test("an overlay that corrections cannot be added to", async () => {
    const overlays = makeFolder({ "doubtful-fixes.yaml": "- of another kind\n" });
    const ended = await run(["lint", join(folder, "doubtful.yaml"), "--fix", "--overlays", overlays]);
    removeFolder(overlays);

    expect(ended).toMatchObject({ code: 1, stdout: "" });
    expect(ended.stderr).not.toContain("defect");
  });

  test("a command line that cannot be understood", async () => {
    expect(await run(["generate", "--debugg"])).toMatchObject({ code: 2, stdout: "" });
  });
});
