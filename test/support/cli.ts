import { execFile } from "node:child_process";
import { readdirSync, readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import { builtCli } from "./build-cli.js";

/** How a process of the command line ended, and what it said. */
export interface Ended {
  readonly code: number;
  readonly stdout: string;
  readonly stderr: string;
}

/** Runs the command line, built as it is for the package, in a folder. Its output goes into pipes. */
export function runCli(cwd: string, ...args: readonly string[]): Promise<Ended> {
  return new Promise((ended) => {
    const env = { ...process.env, NO_COLOR: undefined, FORCE_COLOR: undefined };
    execFile(process.execPath, [builtCli, ...args], { cwd, env }, (error, stdout, stderr) => {
      ended({ code: error === null ? 0 : Number(error.code), stdout, stderr });
    });
  });
}

/** Every file below a folder with its text, and when it was last written, by path. */
export function contentOf(
  folder: string,
): Readonly<Record<string, { readonly text: string; readonly written: number }>> {
  const names = readdirSync(folder, { recursive: true, encoding: "utf8" }).filter((name) => {
    return statSync(join(folder, name)).isFile();
  });
  return Object.fromEntries(
    names.sort().map((name) => {
      const path = join(folder, name);
      return [name, { text: readFileSync(path, "utf8"), written: statSync(path).mtimeMs }];
    }),
  );
}
