import { join } from "node:path";
import { readFileSync } from "../disk.js";
import { packageRoot } from "./package-root.js";

let known: string | undefined;

/** The version of this package. Read once, when it is first asked for. */
export function ownVersion(): string {
  return (known ??= readVersion());
}

function readVersion(): string {
  const manifest: unknown = JSON.parse(readFileSync(join(packageRoot(), "package.json"), "utf8"));
  const hasVersion = typeof manifest === "object" && manifest !== null && "version" in manifest;
  return hasVersion ? String(manifest.version) : "unknown";
}
