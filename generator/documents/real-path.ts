import { realpathSync } from "../disk.js";

/** Where a file lies once links are followed; `undefined` where there is none. */
export function realPath(file: string): string | undefined {
  try {
    return realpathSync(file);
  } catch {
    return undefined;
  }
}
