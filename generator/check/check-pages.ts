import { isFailure, parseExpression } from "../arazzo/index.js";
import { found } from "../diagnostics.js";
import type { Value } from "../ir/model.js";
import type { LinkedPages } from "../link/linked-pages.js";
import type { RequestStep } from "../link/linked-step.js";
import { assignable } from "../types/assignability.js";
import { describeType } from "../types/describe.js";
import { typeOfSchema } from "../types/type-of-schema.js";
import { membersOf, number, present, string, union, type Type } from "../types/type.js";
import { checkRunsOnce } from "./check-each.js";
import { itemsIn } from "./expressions/each-value.js";
import { atSuccess } from "./expressions/evaluation-context.js";
import { answeredContents } from "./expressions/answer-body.js";
import { itemsOfPage, restOfStream } from "./expressions/paged-items.js";
import type { Operation } from "../openapi/index.js";
import { resolveText } from "./expressions/resolve.js";
import type { SolvedWorkflow } from "./solved-workflow.js";

/** The pages that a step reads. */
export interface CheckedPages extends Pick<LinkedPages, "page" | "list" | "follows" | "given" | "streamed"> {
  /** The items of one page. */
  readonly items: Value;
  /** What leads to the next one; `undefined` where pages or items are counted. */
  readonly next: Value | undefined;
  readonly itemType: Type;
  /** Of what a parameter is given that `next` leads to. */
  readonly tokenType: Type | undefined;
  /** What the parameter is given that says which page is meant. */
  readonly parameter: { readonly name: string; readonly value: Value } | undefined;
}

/** The pages that a step reads, or `undefined` after saying what is wrong with them; also where it reads none. */
export function checkPages(step: RequestStep, planning: SolvedWorkflow): CheckedPages | undefined {
  const { pages, at, operation } = step;
  if (pages === undefined) return undefined;
  const { linked, findings } = planning;
  const place = linked.document.place([...at, "x-pages"], "key");
  checkRunsOnce(step, place, planning);
  if (operation.method !== "get") findings.report(place, found.invalidPages.method(operation.method.toUpperCase()));
  const items = itemsOfPage(step, pages, planning, resolveText);
  const next = nextPage(step, pages, planning);
  const { given } = pages;
  checkFields(step, pages, planning);
  if (items === undefined || (given.next !== undefined && next === undefined)) return undefined;
  const tokenType = given.parameter === undefined ? undefined : next?.type;
  return {
    ...pages,
    items: items.value,
    itemType: union(itemsIn(items.type)),
    next: next?.value,
    tokenType,
    parameter:
      given.parameter === undefined || pages.streamed
        ? undefined
        : givenPage(given.parameter, tokenType, step, pages, planning),
  };
}

/** Reports what is said of pages where there is a stream, and nothing where there is none. */
function checkFields({ at, operation }: RequestStep, { given, streamed }: LinkedPages, planning: SolvedWorkflow): void {
  const { linked, findings } = planning;
  const isStreamed = streamed !== undefined || answersWithStream(operation);
  const field = isStreamed
    ? (["next", "counts", "parameter"] as const).find((name) => given[name] !== undefined)
    : undefined;
  const place = linked.document.place([...at, "x-pages", ...(field === undefined ? [] : [field])], "key");
  if (field !== undefined) findings.report(place, found.invalidPages.stream(field));
  else if (!isStreamed && given.next === undefined && given.counts === undefined) {
    findings.report(place, found.invalidPages.nothing());
  }
}

/** Whether an operation answers with a stream and nothing else. */
function answersWithStream(operation: Operation): boolean {
  const contents = answeredContents(operation);
  return contents.length > 0 && contents.every(({ streamed }) => streamed !== undefined);
}

/** What leads to the next page, or `undefined` after saying that nothing does. */
function nextPage(
  step: RequestStep,
  pages: LinkedPages,
  planning: SolvedWorkflow,
): { readonly value: Value; readonly type: Type } | undefined {
  const { given } = pages;
  if (pages.streamed !== undefined) return restOfStream(step);
  if (given.next === undefined) return undefined;
  const place = planning.linked.document.place([...step.at, "x-pages", "next"]);
  const typed = resolveText(given.next, { ...atSuccess(step, planning), place });
  if (typed === undefined) return undefined;
  const expression = parseExpression(given.next);
  const isLink = !isFailure(expression) && expression.kind === "header" && expression.name.toLowerCase() === "link";
  if (isLink) return { value: { kind: "made", by: "nextLink", value: typed.value }, type: string };
  const type = present(typed.type);
  const taken = given.parameter === undefined ? string : union([string, number]);
  if (membersOf(type).length > 0 && assignable(type, taken)) return { value: typed.value, type };
  planning.findings.report(place, found.invalidPages.next(given.next, describeType(typed.type)));
  return undefined;
}

/** What the parameter is given that says which page is meant. */
function givenPage(
  name: string,
  token: Type | undefined,
  step: RequestStep,
  { page, given }: LinkedPages,
  planning: SolvedWorkflow,
): CheckedPages["parameter"] {
  const { operation, at, requestTypes } = step;
  const { linked, findings } = planning;
  const place = linked.document.place([...at, "x-pages", "parameter"]);
  const query = operation.parameters.filter((one) => one.in === "query");
  const declared = query.find((one) => one.name === name);
  if (declared === undefined) {
    findings.report(
      place,
      found.invalidPages.unknown(
        name,
        query.map((one) => one.name),
      ),
    );
    return undefined;
  }
  const sent = planning.sends.requests.get(step.index)?.parameters ?? [];
  if (sent.some((one) => one.declared === declared)) findings.report(place, found.invalidPages.given(name));
  const takes = declared.schema === undefined ? string : typeOfSchema(declared.schema, requestTypes);
  const key = given.counts === "pages" ? "number" : given.counts === "items" ? "from" : "token";
  const steps = [{ key, optional: false, fromIndex: false }];
  const value: Value = { kind: "member", of: { kind: "item", local: page, isOwn: true }, steps, below: [] };
  const type = token ?? number;
  if (assignable(type, takes)) return { name, value };
  // What is counted is there on every page, so that it can be written as text.
  if (token === undefined && assignable(string, takes)) return { name, value: { kind: "text", value } };
  findings.report(place, found.invalidPages.type(name, describeType(takes), describeType(type)));
  return undefined;
}
