import { dirname, resolve } from "node:path";
import { Findings, type Finding, type Levels } from "../diagnostics.js";
import { Crawl, type FetchFiles } from "./crawl.js";
import type { Download } from "./download.js";
import { checkOccupied, planCopies, writeCopies, type Changes, type CopiesPlan } from "./write-copies.js";

export { readTokens, tokensVariable } from "./tokens.js";
export type { Changes } from "./write-copies.js";

/** What to fetch, and whether to write it. */
export interface FetchOptions extends FetchFiles, Levels {
  /** Says what has changed, and writes nothing. Default: `false`. */
  readonly check?: boolean | undefined;
}

/** What came of it. */
export interface Fetched {
  readonly findings: readonly Finding[];
  /** Undefined where an error was found; nothing was written then. */
  readonly changes: Changes | undefined;
}

/** Fetches what Arazzo documents name on the network into a folder beside them, and lists it in a lock file there. */
export async function fetchSources(options: FetchOptions): Promise<Fetched> {
  const findings = new Findings(options);
  const crawl = new Crawl(options, findings);
  const plans: { readonly plan: CopiesPlan; readonly downloads: ReadonlyMap<string, Download> }[] = [];
  const date = new Date().toISOString();
  for (const folder of new Set(options.documents.map(folderOf))) {
    const downloads = await crawl.of(options.documents.filter((file) => folderOf(file) === folder));
    const plan = planCopies(folder, downloads, date, findings);
    checkOccupied(plan, findings);
    plans.push({ plan, downloads });
  }
  if (findings.hasErrors) return { findings: findings.list(), changes: undefined };
  const needed = plans.filter(({ plan: { changes } }) => Object.values(changes).some((urls) => urls.length > 0));
  if (options.check !== true) for (const { plan, downloads } of needed) writeCopies(plan, downloads);
  const all = (name: keyof Changes): readonly string[] => plans.flatMap(({ plan }) => plan.changes[name]);
  return {
    findings: findings.list(),
    changes: { added: all("added"), changed: all("changed"), removed: all("removed") },
  };
}

function folderOf(file: string): string {
  return dirname(resolve(file));
}
