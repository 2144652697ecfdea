import { formatTypeScript } from "./format.js";

/** Texts that were made before. */
export interface Texts {
  /** @param of What it is made of; the same always makes the same text */
  find(of: string): string | undefined;
  keep(of: string, text: string): void;
}

/** A file that is to be made of what can be written as JSON. */
export interface Draft {
  readonly of: unknown;
  /** Makes it, not yet formatted. */
  readonly write: () => string | Promise<string>;
}

/** Makes the texts of files out of their drafts, except for those that were made of the same before. */
export class MadeTexts {
  readonly #known: Texts | undefined;
  readonly #made = new Map<string, { readonly of: string; readonly text: string; readonly isFormatted: boolean }>();

  constructor(known: Texts | undefined) {
    this.#known = known;
  }

  /** @param path That of the file */
  async add(path: string, draft: Draft): Promise<void> {
    const of = this.#known === undefined ? "" : JSON.stringify([path, draft.of]);
    const text = this.#known?.find(of);
    this.#made.set(path, { of, text: text ?? (await draft.write()), isFormatted: text !== undefined });
  }

  /** All of them, by their paths, in the order in which they were added. */
  async formatted(): Promise<Map<string, string>> {
    const files = new Map<string, string>();
    for (const [path, { of, text, isFormatted }] of this.#made) {
      const formatted = isFormatted ? text : await formatTypeScript(text);
      if (!isFormatted) this.#known?.keep(of, formatted);
      files.set(path, formatted);
    }
    return files;
  }
}
