import { rmSync } from "node:fs";
import { resolve } from "node:path";
import { build } from "esbuild";
import { buildGenerator, buildLocalTwilio } from "../../build.js";

const folder = resolve("test/built");

/** The command line as it is published, which starts in a third of the time that its source takes. */
export const builtCli = resolve(folder, "generator/cli.cjs");

/** Builds it, with what it finds beside it in the package, before all tests. */
export async function setup(): Promise<void> {
  rmSync(folder, { recursive: true, force: true });
  await Promise.all([buildGenerator(resolve(folder, "generator")), buildLocalTwilio(folder), buildRuntime()]);
}

/** What functions run on that the command line loads. */
async function buildRuntime(): Promise<void> {
  const rooms = ["templates/package", "templates/runtime"];
  const entryPoints = rooms.map((room) => `${room}/**/*.ts`);
  await build({ entryPoints, outbase: "templates", outdir: resolve(folder, "templates"), format: "esm" });
}
