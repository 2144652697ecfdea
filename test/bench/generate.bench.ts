import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { spawnSync } from "node:child_process";
import { largeApi, workflowsOver } from "./large-api.js";
import { longShapes, longWorkflow } from "./long-workflow.js";

/*
 * What a run costs as the workflows over one large OpenAPI document grow in number, and as one workflow grows in steps:
 * `npm run bench`. It is told in seconds of the processor, which other work on the machine hardly changes. Each run is a
 * process of its own, so that none profits from what another has warmed up.
 */

const operations = 1_000;
const rounds = 3;

/** Has a process tell what it took of the processor, in seconds, and how much memory at most, in kilobytes. */
const tellCost =
  "data:text/javascript," +
  "process.on('exit', () => {" +
  "const { userCPUTime, systemCPUTime, maxRSS } = process.resourceUsage();" +
  "console.error('cost', (userCPUTime + systemCPUTime) / 1e6, maxRSS);" +
  "});";

interface Measured {
  readonly seconds: number;
  readonly mb: number;
}

const folder = mkdtempSync(join(tmpdir(), "twilio-workflows-bench-"));
try {
  manyWorkflows();
  longWorkflows();
} finally {
  rmSync(folder, { recursive: true, force: true });
}

function manyWorkflows(): void {
  writeFileSync(join(folder, "api.json"), largeApi(operations));
  console.log(`Workflows over ${operations} operations; the best of ${rounds} runs`);
  console.log("workflows   CPU seconds   ms a workflow     MB");
  for (const count of [1, 10, 100, 400, 1_000]) {
    const files = workflowsOver(operations, count).map((text, index) => {
      const file = join(folder, `workflow-${index}.json`);
      writeFileSync(file, text);
      return file;
    });
    print([String(count), 9], measure(files), count);
  }
}

function longWorkflows(): void {
  writeFileSync(join(folder, "api.json"), largeApi(20));
  console.log(`\nOne workflow; the best of ${rounds} runs`);
  console.log("shape      steps   CPU seconds   ms a step         MB");
  for (const shape of longShapes) {
    for (const steps of [100, 400, 900]) {
      const file = join(folder, "long.json");
      writeFileSync(file, longWorkflow(shape, steps, 20));
      print([`${shape.padEnd(11)}${String(steps).padStart(5)}`, 16], measure([file]), steps);
    }
  }
}

function print([name, width]: readonly [string, number], { seconds, mb }: Measured, count: number): void {
  const cells = [seconds.toFixed(1).padStart(14), ((seconds * 1_000) / count).toFixed(1).padStart(16)];
  console.log(`${name.padStart(width)}${cells.join("")}${mb.toFixed(0).padStart(7)}`);
}

function measure(files: readonly string[]): Measured {
  const runs = Array.from({ length: rounds }, () => run(files));
  return runs.reduce((best, each) => (each.seconds < best.seconds ? each : best));
}

function run(files: readonly string[]): Measured {
  const out = mkdtempSync(join(folder, "out-"));
  const cli = ["--import", tellCost, "--import", "tsx", "generator/cli.ts", "generate", ...files, "--out", out];
  const { status, stderr } = spawnSync(process.execPath, cli, { encoding: "utf8" });
  if (status !== 0) throw new Error(stderr);
  const [, seconds, kilobytes] = /cost ([\d.]+) (\d+)/.exec(stderr) ?? [];
  return { seconds: Number(seconds), mb: Number(kilobytes) / 1024 };
}
