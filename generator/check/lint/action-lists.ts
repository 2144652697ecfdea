import type { LinkedWorkflow } from "../../flow/linked-workflow.js";
import {
  isReusable,
  resolveReusable,
  type ParsedCondition,
  type FailureAction,
  type Reusable,
  type SuccessAction,
} from "../../arazzo/index.js";
import type { Path } from "../../documents/index.js";
import { conditionsOf } from "../conditions/premises.js";

/** An action as it stands in a list. */
export interface ListedAction {
  readonly action: SuccessAction | FailureAction;
  /** What names it there: its `name`, or the reference to it. */
  readonly nameAt: Path;
  /** Where its fields stand. */
  readonly at: Path;
  /** `undefined` where one of them cannot be read, which is reported elsewhere. */
  readonly criteria: readonly ParsedCondition[] | undefined;
}

/** The actions of a list, those of the components with it. */
export function listedActions(
  entries: readonly (SuccessAction | FailureAction | Reusable)[] | undefined,
  kind: "successActions" | "failureActions",
  at: Path,
  { linked }: LinkedWorkflow,
): readonly ListedAction[] {
  return (entries ?? []).flatMap((entry, index) => {
    const found = isReusable(entry)
      ? resolveReusable(linked.arazzo, kind, entry, [...at, index])
      : { value: entry, at: [...at, index] };
    if (found === undefined) return [];
    const nameAt = [...at, index, isReusable(entry) ? "reference" : "name"];
    return [{ action: found.value, nameAt, at: found.at, criteria: conditionsOf(found.value.criteria) }];
  });
}
