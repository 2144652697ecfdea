import { symlinkSync } from "node:fs";
import { join, resolve } from "node:path";
import { pathToFileURL } from "node:url";
import { makeFolder, removeFolder } from "./folder.js";

/** What a generated function is to those who know nothing of its types. */
export type AnyWorkflow = (input: Readonly<Record<string, unknown>>, ...more: readonly object[]) => Promise<unknown>;

/** Generated files in a folder of their own, beside the runtime as it is in `templates`, to be imported from there. */
export class Loaded {
  readonly folder: string;

  constructor(files: ReadonlyMap<string, string>) {
    this.folder = makeFolder(Object.fromEntries([...files].filter(([name]) => !name.startsWith("runtime/"))));
    // From here `openapi-fetch` is found.
    symlinkSync(resolve("node_modules"), join(this.folder, "node_modules"), "dir");
    // What a copy would hold, read once for all of a test file.
    symlinkSync(resolve("templates/runtime"), join(this.folder, "runtime"), "dir");
  }

  /** Everything that `index.ts` exports. */
  exports(): Promise<Readonly<Record<string, unknown>>> {
    return import(pathToFileURL(join(this.folder, "index.ts")).href);
  }

  /** The function of this name. */
  async fn(name: string): Promise<AnyWorkflow> {
    const { [name]: found } = await this.exports();
    if (typeof found !== "function") throw new TypeError(`no function ${name} is exported`);
    return (...given) => found(...given);
  }

  remove(): void {
    removeFolder(this.folder);
  }
}
