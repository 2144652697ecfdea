import { fork } from "node:child_process";
import { availableParallelism } from "node:os";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";

/*
 * `npm run test:fuzz -- --mutants 10000 --seed 1`: changes the documents in `specs/` and `test/fuzz/surface/` at random,
 * and holds the generator to four promises: no stack trace, no hang, no output that `tsc --strict` refuses, and none that
 * holds code which is not ours. A mutant may take ten seconds and 1 GB.
 */

const { values } = parseArgs({
  options: {
    mutants: { type: "string", default: "10000" },
    seed: { type: "string", default: "1" },
    from: { type: "string", default: "0" },
    processes: { type: "string", default: String(Math.min(4, availableParallelism())) },
  },
});
const seed = Number(values.seed);
const from = Number(values.from);
const to = from + Number(values.mutants);
const processes = Number(values.processes);

/** How long a mutant may take, in milliseconds. */
const patience = 10_000;

interface Counted {
  readonly accepted: number;
  readonly refused: number;
  readonly different: number;
  readonly problems: readonly string[];
}

type Message = { readonly begun: number | undefined } | { readonly done: Counted };

function work(offset: number): Promise<Counted> {
  return new Promise((resolve) => {
    const file = fileURLToPath(new URL("worker.ts", import.meta.url));
    const execArgv = ["--import", "tsx", "--max-old-space-size=1024"];
    const child = fork(file, [seed, from + offset, to, processes].map(String), { execArgv });
    let current: number | undefined;
    let watch: NodeJS.Timeout | undefined;
    let counted: Counted | undefined;
    let why = "the process died";
    child.on("message", (message: Message) => {
      clearTimeout(watch);
      if ("done" in message) counted = message.done;
      else if (message.begun === undefined) current = undefined;
      else {
        current = message.begun;
        watch = setTimeout(() => {
          why = `no end after ${patience / 1000} s`;
          child.kill("SIGKILL");
        }, patience);
      }
    });
    child.on("exit", () => {
      clearTimeout(watch);
      const problems = [`seed ${seed}, mutant ${current ?? "unknown"}: ${why}`];
      resolve(counted ?? { accepted: 0, refused: 0, different: 0, problems });
    });
  });
}

const started = performance.now();
const counts = await Promise.all(Array.from({ length: processes }, (_, offset) => work(offset)));
const problems = counts.flatMap((count) => count.problems);
const sum = (of: (count: Counted) => number): number => counts.reduce((total, count) => total + of(count), 0);
for (const problem of problems) console.log(`${problem}\n`);
const seconds = ((performance.now() - started) / 1000).toFixed(0);
console.log(
  `${to - from} mutants of seed ${seed} in ${seconds} s: ${sum(({ refused }) => refused)} refused, ` +
    `${sum(({ accepted }) => accepted)} accepted with ${sum(({ different }) => different)} different outputs, ` +
    `${problems.length} problems`,
);
process.exitCode = problems.length === 0 ? 0 : 1;
