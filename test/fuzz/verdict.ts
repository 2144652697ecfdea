import { join } from "node:path";
import { generate } from "../../generator/generate.js";
import { formatFindings } from "../../generator/diagnostics.js";
import { makeFolder, removeFolder } from "../support/folder.js";
import type { Mutant } from "./mutants.js";

/** What became of a mutant. */
export type Verdict =
  | { readonly kind: "accepted"; readonly files: ReadonlyMap<string, string> }
  | { readonly kind: "refused" }
  | { readonly kind: "broken"; readonly why: string };

/** Runs the generator on a mutant. Anything thrown is a defect, and so is an error that has no place. */
export async function verdictOn({ arazzo, overlays, files }: Mutant): Promise<Verdict> {
  const folder = makeFolder(Object.fromEntries(files));
  try {
    const { findings, files: made } = await generate({
      documents: [join(folder, arazzo)],
      overlays: overlays.map((name) => join(folder, name)),
      sources: new Map(),
    });
    formatFindings(findings, "pretty", { color: false });
    const errors = findings.filter(({ severity }) => severity === "error");
    if (made !== undefined && errors.length > 0) return broken("files in spite of errors");
    if (made !== undefined) return { kind: "accepted", files: made };
    if (errors.length === 0) return broken("no files, and no error");
    const lost = errors.find(({ place, code }) => place === undefined && code !== "file-unreadable");
    return lost === undefined ? { kind: "refused" } : broken(`an error without a place: ${lost.code} ${lost.message}`);
  } catch (error) {
    return broken(error instanceof Error ? (error.stack ?? error.message) : String(error));
  } finally {
    removeFolder(folder);
  }
}

function broken(why: string): Verdict {
  return { kind: "broken", why };
}
