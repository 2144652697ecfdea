import { rmSync } from "node:fs";
import { resolve } from "node:path";
import { buildGenerator } from "../../build.js";

const folder = resolve("test/built");

/** The command line as it is published, which starts in a third of the time that its source takes. */
export const builtCli = resolve(folder, "cli.cjs");

/** Builds it, before all tests. */
export async function setup(): Promise<void> {
  rmSync(folder, { recursive: true, force: true });
  await buildGenerator(folder);
}
