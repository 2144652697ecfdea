import type { Criterion } from "../../arazzo/index.js";
import type { Path } from "../../documents/index.js";
import { planCondition } from "../condition.js";
import { readCriterion } from "../criterion.js";
import type { Condition } from "../../ir/model.js";
import type { Viewpoint } from "../viewpoint.js";

/** That all criteria hold; `undefined` where one of them could not be read, which has been reported. */
export function planCriteria(
  criteria: readonly Criterion[],
  at: Path,
  from: Omit<Viewpoint, "place">,
): Condition | undefined {
  const conditions = criteria.map((criterion, index) => {
    const parsed = readCriterion(criterion, [...at, index], from.planning);
    return parsed && planCondition(parsed, { planning: from.planning, from, at: [...at, index, "condition"] });
  });
  if (!conditions.every((condition) => condition !== undefined)) return undefined;
  const [only] = conditions;
  return only !== undefined && conditions.length === 1 ? only : { kind: "and", operands: conditions };
}
