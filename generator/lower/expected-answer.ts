import type { CheckedBranch, RequestDeed } from "../check/check-step.js";
import { everyStatus, isSuccess, possibleStatuses } from "../check/success/status.js";
import type { ExpectedAnswer } from "../ir/model.js";
import { readableConditions } from "../link/readable-conditions.js";

/** With more statuses than this a list says less than the kind of status. */
const mostListed = 6;

/**
 * The statuses that a request takes: those of its success, and those that its failure actions ask for. `undefined` where
 * it takes all.
 */
export function expectedAnswer(
  { succeeds: { statuses } }: RequestDeed,
  failure: readonly CheckedBranch[],
): ExpectedAnswer | undefined {
  const success = successOf(statuses);
  if (success === undefined) return undefined;
  const asked = new Set(failure.flatMap(({ branch }) => statusesOf(branch)));
  const failed = everyStatus.filter((status) => asked.has(status) && !statuses.includes(status));
  if (!failed.some(isSuccess) && failed.length <= mostListed) return { success, failure: failed };
  return success === "2xx" ? undefined : { success, failure: "any" };
}

function successOf(statuses: readonly number[]): ExpectedAnswer["success"] | undefined {
  if (statuses.length <= mostListed) return statuses;
  return statuses.every(isSuccess) ? "2xx" : undefined;
}

/** The statuses with which an action may be taken. */
function statusesOf({ criteria }: CheckedBranch["branch"]): readonly number[] {
  return possibleStatuses(readableConditions(criteria));
}
