import { statSync } from "./disk.js";
import {
  codes,
  Findings,
  formatFindings,
  jsonFinding,
  kindNamed,
  kinds,
  type Code,
  type Finding as Found,
} from "./diagnostics.js";
import { ownVersion } from "./emit/index.js";
import { arazzoDocumentsBelow } from "./find-documents.js";
import { generate as generateFiles, lint as lintDocuments, type GenerateOptions as Given } from "./generate.js";
import { compareFiles, writeFiles, type Drift } from "./write.js";

// `twilio-workflows/generator`: what the command line does, for programs. Its types stand here, and need no others.

/** Which documents, and how much they are held to. Paths are relative to the working directory. */
export interface LintOptions {
  /** Arazzo documents, and folders of them. */
  readonly documents: readonly string[];
  /** Overlays that correct documents, in their order. Default: none. */
  readonly overlays?: readonly string[] | undefined;
  /** Where the OpenAPI documents of source descriptions lie, by the name of these. Default: at their `url`. */
  readonly sources?: Readonly<Record<string, string>> | undefined;
  /** Folders to look for such documents in, by the file name in their `url`. Default: none. */
  readonly sourceFolders?: readonly string[] | undefined;
  /** Servers in place of those that the documents name, by the name of the source description. Default: none. */
  readonly servers?: Readonly<Record<string, string>> | undefined;
  /** Folders that documents may name files in, beside their own. Default: none. */
  readonly roots?: readonly string[] | undefined;
  /** Whether nothing is assumed, and what is sloppy is an error. Default: `false`. */
  readonly strict?: boolean | undefined;
  /** Whether extensions that change what a run does are errors, since other tools pass over them. Default: `false`. */
  readonly portable?: boolean | undefined;
  /** Codes whose findings are errors. Default: none. */
  readonly deny?: readonly string[] | undefined;
  /** Codes whose findings are not reported; those that are errors by themselves are all the same. Default: none. */
  readonly allow?: readonly string[] | undefined;
}

export interface GenerateOptions extends LintOptions {
  /** Where the functions have their runtime: beside them, or in the installed package. Default: `copy`. */
  readonly runtime?: "copy" | "package" | undefined;
  /** Whether files are made of the workflows that compile where others do not. Default: `false`. */
  readonly keepGoing?: boolean | undefined;
}

/** Something that was found, as `--format json` shows it. Lines and columns count from 1; the end is exclusive. */
export interface Finding {
  /** One of those in `findingKinds`. */
  readonly code: string;
  readonly severity: "error" | "warning" | "note";
  readonly message: string;
  /** `null`, as the fields below, where no document is at fault, such as a file that is not there. */
  readonly file: string | null;
  readonly line: number | null;
  /** In UTF-16 units. */
  readonly column: number | null;
  readonly endLine: number | null;
  readonly endColumn: number | null;
  /** A way out that can be followed as it stands. */
  readonly hint: string | null;
  /** Overlay actions after which the finding is gone, for the document `file`. */
  readonly fix: { readonly file: string; readonly actions: readonly object[] } | null;
}

/** A workflow that was planned. */
export interface GeneratedWorkflow {
  /** Its `workflowId`. */
  readonly workflow: string;
  /** The name of its function. */
  readonly function: string;
  readonly steps: number;
  /** The file of its function, below the output folder. */
  readonly file: string;
}

export interface LintResult {
  /** All that was found, by document and place. */
  readonly findings: readonly Finding[];
  readonly workflows: readonly GeneratedWorkflow[];
  /** The documents that were read, overlays among them, as absolute paths. */
  readonly read: readonly string[];
  /**
   * The findings as the command line prints them, without colours and without a line break at the end; the empty string
   * where there are none. `pretty` shows the lines of the documents.
   */
  formatted(format: "pretty" | "json" | "github" | "sarif"): string;
}

export interface GenerateResult extends LintResult {
  /** The text of each file, by its path below the output folder. `undefined` where there is an error, unless it keeps going. */
  readonly files: ReadonlyMap<string, string> | undefined;
}

/** How an output folder differs, or differed, from what it should hold; paths below it. */
export interface Changes {
  readonly created: readonly string[];
  readonly changed: readonly string[];
  /** What an earlier run wrote and this one does not make. */
  readonly removed: readonly string[];
}

/** What findings mean, in the order of `docs/findings.md`. */
export interface FindingKind {
  readonly code: string;
  /** Before `strict`, `deny` and `allow`. */
  readonly severity: "error" | "warning" | "note";
  readonly meaning: string;
  readonly wayOut: string;
}

export const findingKinds: readonly FindingKind[] = kinds.map(({ code, severity, meaning, wayOut }) => {
  return { code, severity, meaning, wayOut };
});

/**
 * Checks documents, and makes no code. What is wrong with them is in the findings.
 * @throws TypeError for a code that there is not
 */
export function lint(options: LintOptions): LintResult {
  return shown(lintDocuments(given(options)));
}

/**
 * Makes the files of documents, and writes none: `writeOutput` does. What is wrong with the documents is in the findings.
 * @throws TypeError for a code that there is not
 */
export async function generate(options: GenerateOptions): Promise<GenerateResult> {
  const { runtime, keepGoing } = options;
  const result = await generateFiles({ ...given(options), runtime, keepGoing });
  return { ...shown(result), files: result.files };
}

/**
 * Makes a folder hold the files, as `generate` on the command line does: only what changed is written, what an earlier
 * run wrote and this one does not make is removed, and all else is left alone.
 * @throws Error if something that is not the generator's is in the way; nothing is written then
 */
export function writeOutput(folder: string, files: ReadonlyMap<string, string>): Changes {
  return orThrow(folder, (findings) => writeFiles(folder, files, findings));
}

/**
 * What `writeOutput` would do, as `generate --check` tells it. Nothing is written.
 * @throws Error if something that is not the generator's is in the way
 */
export function compareOutput(folder: string, files: ReadonlyMap<string, string>): Changes {
  return orThrow(folder, (findings) => compareFiles(folder, files, findings));
}

function orThrow(folder: string, change: (findings: Findings) => Drift | undefined): Changes {
  const findings = new Findings();
  const drift = change(findings);
  if (drift !== undefined) return drift;
  throw new Error(
    `${folder} cannot be written to: ${findings
      .list()
      .map(({ message }) => message)
      .join("; ")}`,
  );
}

/** What the compiler takes. */
function given(options: LintOptions): Given {
  const { documents, overlays = [], sources = {}, servers = {}, deny = [], allow = [] } = options;
  return {
    ...options,
    documents: documents.flatMap((path) => (statSync(path)?.isDirectory() ? arazzoDocumentsBelow(path) : [path])),
    overlays,
    sources: new Map(Object.entries(sources)),
    servers: new Map(Object.entries(servers)),
    deny: deny.map(codeNamed),
    allow: allow.map(codeNamed),
  };
}

function codeNamed(name: string): Code {
  const kind = kindNamed(name);
  if (kind !== undefined) return kind.code;
  throw new TypeError(`\`${name}\` is no code of a finding; there are ${codes.length}, in \`findingKinds\``);
}

function shown({
  findings,
  workflows,
  read,
}: Omit<LintResult, "findings" | "formatted"> & { readonly findings: readonly Found[] }): LintResult {
  return {
    findings: findings.map(jsonFinding),
    workflows,
    read,
    formatted: (format) => formatFindings(findings, format, { color: false, version: ownVersion() }),
  };
}
