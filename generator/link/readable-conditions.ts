import { isFailure, parseCondition, type Criterion, type ParsedCondition } from "../arazzo/index.js";

/** The conditions of criteria, without those that cannot be read. */
export function readableConditions(criteria: readonly Criterion[] = []): readonly ParsedCondition[] {
  return criteria.flatMap((criterion) => {
    const parsed = parseCondition(criterion);
    return isFailure(parsed) ? [] : [parsed.condition];
  });
}
