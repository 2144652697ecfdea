import { spawnSync } from "node:child_process";

/** The versions of Node.js that apps run on, beside the one that everything else is tested on. */
const versions = ["22.23.3", "24.21.0"];

/** What may differ: the runtime and its `fetch`, URLs and files, the package as it is installed, and the examples. */
const files = ["test/runtime", "test/documents", "test/openapi", "test/examples", "test/package/consumer"];

/** Runs a command on a version, from the package `node` of the registry. */
function on(version: string, ...command: readonly string[]): void {
  const { status } = spawnSync("npm", ["exec", "--yes", `--package=node@${version}`, "--", "node", ...command], {
    stdio: "inherit",
  });
  if (status !== 0) process.exitCode = 1;
}

// What these take refuses to be installed by the Node.js that everything else runs on: the tests on AWS durable functions,
// and those by the command line of the MCP inspector, for which one version is enough.
const npm = process.env["npm_execpath"] ?? "";
const [first = ""] = versions;
for (const folder of ["test/aws", "test/inspector"])
  on(first, npm, "ci", "--prefix", folder, "--no-audit", "--no-fund");
for (const version of versions) {
  console.log(`\n-- Node.js ${version}`);
  on(version, "node_modules/vitest/vitest.mjs", "run", ...files);
  on(version, "node_modules/vitest/vitest.mjs", "run", "--project", "aws");
}
on(first, "node_modules/vitest/vitest.mjs", "run", "--project", "inspector");
