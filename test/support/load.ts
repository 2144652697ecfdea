import { symlinkSync } from "node:fs";
import { join, resolve } from "node:path";
import { pathToFileURL } from "node:url";
import { makeFolder, removeFolder } from "./folder.js";

/** What a generated function is to those who know nothing of its types. */
export type AnyWorkflow = (input: Readonly<Record<string, unknown>>, options?: object) => Promise<unknown>;

/** Generated files that were written to a folder of their own, to be imported from there. */
export class Loaded {
  readonly folder: string;

  /**
   * @param options `sharesRuntime`: the runtime is not their own copy but `templates/runtime`, which is the same and is
   * read once for all of a test file
   */
  constructor(files: ReadonlyMap<string, string>, { sharesRuntime = false } = {}) {
    const own = [...files].filter(([name]) => !sharesRuntime || !name.startsWith("runtime/"));
    this.folder = makeFolder(Object.fromEntries(own));
    // From here `openapi-fetch` is found.
    symlinkSync(resolve("node_modules"), join(this.folder, "node_modules"), "dir");
    if (sharesRuntime) symlinkSync(resolve("templates/runtime"), join(this.folder, "runtime"), "dir");
  }

  /** Everything that `index.ts` exports. */
  exports(): Promise<Readonly<Record<string, unknown>>> {
    return import(pathToFileURL(join(this.folder, "index.ts")).href);
  }

  /** The function of this name. */
  async fn(name: string): Promise<AnyWorkflow> {
    const { [name]: found } = await this.exports();
    if (typeof found !== "function") throw new TypeError(`no function ${name} is exported`);
    return (input, options) => found(input, options);
  }

  remove(): void {
    removeFolder(this.folder);
  }
}
