import { visible } from "../diagnostics.js";
import { show, type FunctionIr, type Observer } from "../plan/index.js";
import { alignedColumns } from "./table.js";
import type { Output } from "./terminal.js";

/** The work that one stage did in a run, which may have come to it several times. */
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
  /** When the last stage ended. To show something takes no time of any stage. */
  #since = performance.now();
  /** The function that was shown last. */
  #shown: FunctionIr | undefined;

  constructor(output: Output) {
    this.#output = output;
  }

  /** A stage is done. Its time is what has gone by since the one before it. */
  readonly onStage = (name: string, count: number, things: string): void => {
    this.#count(name, performance.now() - this.#since, count, things);
    this.#since = performance.now();
  };

  /** Shows the function of a workflow as a pass has left it, and before that as the pass has found it. */
  readonly onPass = (name: string, workflowId: string, before: FunctionIr, after: FunctionIr): void => {
    const time = performance.now() - this.#since;
    const text = show(after);
    this.#count(name, time, text.split("\n").length, "lines");
    if (before !== this.#shown) this.#write(`${workflowId} before ${name}`, show(before));
    const isSame = show(before) === text;
    this.#write(
      `${workflowId} after ${name}, ${milliseconds(time)}`,
      isSame ? "(nothing that is shown changed)" : text,
    );
    this.#shown = after;
    this.#since = performance.now();
  };

  /** Shows how long each stage took. The last row is what came after the last one, which may be one that failed. */
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

  #count(name: string, time: number, count: number, things: string): void {
    const before = this.#stages.get(name) ?? { time: 0, runs: 0, count: 0 };
    const { runs } = before;
    this.#stages.set(name, { time: before.time + time, runs: runs + 1, count: before.count + count, things });
  }

  #write(title: string, text: string): void {
    const lines = [`== ${title}`, ...text.split("\n")].map((line) => visible(line.trimEnd()));
    this.#output.write(`${lines.join("\n")}\n\n`);
  }
}

function milliseconds(time: number): string {
  return `${time.toFixed(1)} ms`;
}
