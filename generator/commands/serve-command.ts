import { basename, extname } from "node:path";
import { quoted } from "../diagnostics.js";
import { UsageError, type Values } from "./arguments.js";
import { draftName } from "./draft-names.js";
import { folderNamed, openApiFiles, overlayFiles } from "./files.js";
import { callbackFates } from "./options.js";
import { pairOf, sourceOf } from "./pairs.js";

type CallbackFate = (typeof callbackFates)[number];

/** A server that plays documents. */
export interface ServeCommand {
  readonly kind: "serve";
  /** The files of the documents, by what these are called in addresses; none where Twilio is played. */
  readonly sources: ReadonlyMap<string, string>;
  readonly overlays: readonly string[];
  readonly spareOverlays: readonly string[];
  readonly roots: readonly string[];
  /** 0 for one that is free. */
  readonly port: number;
  /** What statuses go through, by the names of their properties. */
  readonly sequences: ReadonlyMap<string, readonly string[]>;
  /** What becomes of the callbacks of the Twilio that is played. */
  readonly callbacks: CallbackFate;
  readonly format: "pretty" | "json";
  readonly quiet: boolean;
  readonly verbose: boolean;
}

/** @throws UsageError */
export function serveOf(operands: readonly string[], values: Values): ServeCommand {
  const { source = [], overlays: named, root = [], sequence = [], quiet = false, verbose = false } = values;
  const sources = new Map<string, string>();
  const files = openApiFiles(operands).map((file) => [draftName(basename(file, extname(file))), file] as const);
  for (const [name, file] of [...files, ...source.map(sourceOf)]) {
    if (sources.has(name))
      throw new UsageError(`Two documents are called ${quoted(name)}: name one \`--source NAME=FILE\`.`);
    sources.set(name, file);
  }
  openApiFiles([...sources.values()]);
  const { overlays, spareOverlays } =
    sources.size === 0 ? { overlays: [], spareOverlays: [] } : overlayFiles([...sources.values()], named, false);
  return {
    kind: "serve",
    sources,
    overlays,
    spareOverlays,
    roots: root.map((path) => folderNamed("--root", path)),
    port: portOf(values.port ?? "4010"),
    sequences: new Map(sequence.map(sequenceOf)),
    callbacks: fateOf(values.callbacks, sources.size === 0),
    format: formatOf(values.format ?? "pretty"),
    quiet,
    verbose,
  };
}

/** @throws UsageError */
export function portOf(text: string): number {
  if (/^\d{1,5}$/.test(text) && Number(text) < 65_536) return Number(text);
  throw new UsageError(`\`--port\` takes a number up to 65535, not ${quoted(text)}.`);
}

function sequenceOf(text: string): readonly [string, readonly string[]] {
  const [name, statuses] = pairOf(text, "`--sequence` takes NAME=STATUS,…");
  return [name, statuses.split(",")];
}

function fateOf(given: string | undefined, playsTwilio: boolean): CallbackFate {
  if (given === undefined) return "sent";
  const fate = callbackFates.find((one) => one === given);
  if (fate === undefined) {
    throw new UsageError(`\`--callbacks\` is one of ${callbackFates.join(", ")}, not ${quoted(given)}.`);
  }
  if (!playsTwilio) throw new UsageError("`--callbacks` is for the Twilio that `serve` plays without documents.");
  return fate;
}

function formatOf(format: string): "pretty" | "json" {
  if (format === "pretty" || format === "json") return format;
  throw new UsageError(`\`serve\` shows what it does as pretty or json, not ${quoted(format)}.`);
}
