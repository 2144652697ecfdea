import type { Finding } from "./finding.js";
import { formatGithub } from "./format-github.js";
import { formatJson } from "./format-json.js";
import { formatPretty } from "./format-pretty.js";

/** `pretty` for people, `json` for programs, `github` for annotations in a pull request. */
export type FindingsFormat = "pretty" | "json" | "github";

export interface FormatOptions {
  /** Whether the reader is a terminal with colours; counts for `pretty` only. */
  readonly color: boolean;
}

/** The findings as text without a line break at its end; the empty string where there is nothing to say. */
export function formatFindings(findings: readonly Finding[], format: FindingsFormat, options: FormatOptions): string {
  switch (format) {
    case "pretty":
      return formatPretty(findings, options.color);
    case "json":
      return formatJson(findings);
    case "github":
      return formatGithub(findings);
  }
}
