import { basename, dirname, relative, sep } from "node:path";
import { isSeq, parseDocument, stringify, type YAMLSeq } from "yaml";
import { Findings, type FixAction } from "../diagnostics.js";
import { isMapping, valueAt } from "./data.js";
import { actionsText } from "./overlay-fix.js";
import { overlaysFor, readOverlay } from "./overlay.js";
import { readDocumentText } from "./read.js";

/** An overlay that cannot take further actions; the message says which and why. */
export class OverlayWriteError extends Error {
  override readonly name = "OverlayWriteError";
}

/** The text of a new overlay for a document. */
export function newOverlayText(file: string, document: string, actions: readonly FixAction[]): string {
  const head = {
    overlay: "1.0.0",
    info: { title: `Corrections of ${basename(document)}`, version: "1.0.0" },
    extends: urlOf(relative(dirname(file), document)),
  };
  return `${stringify(head, { lineWidth: 0 })}actions:\n${actionsText(actions)}\n`;
}

/**
 * The text of an overlay with actions added at the end of its list; not one character of what is there changes. Actions
 * that it holds already are left out.
 * @throws OverlayWriteError where the text is no such overlay, or not of this document
 */
export function appendedOverlayText(
  file: string,
  text: string,
  document: string,
  actions: readonly FixAction[],
): string {
  const before = readActions(file, text, document);
  const known = new Set(before.map((action) => JSON.stringify(keyOf(action))));
  const added = actions.filter((action) => !known.has(JSON.stringify(keyOf({ ...action }))));
  if (added.length === 0) return text;
  const list = parseDocument(text).get("actions", true);
  if (!isSeq(list) || list.flow === true) refuse(file, "its `actions` are no list with an entry a line");
  const { end, indent } = endOf(list, text);
  const lineBreak = text.includes("\r\n") ? "\r\n" : "\n";
  const lines = actionsText(added).split("\n");
  const block = lines.map((line) => `${lineBreak}${line === "" ? "" : indent}${line}`).join("");
  const result = `${text.slice(0, end)}${block}${text.slice(end)}`;
  const after = readActions(file, result, document);
  if (after.length !== before.length + added.length) refuse(file, "actions cannot be added at its end");
  return result;
}

function keyOf(action: unknown): readonly unknown[] {
  return ["target", "update", "remove"].map((field) => valueAt(action, [field]));
}

function readActions(file: string, text: string, document: string): readonly unknown[] {
  const findings = new Findings();
  const read = readDocumentText(file, text, findings);
  const overlay = read && readOverlay(read, findings);
  if (read === undefined || overlay === undefined) refuse(file, "it is no overlay that can be read");
  const target = readDocumentText(document, "{}", findings);
  if (target === undefined || overlaysFor(target, [overlay]).length === 0) refuse(file, "it extends another document");
  const actions = isMapping(read.root) ? read.root["actions"] : undefined;
  return Array.isArray(actions) ? actions : [];
}

/** The end of the last line of a list, and what its lines begin with. */
function endOf(list: YAMLSeq, text: string): { readonly end: number; readonly indent: string } {
  const start = list.range?.[0] ?? 0;
  const [line = ""] = text.slice(text.lastIndexOf("\n", start - 1) + 1).split("\n", 1);
  const last = list.range?.[1] ?? text.length;
  // The range of a block goes up to where the next thing begins; its text ends before the blank space.
  let end = text.slice(0, last).trimEnd().length;
  const rest = /^[^\S\r\n]*(?:#[^\r\n]*)?/.exec(text.slice(end))?.[0] ?? "";
  end += rest.length;
  return { end, indent: /^\s*/.exec(line)?.[0] ?? "" };
}

function urlOf(path: string): string {
  const parts = path.split(sep).map((part) => encodeURIComponent(part));
  return parts.length > 0 && parts[0] === ".." ? parts.join("/") : `./${parts.join("/")}`;
}

function refuse(file: string, why: string): never {
  throw new OverlayWriteError(`${file} cannot be added to: ${why}`);
}
