import { execFileSync } from "node:child_process";
import { resolve } from "node:path";

const folder = resolve("test/built");

/** The command line as JavaScript, which starts in half of the time that its source takes. */
export const builtCli = resolve(folder, "generator/cli.js");

/** Builds it, before all tests. Its types are checked elsewhere. */
export function setup(): void {
  const args = ["--project", "tsconfig.build.json", "--noCheck", "--declaration", "false", "--outDir", folder];
  execFileSync(process.execPath, [resolve("node_modules/typescript7/bin/tsc"), ...args], { stdio: "inherit" });
}
