import type { Observer } from "./plan/index.js";
import { alignedColumns } from "./table.js";
import type { Output } from "./terminal.js";

/** The work that one stage did in a run, which may come to it several times. */
interface Stage {
  readonly time: number;
  readonly runs: number;
  readonly count: number;
  readonly things: string;
}

/** Shows what a run does, for those who look for a defect or for lost time. */
export class Trace implements Observer {
  readonly #output: Output;
  readonly #stages = new Map<string, Stage>();
  #since = performance.now();

  constructor(output: Output) {
    this.#output = output;
  }

  /** A stage is done. Its time is what has gone by since the one before it. */
  readonly onStage = (name: string, count: number, things: string): void => {
    const before = this.#stages.get(name) ?? { time: 0, runs: 0, count: 0 };
    this.#stages.set(name, {
      time: before.time + performance.now() - this.#since,
      runs: before.runs + 1,
      count: before.count + count,
      things,
    });
    this.#since = performance.now();
  };

  /** Shows how long each stage took. Where a stage did not come to its end, the last row is about that. */
  finish(): void {
    const rows = [...this.#stages].map(([name, { time, runs, count, things }]) => [
      name,
      milliseconds(time),
      String(runs),
      `${count} ${count === 1 ? things.replace(/s$/, "") : things}`,
    ]);
    const rest = ["(after that)", milliseconds(performance.now() - this.#since), "", ""];
    this.#output.write(`${alignedColumns([["stage", "time", "runs", "on"], ...rows, rest])}\n\n`);
  }
}

function milliseconds(time: number): string {
  return `${time.toFixed(1)} ms`;
}
