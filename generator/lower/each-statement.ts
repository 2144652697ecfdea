import type { CheckedStep } from "../check/check-step.js";
import type { EachStatement, GatherStatement, GatheredList, Statement } from "../ir/model.js";
import { map } from "../ir/walk.js";
import { isMapped } from "../link/linked-each.js";
import { isCall } from "../link/linked-step.js";

/** The statements of a step, around them the loop over its list if it has one. */
export function forEach({ deed, items }: CheckedStep, body: readonly Statement[]): readonly Statement[] {
  const { each, answer, step } = deed.step;
  if (each === undefined || items === undefined) return body;
  const { element, index, results, used, gathered, given } = each;
  const collects = given.onFailure === "collect";
  const mapped = isMapped(each) ? { results, concurrency: given.concurrency ?? 1, collects } : undefined;
  const lists = [...gathered].map(([name, { local, typed }]): GatheredList => ({ name, local, items: typed.type }));
  const gather: GatherStatement = {
    kind: "gather",
    fields: [...gathered].map(([name, { typed }]) => ({ name: name === "" ? "outputs" : name, value: typed.value })),
    lists: mapped === undefined ? lists.map(({ local }) => local) : undefined,
  };
  const statement: EachStatement = {
    kind: "each",
    stepId: step.stepId,
    comment: step.description ?? (isCall(deed.step) ? deed.step.target.summary : deed.step.operation.summary),
    items,
    element,
    index: used.has(index) ? index : undefined,
    mapped,
    limit: given.limit,
    page: undefined,
    lists,
    body: [...withoutComment(body, answer), ...(lists.length === 0 ? [] : [gather])],
  };
  return [statement];
}

/** What the step is for stands before the loop. */
export function withoutComment(body: readonly Statement[], answer: string): readonly Statement[] {
  return map(body, (inner) => {
    if (inner.kind === "loop" && inner.before) return [{ ...inner, before: { ...inner.before, comment: undefined } }];
    const isOwn = (inner.kind === "request" || inner.kind === "call") && inner.local === answer;
    return isOwn ? [{ ...inner, comment: undefined }] : [inner];
  });
}
