import {
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  symlinkSync,
  utimesSync,
  writeFileSync,
} from "node:fs";
import { join } from "node:path";
import { describe, expect, onTestFinished, test } from "vitest";
import {
  existsSync,
  noteLooks,
  readdirSync as list,
  readFileSync as read,
  realpathSync,
} from "../../generator/disk.js";
import { Replay, type Streams } from "../../generator/commands/replay.js";
import { runCli } from "../support/cli.js";
import { makeFolder, removeFolder } from "../support/folder.js";

/** A project with what a run looks at in it. */
function project(files: Readonly<Record<string, string>> = {}): string {
  const folder = makeFolder({
    "node_modules/some/package.json": "{}",
    "specs/a.yml": "a",
    "generated/a.ts": "a",
    ...files,
  });
  onTestFinished(() => removeFolder(folder));
  return folder;
}

interface Asked {
  readonly args?: readonly string[];
  readonly build?: string;
  readonly isTTY?: boolean;
  readonly code?: number;
  readonly writes?: string | undefined;
}

/**
 * Runs something that looks at the disk as the generator does, unless the earlier run is shown.
 * @returns all that was printed, and whether it was run
 */
function run(folder: string, { args = ["generate"], build = "1", isTTY = false, code = 0, writes }: Asked = {}) {
  let printed = "";
  const write = (text: string): void => void (printed += text);
  const streams: Streams = { stdout: { write, isTTY }, stderr: { write, isTTY } };
  const replay = new Replay(args, streams, build, folder);
  if (replay.show()) return { printed, ran: false };
  const { stdout, stderr } = replay.begin(noteLooks);
  for (const { name } of list(join(folder, "specs"))) stdout.write(read(join(folder, "specs", name), "utf8"));
  if (existsSync(join(folder, "overlay.yml"))) stdout.write("overlaid");
  realpathSync(join(folder, "specs"));
  stderr.write(read(join(folder, "generated/a.ts"), "utf8"));
  if (writes !== undefined) writeFileSync(join(folder, "generated/a.ts"), writes);
  replay.end(code);
  return { printed, ran: true };
}

describe("a run is shown again", () => {
  test("with all that it printed, in its order", () => {
    const folder = project();

    expect(run(folder)).toEqual({ printed: "aa", ran: true });
    expect(run(folder)).toEqual({ printed: "aa", ran: false });
  });

  test("where files were touched, and came to be what they were", () => {
    const folder = project();
    run(folder);
    utimesSync(join(folder, "specs/a.yml"), 1, 1);
    writeFileSync(join(folder, "generated/a.ts"), "a");

    expect(run(folder).ran).toBe(false);
  });

  test("where another run was kept meanwhile", () => {
    const folder = project();
    run(folder);

    expect(run(folder, { args: ["lint"] }).ran).toBe(true);
    expect(run(folder).ran).toBe(false);
    expect(run(folder, { args: ["lint"] }).ran).toBe(false);
  });

  test("in a folder of the project", () => {
    const folder = project({ "packages/app/specs/a.yml": "a", "packages/app/generated/a.ts": "a" });
    const inside = join(folder, "packages/app");

    expect([run(inside).ran, run(inside).ran]).toEqual([true, false]);
    expect(readdirSync(join(folder, "node_modules/.cache/twilio-workflows/runs"))).toHaveLength(1);
  });
});

describe("a run is not shown again", () => {
  const changes: Readonly<Record<string, (folder: string) => void>> = {
    "a document was changed": (folder) => writeFileSync(join(folder, "specs/a.yml"), "b"),
    "a document was changed, and is as long as before": (folder) => writeFileSync(join(folder, "specs/a.yml"), "A"),
    "a document was added": (folder) => writeFileSync(join(folder, "specs/b.yml"), ""),
    "a document has another name": (folder) => renameSync(join(folder, "specs/a.yml"), join(folder, "specs/b.yml")),
    "what was not there is": (folder) => writeFileSync(join(folder, "overlay.yml"), ""),
    "an output was changed": (folder) => writeFileSync(join(folder, "generated/a.ts"), "b"),
    "a folder is a link": (folder) => {
      renameSync(join(folder, "specs"), join(folder, "others"));
      symlinkSync("others", join(folder, "specs"));
    },
    "what is kept was cut off": (folder) => overwriteKept(folder, (text) => text.slice(0, -20)),
    "what is kept is something else": (folder) => overwriteKept(folder, () => "null"),
    "what is kept has looked at nothing": (folder) => {
      overwriteKept(folder, () => JSON.stringify({ looks: [], prints: [["stdout", "never"]] }));
    },
    "what is kept was removed": (folder) => rmSync(join(folder, "node_modules/.cache"), { recursive: true }),
  };

  test.each(Object.entries(changes))("where %s", (_, change) => {
    const folder = project();
    run(folder);
    expect(run(folder).ran).toBe(false);
    change(folder);

    expect(run(folder)).toMatchObject({ ran: true, printed: expect.not.stringContaining("never") });
  });

  test.each<{ name: string; asked: Asked }>([
    { name: "asked for in other words", asked: { args: ["generate", "--strict"] } },
    { name: "of another generator", asked: { build: "2" } },
    { name: "on a terminal", asked: { isTTY: true } },
  ])("$name", ({ asked }) => {
    const folder = project();
    run(folder);

    expect(run(folder, asked).ran).toBe(true);
  });

  test.each<{ name: string; asked: Asked }>([
    { name: "that ended otherwise", asked: { code: 1 } },
    { name: "that wrote something", asked: { writes: "b" } },
    { name: "that shows times", asked: { args: ["generate", "--debug"] } },
    { name: "that goes on", asked: { args: ["generate", "--watch"] } },
    { name: "that opens connections", asked: { args: ["fetch"] } },
  ])("$name", ({ asked }) => {
    const folder = project();
    run(folder, asked);

    expect(run(folder, { ...asked, writes: undefined }).ran).toBe(true);
  });

  test("where there is no `node_modules` to keep it in", () => {
    const folder = makeFolder({ "specs/a.yml": "a", "generated/a.ts": "a" });
    onTestFinished(() => removeFolder(folder));
    run(folder);

    expect(run(folder).ran).toBe(true);
    expect(readdirSync(folder).sort()).toEqual(["generated", "specs"]);
  });

  test("where it cannot be kept, which is not told", () => {
    const folder = project({ "node_modules/.cache": "a file" });

    expect(run(folder)).toEqual({ printed: "aa", ran: true });
    expect(run(folder)).toEqual({ printed: "aa", ran: true });
  });
});

test("fifty runs are kept, the newest", () => {
  const folder = project();
  const home = join(folder, "node_modules/.cache/twilio-workflows/runs");
  mkdirSync(home, { recursive: true });
  for (const number of Array(60).keys()) {
    writeFileSync(join(home, `${number}.json`), "");
    utimesSync(join(home, `${number}.json`), number, number);
  }
  run(folder);

  expect(readdirSync(home)).toHaveLength(50);
  expect(readdirSync(home)).toContain("59.json");
  expect(readdirSync(home)).not.toContain("10.json");
  expect(run(folder).ran).toBe(false);
});

test("the published command line shows what it printed, and runs where something changed", async () => {
  const folder = project();
  rmSync(join(folder, "generated"), { recursive: true });
  const name = "twilio-provision-messaging-service-add-number-workflow.yml";
  const source = "messagingApi=messaging.yml";
  writeFileSync(join(folder, "specs/a.yml"), readFileSync(join("specs/arazzo", name)));
  writeFileSync(join(folder, "messaging.yml"), readFileSync("specs/openapi/twilio-messaging-openapi.yml"));
  const generate = () => runCli(folder, "generate", "specs", "--source", source);
  const first = await generate();
  const second = await generate();
  overwriteKept(folder, (text) => text.replace("nothing changed", "nothing was run"));
  const third = await generate();
  rmSync(join(folder, "generated/index.ts"));
  const fourth = await generate();

  expect(first.stdout).toContain("new in generated");
  expect(second.stdout).toContain("nothing changed in generated");
  expect(third).toEqual({ ...second, stdout: second.stdout.replace("nothing changed", "nothing was run") });
  expect(fourth.stdout).toContain("1 new in generated");
});

/** Changes the one run that is kept. */
function overwriteKept(folder: string, change: (text: string) => string): void {
  const home = join(folder, "node_modules/.cache/twilio-workflows/runs");
  for (const name of readdirSync(home)) {
    writeFileSync(join(home, name), change(readFileSync(join(home, name), "utf8")));
  }
}
