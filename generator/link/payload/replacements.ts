import type { WorkflowSite } from "../linked.js";
import {
  isExpression,
  isFailure,
  meantPointer,
  parseTarget,
  slowSelection,
  type PayloadReplacement,
} from "../../arazzo/index.js";
import { found, quoted, type Assumption } from "../../diagnostics.js";
import { child, isList, isMapping, overlayFix, type Path } from "../../documents/index.js";
import { selectIn } from "./select.js";
import type { LateReplacement, MovedPart, PayloadSource } from "./payload-source.js";

/**
 * The payload with its replacements made, as far as the document alone can tell what is replaced.
 * @param at Where the replacements stand
 * @see https://spec.openapis.org/arazzo/v1.1.0.html#payload-replacement-object
 */
export function withReplacements(
  source: PayloadSource,
  replacements: readonly PayloadReplacement[],
  at: Path,
  mediaType: string,
  planning: WorkflowSite,
): PayloadSource {
  return replacements.reduce((before, replacement, index) => {
    const here = [...at, index];
    const targets = targetsOf(before, replacement, here, mediaType, planning);
    return targets.reduce((payload, tokens) => replace(payload, tokens, replacement, here, planning), before);
  }, source);
}

/** That a JSONPath, or names with dots between them, are the JSON Pointer that leads there. */
function assumedTarget(target: string, at: Path, { document }: WorkflowSite["linked"]): Assumption | undefined {
  const meant = meantPointer(target);
  if (meant === undefined) return undefined;
  const description = `${target} means ${meant}.`;
  return {
    that: `${quoted(meant)} is meant`,
    actions: () => overlayFix(document, [{ at, description, update: { target: meant } }]),
  };
}

/** The places in the payload that a replacement means. */
function targetsOf(
  source: PayloadSource,
  replacement: PayloadReplacement,
  at: Path,
  mediaType: string,
  { linked, findings, patterns }: WorkflowSite,
): readonly (readonly string[])[] {
  const selection = parseTarget(replacement, mediaType);
  const targetAt = [...at, "target"];
  if (isFailure(selection)) {
    const { text } = selection.unsupported ? found.unsupportedFeature : found.invalidExpression;
    const place = linked.document.placeInside(targetAt, selection.start, selection.end);
    findings.assume(place, text(selection, replacement.target), assumedTarget(replacement.target, at, linked));
    return [];
  }
  if (selection.kind === "pointer") return [selection.tokens];
  const slow = slowSelection(selection, patterns);
  const selected =
    slow === undefined
      ? selectIn(source.value, selection.query, selection.parsed)
      : `${slow.what.message}, and the query is run by the generator`;
  if (typeof selected === "string") {
    findings.report(linked.document.place(targetAt), found.unsupportedFeature.selection(replacement.target, selected));
    return [];
  }
  if (selected.length === 0) {
    findings.report(linked.document.place(targetAt), found.unknownPointer.nothingInPayload(replacement.target));
  }
  return selected.map((path) => path.map(String));
}

function replace(
  source: PayloadSource,
  tokens: readonly string[],
  { target, value }: PayloadReplacement,
  at: Path,
  { linked, findings }: WorkflowSite,
): PayloadSource {
  const result = setIn(source.value, tokens, value);
  const from = [...at, "value"];
  if ("set" in result) {
    const moved: MovedPart = { path: result.path, from };
    return { ...source, value: result.set, moved: [...source.moved, moved] };
  }
  if ("expressionAt" in result) {
    const path = tokens.slice(0, result.expressionAt);
    const inside = tokens.slice(result.expressionAt);
    const late: LateReplacement = { path, inside, value, from, targetAt: [...at, "target"] };
    return { ...source, late: [...source.late, late] };
  }
  const what = found.unknownPointer.inPayload(target, tokens[result.failedAt] ?? "", result.names);
  findings.report(linked.document.place([...at, "target"]), what);
  return source;
}

type SetResult =
  | { readonly set: unknown; readonly path: Path }
  | { readonly expressionAt: number }
  | { readonly failedAt: number; readonly names: readonly string[] };

/** A copy of a payload with another value at a place; the last name may be a new one, and so may an item at the end. */
function setIn(here: unknown, tokens: readonly string[], value: unknown, depth = 0): SetResult {
  const token = tokens[depth];
  if (token === undefined) return { set: value, path: [] };
  if (isExpression(here)) return { expressionAt: depth };
  const isLast = depth === tokens.length - 1;
  if (isList(here)) {
    const index = token === "-" ? here.length : Number(token);
    const isIndex = token === "-" || /^(?:0|[1-9]\d*)$/.test(token);
    if (!isIndex || index > here.length || (index === here.length && !isLast)) return { failedAt: depth, names: [] };
    const inner = setIn(here[index], tokens, value, depth + 1);
    return "set" in inner ? { set: itemsWith(here, index, inner.set), path: [index, ...inner.path] } : inner;
  }
  if (!isMapping(here) || (!isLast && child(here, token) === undefined)) {
    return { failedAt: depth, names: isMapping(here) ? Object.keys(here) : [] };
  }
  const inner = setIn(child(here, token), tokens, value, depth + 1);
  if (!("set" in inner)) return inner;
  const entries = new Map(Object.entries(here)).set(token, inner.set);
  return { set: Object.fromEntries(entries), path: [token, ...inner.path] };
}

function itemsWith(items: readonly unknown[], index: number, value: unknown): readonly unknown[] {
  return [...items.slice(0, index), value, ...items.slice(index + 1)];
}
