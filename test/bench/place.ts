import { spawnSync } from "node:child_process";
import { mkdirSync, rmSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { build } from "esbuild";

export const here: string = dirname(fileURLToPath(import.meta.url));
export const root: string = join(here, "../..");
/** Below the packages of the others, so that what is there finds them. */
export const work: string = join(here, "node_modules/.work");
/** The command line and the entry of the package, as they are published. */
export const cli: string = join(root, "dist/generator/cli.cjs");
export const entry: string = join(root, "dist/generated/index.js");

/** How much is measured. */
export interface Extent {
  readonly rounds: number;
  /** Node.js by its first number. */
  readonly nodes: ReadonlyMap<string, string>;
  readonly isQuick: boolean;
}

/** Where a version of Node.js is, from the package `node` of the registry. */
export function nodeOf(version: string): string {
  const args = ["exec", "--yes", `--package=node@${version}`, "--", "node", "-p", "process.execPath"];
  const { status, stdout, stderr } = spawnSync("npm", args, { encoding: "utf8" });
  if (status !== 0) throw new Error(stderr);
  return stdout.trim();
}

/** An empty folder. */
export function emptied(name: string): string {
  const folder = join(work, name);
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  return folder;
}

/** Compiles a program that is measured. */
export async function compiled(name: string): Promise<string> {
  const outfile = join(work, `${name}.mjs`);
  await build({
    entryPoints: [join(here, `programs/${name}.ts`)],
    outfile,
    bundle: true,
    packages: "external",
    platform: "node",
    format: "esm",
    target: "node20",
  });
  return outfile;
}
