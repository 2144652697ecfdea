import { execFileSync, spawnSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, describe, expect, test } from "vitest";
import { commandNames, commands, optionsOf } from "../../generator/commands/catalogue.js";
import { parseCommand } from "../../generator/commands/command.js";
import { completionScript } from "../../generator/commands/completion.js";
import { optionNames } from "../../generator/commands/options.js";
import { builtCli } from "../support/build-cli.js";
import { contentOf, type Ended } from "../support/cli.js";
import { makeFolder, removeFolder } from "../support/folder.js";
import { completedArazzo } from "../support/documents.js";
import { bad, doubtful, good, openapi } from "./documents.js";
import { runMain, type TerminalLike } from "./run-main.js";

const { version }: { version: string } = JSON.parse(readFileSync("package.json", "utf8"));

/** Three steps with the same mistake. */
const thrice = completedArazzo(
  `workflows:\n- workflowId: make-things\n  steps:\n${["one", "two", "three"].map((id) => `  - { stepId: ${id}, operationId: make, successCriteria: [{ condition: $statusCode == 200 }] }\n`).join("")}`,
);

/** A step that is polled, of which there is a note. */
const polled = completedArazzo(`
workflows:
- workflowId: wait
  steps:
  - stepId: look
    operationId: look
    onSuccess: [{ name: done, type: end, criteria: [{ condition: $response.body#/state == 'done' }] }]
`);

const pollable = openapi.replace(
  "paths:\n",
  `paths:
  /state:
    get:
      operationId: look
      responses: { "200": { description: It., content: { application/json: { schema: { type: object, required: [state], properties: { state: { type: string } } } } } } }
`,
);

const folder = makeFolder({
  "openapi.yaml": pollable,
  "good.yaml": good,
  "bad.yaml": bad.replace("make-thing", "make-wrong"),
  "doubtful.yaml": doubtful,
  "thrice.yaml": thrice,
  "polled.yaml": polled,
});

afterAll(() => removeFolder(folder));

function run(args: readonly string[], terminal?: TerminalLike): Promise<Ended> {
  return runMain(
    folder,
    args.map((arg) => (arg.endsWith(".yaml") ? join(folder, arg) : arg)),
    terminal,
  );
}

test("--version is that of the package", async () => {
  expect(await run(["--version"])).toEqual({ code: 0, stdout: `${version}\n`, stderr: "" });
});

describe("help", () => {
  test("lists all commands", async () => {
    const { stdout } = await run(["--help"]);
    for (const name of commandNames) expect(stdout).toContain(`\n  ${name} `);
  });

  test.each(commandNames)("of %s shows its options and examples, on lines for any terminal", async (name) => {
    const { code, stdout } = await run([name, "--help"]);
    expect(code).toBe(0);
    expect(stdout).toMatch(new RegExp(`^Usage: twilio-workflows ${name}`));
    for (const option of optionsOf(name)) expect(stdout).toContain(`--${option}`);
    for (const [line] of commands[name].examples) expect(stdout).toContain(`  twilio-workflows ${line}\n`);
    expect(Math.max(...stdout.split("\n").map((line) => line.length))).toBeLessThanOrEqual(100);
  });

  const lines = commandNames.flatMap((name) => commands[name].examples.map(([line]) => line));

  test.each(lines.filter((line) => !/my-workflows|orders\.yml|messaging\.yml/.test(line)))(
    "has the example `%s`, which is understood",
    (line) => {
      const words = line.replace(/ >>? .*$/, "").split(" ");
      expect(() => parseCommand(words)).not.toThrow();
    },
  );

  test("has no option that no command takes", () => {
    const taken = new Set<string>(commandNames.flatMap(optionsOf));
    expect(optionNames.filter((name) => !taken.has(name))).toEqual([]);
  });
});

describe("findings of the same kind and cause", () => {
  test("are shown as one, with the places of the others", async () => {
    const { stderr } = await run(["lint", "thrice.yaml"]);
    expect(stderr)
      .toBe(`thrice.yaml:4:70: warning success-status-mismatch: \`make\` answers 201 when it succeeds, never what \`$statusCode == 200\` asks for; 201 is accepted as well
  2 | - workflowId: make-things
  3 |   steps:
> 4 |   - { stepId: one, operationId: make, successCriteria: [{ condition: $statusCode == 200 }] }
    |                                                                      ^^^^^^^^^^^^^^^^^^
  5 |   - { stepId: two, operationId: make, successCriteria: [{ condition: $statusCode == 200 }] }
  6 |   - { stepId: three, operationId: make, successCriteria: [{ condition: $statusCode == 200 }] }
  hint: Write \`condition: $statusCode == 201\`.
  overlay action: \`lint --fix\` writes it into an overlay
    - target: $.workflows[?@.workflowId == 'make-things'].steps[?@.stepId == 'one'].successCriteria[0]
      description: make answers 201 when it has succeeded; any other criterion fails the step though it took effect.
      update:
        condition: $statusCode == 201
  also:
    thrice.yaml:5:70: \`make\` answers 201 when it succeeds, never what \`$statusCode == 200\` asks for; 201 is accepted as well
    thrice.yaml:6:72: \`make\` answers 201 when it succeeds, never what \`$statusCode == 200\` asks for; 201 is accepted as well

3 warnings

`);
  });

  test("are shown one by one by --verbose", async () => {
    const { stderr } = await run(["lint", "thrice.yaml", "--verbose"]);
    expect(stderr.match(/overlay action:/g)).toHaveLength(3);
    expect(stderr).not.toContain("also:");
  });
});

test("a note is two lines, and all of it by --verbose", async () => {
  const { stderr } = await run(["lint", "polled.yaml"]);
  expect(stderr).toBe(`polled.yaml:7:5: note poll-inferred: the step \`look\` is polled until one of its criteria holds
  hint: Say so with \`x-poll: { interval: 1000 }\` on the step, or forbid it with \`x-poll: false\`.

1 note

`);
  const verbose = await run(["lint", "polled.yaml", "--verbose"]);
  expect(verbose.stderr).toContain("overlay action:");
});

describe("--quiet", () => {
  test.each(["pretty", "json", "github", "sarif"])("leaves errors only, as %s", async (format) => {
    const given = ["lint", "doubtful.yaml", "bad.yaml", "--quiet", "--format", format];
    const { code, stdout, stderr } = await run(given);
    expect(code).toBe(1);
    expect(stdout + stderr).toContain("unknown-field");
    expect(stdout + stderr).not.toContain("success-status-mismatch");
  });

  test("says nothing where nothing is wrong", async () => {
    const out = join(folder, "quiet-out");
    expect(await run(["generate", "good.yaml", "-q", "--out", out])).toEqual({ code: 0, stdout: "", stderr: "" });
    expect(await run(["lint", "polled.yaml", "-q"])).toEqual({ code: 0, stdout: "", stderr: "" });
  });
});

describe("colours", () => {
  const colour = /\u001b\[1;33m/;

  test.each([
    { name: "in a pipe", isTTY: false, env: {}, want: false },
    { name: "on a terminal", isTTY: true, env: { TERM: "xterm" }, want: true },
    { name: "on a terminal with NO_COLOR", isTTY: true, env: { NO_COLOR: "1" }, want: false },
    { name: "on a terminal with an empty NO_COLOR", isTTY: true, env: { NO_COLOR: "" }, want: true },
    { name: "on a dumb terminal", isTTY: true, env: { TERM: "dumb" }, want: false },
    { name: "in a pipe with FORCE_COLOR", isTTY: false, env: { FORCE_COLOR: "1" }, want: true },
    {
      name: "in a pipe with FORCE_COLOR and NO_COLOR",
      isTTY: false,
      env: { FORCE_COLOR: "", NO_COLOR: "1" },
      want: true,
    },
    { name: "on a terminal with FORCE_COLOR=0", isTTY: true, env: { FORCE_COLOR: "0" }, want: false },
  ])("$name: $want", async ({ isTTY, env, want }) => {
    const { stderr } = await run(["lint", "doubtful.yaml"], { isTTY, env });
    expect(colour.test(stderr)).toBe(want);
  });

  test("are those of the environment in the published command line, too", () => {
    const env = { ...process.env, NO_COLOR: undefined, FORCE_COLOR: "1" };
    const { stderr } = spawnSync(process.execPath, [builtCli, "lint", "doubtful.yaml"], { cwd: folder, env });
    expect(colour.test(stderr.toString())).toBe(true);
  });

  test("a dumb terminal is asked to draw nothing anew", async () => {
    const { stderr } = await run(["lint", "good.yaml"], { isTTY: true, env: { TERM: "dumb" } });
    expect(stderr).toBe("");
    expect((await run(["lint", "good.yaml"], { isTTY: true, env: {} })).stderr).toContain("\r\u001b[K");
  });
});

describe("lint --fix", () => {
  test("of a file writes overlays beside it, which later runs apply", async () => {
    const own = makeFolder({
      "openapi.yaml": openapi,
      "doubtful.yaml": doubtful,
      "other.yaml": doubtful.replace("make-thing", "make-more"),
    });
    const at = (name: string): string => join(own, name);
    const first = await runMain(own, ["lint", at("doubtful.yaml"), "--fix"]);
    expect(first).toMatchObject({ code: 0, stderr: "1 overlay action in overlays/doubtful-fixes.yaml\n\n" });
    const later = await runMain(own, ["generate", at("doubtful.yaml"), "--out", at("out"), "--strict"]);
    expect(later).toMatchObject({ code: 0, stderr: "" });
    expect(contentOf(own)["doubtful.yaml"]?.text).toBe(doubtful);
    // The overlay is about another document, of which nothing need be said.
    const { stderr } = await runMain(own, ["lint", at("other.yaml")]);
    expect(stderr).not.toContain("overlay-unused");
    removeFolder(own);
  });
});

describe("completion for bash", () => {
  test.each([
    { typed: ["gen"], want: ["generate"] },
    { typed: ["lint", "--fo"], want: ["--format"] },
    { typed: ["lint", "--format", "s"], want: ["sarif"] },
    { typed: ["generate", "--allow", "poll-i"], want: ["poll-inferred"] },
    { typed: ["explain", "unused-in"], want: ["unused-input"] },
    { typed: ["completion", ""], want: ["--help", "--version", "bash", "zsh", "fish"] },
    { typed: ["generate", "specs/ara"], want: ["specs/arazzo"] },
    { typed: ["generate", "--out", "spec"], want: ["specs"] },
    { typed: ["generate", "--server", "x"], want: [] },
  ])("offers $want behind $typed", ({ typed, want }) => {
    const words = ["twilio-workflows", ...typed].map((word) => `'${word}'`).join(" ");
    const script = `${completionScript("bash")}
COMP_WORDS=(${words}); COMP_CWORD=${typed.length}; _twilio_workflows; printf '%s\\n' "\${COMPREPLY[@]}"`;
    const offered = execFileSync("bash", ["-c", script], { encoding: "utf8" }).trim();
    expect(offered === "" ? [] : offered.split("\n")).toEqual(want);
  });
});

test.each(["zsh", "fish"] as const)("the completion for %s knows every command and option", (shell) => {
  const script = completionScript(shell);
  for (const name of commandNames) expect(script).toContain(name);
  for (const name of optionNames) expect(script).toContain(shell === "zsh" ? `--${name}[` : `-l ${name} `);
});
