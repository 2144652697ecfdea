import type { Finding } from "./finding.js";
import { formatGithub } from "./format-github.js";
import { formatJson } from "./format-json.js";
import { formatPretty } from "./format-pretty.js";
import { formatSarif } from "./format-sarif.js";
import type { FormatOptions } from "./format-options.js";

export type { FormatOptions } from "./format-options.js";

/** `pretty` for people, `json` for programs, `github` for annotations in a pull request, `sarif` for code scanning. */
export type FindingsFormat = "pretty" | "json" | "github" | "sarif";

/** The findings as text without a line break at its end; the empty string where there is nothing to say. */
export function formatFindings(findings: readonly Finding[], format: FindingsFormat, options: FormatOptions): string {
  switch (format) {
    case "pretty":
      return formatPretty(findings, options);
    case "json":
      return formatJson(findings);
    case "github":
      return formatGithub(findings);
    case "sarif":
      return formatSarif(findings, options.version);
  }
}
