import type { CheckedPages } from "../check/check-pages.js";
import type { CheckedStep } from "../check/check-step.js";
import type { PagesStatement, RequestStatement, Statement } from "../ir/model.js";
import { map } from "../ir/walk.js";
import { isCall } from "../link/linked-step.js";
import { withoutComment } from "./each-statement.js";

/** The statements of a step that reads pages, around them the loop over these. */
export function forPages({ deed }: CheckedStep, pages: CheckedPages, body: readonly Statement[]): readonly Statement[] {
  const { step, answer } = deed.step;
  const { page, list, given, follows, items, next, parameter } = pages;
  const paged = map(body, (inner) => [
    inner.kind === "request" && inner.local === answer && parameter !== undefined ? withField(inner, parameter) : inner,
  ]);
  const statement: PagesStatement = {
    kind: "pages",
    stepId: step.stepId,
    comment: step.description ?? (isCall(deed.step) ? undefined : deed.step.operation.summary),
    page,
    limit: given.limit,
    first: given.first,
    follows,
    token: pages.tokenType,
    stream: pages.streamed?.format,
    list: { local: list, items: pages.itemType },
    doing: undefined,
    body: [...withoutComment(paged, answer), { kind: "take", list, value: { kind: "paged", page, items, next } }],
  };
  return [statement];
}

/** The request with one more query parameter. */
function withField(request: RequestStatement, parameter: NonNullable<CheckedPages["parameter"]>): RequestStatement {
  const query = request.parameters.find((group) => group.in === "query");
  const fields = [...(query?.fields.filter(({ name }) => name !== parameter.name) ?? []), parameter];
  const others = request.parameters.filter((group) => group !== query);
  return { ...request, parameters: [...others, { in: "query", fields }] };
}
