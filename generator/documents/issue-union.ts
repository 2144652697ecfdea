import type { z } from "zod";
import { isMapping } from "./data.js";

type Issue = z.core.$ZodIssue;

/**
 * Of a union that nothing matched, the issues of the branch that the author most likely meant: one for this kind of
 * value, whose `type` or other literal fields fit, with the least that is wrong. `undefined` where no branch takes
 * values of this kind; then what all of them want has to be said.
 */
export function bestBranch(issue: z.core.$ZodIssueInvalidUnion, value: unknown): readonly Issue[] | undefined {
  const ranked = issue.errors
    .filter((branch) => !branch.some(isOfAnotherKind))
    .map((branch) => ({ branch, contradicted: contradictedLiterals(branch, value) }))
    .sort((a, b) => a.contradicted.length - b.contradicted.length || a.branch.length - b.branch.length);
  const [best] = ranked;
  const [literal] = best?.contradicted ?? [];
  if (!literal) return best?.branch;
  // No branch knows this literal: what is wrong is the literal, whatever else the branch nearest to it would want.
  const others = ranked.flatMap(({ contradicted }) => contradicted).filter(({ path }) => path[0] === literal.path[0]);
  return [{ ...literal, values: [...new Set(others.flatMap(({ values }) => values))] }];
}

/** Whether the issue is about the value as a whole: of another type, or none of the literals. */
function isOfAnotherKind(issue: Issue): boolean {
  if (issue.path.length > 0) return false;
  if (issue.code === "invalid_union") return issue.errors.every((branch) => branch.some(isOfAnotherKind));
  return issue.code === "invalid_type" || issue.code === "invalid_value";
}

/** The fields of the value, such as `type`, that are none of the literals which the branch asks for. */
function contradictedLiterals(branch: readonly Issue[], value: unknown): z.core.$ZodIssueInvalidValue[] {
  return branch.filter((issue): issue is z.core.$ZodIssueInvalidValue => {
    const [key] = issue.path;
    if (issue.code !== "invalid_value" || issue.path.length !== 1 || typeof key !== "string") return false;
    return isMapping(value) && Object.hasOwn(value, key);
  });
}
