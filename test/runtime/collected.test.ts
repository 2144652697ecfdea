import { execFile } from "node:child_process";
import { createRequire } from "node:module";
import { resolve } from "node:path";
import { pathToFileURL } from "node:url";
import { promisify } from "node:util";
import { expect, test } from "vitest";

const tsx = pathToFileURL(createRequire(import.meta.url).resolve("tsx")).href;

test.each([
  ["of a run that is also given a signal", "run"],
  ["of workflows that a step calls", "call"],
])("garbage collection takes no deadline %s", async (_name, where) => {
  const args = ["--expose-gc", "--import", tsx, resolve("test/runtime/support/collected.ts"), where];
  // Without its deadline a run ends in a quarter of an hour, or never.
  const { stdout } = await promisify(execFile)(process.execPath, args, { timeout: 50_000 });

  expect(stdout.trim().split(" ")).toEqual(Array.from({ length: 20 }, () => "aborted"));
});
