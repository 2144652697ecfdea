import { isFailure, parseCondition, type Condition, type Criterion } from "../arazzo/index.js";
import type { Path } from "../documents/index.js";
import type { WorkflowPlanning } from "./planning.js";

/** The condition of a criterion, parsed; `undefined` after saying what is wrong with it. */
export function readCriterion(
  criterion: Criterion,
  at: Path,
  { linked, findings }: WorkflowPlanning,
): Condition | undefined {
  const parsed = parseCondition(criterion);
  if (isFailure(parsed)) {
    const place = linked.document.placeInside([...at, parsed.field], parsed.start, parsed.end);
    const code = parsed.unsupported ? "unsupported-feature" : "invalid-condition";
    findings.add(code, place, parsed.message, parsed.hint);
    return undefined;
  }
  if (parsed.dialect === "predicate") {
    const message = `\`${criterion.condition}\` is no JSONPath query; it is read as a comparison`;
    findings.add("jsonpath-predicate", linked.document.place([...at, "condition"]), message);
  }
  return parsed.condition;
}
