import { stringify } from "yaml";
import type { Fix, FixAction } from "../diagnostics.js";
import { child, hasChild, isList, isMapping, valueAt } from "./data.js";
import type { Path, SourceDocument } from "./document.js";
import { selectPaths } from "./jsonpath.js";

/** What an overlay is to merge into the object at a path or that it is to remove what stands there, and why. */
export interface Correction {
  readonly at: Path;
  readonly description: string;
  /** Absent where it is to be removed. */
  readonly update?: Readonly<Record<string, unknown>>;
}

/**
 * The overlay actions that make corrections to a document; `undefined` where no JSONPath leads to one of the places,
 * or where they stand in several files.
 */
export function overlayFix(bundled: SourceDocument, given: readonly Correction[]): Fix | undefined {
  const corrections = given.map((correction) => ({ ...correction, ...located(bundled, correction.at) }));
  const [document = bundled, ...others] = new Set(corrections.map((correction) => correction.document));
  if (others.length > 0) return undefined;
  const actions = corrections.map(({ at, description, update }): FixAction => {
    return update === undefined
      ? { target: targetOf(document.root, at, idsToRemove), description, remove: true }
      : { target: targetOf(document.root, at), description, update };
  });
  if (!actions.every(({ target }, index) => leadsTo(corrections[index]?.at ?? [], target, document.root)))
    return undefined;
  return { file: document.file, path: document.source.path, actions, text: actionsText(actions) };
}

/**
 * Whether the JSONPath that was made for a path selects it, and nothing else. One of plain characters does, if there is
 * anything at the path; any other is tried, which takes long in long lists.
 */
function leadsTo(path: Path, target: string, root: unknown): boolean {
  const isPlain = /^[\x20-\x7e]{1,1000}$/.test(target) && !/[\\"]/.test(target);
  if (isPlain) return path.length === 0 || hasChild(valueAt(root, path.slice(0, -1)), path.at(-1) ?? "");
  return JSON.stringify(selectPaths(target, root)) === JSON.stringify([path]);
}

function located(bundled: SourceDocument, at: Path): { readonly document: SourceDocument; readonly at: Path } {
  const { document, path } = bundled.origin(at);
  return { document, at: path };
}

/** Actions as entries of a YAML list. */
export function actionsText(actions: readonly FixAction[]): string {
  const entries = actions.map(({ target, description, update, remove }) => {
    return { target, description, ...(update === undefined ? {} : { update }), ...(remove ? { remove } : {}) };
  });
  // Targets are longer than any line, and read best in one.
  return stringify(entries, { lineWidth: 0, indentSeq: false }).trimEnd();
}

/** What tells the entries of a list apart, in the order of preference. */
const ids: readonly string[] = ["workflowId", "stepId", "name"];

/** Where entries are removed, those behind them come to stand elsewhere. */
const idsToRemove = [...ids, "condition"];

/**
 * A JSONPath to one value, by names wherever entries have them, so that it still leads there when others come before.
 * @see https://www.rfc-editor.org/rfc/rfc9535
 */
export function targetOf(root: unknown, path: Path, by: readonly string[] = ids): string {
  let text = "$";
  let value = root;
  for (const key of path) {
    text += isList(value) ? entrySelector(value, Number(key), by) : memberSelector(String(key));
    value = child(value, key);
  }
  return text;
}

function entrySelector(list: readonly unknown[], index: number, by: readonly string[]): string {
  const entry = list[index];
  if (
    by === idsToRemove &&
    typeof entry === "string" &&
    !/\p{Cc}/u.test(entry) &&
    list.indexOf(entry) === list.lastIndexOf(entry)
  ) {
    return `[?@ == ${quotedName(entry)}]`;
  }
  for (const id of by) {
    const name = child(entry, id);
    if (typeof name !== "string" || !isMapping(entry) || /\p{Cc}/u.test(name)) continue;
    if (list.filter((other) => child(other, id) === name).length === 1) return `[?@.${id} == ${quotedName(name)}]`;
  }
  return `[${index}]`;
}

function memberSelector(name: string): string {
  return /^[A-Za-z_][A-Za-z0-9_]*$/.test(name) ? `.${name}` : `[${quotedName(name)}]`;
}

/** A string literal of JSONPath. */
function quotedName(name: string): string {
  const inner = JSON.stringify(name).slice(1, -1).replaceAll('\\"', '"').replaceAll("'", "\\'");
  return `'${inner}'`;
}
