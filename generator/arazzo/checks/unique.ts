import { found, type Found } from "../../diagnostics.js";
import type { Path } from "../../documents/document.js";
import type { ArazzoDescription } from "../model/arazzo-document.js";
import type { Fault } from "./fault.js";

/** Names that more than one source description, workflow or step of a workflow has. */
export function* duplicateNames({ sourceDescriptions, workflows }: ArazzoDescription): Iterable<Fault> {
  yield* namesakes(
    "source description",
    sourceDescriptions.map(({ name }) => name),
    ["sourceDescriptions"],
    "name",
  );
  yield* namesakes(
    "workflow",
    workflows.map(({ workflowId }) => workflowId),
    ["workflows"],
    "workflowId",
  );
  for (const [index, { steps }] of workflows.entries()) {
    yield* namesakes(
      "step of the workflow",
      steps.map(({ stepId }) => stepId),
      ["workflows", index, "steps"],
      "stepId",
    );
  }
}

function namesakes(
  kind: Parameters<typeof found.duplicateId.other>[0],
  names: readonly string[],
  list: Path,
  field: string,
): Iterable<Fault> {
  return duplicates(
    names.map((name, index) => ({
      key: name,
      what: found.duplicateId.other(kind, name),
      path: [...list, index, field],
    })),
  );
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
