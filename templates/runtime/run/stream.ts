import type { StreamFormat, StreamPart } from "../answers/call.js";
import type { HeldStream } from "../client/held-stream.js";
import { OpenStream } from "../client/open-stream.js";
import { type Page, pagesOf, type PageSettings } from "./pages.js";
import { WorkflowRun } from "./run.js";

/** One part of a stream: some of its events. */
export interface Part extends Page<string> {
  /** The part of the stream that it is. */
  readonly events: StreamPart;
}

/**
 * The parts of a stream, one after the other, until it ends or `limit` events have been read. All of it is read over one
 * connection, as long as that holds, which is closed then.
 */
export function* partsOf(
  run: WorkflowRun,
  stepId: string,
  format: StreamFormat,
  settings: PageSettings = {},
): Generator<Part, void, undefined> {
  const { limit = 10_000 } = settings;
  const session = WorkflowRun.sessionOf(run);
  const { outer } = session;
  const stream: HeldStream = { opens: (...args) => new OpenStream(...args) };
  session.outer = { ...outer, stream };
  try {
    for (const page of pagesOf(run, stepId, settings)) {
      const { token } = page;
      yield {
        ...page,
        events: { format, most: limit - eventsIn(token), after: token },
        of: (items, next) => page.of(items, eventsIn(next) < limit ? next : undefined),
      };
    }
  } finally {
    stream.open?.stream.close();
    session.outer = outer;
  }
}

/** How many events have been read by then. */
function eventsIn(rest: string | null | undefined): number {
  return Number.parseInt(rest ?? "0");
}
