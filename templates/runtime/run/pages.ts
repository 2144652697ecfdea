import { followUrl } from "./follow-url.js";
import { ofElement } from "./outer.js";
import { PassKeys } from "../journal/passes.js";
import { WorkflowRun } from "./run.js";
import type { Followed } from "./step.js";

/** What is particular about the pages of a list. */
export interface PageSettings {
  /** How many items are read, and how many pages at most; of a stream, how many events. @default 10_000 */
  limit?: number | undefined;
  /** The number of the first page. @default 1 */
  first?: number | undefined;
  /** The server that the URLs of further pages have to lead to. @default further pages have no URLs */
  server?: string | undefined;
  /** The name of its source. @default none */
  source?: string | undefined;
  /** The step that is done for the items of each page, whose answers are let go with the page. @default none */
  doing?: string | undefined;
}

/** One page of a list: how to ask for it, and what to do with its answer. */
export interface Page<Next> {
  /** Counts the pages from `first` on. */
  readonly number: number;
  /** How many items the pages before it had. */
  readonly from: number;
  /** What the page before it said of it; `undefined` of the first. */
  readonly token: Next | undefined;
  /** Where it is, where the page before it has said so. Throws an `InvalidInputError` for a URL of another server. */
  readonly at: Followed | undefined;
  /**
   * Its items, of which there are none where there is no list, and no more than may be read.
   * @param next What leads to the next page; nothing, or an empty text, on the last one
   */
  of<Item>(items: readonly Item[] | null | undefined, next: Next | null | undefined): readonly Item[];
  /** The same where pages are counted: one without items is the last. */
  counted<Item>(items: readonly Item[] | null | undefined): readonly Item[];
}

/** Where reading goes on; `undefined` where it does not. */
type Upcoming<Next> = { index: number; from: number; token?: Next | undefined } | undefined;

/**
 * The pages of a list, one after the other, until there is none left or `limit` items have been read. What the run does for
 * a page has ids with its position. Throws an `InvalidInputError` for a page that leads to itself.
 */
export function* pagesOf<Next extends string | number = string>(
  run: WorkflowRun,
  stepId: string,
  settings: PageSettings = {},
): Generator<Page<Next>, void, undefined> {
  const { limit = 10_000, first = 1, server, source, doing } = settings;
  const session = WorkflowRun.sessionOf(run);
  const { outer, keys, journal } = session;
  const key = keys.upcoming(stepId);
  const before = journal.finished(key);
  // What comes out of a checkpoint is what the same function said before.
  let upcoming: Upcoming<Next> = before ? (before.result as Upcoming<Next>) : { index: 0, from: 0 };
  try {
    while (upcoming) {
      const { index, from, token }: NonNullable<Upcoming<Next>> = upcoming;
      session.outer = ofElement(outer, index);
      session.keys = new PassKeys(outer.prefix, session.outer.element);
      upcoming = undefined;
      const goOn = <Item>(items: readonly Item[], isLast: boolean, next?: Next): readonly Item[] => {
        const read = items.slice(0, limit - from);
        const to = { index: index + 1, from: from + read.length, token: next };
        if (!isLast && to.from < limit && to.index < limit) upcoming = to;
        return read;
      };
      yield {
        number: first + index,
        from,
        token,
        get at() {
          if (server === undefined || token === undefined) return undefined;
          return followUrl(run, stepId, server, String(token), { source });
        },
        of(items, next) {
          const isLast = next === null || next === undefined || next === "";
          if (!isLast && next === token) {
            session.checked(stepId, () => {
              throw new RangeError("the page names itself as the next one");
            });
          }
          return goOn(items ?? [], isLast, next ?? undefined);
        },
        counted(items) {
          return goOn(items ?? [], !items?.length);
        },
      };
      if (doing === undefined) continue;
      journal.goOn(outer.lane);
      const done = new PassKeys(outer.prefix).upcoming(doing);
      journal.finish(key, { result: upcoming ?? null }, [`${key}[`, `${done}[`]);
    }
  } finally {
    Object.assign(session, { outer, keys });
  }
}
