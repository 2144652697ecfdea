import type { Severity } from "./codes.js";
import type { Finding } from "./finding.js";
import { extentOf } from "./lines.js";
import { visible } from "./visible.js";

const commands: Readonly<Record<Severity, string>> = { error: "error", warning: "warning", note: "notice" };

/**
 * One workflow command a finding, which GitHub Actions shows beside the line in question.
 * @see https://docs.github.com/en/actions/reference/workflows-and-actions/workflow-commands#setting-an-error-message
 */
export function formatGithub(findings: readonly Finding[]): string {
  return findings.map(annotation).join("\n");
}

function annotation(finding: Finding): string {
  const wayOut = [finding.hint, ...(finding.fix?.text.split("\n") ?? [])].filter((line) => line !== undefined);
  const message = [finding.message, ...wayOut].map(visible).join("\n");
  const properties = [...place(finding), ["title", finding.code] as const]
    .map(([name, value]) => `${name}=${escapeProperty(String(value))}`)
    .join(",");
  return `::${commands[finding.severity]} ${properties}::${escapeData(message)}`;
}

function place(finding: Finding): (readonly [string, string | number])[] {
  if (!finding.place) return [];
  const { start, end } = extentOf(finding.place);
  const lines = [
    ["file", visible(finding.place.source.path)],
    ["line", start.line],
  ] as const;
  // The runner drops the columns of what spans several lines, and logs that it did.
  if (start.line !== end.line) return [...lines, ["endLine", end.line]];
  return [...lines, ["col", start.column], ["endLine", end.line], ["endColumn", end.column]];
}

function escapeData(text: string): string {
  return text.replaceAll("%", "%25").replaceAll("\r", "%0D").replaceAll("\n", "%0A");
}

function escapeProperty(text: string): string {
  return escapeData(text).replaceAll(":", "%3A").replaceAll(",", "%2C");
}
