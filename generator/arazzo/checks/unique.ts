import { quoted } from "../../diagnostics.js";
import type { Path } from "../../documents/document.js";
import type { ArazzoDescription } from "../model/arazzo-document.js";
import type { Fault } from "./fault.js";

/** Names that more than one source description, workflow or step of a workflow has. */
export function* duplicateNames({ sourceDescriptions, workflows }: ArazzoDescription): Iterable<Fault> {
  yield* duplicates(
    sourceDescriptions.map(({ name }, index) => named("source description", name, index, "sourceDescriptions", "name")),
  );
  yield* duplicates(
    workflows.map(({ workflowId }, index) => named("workflow", workflowId, index, "workflows", "workflowId")),
  );
  for (const [number, { steps }] of workflows.entries()) {
    yield* duplicates(
      steps.map(({ stepId }, index) => ({
        key: stepId,
        what: `another step of the workflow is called ${quoted(stepId)}`,
        path: ["workflows", number, "steps", index, "stepId"],
      })),
    );
  }
}

function named(kind: string, name: string, index: number, list: string, field: string): Named {
  return { key: name, what: `another ${kind} is called ${quoted(name)}`, path: [list, index, field] };
}

/** Something whose key must not occur twice. */
export interface Named {
  readonly key: string;
  readonly what: string;
  readonly path: Path;
}

/** A fault for each entry whose key an earlier one has. */
export function* duplicates(entries: readonly Named[]): Iterable<Fault> {
  const seen = new Set<string>();
  for (const { key, what, path } of entries) {
    if (seen.has(key)) yield { code: "duplicate-id", path, message: what, hint: "Rename one of them." };
    seen.add(key);
  }
}
