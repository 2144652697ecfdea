import { codes, didYouMean, kindNamed, quoted, type Code, type FindingsFormat, type Kind } from "../diagnostics.js";
import { serverProblem } from "../openapi/index.js";
import { readArguments, UsageError, type Values } from "./arguments.js";
import { isCommand, shells, type CommandName } from "./catalogue.js";
import { arazzoFiles, folderNamed, overlayFiles } from "./files.js";
import { formats } from "./options.js";

/** What was asked for on the command line. */
export type Command = GenerateCommand | LintCommand | FetchCommand | Question;

/** What needs no documents. */
export type Question =
  | { readonly kind: "help"; readonly about: CommandName | undefined }
  | { readonly kind: "version" }
  /** What a code of a finding means; all of them where none is named. */
  | { readonly kind: "explain"; readonly about: Kind | undefined }
  | { readonly kind: "completion"; readonly shell: Shell };

export type Shell = (typeof shells)[number];

/** How findings are shown. */
export interface Shown {
  readonly format: FindingsFormat;
  /** Whether only errors are shown. */
  readonly quiet: boolean;
  /** Whether all is shown of each finding. */
  readonly verbose: boolean;
}

/** A command on documents. */
export interface DocumentsCommand extends Shown {
  readonly documents: readonly string[];
  readonly overlays: readonly string[];
  readonly spareOverlays: readonly string[];
  readonly sources: ReadonlyMap<string, string>;
  readonly servers: ReadonlyMap<string, string>;
  /** Folders that documents may name files in, beside their own. */
  readonly roots: readonly string[];
  readonly sourceFolders: readonly string[];
  readonly strict: boolean;
  readonly deny: readonly Code[];
  readonly allow: readonly Code[];
  /** Whether to show how long each stage takes, and what each pass does. */
  readonly debug: boolean;
}

export interface GenerateCommand extends DocumentsCommand {
  readonly kind: "generate";
  readonly out: string;
  readonly check: boolean;
  /** Whether the workflows that compile are written where others do not. */
  readonly keepGoing: boolean;
}

export interface LintCommand extends DocumentsCommand {
  readonly kind: "lint";
  /** The folder of overlays that corrections are written to, if they are. */
  readonly fixes: string | undefined;
}

export interface FetchCommand extends DocumentsCommand {
  readonly kind: "fetch";
  readonly check: boolean;
}

/** @throws UsageError */
export function parseCommand(args: readonly string[]): Command {
  const { command, operands, values } = readArguments(args);
  if (values.help === true) return { kind: "help", about: command };
  if (values.version === true || command === undefined) return { kind: "version" };
  try {
    return commandOf(command, operands, values);
  } catch (error) {
    if (error instanceof UsageError && error.command === undefined) throw new UsageError(error.message, command);
    throw error;
  }
}

function commandOf(command: CommandName, operands: readonly string[], values: Values): Command {
  switch (command) {
    case "help":
      return { kind: command, about: commandAbout(operands) };
    case "explain":
      return { kind: command, about: questionOf(operands) };
    case "completion":
      return { kind: command, shell: shellOf(operands) };
    case "generate": {
      const { out = "generated", check = false, "keep-going": keepGoing = false } = values;
      return { kind: command, ...onDocuments(operands, values), out, check, keepGoing };
    }
    case "lint":
      return { kind: command, ...onDocuments(operands, values), fixes: overlaysOf(operands, values).fixes };
    case "fetch":
      return { kind: command, ...onDocuments(operands, values), check: values.check ?? false };
  }
}

function onDocuments(operands: readonly string[], values: Values): DocumentsCommand {
  const { overlays, spareOverlays } = overlaysOf(operands, values);
  return {
    documents: arazzoFiles(operands),
    overlays,
    spareOverlays,
    sources: new Map((values.source ?? []).map(sourceOf)),
    servers: new Map((values.server ?? []).map(serverOf)),
    roots: (values.root ?? []).map((path) => folderNamed("--root", path)),
    sourceFolders: (values.sources ?? []).map((path) => folderNamed("--sources", path)),
    strict: values.strict ?? false,
    ...levelsOf(values),
    format: formatOf(values),
    quiet: values.quiet ?? false,
    verbose: values.verbose ?? false,
    debug: values.debug ?? false,
  };
}

function overlaysOf(operands: readonly string[], { overlays, fix = false }: Values) {
  return overlayFiles(operands, overlays, fix);
}

function formatOf({ format = "pretty" }: Values): FindingsFormat {
  return oneOf(formats, format, "`--format` is");
}

function shellOf([shell, ...others]: readonly string[]): Shell {
  if (shell === undefined || others.length > 0) {
    throw new UsageError(`\`completion\` takes the name of a shell: ${shells.join(", ")}.`);
  }
  return oneOf(shells, shell, "The shell is");
}

/** @param said The sentence that the list follows, as far as the verb */
function oneOf<Name extends string>(names: readonly Name[], text: string, said: string): Name {
  const name = names.find((candidate) => candidate === text);
  if (name !== undefined) return name;
  throw new UsageError(`${said} one of ${names.join(", ")}, not ${quoted(text)}.`);
}

function levelsOf({ deny = [], allow = [] }: Values): Pick<DocumentsCommand, "deny" | "allow"> {
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
  throw new UsageError(`\`${option}\` takes the code of a finding, not ${quoted(text)}. ${hint}`);
}

function questionOf([code, ...others]: readonly string[]): Kind | undefined {
  if (others.length > 0) throw new UsageError("`explain` takes one code.");
  return code === undefined ? undefined : kindOf("explain", code);
}

function commandAbout([name, ...others]: readonly string[]): CommandName | undefined {
  if (others.length > 0) throw new UsageError("`help` takes one command.");
  if (name === undefined || isCommand(name)) return name;
  throw new UsageError(`There is no command ${quoted(name)}.`);
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
