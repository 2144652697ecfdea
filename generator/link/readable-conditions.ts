import { isFailure, parseCondition, type Criterion, type ParsedCondition } from "../arazzo/index.js";

/** The conditions of criteria, without those that cannot be read. */
export function readableConditions(criteria: readonly Criterion[] = []): readonly ParsedCondition[] {
  return criteria.flatMap((criterion) => {
    const read = known.get(criterion) ?? readCondition(criterion);
    known.set(criterion, read);
    return read;
  });
}

/** What has been read: a condition is asked for in many places, and its own identity is what these go by. */
const known = new WeakMap<Criterion, readonly ParsedCondition[]>();

function readCondition(criterion: Criterion): readonly ParsedCondition[] {
  const parsed = parseCondition(criterion);
  return isFailure(parsed) ? [] : [parsed.condition];
}
