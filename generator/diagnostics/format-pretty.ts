import type { Severity } from "./codes.js";
import type { Finding } from "./finding.js";
import { codeFrame } from "./frame.js";
import { positionAt } from "./lines.js";
import { paintFor, type Paint } from "./paint.js";
import { visible } from "./visible.js";

/** More than these nobody reads. */
const MOST = 100;

/** Each finding with its frame and hint, and a line at the end that counts them. Of very many, the first are shown. */
export function formatPretty(findings: readonly Finding[], color: boolean): string {
  if (findings.length === 0) return "";
  const paint = paintFor(color);
  const { shown, left } = firstOf(findings);
  const rest = left.length === 0 ? [] : [`and ${summary(left)} that are not shown; \`--format json\` shows all`];
  return [...shown.map((finding) => formatFinding(finding, paint, color)), ...rest, summary(findings)].join("\n\n");
}

/** As many as are shown, in their order, and the others; if not all are shown, errors go first. */
function firstOf(findings: readonly Finding[]): Readonly<Record<"shown" | "left", readonly Finding[]>> {
  const isError = ({ severity }: Finding): boolean => severity === "error";
  const errorsFirst = findings.toSorted((a, b) => Number(isError(b)) - Number(isError(a)));
  const chosen = new Set(errorsFirst.slice(0, MOST));
  return {
    shown: findings.filter((finding) => chosen.has(finding)),
    left: findings.filter((finding) => !chosen.has(finding)),
  };
}

function formatFinding(finding: Finding, paint: Paint, color: boolean): string {
  const { severity, code, place, hint } = finding;
  const label = `${paint.severity(severity, severity)} ${code}: ${paint.strong(visible(finding.message))}`;
  const parts = [place ? `${where(finding)}: ${label}` : label];
  if (place) parts.push(codeFrame(place, { color, severity }));
  if (hint !== undefined) parts.push(`${paint.faint("  hint:")} ${visible(hint)}`);
  if (finding.fix !== undefined) {
    parts.push(`${paint.faint("  overlay action:")} ${paint.faint("`lint --fix` writes it into an overlay")}`);
    parts.push(...finding.fix.text.split("\n").map((line) => `    ${visible(line)}`));
  }
  return parts.join("\n");
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
