import { isFailure, parseExpression, type Step } from "../arazzo/index.js";
import type { Findings } from "../diagnostics.js";
import { didYouMean } from "../diagnostics.js";
import type { Path } from "../documents/index.js";
import { findOperationsById, operationIds, type Operation } from "../openapi/index.js";
import type { LinkedDocument, LinkedSource } from "./linked.js";

/** The operation of a step and the source description that it comes from. */
export interface LinkedOperation {
  readonly source: LinkedSource;
  readonly operation: Operation;
}

/** Finds the operation that a step calls, or says why there is none. */
export function linkStep(
  step: Step,
  at: Path,
  linked: LinkedDocument,
  findings: Findings,
): LinkedOperation | undefined {
  const { document } = linked;
  if (step.operationId === undefined) {
    const [field, what] =
      step.workflowId === undefined ? ["operationPath", "`operationPath`"] : ["workflowId", "a workflow as a step"];
    findings.add("unsupported-feature", document.place([...at, field]), `${what} is not compiled yet`);
    return undefined;
  }
  const qualified = step.operationId.startsWith("$") ? parseExpression(step.operationId) : undefined;
  if (qualified === undefined) return linkById(step.operationId, [...linked.sources.values()], at, linked, findings);
  if (isFailure(qualified) || qualified.kind !== "sourceDescriptions") {
    const message = isFailure(qualified)
      ? qualified.message
      : "an operation is `$sourceDescriptions.<name>.<operationId>`";
    findings.add("invalid-expression", document.place([...at, "operationId"]), message);
    return undefined;
  }
  const source = linked.sources.get(qualified.name);
  if (source === undefined) {
    const hint = didYouMean(qualified.name, [...linked.sources.keys()]);
    findings.add(
      "unknown-source",
      document.place([...at, "operationId"]),
      `there is no source description \`${qualified.name}\``,
      hint,
    );
    return undefined;
  }
  return linkById(qualified.reference, [source], at, linked, findings);
}

function linkById(
  id: string,
  sources: readonly LinkedSource[],
  at: Path,
  { document }: LinkedDocument,
  findings: Findings,
): LinkedOperation | undefined {
  const place = document.place([...at, "operationId"]);
  const found = sources.flatMap((source) =>
    source.api ? findOperationsById(source.api, id, findings).map((operation) => ({ source, operation })) : [],
  );
  const [first] = found;
  if (first === undefined) {
    // A source that could not be read may well have it.
    if (sources.some((source) => source.api === undefined)) return undefined;
    const known = sources.flatMap((source) => (source.api ? operationIds(source.api) : []));
    findings.add("unknown-operation", place, `no source description has an operation \`${id}\``, didYouMean(id, known));
    return undefined;
  }
  const qualified = found.map(({ source }) => `\`$sourceDescriptions.${source.name}.${id}\``).join(" or ");
  if (found.length > 1) {
    findings.add("ambiguous-operation", place, `several operations have the id \`${id}\``, `Write ${qualified}.`);
    return undefined;
  }
  if (sources.length > 1) {
    const message = `\`${id}\` is looked for in ${sources.length} source descriptions`;
    findings.add("unqualified-operation", place, message, `Write ${qualified}.`);
  }
  return first;
}
