import { beside } from "../run/index.js";
import { fileURLToPath } from "node:url";
import { quoted } from "../diagnostics.js";
import { UsageError, type Values } from "./arguments.js";
import type { DocumentsCommand } from "./documents-command.js";
import type { Config } from "./config.js";
import { isFolder } from "./files.js";

/** A workflow that is run at once. */
export interface RunCommand extends DocumentsCommand {
  readonly kind: "run";
  /** Its `workflowId`, or the name of its function; the empty string where none is named, and all are to be. */
  readonly workflow: string;
  /** JSON, `@` and the name of a file that holds it, or `-` for the standard input. Default: nothing is given. */
  readonly input: string | undefined;
  /** Whether nothing is sent, and each request shown. */
  readonly dryRun: boolean;
  /** The file of the checkpoint to go on from. */
  readonly resume: string | undefined;
  /** The steps to send again though they may have taken effect. */
  readonly resend: readonly string[];
  /** The file that checkpoints are kept in while it runs. Default: one is written if it fails. */
  readonly checkpoint: string | undefined;
  /** What to use in place of servers: a URL for all, or URLs by source or host. */
  readonly baseUrl: string | Readonly<Record<string, string>> | undefined;
  /** Whether nothing is asked. */
  readonly yes: boolean;
  /** How things are shown. Default: `pretty` where somebody watches the standard output, else `json`. */
  readonly shown: "pretty" | "json" | undefined;
}

/** What a command is given. */
export interface Given {
  readonly operands: readonly string[];
  readonly values: Values;
  readonly config: Config;
}

/**
 * What the command line says of a run.
 * @param onDocuments Reads what it says of documents
 * @throws UsageError
 */
export function runOf<G extends Given>(given: G, onDocuments: (given: G) => DocumentsCommand): RunCommand {
  const { operands, values } = given;
  const [workflow = "", ...documents] = operands;
  const { input, resume, resend = [], checkpoint, yes = false, format } = values;
  return {
    kind: "run",
    ...onDocuments(withLibrary({ ...given, operands: documents, values: { ...values, format: undefined } })),
    workflow,
    input,
    dryRun: values["dry-run"] ?? false,
    resume,
    resend,
    checkpoint,
    baseUrl: baseUrlOf(values["base-url"] ?? []),
    yes,
    shown: shownAs(format),
  };
}

/** Where neither the command line nor the config names documents, and there are none in their usual place: the library's. */
export function withLibrary<G extends Given>(given: G): G {
  const { operands, values, config } = given;
  if (operands.length > 0 || config.documents !== undefined || isFolder("specs/arazzo")) return given;
  const [documents, overlays, root] = ["specs/arazzo", "specs/overlays", "specs"].map((path) =>
    fileURLToPath(beside(path)),
  );
  return {
    ...given,
    operands: documents === undefined ? [] : [documents],
    values: { ...values, overlays: values.overlays ?? [overlays], root: [...(values.root ?? []), root] },
  };
}

/** `URL` for all, or `NAME=URL` for a source or host each. */
export function baseUrlOf(texts: readonly string[]): RunCommand["baseUrl"] {
  const [only] = texts;
  if (only === undefined) return undefined;
  if (texts.length === 1 && /^https?:/i.test(only)) return only;
  const pairs = texts.map((text) => {
    const [, name, url] = /^([^=/]+)=(https?:.+)$/i.exec(text) ?? [];
    if (name !== undefined && url !== undefined) return [name, url] as const;
    throw new UsageError(
      `\`--base-url\` takes a URL for all, or NAME=URL for each source or host, not ${quoted(text)}.`,
    );
  });
  return Object.fromEntries(pairs);
}

function shownAs(format: string | undefined): RunCommand["shown"] {
  if (format === undefined || format === "pretty" || format === "json") return format;
  throw new UsageError(`\`run\` shows what it does as pretty or json, not ${quoted(format)}.`, "run");
}
