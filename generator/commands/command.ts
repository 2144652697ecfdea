import { readdirSync, statSync } from "node:fs";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { codes, didYouMean, kindNamed, type Code, type FindingsFormat, type Kind } from "../diagnostics.js";
import { arazzoDocumentsBelow, isDocument } from "../find-documents.js";
import { isFixes } from "../fix.js";
import { serverProblem } from "../openapi/index.js";

/** What was asked for on the command line. */
export type Command = GenerateCommand | LintCommand | FetchCommand;

/** What needs no documents. */
export type Question =
  | { readonly kind: "help" }
  /** What a code of a finding means; all of them where none is named. */
  | { readonly kind: "explain"; readonly about: Kind | undefined };

interface Common {
  readonly documents: readonly string[];
  readonly overlays: readonly string[];
  readonly sources: ReadonlyMap<string, string>;
  readonly servers: ReadonlyMap<string, string>;
  /** Folders that documents may name files in, beside their own. */
  readonly roots: readonly string[];
  readonly sourceFolders: readonly string[];
  readonly strict: boolean;
  readonly deny: readonly Code[];
  readonly allow: readonly Code[];
  readonly format: FindingsFormat;
  /** Whether to show how long each stage takes, and what each pass does. */
  readonly debug: boolean;
}

export interface GenerateCommand extends Common {
  readonly kind: "generate";
  readonly out: string;
  readonly check: boolean;
  /** Whether the workflows that compile are written where others do not. */
  readonly keepGoing: boolean;
}

export interface LintCommand extends Common {
  readonly kind: "lint";
  /** The folder of overlays that corrections are written to, if they are. */
  readonly fixes: string | undefined;
}

export interface FetchCommand extends Common {
  readonly kind: "fetch";
  readonly check: boolean;
}

/** The command line cannot be understood. */
export class UsageError extends Error {
  override readonly name = "UsageError";
}

export const usage = `Usage: twilio-workflows <command> [options] [ARAZZO…]

Compiles Arazzo documents into typed functions.

Commands:
  generate              write the functions
  lint                  check the documents, write nothing
  fetch                 download what the documents name by https addresses into the folder \`fetched\`
                        beside them, for the other commands, which open no connection
  explain [CODE]        what a finding means, and the way out; without a code, all codes

ARAZZO                  Arazzo documents, or folders of them (default: specs/arazzo): the files in a folder, and
                        in the folders in it, whose root has the field arazzo; node_modules and hidden
                        folders are passed over

Options:
  --out DIR             where to write (default: generated); files that an earlier run wrote there
                        and that this one does not make are removed; those of others are never touched
  --overlays DIR|FILE   overlays to apply; repeatable (default: specs/overlays beside the default
                        documents, none beside others)
  --source NAME=FILE    where the OpenAPI document of a source description lies; repeatable
  --sources DIR         a folder, with the folders in it, to look for the documents of source descriptions in, by
                        the file name at the end of their url; goes before the url, repeatable
  --server NAME=URL     the server of a source description, in place of those that its document names;
                        repeatable
  --root DIR            a folder that documents may name files in, beside their own folders; repeatable
  --check               write nothing; exit 1 and name the files if the output would differ; with
                        fetch, name what is no longer as it was fetched
  --keep-going          write the workflows that compile where others do not; exit 1 all the same, and name
                        those left out, of which nothing stays in the folder
  --strict              assume nothing; what a document gets wrong is an error then
  --deny CODE           make errors of the findings of this code; repeatable
  --allow CODE          do not report the findings of this code; repeatable, not for errors
  --fix                 lint: write corrections into overlays, NAME-fixes.yaml for the document NAME.yaml,
                        in the first folder of --overlays; documents are never changed
  --format FORMAT       pretty, json or github (default: pretty)
  --debug               show on the standard error how long each stage takes, each workflow before and
                        after each pass, and the stack of an error that is a defect of ours
  -h, --help            show this

Exit codes: 0 done, 1 findings or drift, 2 wrong use, 70 a defect of twilio-workflows.`;

const formats: readonly string[] = ["pretty", "json", "github"] satisfies readonly FindingsFormat[];

/** @throws UsageError */
export function parseCommand(args: readonly string[]): Command | Question {
  const { values, positionals } = parse(args);
  const [kind, ...documents] = positionals;
  if (values.help || kind === "help") return { kind: "help" };
  if (kind === "explain") return { kind, about: questionOf(documents) };
  if (kind !== "generate" && kind !== "lint" && kind !== "fetch") {
    throw new UsageError(kind === undefined ? "A command is missing." : `There is no command \`${kind}\`.`);
  }
  const overlays = overlaysOf(values, documents);
  const common = {
    ...commonOf(values, documents),
    overlays: overlays.flatMap((path) => overlayFiles(path, values)).toSorted(fixesLast),
  };
  if (values["keep-going"] && kind !== "generate") throw new UsageError("`--keep-going` belongs to `generate`.");
  if (kind === "lint") {
    if (values.check || values.out !== undefined)
      throw new UsageError("`--out` and `--check` do not belong to `lint`.");
    return { kind, ...common, fixes: values.fix ? folderOf(overlays) : undefined };
  }
  if (values.fix) throw new UsageError("`--fix` belongs to `lint`.");
  if (kind === "fetch") {
    if (values.out !== undefined) throw new UsageError("`--out` belongs to `generate`.");
    return { kind, ...common, check: values.check ?? false };
  }
  const { out = "generated", check = false, "keep-going": keepGoing = false } = values;
  return { kind, ...common, out, check, keepGoing };
}

const optionTypes = {
  out: { type: "string" },
  overlays: { type: "string", multiple: true },
  source: { type: "string", multiple: true },
  server: { type: "string", multiple: true },
  root: { type: "string", multiple: true },
  sources: { type: "string", multiple: true },
  check: { type: "boolean" },
  "keep-going": { type: "boolean" },
  strict: { type: "boolean" },
  fix: { type: "boolean" },
  deny: { type: "string", multiple: true },
  allow: { type: "string", multiple: true },
  format: { type: "string" },
  debug: { type: "boolean" },
  help: { type: "boolean", short: "h" },
} as const;

type Values = ReturnType<typeof parse>["values"];

function parse(args: readonly string[]) {
  try {
    return parseArgs({ args: [...args], options: optionTypes, allowPositionals: true });
  } catch (error) {
    throw new UsageError(error instanceof Error ? error.message : String(error), { cause: error });
  }
}

/** The overlays, and folders of them, as they are named. */
function overlaysOf({ overlays, fix }: Values, documents: readonly string[]): readonly string[] {
  const isDefault = documents.length === 0 && (fix || exists("specs/overlays"));
  return overlays ?? (isDefault ? ["specs/overlays"] : []);
}

/** The first folder among the overlays; one that is not there yet is made. */
function folderOf(overlays: readonly string[]): string {
  const folder = overlays.find((path) => !exists(path) || statSync(path).isDirectory());
  if (folder !== undefined) return folder;
  throw new UsageError("`--fix` writes overlays: name the folder that they go to, `--overlays DIR`.");
}

/** The overlays that a path stands for; where corrections are written there need be none yet. */
function overlayFiles(path: string, { fix }: Values): readonly string[] {
  const isEmpty = exists(path) ? statSync(path).isDirectory() && documentsIn(path).length === 0 : !isDocument(path);
  return fix && isEmpty ? [] : filesOf(path, documentsIn, "YAML or JSON file");
}

/** Corrections are about what the other overlays have left. */
function fixesLast(a: string, b: string): number {
  return Number(isFixes(a)) - Number(isFixes(b));
}

function commonOf(values: Values, documents: readonly string[]): Omit<Common, "overlays"> {
  const { format = "pretty" } = values;
  if (!isFormat(format)) throw new UsageError(`\`--format\` is one of ${formats.join(", ")}, not \`${format}\`.`);
  const named = documents.length === 0 ? ["specs/arazzo"] : documents;
  return {
    documents: [...new Set(named.flatMap((path) => filesOf(path, arazzoDocumentsBelow, "Arazzo document")))],
    sources: new Map((values.source ?? []).map(sourceOf)),
    servers: new Map((values.server ?? []).map(serverOf)),
    roots: (values.root ?? []).map((path) => folderNamed("--root", path)),
    sourceFolders: (values.sources ?? []).map((path) => folderNamed("--sources", path)),
    strict: values.strict ?? false,
    ...levelsOf(values),
    format,
    debug: values.debug ?? false,
  };
}

function levelsOf({ deny = [], allow = [] }: Values): Pick<Common, "deny" | "allow"> {
  const denied = deny.map((code) => kindOf("--deny", code).code);
  const kindsAllowed = allow.map((code) => kindOf("--allow", code));
  const error = kindsAllowed.find(({ severity }) => severity === "error");
  if (error !== undefined) throw new UsageError(`\`${error.code}\` is an error, which cannot be allowed.`);
  const allowed = kindsAllowed.map(({ code }) => code);
  const both = allowed.find((code) => denied.includes(code));
  if (both !== undefined) throw new UsageError(`\`${both}\` is both denied and allowed.`);
  return { deny: denied, allow: allowed };
}

function kindOf(option: string, text: string): Kind {
  const kind = kindNamed(text);
  if (kind !== undefined) return kind;
  const hint = didYouMean(text, codes) ?? "`twilio-workflows explain` lists them.";
  throw new UsageError(`\`${option}\` takes the code of a finding, not \`${text}\`. ${hint}`);
}

function questionOf([code, ...others]: readonly string[]): Kind | undefined {
  if (others.length > 0) throw new UsageError("`explain` takes one code.");
  return code === undefined ? undefined : kindOf("explain", code);
}

function isFormat(text: string): text is FindingsFormat {
  return formats.includes(text);
}

function sourceOf(text: string): readonly [string, string] {
  return pairOf(text, "`--source` takes NAME=FILE");
}

function serverOf(text: string): readonly [string, string] {
  const [name, url] = pairOf(text, "`--server` takes NAME=URL");
  const server = url.replace(/\/+$/, "");
  const problem = serverProblem(server);
  if (problem !== undefined) throw new UsageError(`The server \`${url}\` ${problem}.`);
  return [name, server];
}

function pairOf(text: string, takes: string): readonly [string, string] {
  const at = text.indexOf("=");
  if (at < 1 || at === text.length - 1) throw new UsageError(`${takes}, not \`${text}\`.`);
  return [text.slice(0, at), text.slice(at + 1)];
}

function folderNamed(option: string, path: string): string {
  if (exists(path) && statSync(path).isDirectory()) return path;
  throw new UsageError(`\`${option}\` takes a folder, and \`${path}\` is none.`);
}

/** A file as it is, a folder as the files in it that are looked for, in the order of their names. */
function filesOf(path: string, inFolder: (folder: string) => readonly string[], what: string): readonly string[] {
  if (!exists(path)) throw new UsageError(`There is no file or folder \`${path}\`.`);
  if (!statSync(path).isDirectory()) return [path];
  const files = inFolder(path);
  if (files.length === 0) throw new UsageError(`The folder \`${path}\` holds no ${what}.`);
  return files;
}

/** The YAML and JSON files in a folder itself. */
function documentsIn(folder: string): readonly string[] {
  const names = readdirSync(folder).filter(isDocument);
  return names.toSorted().map((name) => join(folder, name));
}

function exists(path: string): boolean {
  return statSync(path, { throwIfNoEntry: false }) !== undefined;
}
