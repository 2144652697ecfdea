import { quoted } from "../diagnostics.js";
import { UsageError } from "./arguments.js";
import type { DocumentsCommand } from "./documents-command.js";
import { baseUrlOf, withLibrary, type Given, type RunCommand } from "./run-command.js";

/** A server that offers workflows as tools. */
export interface McpCommand extends DocumentsCommand {
  readonly kind: "mcp";
  /** The workflows that may write, `all` for all. */
  readonly allowed: readonly string[];
  /** The port to serve HTTP on; 0 for one that is free. Default: the standard input and output are served. */
  readonly port: number | undefined;
  readonly baseUrl: RunCommand["baseUrl"];
}

/** @param onDocuments Reads what the command line says of documents @throws UsageError */
export function mcpOf<G extends Given>(given: G, onDocuments: (given: G) => DocumentsCommand): McpCommand {
  const { "allow-write": allowed = [], http, "base-url": urls = [] } = given.values;
  return {
    kind: "mcp",
    ...onDocuments(withLibrary(given)),
    allowed,
    port: http === undefined ? undefined : portOf(http),
    baseUrl: baseUrlOf(urls),
  };
}

function portOf(text: string): number {
  if (/^\d{1,5}$/.test(text) && Number(text) < 65_536) return Number(text);
  throw new UsageError(`\`--http\` takes the number of a port up to 65535, not ${quoted(text)}.`, "mcp");
}
