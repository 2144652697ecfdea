import { isReusable, resolveReusable, type FailureAction, type Reusable, type SuccessAction } from "../arazzo/index.js";
import type { Path } from "../documents/index.js";
import type { LinkedDocument } from "./linked.js";

/** An action as it stands in a list. */
export interface ListedAction {
  readonly action: SuccessAction | FailureAction;
  /** What names it there: its `name`, or the reference to it. */
  readonly nameAt: Path;
  /** Where its fields stand. */
  readonly at: Path;
}

/** The actions of a list, those of the components with it. */
export function actionsIn(
  entries: readonly (SuccessAction | FailureAction | Reusable)[] | undefined,
  kind: "successActions" | "failureActions",
  at: Path,
  { arazzo }: LinkedDocument,
): readonly ListedAction[] {
  return (entries ?? []).flatMap((entry, index) => {
    const here = [...at, index];
    const found = isReusable(entry) ? resolveReusable(arazzo, kind, entry, here) : { value: entry, at: here };
    if (found === undefined) return [];
    return [{ action: found.value, nameAt: [...here, isReusable(entry) ? "reference" : "name"], at: found.at }];
  });
}
