import { readFileSync, statSync } from "../disk.js";
import { relative, resolve, sep } from "node:path";
import { found, type Findings, type Source } from "../diagnostics.js";
import type { SourceDocument } from "./document.js";
import { limits } from "./limits.js";
import { ReadDocument } from "./read-document.js";
import { buildData } from "./yaml-data.js";
import { parseYaml } from "./yaml-parse.js";

/**
 * Reads a YAML 1.2 or JSON file. What cannot be read, or has no equal in JSON, ends in findings and `undefined`.
 * @param file Path of the file, relative to the working directory or absolute.
 * @see https://yaml.org/spec/1.2.2/
 */
export function readDocument(file: string, findings: Findings): SourceDocument | undefined {
  const path = resolve(file);
  const text = readText(path, findings);
  return text === undefined ? undefined : readDocumentText(path, text, findings);
}

/** Reads a document from a text that is at hand, as if it stood in `file`. */
export function readDocumentText(file: string, text: string, findings: Findings): SourceDocument | undefined {
  const path = resolve(file);
  const source: Source = { path: displayPath(path), text: text.replace(/^\ufeff/, "") };
  const node = parseYaml(source, findings);
  const data = node && buildData(node, source, findings);
  return data && new ReadDocument(path, source, data.value, data.place);
}

/** A path as reports show it: relative to the working directory where that is shorter, with `/`. */
export function displayPath(file: string): string {
  const nearby = relative(process.cwd(), file);
  const shown = nearby !== "" && nearby.length < file.length ? nearby : file;
  return sep === "/" ? shown : shown.replaceAll(sep, "/");
}

function readText(path: string, findings: Findings): string | undefined {
  const shown = displayPath(path);
  try {
    const stat = statSync(path);
    if (stat === undefined || !stat.isFile()) {
      const why = stat === undefined ? "does not exist" : "is not a file";
      findings.report(undefined, found.fileUnreadable.file(shown, why));
      return undefined;
    }
    if (stat.size > limits.bytes) {
      const most = `${limits.bytes / 1024 / 1024} MB`;
      findings.report(undefined, found.documentTooLarge.bytes(shown, stat.size, most));
      return undefined;
    }
    return new TextDecoder("utf-8", { fatal: true }).decode(readFileSync(path));
  } catch (error) {
    findings.report(undefined, found.fileUnreadable.file(shown, whyUnreadable(error)));
    return undefined;
  }
}

function whyUnreadable(error: unknown): string {
  const code = error instanceof Error && "code" in error ? String(error.code) : "";
  switch (code) {
    case "ENOENT":
    case "ENOTDIR":
      return "does not exist";
    case "EACCES":
    case "EPERM":
      return "may not be read by this user";
    case "ERR_ENCODING_INVALID_ENCODED_DATA":
      return "is not UTF-8 text";
    case "ERR_INVALID_ARG_VALUE":
      return "is no name of a file";
    default:
      return `could not be read (${code === "" ? String(error) : code})`;
  }
}
