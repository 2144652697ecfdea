import { found, type Found } from "../../diagnostics.js";
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
        what: found.duplicateId.other("step of the workflow", stepId),
        path: ["workflows", number, "steps", index, "stepId"],
      })),
    );
  }
}

function named(
  kind: "source description" | "workflow",
  name: string,
  index: number,
  list: string,
  field: string,
): Named {
  return { key: name, what: found.duplicateId.other(kind, name), path: [list, index, field] };
}

/** Something whose key must not occur twice. */
export interface Named {
  readonly key: string;
  /** What to report of one whose key an earlier one has. */
  readonly what: Found;
  readonly path: Path;
}

/** A fault for each entry whose key an earlier one has. */
export function* duplicates(entries: readonly Named[]): Iterable<Fault> {
  const seen = new Set<string>();
  for (const { key, what, path } of entries) {
    if (seen.has(key)) yield { what, path };
    seen.add(key);
  }
}
