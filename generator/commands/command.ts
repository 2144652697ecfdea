import { codes, kinds, quoted, type Code, type FindingsFormat, type Kind } from "../diagnostics.js";
import { runtimePlaces, type RuntimePlace } from "../emit/index.js";
import type { SiteForm } from "../site/index.js";
import { readArguments, UsageError, type Values } from "./arguments.js";
import { configNames, type Config } from "./config.js";
import { arazzoFiles, folderNamed, openApiFiles, overlayFiles, type OverlayFiles } from "./files.js";
import type { DocumentsCommand } from "./documents-command.js";
import { ciNames, formats } from "./options.js";
import { serverAt, serverOf, sourceOf } from "./pairs.js";
import { kindNamedBy, oneOf } from "./named.js";
import { isWork, questionOf, type Question, type Work } from "./question.js";
import { mcpOf, type McpCommand } from "./mcp-command.js";
import { runOf, withLibrary, type RunCommand } from "./run-command.js";
import { portOf, serveOf, type ServeCommand } from "./serve-command.js";

export type { DocumentsCommand, Shown } from "./documents-command.js";

/** What was asked for on the command line. */
export type Command = DocumentsCommands | InitCommand | NewCommand | McpCommand | RunCommand | ServeCommand | Question;

export type DocumentsCommands = GenerateCommand | LintCommand | FetchCommand | DocsCommand | TraceCommand;

export interface GenerateCommand extends DocumentsCommand {
  readonly kind: "generate";
  readonly out: string;
  /** Where generated code has its runtime. */
  readonly runtime: RuntimePlace;
  readonly check: boolean;
  /** Whether the workflows that compile are written where others do not. */
  readonly keepGoing: boolean;
  /** Whether it is done again whenever something changes. */
  readonly watch: boolean;
  /** The files and folders that were named, and the others in which something may change. */
  readonly places: readonly string[];
}

export interface LintCommand extends DocumentsCommand {
  readonly kind: "lint";
  /** The folder of overlays that corrections are written to, if they are. */
  readonly fixes: string | undefined;
  /** Whether extensions that change what is done are errors. */
  readonly portable: boolean;
}

/** Pages about the workflows. */
export interface DocsCommand extends DocumentsCommand {
  readonly kind: "docs";
  readonly out: string;
  readonly form: SiteForm;
  /** The module that calls to copy import functions from. */
  readonly from: string;
  readonly check: boolean;
  /** How they are served, in place of being written. */
  readonly served: ServedDocs | undefined;
}

export interface ServedDocs {
  /** Of this machine; 0 for one that is free. */
  readonly port: number;
  /** How long each answer takes, in milliseconds. */
  readonly pace: number;
}

/** The page of a run. */
export interface TraceCommand extends DocumentsCommand {
  readonly kind: "trace";
  /** The file that holds the run. */
  readonly run: string;
  readonly out: string;
}

export interface FetchCommand extends DocumentsCommand {
  readonly kind: "fetch";
  readonly check: boolean;
}

export interface InitCommand {
  readonly kind: "init";
  readonly documents: string | undefined;
  readonly out: string | undefined;
  readonly runtime: RuntimePlace | undefined;
  readonly ci: string | undefined;
  /** Whether nothing is asked. */
  readonly yes: boolean;
}

export interface NewCommand {
  readonly kind: "new";
  readonly apis: readonly string[];
  readonly operations: readonly string[];
  readonly name: string | undefined;
  readonly to: string | undefined;
}

/**
 * @param config What the project says where the command line does not
 * @throws UsageError
 */
export function parseCommand(args: readonly string[], config: Config = {}): Command {
  const asked = readArguments(args);
  const { command } = asked;
  try {
    return isWork(asked) ? commandOf(asked.command, { ...asked, config }) : questionOf(asked);
  } catch (error) {
    if (error instanceof UsageError && error.command === undefined) throw new UsageError(error.message, command);
    throw error;
  }
}

/** All that is known of what is wanted. */
interface Given {
  readonly operands: readonly string[];
  readonly values: Values;
  readonly config: Config;
}

function commandOf(command: Work["command"], given: Given): Command {
  const { operands, values, config } = given;
  switch (command) {
    case "init":
      return initOf(given);
    case "new":
      return newOf(given);
    case "mcp":
      return mcpOf(given, (all) => onDocuments(all, overlaysOf(all)));
    case "run":
      return runOf(given, (all) => onDocuments(all, overlaysOf(all)));
    case "serve":
      return serveOf(operands, values);
    case "generate": {
      const { out = config.out ?? "generated", check = false, "keep-going": keepGoing = false } = values;
      const { watch = false } = values;
      const runtime = runtimeOf(values) ?? config.runtime ?? "copy";
      if (watch && check) throw new UsageError("`--watch` writes what `--check` only compares: leave one of them out.");
      const all = onDocuments(given, overlaysOf(given));
      return { kind: command, ...all, out, runtime, check, keepGoing, watch, places: placesOf(given, all) };
    }
    case "lint": {
      const files = overlaysOf(given);
      const { portable = false } = values;
      return { kind: command, ...onDocuments(given, files), fixes: files.fixes, portable };
    }
    case "docs": {
      const { out = "site", check = false, diagrams, import: from, serve = false } = values;
      if (serve && (check || diagrams !== undefined || values.out !== undefined)) {
        throw new UsageError("`--serve` writes nothing: leave `--out`, `--check` and `--diagrams` out.", "docs");
      }
      if (!serve && (values.port !== undefined || values.pace !== undefined)) {
        throw new UsageError("`--port` and `--pace` are about serving the pages: add `--serve`.", "docs");
      }
      const { port = "4010", pace = "600" } = values;
      const served = serve ? { port: portOf(port), pace: paceOf(pace) } : undefined;
      const form = diagrams === undefined ? "html" : oneOf(["svg", "mermaid"] as const, diagrams, "`--diagrams` is");
      const all = withLibrary(given);
      const module = from ?? (all === given ? `./${config.out ?? "generated"}/index.js` : "twilio-workflows");
      return { kind: command, ...onDocuments(all, overlaysOf(all)), out, form, from: module, check, served };
    }
    case "trace": {
      const [run, ...rest] = operands;
      if (run === undefined) throw new UsageError("`trace` takes the file that holds the run.");
      const named = withLibrary({ ...given, operands: rest });
      return { kind: command, ...onDocuments(named, overlaysOf(named)), run, out: values.out ?? "trace" };
    }
    case "fetch":
      return { kind: command, ...onDocuments(given, overlaysOf(given)), check: values.check ?? false };
  }
}

function onDocuments(given: Given, { overlays, spareOverlays }: OverlayFiles): DocumentsCommand {
  const { values, config } = given;
  const { root: roots = config.roots ?? [], sources: sourceFolders = config.sourceFolders ?? [] } = values;
  return {
    documents: arazzoFiles(namedDocuments(given)),
    overlays,
    spareOverlays,
    sources: new Map([...Object.entries(config.sources ?? {}), ...(values.source ?? []).map(sourceOf)]),
    servers: new Map([...Object.entries(config.servers ?? {}).map(serverAt), ...(values.server ?? []).map(serverOf)]),
    roots: roots.map((path) => folderNamed("--root", path)),
    sourceFolders: sourceFolders.map((path) => folderNamed("--sources", path)),
    strict: values.strict ?? config.strict ?? false,
    ...levelsOf(values, config),
    format: formatOf(values),
    quiet: values.quiet ?? false,
    verbose: values.verbose ?? false,
    debug: values.debug ?? false,
  };
}

function paceOf(text: string): number {
  if (/^\d{1,5}$/.test(text)) return Number(text);
  throw new UsageError(`\`--pace\` takes milliseconds, not ${quoted(text)}.`, "docs");
}

function initOf({ operands, values }: Given): InitCommand {
  const { documents, out, ci, yes = false } = values;
  if (operands.length > 0) throw new UsageError("`init` takes options only.");
  return { kind: "init", documents, out, runtime: runtimeOf(values), ci: ci && oneOf(ciNames, ci, "`--ci` is"), yes };
}

/** The documents and folders that the command line names, else the config. */
function namedDocuments({ operands, config }: Given): readonly string[] {
  return operands.length === 0 ? (config.documents ?? []) : operands;
}

function placesOf(given: Given, { documents, overlays, sources, sourceFolders }: DocumentsCommand): readonly string[] {
  const { values } = given;
  return [
    ...namedDocuments(given),
    ...documents,
    ...overlays,
    ...sources.values(),
    ...sourceFolders,
    values.config ?? configNames[0],
  ];
}

function newOf({ operands, values: { operation: operations = [], name, to } }: Given): NewCommand {
  if (operands.length === 0) throw new UsageError("`new` takes the OpenAPI documents of the operations.");
  if (operations.length === 0) throw new UsageError("`new` takes operations: `--operation NAME`, once for each step.");
  if (name !== undefined && !/^[A-Za-z0-9_-]+$/.test(name)) {
    throw new UsageError(`A workflow is called by letters, digits, \`-\` and \`_\`, not ${quoted(name)}.`);
  }
  return { kind: "new", apis: openApiFiles(operands), operations, name, to };
}

/** Overlays that the config names are for its documents: of those that are for none of the named ones nothing is said. */
function overlaysOf(given: Given): OverlayFiles {
  const { operands, config } = given;
  const { overlays, fix = false } = given.values;
  const files = overlayFiles(namedDocuments(given), overlays ?? config.overlays, fix);
  const isOfConfig = overlays === undefined && config.overlays !== undefined && operands.length > 0;
  return isOfConfig ? { ...files, spareOverlays: files.overlays } : files;
}

function formatOf({ format = "pretty" }: Values): FindingsFormat {
  return oneOf(formats, format, "`--format` is");
}

function runtimeOf({ runtime }: Values): RuntimePlace | undefined {
  return runtime === undefined ? undefined : oneOf(runtimePlaces, runtime, "`--runtime` is");
}

/** The command line goes before the config. */
function levelsOf(
  { deny = [], allow = [] }: Values,
  { findings = {} }: Config,
): Pick<DocumentsCommand, "deny" | "allow"> {
  const denied = deny.map((code) => kindNamedBy("--deny", code).code);
  const allowed = allow.map((code) => mayBeAllowed(kindNamedBy("--allow", code)));
  const both = allowed.find((code) => denied.includes(code));
  if (both !== undefined) throw new UsageError(`\`${both}\` is both denied and allowed.`);
  const weighed = codes.filter((code) => !denied.includes(code) && !allowed.includes(code));
  const off = kinds.filter(({ code }) => weighed.includes(code) && findings[code] === "off");
  return {
    deny: [...denied, ...weighed.filter((code) => findings[code] === "error")],
    allow: [...allowed, ...off.map(mayBeAllowed)],
  };
}

function mayBeAllowed({ code, severity }: Kind): Code {
  if (severity !== "error") return code;
  throw new UsageError(`\`${code}\` is an error, which cannot be allowed.`);
}
