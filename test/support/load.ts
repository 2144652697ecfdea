import { symlinkSync } from "node:fs";
import { join, resolve } from "node:path";
import { pathToFileURL } from "node:url";
import { makeFolder } from "./folder.js";

/** What a generated function is to those who know nothing of its types. */
export type AnyWorkflow = (input: Readonly<Record<string, unknown>>, options?: object) => Promise<unknown>;

/** Files that were written to a folder of their own and imported from there. */
export interface Loaded {
  readonly folder: string;
  /** Everything that `index.ts` exports. */
  readonly exports: Readonly<Record<string, unknown>>;
  /** The function of this name. */
  readonly fn: (name: string) => AnyWorkflow;
}

/** Writes generated files to a folder of their own, and imports their `index.ts`. */
export async function load(files: ReadonlyMap<string, string>): Promise<Loaded> {
  const folder = makeFolder(Object.fromEntries(files));
  // From here `openapi-fetch` is found.
  symlinkSync(resolve("node_modules"), join(folder, "node_modules"), "dir");
  const exports: Readonly<Record<string, unknown>> = await import(pathToFileURL(join(folder, "index.ts")).href);
  return {
    folder,
    exports,
    fn(name) {
      const found = exports[name];
      if (typeof found !== "function") throw new TypeError(`no function ${name} is exported`);
      return (input, options) => found(input, options);
    },
  };
}
