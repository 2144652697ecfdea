import { watch, type FSWatcher } from "node:fs";
import { resolve } from "node:path";
import { isDocument } from "../find-documents.js";
import { configNames } from "./config.js";

/** Tells when something has changed that a run depends on. */
export interface Changes {
  /** From now on changes in these folders count, not in those inside of them; changes elsewhere no longer do. */
  readonly watch: (folders: Iterable<string>) => void;
  /** Waits for a change since the last time. @returns `false` where no more will come */
  readonly next: () => Promise<boolean>;
}

/** Editors write a file in several goes, and version control many files: these milliseconds of quiet end a change. */
const quiet = 50;

/** Changes of documents and configs on the disk. */
export class FileChanges implements Changes {
  readonly #watchers = new Map<string, FSWatcher>();
  #timer: NodeJS.Timeout | undefined;
  #isPending = false;
  #wake: (() => void) | undefined;

  watch(folders: Iterable<string>): void {
    const wanted = new Set([...folders].map((folder) => resolve(folder)));
    for (const folder of this.#watchers.keys()) if (!wanted.has(folder)) this.#leave(folder);
    for (const folder of wanted) if (!this.#watchers.has(folder)) this.#enter(folder);
  }

  async next(): Promise<boolean> {
    if (!this.#isPending) await new Promise<void>((wake) => (this.#wake = wake));
    this.#isPending = false;
    return true;
  }

  /** Watches no longer. */
  close(): void {
    clearTimeout(this.#timer);
    for (const folder of this.#watchers.keys()) this.#leave(folder);
  }

  #enter(folder: string): void {
    try {
      const watcher = watch(folder, (_, name) => {
        if (matters(name)) this.#changed();
      });
      // A folder that goes away is a change, too; where it comes back, the next run sees it.
      watcher.on("error", () => {
        this.#leave(folder);
        this.#changed();
      });
      this.#watchers.set(folder, watcher);
    } catch {
      // It is not there, or cannot be watched: the one around it tells when it comes.
    }
  }

  #leave(folder: string): void {
    this.#watchers.get(folder)?.close();
    this.#watchers.delete(folder);
  }

  #changed(): void {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => {
      this.#isPending = true;
      this.#wake?.();
    }, quiet);
  }
}

function isConfig(name: string): boolean {
  return configNames.some((config) => config === name);
}

/** Whether a name is that of a document, of a config or of a folder, as far as can be told. */
export function matters(name: string | null): boolean {
  if (name === null) return true;
  return !name.startsWith(".") && (isDocument(name) || isConfig(name) || !name.includes("."));
}
