import { dirname, isAbsolute, join, relative, resolve } from "node:path";
import { pathToFileURL } from "node:url";
import * as z from "zod";
import { codes, Findings, type Code, type Finding } from "../diagnostics.js";
import {
  entries,
  fields,
  readDocument,
  readDocumentText,
  validateShape,
  type SourceDocument,
} from "../documents/index.js";
import { existsSync, noteRun, statSync } from "../disk.js";
import { runtimePlaces, type RuntimePlace } from "../emit/index.js";
import { UsageError } from "./arguments.js";

/** What a project says once, in place of options on every command line. */
export interface Config {
  readonly documents?: readonly string[] | undefined;
  readonly overlays?: readonly string[] | undefined;
  readonly sources?: Readonly<Record<string, string>> | undefined;
  readonly sourceFolders?: readonly string[] | undefined;
  readonly servers?: Readonly<Record<string, string>> | undefined;
  readonly roots?: readonly string[] | undefined;
  readonly out?: string | undefined;
  readonly runtime?: RuntimePlace | undefined;
  readonly strict?: boolean | undefined;
  /** What the findings of a code weigh. */
  readonly findings?: Readonly<Partial<Record<Code, Weight>>> | undefined;
}

type Weight = "error" | "off";

/** Something is wrong with the file itself. */
export class ConfigError extends Error {
  override readonly name = "ConfigError";
  readonly findings: readonly Finding[];

  constructor(findings: readonly Finding[]) {
    super("the config cannot be used");
    this.findings = findings;
  }
}

const weight = z.enum(["error", "off"]);
const paths = z.array(z.string());

const shape = fields({
  $schema: z.string().optional(),
  documents: paths.optional(),
  overlays: paths.optional(),
  sources: entries(z.string()).optional(),
  sourceFolders: paths.optional(),
  servers: entries(z.string()).optional(),
  roots: paths.optional(),
  out: z.string().optional(),
  runtime: z.enum(runtimePlaces).optional(),
  strict: z.boolean().optional(),
  findings: fields(Object.fromEntries(codes.map((code) => [code, weight.optional()]))).optional(),
});

/** What a config file is called, the ones that are looked for in this order. */
export const configNames = [
  "twilio-workflows.config.json",
  "twilio-workflows.config.ts",
  "twilio-workflows.config.mts",
  "twilio-workflows.config.js",
  "twilio-workflows.config.mjs",
] as const;

/**
 * Reads the config of a project, with its paths as they are seen from the working directory.
 * @param named The file, where one is named; else that of the working directory, if there is one
 * @throws ConfigError, UsageError
 */
export async function readConfig(named: string | undefined): Promise<Config> {
  const file = named ?? configNames.find((name) => existsSync(name));
  if (file === undefined) return {};
  if (!existsSync(file)) throw new UsageError(`There is no file \`${file}\`.`);
  const findings = new Findings();
  const document = /\.[cm]?[jt]s$/.test(file) ? await loadModule(file, findings) : readDocument(file, findings);
  const config: Config | undefined = document && validateShape(shape, document, [], findings);
  if (config === undefined) throw new ConfigError(findings.list());
  return below(relative(".", dirname(resolve(file))), config);
}

/** What a module exports by default, as a document. */
async function loadModule(file: string, findings: Findings): Promise<SourceDocument | undefined> {
  noteRun(file);
  const loaded: unknown = await importModule(file);
  const config = typeof loaded === "object" && loaded !== null && "default" in loaded ? loaded.default : undefined;
  return readDocumentText(file, JSON.stringify(config ?? null, undefined, 2), findings);
}

async function importModule(file: string): Promise<unknown> {
  try {
    // What was changed since it was loaded is loaded anew.
    return await import(`${pathToFileURL(resolve(file)).href}?${statSync(file)?.mtimeMs}`);
  } catch (error) {
    const said = error instanceof Error ? error.message : String(error);
    const isUnknown = error instanceof Error && "code" in error && error.code === "ERR_UNKNOWN_FILE_EXTENSION";
    const hint = isUnknown ? " Node.js loads TypeScript from 22.18 on; write JSON or JavaScript for older ones." : "";
    throw new UsageError(`\`${file}\` cannot be loaded: ${said}.${hint}`);
  }
}

function below(folder: string, config: Config): Config {
  const moved = (path: string): string => (folder === "" || isAbsolute(path) ? path : join(folder, path));
  const { documents, overlays, sources, sourceFolders, roots, out } = config;
  return {
    ...config,
    documents: documents?.map(moved),
    overlays: overlays?.map(moved),
    sources: sources && Object.fromEntries(Object.entries(sources).map(([name, file]) => [name, moved(file)])),
    sourceFolders: sourceFolders?.map(moved),
    roots: roots?.map(moved),
    out: out && moved(out),
  };
}
