import type { Code, Severity } from "./codes.js";
import type { Finding } from "./finding.js";
import type { FixAction } from "./fix.js";
import { extentOf } from "./lines.js";

/**
 * One finding in the JSON format. All fields are always there, `null` where there is nothing to say, so that
 * programs can rely on them. Lines and columns count from 1, columns in UTF-16 units; the end is exclusive.
 */
export interface JsonFinding {
  readonly code: Code;
  readonly severity: Severity;
  readonly message: string;
  readonly file: string | null;
  readonly line: number | null;
  readonly column: number | null;
  readonly endLine: number | null;
  readonly endColumn: number | null;
  readonly hint: string | null;
  /** Overlay actions after which the finding is gone, for the document `file`. */
  readonly fix: { readonly file: string; readonly actions: readonly FixAction[] } | null;
}

/** `{ "findings": [...] }`, in the order in which they were given. */
export function formatJson(findings: readonly Finding[]): string {
  const json = JSON.stringify({ findings: findings.map(jsonFinding) }, undefined, 2);
  // JSON.stringify escapes the C0 controls; a terminal obeys DEL and the C1 controls too.
  return json.replace(/[\u007f-\u009f]/g, (control) => `\\u${control.charCodeAt(0).toString(16).padStart(4, "0")}`);
}

/** A finding in the JSON format. */
export function jsonFinding(finding: Finding): JsonFinding {
  const extent = finding.place && extentOf(finding.place);
  return {
    code: finding.code,
    severity: finding.severity,
    message: finding.message,
    file: finding.place?.source.path ?? null,
    line: extent?.start.line ?? null,
    column: extent?.start.column ?? null,
    endLine: extent?.end.line ?? null,
    endColumn: extent?.end.column ?? null,
    hint: finding.hint ?? null,
    fix: finding.fix === undefined ? null : { file: finding.fix.path, actions: finding.fix.actions },
  };
}
