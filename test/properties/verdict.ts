import { join } from "node:path";
import { formatFindings, type Finding } from "../../generator/diagnostics.js";
import { formatTypeScript } from "../../generator/emit/format.js";
import { generate, type GenerateOptions, type Generation } from "../../generator/generate.js";
import { makeFolder, removeFolder } from "../support/folder.js";
import { textsOf, type Documents } from "./documents.js";

/** What the generator made of documents, and what is wrong about that whatever they say. */
export interface Verdict {
  readonly wrong: string | undefined;
  readonly generation: Generation | undefined;
}

/**
 * Generates from documents, and looks for what must never be.
 * @param thorough Of which documents to generate twice, and to format once more what was made
 */
export async function verdictOn(given: Documents, thorough: "all" | "accepted" | "none"): Promise<Verdict> {
  const folder = makeFolder(textsOf(given));
  const options = { documents: [join(folder, "arazzo.yaml")], overlays: [], sources: new Map() };
  try {
    const generation = await generate(options);
    const isThorough = thorough === "all" || (thorough === "accepted" && generation.files !== undefined);
    const wrong = complaintOf(generation) ?? (isThorough ? await changeable(generation, options) : undefined);
    return { wrong, generation };
  } catch (error) {
    return { wrong: error instanceof Error ? (error.stack ?? error.message) : String(error), generation: undefined };
  } finally {
    removeFolder(folder);
  }
}

function complaintOf({ findings, files }: Generation): string | undefined {
  const isRefused = findings.some(({ severity }) => severity === "error");
  if (isRefused === (files !== undefined))
    return isRefused ? "refused, and yet written" : "nothing is written, and nothing says why";
  const unplaced = findings.find((finding) => !hasPlace(finding));
  if (unplaced !== undefined) return `no place: ${unplaced.code} ${unplaced.message}`;
  for (const format of ["pretty", "json", "github"] as const) formatFindings(findings, format, { color: false });
  return undefined;
}

async function changeable({ findings, files }: Generation, options: GenerateOptions): Promise<string | undefined> {
  const again = await generate(options);
  const [first, second] = [findings, again.findings].map((list) => formatFindings(list, "json", { color: false }));
  if (first !== second) return "other findings for the second time";
  const other = [...(files ?? [])].find(([name, text]) => again.files?.get(name) !== text);
  return other === undefined ? unformatted(files) : `another ${other[0]} for the second time`;
}

function hasPlace({ place }: Finding): boolean {
  return place !== undefined && 0 <= place.start && place.start <= place.end && place.end <= place.source.text.length;
}

async function unformatted(files: ReadonlyMap<string, string> | undefined): Promise<string | undefined> {
  for (const [name, text] of files ?? []) {
    if (!name.endsWith(".ts") || name.startsWith("runtime/") || (await formatTypeScript(text)) === text) continue;
    return `prettier would write ${name} differently`;
  }
  return undefined;
}

/** What stays the same while the documents around a defect get less. */
export function kindOf(wrong: string): string {
  return wrong
    .replaceAll(/`[^`]*`|"[^"]*"|'[^']*'|\d+|[\w-]+\.ts/g, "…")
    .split("\n")
    .slice(0, 3)
    .join("\n");
}
