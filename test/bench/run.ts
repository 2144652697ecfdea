import { execFileSync } from "node:child_process";
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { cpus } from "node:os";
import { join } from "node:path";
import { type Extent, here, nodeOf, root, work } from "./place.js";
import { calls } from "./rows/calls.js";
import { generating } from "./rows/generate.js";
import { growth } from "./rows/growth.js";
import { pages } from "./rows/pages.js";
import { sizes } from "./rows/size.js";
import { watching } from "./rows/watch.js";
import { type Line, tableOf } from "./table.js";

/*
 * Measures the package as it is published beside what people would use instead:
 *
 *     npm run bench                    all of it, in about ten minutes
 *     npm run bench -- --quick         less often, on Node.js 20 alone, without the slowest
 *     npm run bench -- calls sizes     some of it
 *     npm run bench -- --json FILE     the same as JSON, too
 *     npm run bench -- --write         puts the table into docs/performance.md
 */

const measured: Readonly<Record<string, (extent: Extent) => Promise<readonly Line[]> | readonly Line[]>> = {
  generating,
  watching,
  growth,
  pages,
  sizes,
  calls,
};

const args = process.argv.slice(2);
const jsonFile = args.includes("--json") ? args[args.indexOf("--json") + 1] : undefined;
const isQuick = args.includes("--quick");
const chosen = Object.keys(measured).filter((name) => args.includes(name));
const names = chosen.length > 0 ? chosen : Object.keys(measured);

const inherit = { stdio: "inherit", cwd: root } as const;
// Some of the others ask for a newer Node.js than the oldest one that they are measured on.
const install = ["ci", "--prefix", here, "--no-audit", "--no-fund", "--loglevel=error", "--no-engine-strict"];
execFileSync("npm", install, inherit);
execFileSync("npm", ["run", "--silent", "build"], inherit);
mkdirSync(work, { recursive: true });
const versions = { 20: "20.20.2", 24: "24.21.0" };
const nodes = new Map(Object.entries(versions).map(([name, version]) => [name, nodeOf(version)]));
if (isQuick) nodes.delete("24");

const lines: Line[] = [];
for (const name of names) {
  const begun = performance.now();
  lines.push(...((await measured[name]?.({ rounds: isQuick ? 3 : 5, nodes, isQuick })) ?? []));
  console.error(`${name}: ${((performance.now() - begun) / 1_000).toFixed(0)} s`);
}
const table = tableOf(lines);
console.log(table);
if (jsonFile !== undefined) writeFileSync(jsonFile, `${JSON.stringify(lines, undefined, 2)}\n`);
if (args.includes("--write")) {
  const page = join(root, "docs/performance.md");
  const { length, 0: cpu } = cpus();
  const where = `\`npm run bench${isQuick ? " -- --quick" : ""}\`, ${new Date().toISOString().slice(0, 10)}, ${length} × ${cpu?.model ?? "?"}, Node.js ${[...nodes.keys()].map((name) => Object(versions)[name]).join(" and ")}.`;
  const [before] = readFileSync(page, "utf8").split(/(?<=<!-- measured -->\n)/);
  const [, after = ""] = readFileSync(page, "utf8").split(/(?=<!-- until here -->)/);
  writeFileSync(page, `${before}\n${where}\n\n${table}\n\n${after}`);
}
