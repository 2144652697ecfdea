import { existsSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { UsageError } from "./arguments.js";

/** The file that a run keeps its checkpoint in, which nobody else can read: it holds answers. */
export class CheckpointFile {
  readonly path: string;

  constructor(path: string) {
    this.path = path;
  }

  /** @throws the error of the system where it cannot be written; what was there stays as it was then */
  write(checkpoint: object): void {
    const draft = `${this.path}.${process.pid}`;
    rmSync(draft, { force: true });
    writeFileSync(draft, `${JSON.stringify(checkpoint)}\n`, { mode: 0o600, flag: "wx" });
    renameSync(draft, this.path);
  }

  remove(): void {
    rmSync(this.path, { force: true });
  }
}

/**
 * Where the checkpoint of a run is kept.
 * @throws UsageError where that would take the place of another run's
 */
export function checkpointFileOf(
  workflowId: string,
  named: string | undefined,
  resumed: string | undefined,
): CheckpointFile {
  if (named !== undefined && named !== resumed && existsSync(named)) {
    throw new UsageError(
      `There is a file \`${named}\`: name it by \`--resume\` to go on from it, or another one by \`--checkpoint\`.`,
      "run",
    );
  }
  return new CheckpointFile(named ?? resumed ?? freeName(`${workflowId}.checkpoint`));
}

function freeName(stem: string, count = 1): string {
  const name = `${stem}${count === 1 ? "" : `-${count}`}.json`;
  return existsSync(name) ? freeName(stem, count + 1) : name;
}
