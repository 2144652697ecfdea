import { spawnSync } from "node:child_process";

/** The versions of Node.js that apps run on, beside the one that everything else is tested on. */
const versions = ["22.23.3", "24.21.0"];

/** What may differ: the runtime and its `fetch`, URLs and files, the package as it is installed, and the examples. */
const files = ["test/runtime", "test/documents", "test/openapi", "test/examples", "test/package"];

// Runs the tests of these files on each version, from the package `node` of the registry.
for (const version of versions) {
  console.log(`\n-- Node.js ${version}`);
  const command = ["exec", "--yes", `--package=node@${version}`, "--", "node", "node_modules/vitest/vitest.mjs", "run"];
  const { status } = spawnSync("npm", [...command, ...files], { stdio: "inherit" });
  if (status !== 0) process.exitCode = 1;
}
