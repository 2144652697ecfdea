import { existsSync, readdirSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { banner } from "./source-file.js";

/** The runtime, as it stands in `templates/runtime`, by path below the output folder. */
export function runtimeFiles(): ReadonlyMap<string, string> {
  const folder = join(packageRoot(dirname(fileURLToPath(import.meta.url))), "templates", "runtime");
  const names = readdirSync(folder, { recursive: true, encoding: "utf8" })
    .map((name) => name.replaceAll("\\", "/"))
    .filter((name) => name.endsWith(".ts"))
    .sort();
  return new Map(names.map((name) => [`runtime/${name}`, `${banner}\n${readFileSync(join(folder, name), "utf8")}`]));
}

/** The folder of our package, whether this runs as source or compiled. */
function packageRoot(folder: string): string {
  return existsSync(join(folder, "package.json")) ? folder : packageRoot(dirname(folder));
}
