import { anySignal } from "../client/abort.js";
import { PassKeys } from "../journal/passes.js";
import { isWorkflowError } from "../errors/any-error.js";
import { WorkflowError } from "../errors/workflow-error.js";
import { failsStep } from "./nested.js";
import { ofElement } from "./outer.js";
import { WorkflowRun } from "./run.js";
import type { Session } from "./session.js";

/** What is particular about a step that is done for each element of a list. */
export interface EachSettings {
  /** How many elements the list may have. @default 10_000 */
  limit?: number | undefined;
  /** The position of its first element, where it is a part of a longer list. @default 0 */
  from?: number | undefined;
}

/** The same where elements are done side by side, or where one that fails does not end the run. */
export interface MapSettings extends EachSettings {
  /**
   * How many elements are done at a time; an engine that replays runs is given one at a time, so that it finds everything in
   * the order in which it was. @default 1
   */
  concurrency?: number | undefined;
  /** Whether the failure of an element becomes data, and the others go on. @default false */
  collect?: boolean | undefined;
}

/** What came of one element: what its step has, or the error that it ended in. */
export type Collected<Outputs> =
  (Outputs extends object ? { ok: true } & Outputs : { ok: true }) | { ok: false; error: WorkflowError };

/**
 * The elements of a list that a step is done for, one after the other. All that the run does for an element has ids with its
 * position, so that a run that resumes goes on with the element that it had come to. No list has no elements. Throws an
 * `InvalidInputError` for one that is longer than `limit`, before anything is sent for its elements.
 */
export function* eachOf<Item>(
  run: WorkflowRun,
  stepId: string,
  list: Iterable<Item> | null | undefined,
  settings: EachSettings = {},
): Generator<Item, void, undefined> {
  const session = WorkflowRun.sessionOf(run);
  const items = itemsOf(session, stepId, list, settings);
  const { outer, keys } = session;
  try {
    for (const [index, item] of items.entries()) {
      session.outer = ofElement(outer, (settings.from ?? 0) + index);
      session.keys = new PassKeys(outer.prefix, session.outer.element);
      yield item;
    }
  } finally {
    Object.assign(session, { outer, keys });
  }
}

/**
 * Does a step for each element of a list, some at a time, and resolves with what comes of them, in the order of the list.
 * `work` is given a run of its own for each element, whose ids are the same whatever runs beside it.
 *
 * Where an element fails, no other one is begun; requests that are under way are waited for, and then the error is thrown,
 * with a checkpoint of all that was done. With `collect` its error takes its place in the list instead, and the run goes
 * on. What ends the whole run is thrown in any case, such as an abort.
 */
export async function mapEach<Item, Result>(
  run: WorkflowRun,
  stepId: string,
  list: Iterable<Item> | null | undefined,
  settings: MapSettings & { collect: true },
  work: (item: Item, run: WorkflowRun) => Promise<Result>,
): Promise<Collected<Result>[]>;
export async function mapEach<Item, Result>(
  run: WorkflowRun,
  stepId: string,
  list: Iterable<Item> | null | undefined,
  settings: MapSettings,
  work: (item: Item, run: WorkflowRun) => Promise<Result>,
): Promise<Result[]>;
export async function mapEach<Item>(
  run: WorkflowRun,
  stepId: string,
  list: Iterable<Item> | null | undefined,
  settings: MapSettings,
  work: (item: Item, run: WorkflowRun) => Promise<unknown>,
): Promise<unknown[]> {
  const session = WorkflowRun.sessionOf(run);
  const { collect = false, concurrency = 1 } = settings;
  const items = itemsOf(session, stepId, list, settings);
  const results: unknown[] = [];
  const lanes = session.runner.runId === undefined ? Math.min(concurrency, items.length) : 1;
  // One after the other there is nothing to stop.
  const stop = lanes > 1 ? new AbortController() : undefined;
  let failure: { readonly error: unknown } | undefined;
  const waiting = items.entries();
  const one = async (index: number, item: Item): Promise<void> => {
    const own = besides(session, stepId, (settings.from ?? 0) + index, stop?.signal);
    const { lane } = own.outer;
    const known = session.journal.finished(lane);
    try {
      const result = known ? known.result : await work(item, new WorkflowRun(own));
      session.journal.goOn(lane);
      void (isJson(result) && session.journal.finish(lane, { result }));
      results[index] = collect ? { ok: true, ...Object(result) } : result;
      return;
    } catch (error) {
      if (!collect || !isCollected(error, own)) {
        failure ??= { error };
        stop?.abort();
        return;
      }
      results[index] = { ok: false, error };
    }
    session.journal.goOn(lane);
  };
  const lane = async (): Promise<void> => {
    for (const [index, item] of waiting) {
      await one(index, item);
      if (failure) return;
    }
  };
  await Promise.all(Array.from({ length: lanes }, lane));
  if (failure === undefined) return results;
  const { error } = failure;
  // What ran beside it has gone on.
  if (error instanceof WorkflowError) WorkflowError.moveTo(session.journal.checkpoint(), error);
  throw await session.ended(error);
}

function besides(session: Session, stepId: string, index: number, stop: AbortSignal | undefined): Session {
  const outer = ofElement(session.outer, index);
  const lane = new PassKeys(outer.prefix, outer.element).upcoming(stepId);
  return session.part({ ...outer, lane, stop: anySignal(outer.stop, stop) });
}

/** Whether an error is of its element alone. Whether that has taken effect may be unknown: nobody sends it again. */
function isCollected(error: unknown, session: Session): boolean {
  const isOfElement = isWorkflowError(error) && ["invalid-input", "unknown-outcome"].includes(error.code);
  return !session.aborted && (isOfElement || failsStep(error));
}

/** Whether a checkpoint holds a value as it is. */
function isJson(value: unknown): boolean {
  if (typeof value !== "object" || value === null) return true;
  const isPlain = Array.isArray(value) || Object.getPrototypeOf(value) === Object.prototype;
  return isPlain && Object.values(value).every(isJson);
}

/** The answers by now stay, since the run goes on past them. */
function itemsOf<Item>(
  session: Session,
  stepId: string,
  list: Iterable<Item> | null | undefined,
  { limit = 10_000 }: EachSettings,
): readonly Item[] {
  session.journal.goOn(session.outer.lane);
  const items = [...(list ?? [])];
  return session.checked(stepId, () => {
    if (items.length <= limit) return items;
    throw new RangeError(`the list has ${items.length} elements, and may have ${limit}`);
  });
}
