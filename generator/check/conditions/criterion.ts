import type { WorkflowSite } from "../../link/linked.js";
import {
  asSimple,
  isFailure,
  otherwiseInSimple,
  parseCondition,
  type ParsedCondition,
  type Criterion,
} from "../../arazzo/index.js";
import { assumedText } from "../../assume/index.js";
import { found } from "../../diagnostics.js";
import { overlayFix, type Path } from "../../documents/index.js";
import { canHold } from "./can-hold.js";
import { reportUnreadable } from "../../link/unreadable.js";
import { acceptedStatuses, everyStatus } from "../success/status.js";

/** The conditions of criteria that have to hold together; `undefined` for those that something is wrong with. */
export function readCriteria(
  criteria: readonly Criterion[],
  at: Path,
  planning: WorkflowSite,
): readonly (ParsedCondition | undefined)[] {
  const read = criteria.map((criterion, index) => readCriterion(criterion, [...at, index], planning));
  const known = read.map((condition, index) => ({ condition, text: criteria[index]?.condition ?? "", index }));
  const sound = known.filter((one): one is Sound => one.condition !== undefined && canHold([one.condition]));
  const last = sound.findIndex((_, end) => !canHold(sound.slice(0, end + 1).map(({ condition }) => condition)));
  const blamed = sound[last];
  // What the status alone rules out is found where the statuses are judged.
  const onStatus = sound.filter(({ condition }) => acceptedStatuses(condition) !== undefined);
  if (!canHold(onStatus.map(({ condition }) => condition))) return read;
  if (blamed !== undefined) reportContradiction(blamed, sound.slice(0, last), at, planning);
  return read;
}

interface Sound {
  readonly condition: ParsedCondition;
  readonly text: string;
  readonly index: number;
}

function reportContradiction(
  { condition, text, index }: Sound,
  before: readonly Sound[],
  at: Path,
  { linked, findings }: WorkflowSite,
): void {
  const other = before.find((one) => !canHold([one.condition, condition]));
  findings.report(
    linked.document.place([...at, index, "condition"]),
    found.constantCondition.together(text, other?.text),
  );
}

/** The condition of a criterion, parsed; `undefined` after saying what is wrong with it. */
export function readCriterion(
  criterion: Criterion,
  at: Path,
  { linked, findings, patterns }: WorkflowSite,
): ParsedCondition | undefined {
  const parsed = parseCondition(criterion);
  if (isFailure(parsed)) {
    const place = linked.document.placeInside([...at, parsed.field], parsed.start, parsed.end);
    const what = (parsed.unsupported ? found.unsupportedFeature : found.invalidCondition).text(parsed);
    const { condition } = criterion;
    const meant = meantBy(criterion);
    const rewriting = { document: linked.document, place, text: condition, meant };
    const assumed = meant === condition ? undefined : assumedText(rewriting);
    reportUnreadable(parsed, undefined, { linked, findings, at, place, assumed }, what);
    return undefined;
  }
  const place = linked.document.place([...at, "condition"]);
  const slow = parsed.slow(patterns);
  if (slow !== undefined) {
    findings.report(linked.document.placeInside([...at, "condition"], slow.start, slow.end), slow.what);
  }
  if (parsed.dialect === "predicate") {
    const simple = asSimple(parsed.condition);
    const update = { type: "simple", condition: simple };
    const except = otherwiseInSimple(parsed.condition).map((other) => `it ${other}`);
    const same =
      except.length === 0 ? "this asks the same" : `this asks the same, except that ${except.join(", and ")}`;
    const description = `The condition is no query of RFC 9535, which other tools would refuse or misread; ${same}.`;
    const fix = simple === undefined ? undefined : overlayFix(linked.document, [{ at, description, update }]);
    findings.report(place, found.jsonpathPredicate(criterion.condition), fix);
  }
  const accepted = acceptedStatuses(parsed.condition);
  if (accepted !== undefined && (accepted.length === 0 || accepted.length === everyStatus.length)) {
    const which = accepted.length === 0 ? "no" : "every";
    findings.report(place, found.impossibleCondition.status(which, criterion.condition));
    return undefined;
  }
  const verdict = canHold([parsed.condition]) ? alwaysHolds(parsed.condition) && "always" : "never";
  const { kind } = parsed.condition;
  const joined = kind === "and" || kind === "or" ? kind : undefined;
  if (verdict) findings.report(place, found.constantCondition.alone(criterion.condition, verdict, joined));
  return parsed.condition;
}

/** The condition that is meant by a text in which parts are not written as they are to be. */
function meantBy(criterion: Criterion): string {
  const { condition } = criterion;
  const failed = parseCondition(criterion);
  if (!isFailure(failed) || failed.field !== "condition" || failed.meant === undefined) return condition;
  const meant = condition.slice(0, failed.start) + failed.meant + condition.slice(failed.end);
  return meantBy({ ...criterion, condition: meant });
}

function alwaysHolds(condition: ParsedCondition): boolean {
  return !canHold([{ kind: "not", operand: condition, start: condition.start, end: condition.end }]);
}
