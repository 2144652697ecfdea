import type { EachStatement, FunctionIr, PagesStatement, Statement } from "../ir/model.js";
import { map, visit, visitValue, type Visitor } from "../ir/walk.js";

/** How many items are read, and elements are done, where the document does not say it. */
const defaultLimit = 10_000;

/**
 * The same function, in which a step for each item of a list is done page by page, so that no list of all is held: where
 * it comes right behind the step that reads the pages, nothing else reads the list, and nothing is gathered of what is
 * done. Where pages or items are counted all are read first, since what is done may change what comes on which page.
 */
export function streamPages({ reads, body }: FunctionIr): FunctionIr {
  const uses = new Map<string, number>();
  const counting: Visitor = {
    value: (value) => {
      if (value.kind === "item") uses.set(value.local, (uses.get(value.local) ?? 0) + 1);
    },
  };
  visit(body, counting);
  for (const { source } of reads.values()) if (source.kind === "made") visitValue(source.value, counting);
  const isStreamed = (pages: Statement | undefined, each: Statement | undefined): each is EachStatement => {
    if (pages?.kind !== "pages" || each?.kind !== "each") return false;
    const isOfPages = each.items.kind === "item" && each.items.local === pages.list?.local;
    const isAlone = isOfPages && uses.get(pages.list.local) === 1 && each.lists.length === 0;
    const { limit = defaultLimit } = pages;
    return isAlone && each.index === undefined && limit <= (each.limit ?? defaultLimit) && !isCounted(pages);
  };
  const streamed = map(body, (statement, { list, index }) => {
    const [before, behind] = [list[index - 1], list[index + 1]];
    if (isStreamed(before, statement)) return [];
    if (statement.kind !== "pages") return [statement];
    if (isStreamed(statement, behind)) return [doingEach(statement, behind)];
    return statement.list === undefined || uses.has(statement.list.local) ? [statement] : [withoutList(statement)];
  });
  return { reads, body: streamed };
}

function isCounted({ body }: PagesStatement): boolean {
  let counts = false;
  visit(body, { value: (value) => (counts ||= value.kind === "paged" && value.next === undefined) });
  return counts;
}

function doingEach(pages: PagesStatement, { limit: _none, ...each }: EachStatement): PagesStatement {
  const body = map(pages.body, (inner) =>
    inner.kind === "take" ? [{ ...each, limit: undefined, items: inner.value, page: pages.page }] : [inner],
  );
  return { ...pages, list: undefined, doing: each.stepId, body };
}

function withoutList(pages: PagesStatement): PagesStatement {
  const body = map(pages.body, (inner) => [inner.kind === "take" ? { ...inner, list: undefined } : inner]);
  return { ...pages, list: undefined, body };
}
