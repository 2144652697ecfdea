import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { spawnSync } from "node:child_process";
import { largeApi, workflowsOver } from "./large-api.js";

/*
 * How long a run takes as the workflows over one large OpenAPI document grow in number: `npm run bench`. Each run is a
 * process of its own, so that none profits from what another has warmed up.
 */

const operations = 1_000;
const rounds = 3;

/** Has a process tell how much memory it took at most, in kilobytes, when it ends. */
const tellMemory = `data:text/javascript,process.on("exit", () => console.error("peak", process.resourceUsage().maxRSS));`;

interface Measured {
  readonly ms: number;
  readonly mb: number;
}

const folder = mkdtempSync(join(tmpdir(), "twilio-workflows-bench-"));
try {
  writeFileSync(join(folder, "api.json"), largeApi(operations));
  console.log(`${operations} operations; the best of ${rounds} runs`);
  console.log("workflows   seconds   ms a workflow   MB");
  for (const count of [1, 25, 50, 100, 200, 400]) {
    const files = workflowsOver(operations, count).map((text, index) => {
      const file = join(folder, `workflow-${index}.json`);
      writeFileSync(file, text);
      return file;
    });
    const runs = Array.from({ length: rounds }, (_, round) => measure(files, join(folder, `out-${count}-${round}`)));
    const { ms, mb } = runs.reduce((best, run) => (run.ms < best.ms ? run : best));
    const cells = [
      [count, 9],
      [(ms / 1000).toFixed(2), 10],
      [(ms / count).toFixed(1), 16],
      [mb.toFixed(0), 5],
    ] as const;
    console.log(cells.map(([cell, width]) => String(cell).padStart(width)).join(""));
  }
} finally {
  rmSync(folder, { recursive: true, force: true });
}

function measure(files: readonly string[], out: string): Measured {
  const cli = ["--import", tellMemory, "--import", "tsx", "generator/cli.ts", "generate", ...files, "--out", out];
  const from = performance.now();
  const { status, stderr } = spawnSync(process.execPath, cli, { encoding: "utf8" });
  if (status !== 0) throw new Error(stderr);
  return { ms: performance.now() - from, mb: Number(/peak (\d+)/.exec(stderr)?.[1]) / 1024 };
}
