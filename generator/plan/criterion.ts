import { isFailure, parseCondition, type Condition, type Criterion } from "../arazzo/index.js";
import { quoted } from "../diagnostics.js";
import type { Path } from "../documents/index.js";
import type { WorkflowPlanning } from "./planning.js";
import { acceptedStatuses, everyStatus } from "./status.js";

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
  if (parsed.slow !== undefined) {
    const { message, start, end, hint } = parsed.slow;
    findings.add("slow-pattern", linked.document.placeInside([...at, "condition"], start, end), message, hint);
  }
  if (parsed.dialect === "predicate") {
    const message = `\`${criterion.condition}\` is no JSONPath query; it is read as a comparison`;
    findings.add("jsonpath-predicate", linked.document.place([...at, "condition"]), message);
  }
  const accepted = acceptedStatuses(parsed.condition);
  if (accepted !== undefined && (accepted.length === 0 || accepted.length === everyStatus.length)) {
    const which = accepted.length === 0 ? "no" : "every";
    const message = `${which} status satisfies ${quoted(criterion.condition)}`;
    findings.add("impossible-condition", linked.document.place([...at, "condition"]), message);
    return undefined;
  }
  return parsed.condition;
}
