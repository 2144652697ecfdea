import { allOf } from "../../ir/all-of.js";
import type { RequestStep } from "../../link/linked-step.js";
import type { SolvedWorkflow } from "../solved-workflow.js";
import { found, type Fix } from "../../diagnostics.js";
import { overlayFix, valueAt, type Correction, type Path } from "../../documents/index.js";
import { documentedSuccess, responseFor } from "../../openapi/index.js";
import { readStatus } from "../expressions/answer.js";
import type { Condition } from "../../ir/model.js";
import { operationName } from "../../link/operation-name.js";
import { everyStatus, isSuccess } from "./status.js";
import { successStatuses } from "./success-statuses.js";

/** What a criterion asks of the status alone. */
export interface StatusPart {
  readonly condition: Condition;
  readonly accepted: readonly number[];
  /** The criterion, as it is written, and where. */
  readonly text: string;
  readonly at: Path;
  /** The criterion asks for nothing else. */
  readonly whole: boolean;
}

/** What is asked of the status, and how an error names it. */
export interface StatusJudgement {
  readonly condition: Condition;
  readonly accepted: readonly number[];
  readonly criterion: string;
}

/**
 * All that the criteria of a step ask of the status. Where they and the operation disagree on which 2xx comes, the
 * operation knows better. `undefined` where the status is asked for only together with what the answer holds.
 */
export function judgeStatus(
  parts: readonly StatusPart[],
  step: RequestStep,
  planning: SolvedWorkflow,
): StatusJudgement | undefined {
  const { errors } = successStatuses(step);
  const ok: Condition = { kind: "ok", answer: step.answer };
  const all = everyStatus.filter(isSuccess);
  if (parts.length === 0)
    return errors ? undefined : { condition: ok, accepted: all, criterion: "the status is a 2xx" };
  const accepted = everyStatus.filter((status) => parts.every((part) => part.accepted.includes(status)));
  const written = [...new Set(parts.map(({ text }) => text))].join(" && ");
  const asked = allOf(parts.map(({ condition }) => condition));
  if (accepted.length === 0) {
    const last = parts.at(-1);
    const place = last && planning.linked.document.place(last.at);
    planning.findings.report(place, found.impossibleCondition.statuses(written));
  }
  // What is not a 2xx has no data, so that nothing after it could be read.
  const strict = errors || accepted.every(isSuccess) ? asked : allOf([ok, asked]);
  const documented = accepted.some(isSuccess) ? documentedSuccess(step.operation) : [];
  const missed = documented.filter((code) => !accepted.includes(code));
  if (documented.length === 0) reportUndocumented(parts, accepted, step, planning);
  const successes = errors ? accepted : accepted.filter(isSuccess);
  const judged = { condition: strict, accepted: successes, criterion: written };
  if (missed.length === 0) return judged;
  const name = operationName(step.operation);
  const equal = documented.map((code) => `$statusCode == ${code}`).join(" || ");
  const blamed = parts.find((part) => missed.some((code) => !part.accepted.includes(code)));
  const place = blamed && planning.linked.document.place(blamed.at);
  const reason = `${name} answers ${documented.join(" or ")} when it has succeeded; any other criterion fails the step though it took effect.`;
  const fix = fixOf(parts, documented, reason, planning);
  if (missed.length < documented.length) {
    planning.findings.report(place, found.successStatusAmbiguous(name, missed, equal, written), fix);
    return judged;
  }
  planning.findings.report(place, found.successStatusMismatch(name, documented, equal, written), fix);
  const operands = [strict, ...documented.map((code) => statusIs(step, code))];
  const meant = everyStatus.filter((status) => successes.includes(status) || documented.includes(status));
  return { condition: { kind: "or", operands }, accepted: meant, criterion: `${written} || ${equal}` };
}

/** Lets the criteria accept what the operation documents; `undefined` where one of them asks for other things too. */
function fixOf(
  parts: readonly StatusPart[],
  documented: readonly number[],
  description: string,
  { linked }: SolvedWorkflow,
): Fix | undefined {
  const blamed = parts.filter(({ accepted }) => documented.some((code) => !accepted.includes(code)));
  if (!blamed.every(({ whole }) => whole)) return undefined;
  const condition = documented.map((code) => `$statusCode == ${code}`).join(" || ");
  const corrections = blamed.map((part): Correction => {
    const at = part.at.slice(0, -1);
    const isSimple = valueAt(linked.document.root, [...at, "type"]) === undefined;
    return { at, description, update: isSimple ? { condition } : { type: "simple", condition } };
  });
  return overlayFix(linked.document, corrections);
}

/** Says of criteria that accept none of the answers that the operation documents that the step may never succeed. */
function reportUndocumented(
  parts: readonly StatusPart[],
  accepted: readonly number[],
  { operation }: RequestStep,
  { linked, findings }: SolvedWorkflow,
): void {
  const isKnown = (status: number): boolean => responseFor(operation, status) !== undefined;
  const blamed = parts.find((part) => !part.accepted.some(isKnown)) ?? parts.at(-1);
  if (blamed === undefined || accepted.length === 0 || accepted.some(isKnown)) return;
  const known = operation.responses.map(({ status }) => status);
  const name = operationName(operation);
  findings.report(linked.document.place(blamed.at), found.successStatusUndocumented(name, blamed.text, known));
}

function statusIs(step: RequestStep, code: number): Condition {
  const { value } = readStatus(step);
  return { kind: "compare", operator: "===", left: value, right: { kind: "literal", value: code }, as: "exact" };
}
