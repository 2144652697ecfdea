import { createHash } from "node:crypto";
import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { Texts } from "../emit/index.js";

/** Milliseconds after which a text is made again. */
const mostAge = 7 * 24 * 60 * 60 * 1000;

/**
 * Texts of generated files that are kept in a folder, so that a change of one document does not make all files again.
 * Each is in a file of its own, so that several runs can use the folder at once; one that is not what was kept is none.
 */
export class KeptTexts implements Texts {
  readonly #folder: string;
  readonly #build: string;
  #isTidy = false;

  /**
   * @param folder Is made when it is needed
   * @param build Tells one generator from another
   */
  constructor(folder: string, build: string) {
    this.#folder = folder;
    this.#build = build;
  }

  find(of: string): string | undefined {
    try {
      const kept = readFileSync(this.#fileOf(of), "utf8");
      const end = kept.indexOf("\n");
      const text = kept.slice(end + 1);
      return kept.slice(0, end) === digestOf(text) ? text : undefined;
    } catch {
      return undefined;
    }
  }

  /** That it cannot be kept is no fault of the run, and not told. */
  keep(of: string, text: string): void {
    const file = this.#fileOf(of);
    const draft = `${file}.${process.pid}`;
    try {
      mkdirSync(this.#folder, { recursive: true });
      this.#tidy();
      writeFileSync(draft, `${digestOf(text)}\n${text}`);
      renameSync(draft, file);
    } catch {
      if (existsSync(draft)) rmSync(draft);
    }
  }

  #fileOf(of: string): string {
    return join(this.#folder, digestOf(JSON.stringify([this.#build, of])));
  }

  /** Removes what is old, once in a run. */
  #tidy(): void {
    if (this.#isTidy) return;
    this.#isTidy = true;
    for (const name of readdirSync(this.#folder)) {
      const file = join(this.#folder, name);
      if (Date.now() - statSync(file).mtimeMs > mostAge) rmSync(file, { force: true });
    }
  }
}

function digestOf(text: string): string {
  return createHash("sha256").update(text).digest("hex");
}
