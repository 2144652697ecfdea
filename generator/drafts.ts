import { mkdtempSync, rmdirSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { readdirSync } from "./disk.js";

/** The folder of the drafts of one process: `.twilio-workflows-PID-` and six characters. */
const folderName = /^\.twilio-workflows-(\d+)-\w{6}$/;
const draftName = /^\d+\.tmp$/;

/**
 * Texts on their way into a folder: each is written to a file of its own, which is then moved to its place, so that
 * whoever reads there sees the old text or the new one, and never a part.
 */
export class Drafts {
  readonly #folder: string;
  #count = 0;

  /** @param folder Where the texts are to go, so that they lie on the same disk. */
  constructor(folder: string) {
    this.#folder = mkdtempSync(join(folder, `.twilio-workflows-${process.pid}-`));
  }

  /** Writes a text to a file, which is to be moved to its place. */
  write(text: string): string {
    const path = join(this.#folder, `${this.#count++}.tmp`);
    writeFileSync(path, text);
    return path;
  }

  /** Removes the drafts that were not moved away. */
  remove(): void {
    rmSync(this.#folder, { recursive: true, force: true });
  }
}

/** The names of what processes that were stopped left in a folder: folders that hold nothing but drafts. */
export function abandonedDrafts(folder: string): readonly string[] {
  return entriesOf(folder).filter((name) => {
    const [, owner] = folderName.exec(name) ?? [];
    if (owner === undefined || isRunning(Number(owner))) return false;
    return entriesOf(join(folder, name)).every((draft) => draftName.test(draft));
  });
}

/** Removes what processes that were stopped left in a folder. */
export function removeAbandoned(folder: string): void {
  for (const name of abandonedDrafts(folder)) {
    for (const draft of entriesOf(join(folder, name))) rmSync(join(folder, name, draft), { force: true });
    rmdirSync(join(folder, name));
  }
}

/** Whether another process has this number; that of this process was given to one that ended. */
function isRunning(id: number): boolean {
  if (id === process.pid) return false;
  try {
    process.kill(id, 0);
    return true;
  } catch (error) {
    return error instanceof Error && "code" in error && error.code === "EPERM";
  }
}

/** The names in a folder; none if there is no such folder. */
function entriesOf(folder: string): readonly string[] {
  try {
    return readdirSync(folder).map(({ name }) => name);
  } catch {
    return [];
  }
}
