import { readFileSync } from "../disk.js";
import { join, posix } from "node:path";
import { packageRoot } from "./package-root.js";
import { banner } from "./source-file.js";

/**
 * The files of the runtime (`templates/runtime`) that are needed, by path below the output folder: the one that apps
 * import, those that the workflows import, and all that these lead to.
 * @param imported What the workflows import, as they write it
 */
export function runtimeFiles(imported: ReadonlySet<string>): ReadonlyMap<string, string> {
  const templates = join(packageRoot(), "templates");
  const texts = new Map<string, string>();
  const visit = (path: string): void => {
    if (texts.has(path)) return;
    const text = readFileSync(join(templates, path), "utf8");
    texts.set(path, text);
    for (const [, target = ""] of text.matchAll(/ from "(\.[^"]+)\.js";$/gm)) {
      visit(`${posix.join(posix.dirname(path), target)}.ts`);
    }
  };
  visit("runtime/index.ts");
  for (const path of imported) {
    const [, name] = /^\.\.\/(runtime\/.+)\.js$/.exec(path) ?? [];
    if (name !== undefined) visit(`${name}.ts`);
  }
  return new Map([...texts].sort().map(([path, text]) => [path, `${banner()}\n${text}`]));
}
