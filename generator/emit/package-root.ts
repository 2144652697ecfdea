import { existsSync } from "../disk.js";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

/** The folder of our package, whether this runs as source or compiled. */
export function packageRoot(folder: string = dirname(fileURLToPath(import.meta.url))): string {
  return existsSync(join(folder, "package.json")) ? folder : packageRoot(dirname(folder));
}
