import { execFileSync } from "node:child_process";
import { readdirSync } from "node:fs";
import { join } from "node:path";
import type { TestProject } from "vitest/node";
import { makeFolder, removeFolder } from "./folder.js";

declare module "vitest" {
  interface ProvidedContext {
    /** The package as it is published. */
    readonly tarball: string;
  }
}

/** Packs the package, before all tests of what people install. */
export function setup(project: TestProject): () => void {
  const shelf = makeFolder();
  execFileSync("npm", ["pack", "--silent", "--pack-destination", shelf], { stdio: "inherit" });
  const [tarball = "there is none"] = readdirSync(shelf);
  project.provide("tarball", join(shelf, tarball));
  return () => removeFolder(shelf);
}
