import type { Severity } from "./codes.js";
import type { Finding } from "./finding.js";
import type { FormatOptions } from "./format-options.js";
import { codeFrame } from "./frame.js";
import { positionAt } from "./lines.js";
import { paintFor, type Paint } from "./paint.js";
import { visible } from "./visible.js";

/** More than these nobody reads. */
const MOST = 100;
/** More than these places of one kind and cause say nothing new. */
const MOST_PLACES = 10;

/** Findings that are shown as one: the first in full, of the others where they are. */
type Group = readonly [first: Finding, ...others: Finding[]];

/** Each finding with its frame and hint, and a line at the end that counts them. Of very many, the first are shown. */
export function formatPretty(findings: readonly Finding[], { color, brief = false }: FormatOptions): string {
  if (findings.length === 0) return "";
  const paint = paintFor(color);
  const groups = brief ? groupsOf(findings) : findings.map((finding): Group => [finding]);
  const { shown, left } = firstOf(groups);
  const rest = left.length === 0 ? [] : [`and ${summary(left.flat())} that are not shown; \`--format json\` shows all`];
  const texts = shown.map((group) => formatGroup(group, paint, { color, brief }));
  return [...texts, ...rest, summary(findings)].join("\n\n");
}

/** Those of the same kind and with the same way out, which is to say of the same cause, behind the first of them. */
function groupsOf(findings: readonly Finding[]): readonly Group[] {
  const groups = new Map<string, [Finding, ...Finding[]]>();
  for (const finding of findings) {
    const { severity, code, hint, message } = finding;
    const cause = JSON.stringify([severity, code, hint ?? message]);
    const group = groups.get(cause);
    if (group === undefined) groups.set(cause, [finding]);
    else group.push(finding);
  }
  return [...groups.values()];
}

/** As many as are shown, in their order, and the others; if not all are shown, errors go first. */
function firstOf(groups: readonly Group[]): Readonly<Record<"shown" | "left", readonly Group[]>> {
  const isError = ([{ severity }]: Group): boolean => severity === "error";
  const errorsFirst = groups.toSorted((a, b) => Number(isError(b)) - Number(isError(a)));
  const chosen = new Set(errorsFirst.slice(0, MOST));
  return {
    shown: groups.filter((group) => chosen.has(group)),
    left: groups.filter((group) => !chosen.has(group)),
  };
}

function formatGroup([first, ...others]: Group, paint: Paint, options: FormatOptions): string {
  const isShort = options.brief === true && first.severity === "note";
  const lines = [isShort ? formatShort(first, paint) : formatFinding(first, paint, options)];
  if (others.length > 0) lines.push(paint.faint("  also:"));
  for (const other of others.slice(0, MOST_PLACES)) {
    lines.push(`    ${[where(other), visible(other.message)].filter((part) => part !== "").join(": ")}`);
  }
  const more = others.length - MOST_PLACES;
  if (more > 0) lines.push(`    and ${more.toLocaleString("en-US")} more; \`--verbose\` shows all`);
  return lines.join("\n");
}

/** What a document leaves open is no reason to show it: one line, and one for what to do about it. */
function formatShort(finding: Finding, paint: Paint): string {
  return [labelOf(finding, paint), ...hintOf(finding, paint)].join("\n");
}

function formatFinding(finding: Finding, paint: Paint, { color }: FormatOptions): string {
  const { severity, place } = finding;
  const parts = [labelOf(finding, paint)];
  if (place) parts.push(codeFrame(place, { color, severity }));
  parts.push(...hintOf(finding, paint));
  if (finding.fix !== undefined) {
    parts.push(`${paint.faint("  overlay action:")} ${paint.faint("`lint --fix` writes it into an overlay")}`);
    parts.push(...finding.fix.text.split("\n").map((line) => `    ${visible(line)}`));
  }
  return parts.join("\n");
}

function labelOf(finding: Finding, paint: Paint): string {
  const { severity, code, message } = finding;
  const label = `${paint.severity(severity, severity)} ${code}: ${paint.strong(visible(message))}`;
  return finding.place ? `${where(finding)}: ${label}` : label;
}

function hintOf({ hint }: Finding, paint: Paint): readonly string[] {
  return hint === undefined ? [] : [`${paint.faint("  hint:")} ${visible(hint)}`];
}

/** `file:line:column`, which editors and terminals turn into a link. */
function where({ place }: Finding): string {
  if (!place) return "";
  const { line, column } = positionAt(place.source, place.start);
  return `${visible(place.source.path)}:${line}:${column}`;
}

function summary(findings: readonly Finding[]): string {
  const severities: readonly Severity[] = ["error", "warning", "note"];
  return severities
    .map((severity) => ({ severity, count: findings.filter((finding) => finding.severity === severity).length }))
    .filter(({ count }) => count > 0)
    .map(({ severity, count }) => `${count.toLocaleString("en-US")} ${severity}${count === 1 ? "" : "s"}`)
    .join(", ");
}
