import { cpSync, mkdirSync, readdirSync, rmSync } from "node:fs";
import { join } from "node:path";
import { median, run } from "../measure.js";
import { cli, emptied, type Extent, root } from "../place.js";
import type { Line } from "../table.js";

/** What it takes to write the pages of all workflows of the library, from nothing. */
export function pages({ nodes, rounds }: Extent): readonly Line[] {
  const folder = emptied("pages");
  cpSync(join(root, "specs"), join(folder, "specs"), { recursive: true });
  const out = join(folder, "site");
  const prepare = (): void => {
    for (const name of ["site", "node_modules"]) rmSync(join(folder, name), { recursive: true, force: true });
    mkdirSync(join(folder, "node_modules"));
  };
  return [...nodes].map(([node, path]): Line => {
    const command = { name: "docs", node: path, args: [cli, "docs", "--out", out], cwd: folder, prepare };
    const walls = Array.from({ length: rounds }, () => run(command, false).wall);
    const count = readdirSync(join(out, "workflows")).length;
    return { what: `pages of ${count} workflows`, node, ours: median(walls) / 1_000, unit: "s", goal: 30 };
  });
}
