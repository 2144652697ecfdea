import { execFile } from "node:child_process";
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { stripVTControlCharacters } from "node:util";
import { afterAll, describe, expect, inject, test } from "vitest";
import { makeFolder, removeFolder } from "../support/folder.js";
import { environment } from "./output.js";

const page = readFileSync("docs/tutorial.md", "utf8");
const { devDependencies }: Manifest = JSON.parse(readFileSync("package.json", "utf8"));

interface Manifest {
  readonly devDependencies: Readonly<Record<"typescript" | "vitest", string>>;
}

/** What people would get of the registry, in the versions that are tested with. */
const registry: Readonly<Record<string, string>> = {
  "twilio-workflows": inject("tarball"),
  typescript: `typescript@${devDependencies.typescript}`,
  vitest: `vitest@${devDependencies.vitest}`,
};

/** A block of code on the page, and what the comment above it says of it; or such a comment alone. */
interface Part {
  readonly said: string;
  readonly language: string;
  readonly text: string;
}

const parts = [...page.matchAll(/(?:<!-- ((?:file|part of) .+) -->\n\n)?```(\w+)\n([^]*?)```|<!-- (edit .+) -->/g)].map(
  ([, said = "", language = "", text = "", edit]): Part => ({ said: edit ?? said, language, text }),
);

/** Where the one who reads is, and what was printed last. */
let folder = makeFolder();
const start = folder;
let printed = "";

afterAll(() => removeFolder(start));

describe("the tutorial, to the letter", () => {
  test.each(parts.map((part) => ({ part, title: part.said || part.text.split("\n", 1)[0] })))(
    "$title",
    { timeout: 300_000 },
    async ({ part }) => {
      const { said, language, text } = part;
      const [, verb, file = "", edit = ""] = /^(file|part of|edit) ([^\s:]+)(?:: (.*))?$/.exec(said) ?? [];
      if (verb === "file") return write(file, text);
      if (verb === "part of") return expect(inOneLine(read(file))).toContain(inOneLine(text));
      if (verb === "edit") {
        const [before = "", after = ""] = edit.split(" → ");
        expect(read(file).split(before)).toHaveLength(2);
        return write(
          file,
          read(file).replace(before, () => after),
        );
      }
      if (language === "text") return expect(linesOf(printed)).toEqual(expect.arrayContaining([...linesOf(text)]));
      expect(language).toBe("sh");
      printed = "";
      for (const command of text.trim().split("\n")) {
        const { code, said: all } = await type(command);
        printed += all;
        // A finding is what the page shows then.
        const mayFail = parts[parts.indexOf(part) + 1]?.text.includes(": error ") === true;
        expect(code === 0 || mayFail, `${command}\n${all}`).toBe(true);
      }
    },
  );

  test("prints nothing where it says so", () => {
    expect(page).toMatch(/this prints nothing:\n\n```sh\nnpx tsc [^`]*```\n\n## Where to go/);
    expect(printed).toBe("");
  });
});

function read(file: string): string {
  return readFileSync(join(folder, file), "utf8");
}

function write(file: string, text: string): void {
  mkdirSync(dirname(join(folder, file)), { recursive: true });
  writeFileSync(join(folder, file), text);
}

/** Pages are laid out by a formatter of their own. */
function inOneLine(text: string): string {
  return text.replace(/\s+/g, " ").trim();
}

/** Without colours, empty lines, and how long it took. */
function linesOf(text: string): readonly string[] {
  const lines = stripVTControlCharacters(text).split("\n");
  return lines.map((line) => line.replace(/ +[\d.]+m?s$/, "").trimEnd()).filter((line) => line !== "");
}

/** Runs a command where the one who reads is. */
async function type(command: string): Promise<{ readonly code: number; readonly said: string }> {
  const [, below] = /^cd ([\w-]+)$/.exec(command) ?? [];
  if (below !== undefined) {
    folder = join(folder, below);
    return { code: 0, said: "" };
  }
  const known = (name: string): string => registry[name] ?? name;
  const typed = command.startsWith("npm install") ? command.split(" ").map(known).join(" ") : command;
  const env = { ...environment(), npm_config_prefer_offline: "true", npm_config_audit: "false" };
  return new Promise((ended) => {
    execFile("bash", ["-c", typed], { cwd: folder, env }, (error, stdout, stderr) => {
      ended({ code: error === null ? 0 : Number(error.code), said: stdout + stderr });
    });
  });
}
