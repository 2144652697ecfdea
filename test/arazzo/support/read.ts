import { readArazzo, type ArazzoDocument } from "../../../generator/arazzo/index.js";
import { Findings } from "../../../generator/diagnostics.js";
import { readDocumentText } from "../../../generator/documents/read.js";

export interface Outcome {
  readonly arazzo: ArazzoDocument | undefined;
  /** `line: code: message | hint`, one for each finding. */
  readonly findings: readonly string[];
  /** What the places of the findings cover, their first lines. */
  readonly places: readonly string[];
}

/** Reads a text as an Arazzo document. */
export function read(text: string): Outcome {
  const findings = new Findings();
  const document = readDocumentText("given.yml", text, findings);
  const arazzo = document && readArazzo(document, findings);
  const found = findings.list();
  return {
    arazzo,
    findings: found.map(({ code, message, hint, place }) => {
      const line = (place?.source.text.slice(0, place.start).split("\n").length ?? 0).toString();
      return `${line}: ${code}: ${message}${hint === undefined ? "" : ` | ${hint}`}`;
    }),
    places: found.map(({ place }) => place?.source.text.slice(place.start, place.end).split("\n")[0] ?? ""),
  };
}

interface Around {
  readonly version?: string;
  /** Further fields of the workflow. */
  readonly workflow?: string;
  /** Further fields of the document. */
  readonly rest?: string;
}

/** A document around the fields of one step, which begin in line 11. */
export function withStep(fields: string, options: Around = {}): string {
  return [
    `arazzo: ${options.version ?? "1.0.1"}`,
    "info: { title: T, version: 1.0.0 }",
    "sourceDescriptions:",
    "  - name: api",
    "    url: api.yml",
    "    type: openapi",
    "workflows:",
    "- workflowId: w",
    "  steps:",
    "    - stepId: s",
    ...block(fields, 6),
    ...(options.workflow === undefined ? [] : block(options.workflow, 2)),
    ...(options.rest === undefined ? [] : block(options.rest, 0)),
  ].join("\n");
}

/** A document whose one step calls `op`, around one of its lists of actions. */
export function withAction(field: "onSuccess" | "onFailure", action: string, version = "1.0.1"): string {
  return withStep(["operationId: op", `${field}:`, ...block(action, 2)].join("\n"), { version });
}

function block(text: string, indent: number): readonly string[] {
  const lines = text.replace(/^\n/, "").split("\n");
  const margin = Math.min(...lines.filter((line) => line.trim() !== "").map((line) => line.search(/\S/)));
  return lines.map((line) => " ".repeat(indent) + line.slice(margin));
}
