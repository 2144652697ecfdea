import { existsSync, readdirSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { banner } from "./source-file.js";

/** Files of the runtime that need a library, and are left out where no workflow needs them. */
const optional: readonly string[] = ["jsonpath.ts"];

/**
 * The runtime, as it stands in `templates/runtime`, by path below the output folder.
 * @param imported What the workflows import, as they write it
 */
export function runtimeFiles(imported: ReadonlySet<string>): ReadonlyMap<string, string> {
  const folder = join(packageRoot(dirname(fileURLToPath(import.meta.url))), "templates", "runtime");
  const names = readdirSync(folder, { recursive: true, encoding: "utf8" })
    .map((name) => name.replaceAll("\\", "/"))
    .filter((name) => name.endsWith(".ts"))
    .filter((name) => !optional.includes(name) || imported.has(`../runtime/${name.replace(/\.ts$/, ".js")}`))
    .sort();
  return new Map(names.map((name) => [`runtime/${name}`, `${banner}\n${readFileSync(join(folder, name), "utf8")}`]));
}

/** The folder of our package, whether this runs as source or compiled. */
function packageRoot(folder: string): string {
  return existsSync(join(folder, "package.json")) ? folder : packageRoot(dirname(folder));
}
