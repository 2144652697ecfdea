import { basename, dirname, sep } from "node:path";
import { fileNameOf } from "./documents/index.js";
import { documentsBelow } from "./find-documents.js";

/** Folders in which the documents of source descriptions lie, wherever their URLs lead. */
export class SourceFolders {
  readonly #folders: readonly string[];
  #files: readonly string[] | undefined;

  constructor(folders: readonly string[]) {
    this.#folders = folders;
  }

  /**
   * The file that is called what the last part of a URL says. Of several those whose folders are called as in the URL go
   * before others; where that does not tell them apart, all of them.
   */
  find(url: string): readonly string[] {
    const name = fileNameOf(url);
    this.#files ??= this.#folders.flatMap(documentsBelow);
    const files = this.#files.filter((file) => basename(file) === name);
    const wanted = url
      .replace(/[?#].*$/s, "")
      .split(/[\\/]/)
      .slice(0, -1);
    const best = Math.max(...files.map((file) => alike(file, wanted)));
    return files.filter((file) => alike(file, wanted) === best);
  }
}

/** How many of the folders around a file are called as these, from the inside outwards. */
function alike(file: string, folders: readonly string[]): number {
  const own = dirname(file).split(sep).toReversed();
  const differs = folders.toReversed().findIndex((name, index) => name !== own[index]);
  return differs === -1 ? folders.length : differs;
}
