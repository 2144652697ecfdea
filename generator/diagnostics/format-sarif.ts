import { kinds, type Kind, type Severity } from "./codes.js";
import type { Finding } from "./finding.js";
import { extentOf } from "./lines.js";

const levels = { error: "error", warning: "warning", note: "note" } as const satisfies Readonly<
  Record<Severity, string>
>;

/**
 * A log of one run, for code scanning. Files are named as they are shown, so relative to the working directory.
 * @see https://docs.oasis-open.org/sarif/sarif/v2.1.0/sarif-v2.1.0.html
 */
export function formatSarif(findings: readonly Finding[], version: string | undefined): string {
  const rules = kinds.filter(({ code }) => findings.some((finding) => finding.code === code));
  const driver = {
    name: "twilio-workflows",
    ...(version !== undefined && { version, semanticVersion: version }),
    rules: rules.map(ruleOf),
  };
  const log = {
    $schema: "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json",
    version: "2.1.0",
    runs: [
      {
        tool: { driver },
        columnKind: "utf16CodeUnits",
        results: findings.map((finding) => resultOf(finding, rules)),
      },
    ],
  };
  return JSON.stringify(log, undefined, 2);
}

/** @see https://docs.oasis-open.org/sarif/sarif/v2.1.0/sarif-v2.1.0.html#_Toc34317836 */
function ruleOf({ code, severity, meaning, wayOut }: Kind): object {
  return {
    id: code,
    shortDescription: { text: meaning },
    help: { text: wayOut },
    defaultConfiguration: { level: levels[severity] },
  };
}

/** @see https://docs.oasis-open.org/sarif/sarif/v2.1.0/sarif-v2.1.0.html#_Toc34317638 */
function resultOf(finding: Finding, rules: readonly Kind[]): object {
  const { code, severity, message, hint, place } = finding;
  return {
    ruleId: code,
    ruleIndex: rules.findIndex((rule) => rule.code === code),
    level: levels[severity],
    message: { text: hint === undefined ? message : `${message}\n${hint}` },
    ...(place !== undefined && { locations: [{ physicalLocation: locationOf(place) }] }),
  };
}

function locationOf(place: NonNullable<Finding["place"]>): object {
  const { start, end } = extentOf(place);
  return {
    artifactLocation: { uri: uriOf(place.source.path) },
    region: { startLine: start.line, startColumn: start.column, endLine: end.line, endColumn: end.column },
  };
}

/** A path as a reference, in which everything but its slashes may have to be escaped. */
function uriOf(path: string): string {
  const parts = path.replaceAll("\\", "/").split("/").map(encodeURIComponent).join("/");
  return path.startsWith("/") ? `file://${parts}` : parts;
}
