import { Findings, formatFindings } from "../../generator/diagnostics.js";
import { readDocumentText } from "../../generator/documents/read.js";
import type { SourceDocument } from "../../generator/documents/document.js";

/** A document of this text, as if it stood in `given.yml` of the working directory; fails where it is refused. */
export function given(text: string, file = "given.yml"): SourceDocument {
  const findings = new Findings();
  const document = readDocumentText(file, text, findings);
  if (!document) throw new Error(report(findings));
  return document;
}

/** The findings as people see them, without colours. */
export function report(findings: Findings): string {
  return formatFindings(findings.list(), "pretty", { color: false });
}

/** The findings in short: code, message, what the place covers of its first line, and the hint. */
export function brief(findings: Findings): string[] {
  return findings.list().map(({ code, message, place, hint }) => {
    const covered = place?.source.text.slice(place.start, place.end).split("\n", 1)[0];
    const text = covered === undefined ? "" : ` [${covered.length > 80 ? "…" : covered}]`;
    return `${code}: ${message}${text}${hint === undefined ? "" : ` (${hint})`}`;
  });
}
