import type { Answer, Runner } from "../runtime/index.js";

export { answeredAfter, resendAfter, type WayOn } from "./ways-on.js";

/** What an engine keeps of a request. */
export interface Kept extends Answer {
  /** That of its call. */
  readonly version?: string | undefined;
}

/** What an engine does for a run. */
export interface Engine {
  /** The engine's id of the run, the same each time that it is carried out. */
  readonly runId: string;
  /** Does some work and keeps what it comes to, which is plain JSON, or gives what was kept under this name. */
  step(name: string, work: () => Promise<Kept>): Promise<Kept>;
  /**
   * The same for what must not be done twice: `again` says that it may have been done before, though nothing was kept.
   * @default after a step `<name>/begin`, which tells the process that began it from all others
   */
  once?(name: string, work: (again: boolean) => Promise<Kept>): Promise<Kept>;
  /**
   * Whether it looks for what was kept by the name alone, and does a step that it does not find. Then names are without the
   * version of their call, so that code that has changed finds it, and ends. @default false: it compares each name itself
   */
  readonly byName?: boolean | undefined;
  /** Waits, also across a restart. */
  sleep(name: string, ms: number): Promise<void>;
  /**
   * The same, but resolves with `true` as soon as a message of the engine wakes the run, also if that came before, and
   * else with `false`.
   * @param wakeUp What the run waits for, such as `message-status SM…`
   * @default there is none: callbacks wake nobody, and steps are polled
   */
  wait?(name: string, ms: number, wakeUp: string): Promise<boolean>;
  /** By what the engine finds the run, where it has to be told: `?run=` in the URL of callbacks. */
  readonly mailbox?: string | undefined;
}

export interface DurableOptions {
  /**
   * Whether a request that must not be sent twice is sent again when its process ended before the answer was kept: then it
   * may take effect twice. Otherwise such a run ends in an `UnknownOutcomeError`. @default false
   */
  readonly atLeastOnce?: boolean | undefined;
}

/** Requests that this process has begun, and answers that it has had: what is not here, another process did. */
const here = new Set<string>();

/** Requests that this process has sent, and whose answers the engine has not kept yet, each under the run and its name. */
const unkept = new Map<string, Promise<Kept>>();

/** How many requests that must not be sent twice are under way in this process, and who waits until there are none. */
let underWay = 0;
let idle: (() => void) | undefined;

/**
 * For a process that is to end, such as for a deploy: no run of it begins another request that must not be sent twice, and
 * it resolves once the engine has kept the answers of all that are under way. What is left goes on in another process.
 */
export function drain(): Promise<void> {
  const drained = new Promise<void>((resolve) => {
    idle = resolve;
  });
  settle();
  return drained;
}

function settle(): void {
  if (underWay === 0) idle?.();
}

/** Does what must not be cut off. */
async function whole<T>(work: () => Promise<T>): Promise<T> {
  // The process ends before this would.
  if (idle) return new Promise<never>(() => undefined);
  underWay += 1;
  try {
    return await work();
  } finally {
    underWay -= 1;
    settle();
  }
}

/** Carries out requests and waits as the steps of an engine. */
export function durableRunner(engine: Engine, { atLeastOnce = false }: DurableOptions = {}): Runner {
  const { runId, step, sleep, wait, mailbox, once = onceByMarks(engine), byName = false } = engine;
  const request: Runner["request"] = async (call, send) => {
    const name = byName ? call.id : `${call.id} ${call.version}`;
    const had = `${runId} ${name}/answer`;
    const work = async (again: boolean): Promise<Kept> => {
      here.add(had);
      return { ...(again ? LOST : await send(call)), version: call.version };
    };
    const isOnce = call.effect === "unsafe" && !atLeastOnce;
    const { version, ...answer } = await (isOnce ? once(name, work) : step(name, () => work(false)));
    if (version !== call.version) throw new Error(`the answer to ${call.id} is one to a request of other code`);
    return { ...answer, replayed: !here.delete(had) };
  };
  return {
    runId,
    request: (call, send) => (call.effect === "unsafe" ? whole(() => request(call, send)) : request(call, send)),
    sleep: (id, ms) => sleep(id, Math.ceil(ms)),
    ...(wait && { wait: (id, ms, { name }) => wait(id, Math.ceil(ms), name) }),
    mailbox,
  };
}

/** For engines that do a step again without telling so. */
function onceByMarks({ runId, step }: Engine): Required<Engine>["once"] {
  return async (name, work) => {
    const request = `${runId} ${name}`;
    await step(`${name}/begin`, async () => {
      here.add(request);
      return { status: 0, headers: {}, body: "" };
    });
    const kept = await step(name, () => {
      // An engine that lost its connection to this process does the step again: the first one's answer is its answer.
      const sent = unkept.get(request) ?? work(!here.delete(request));
      unkept.set(request, sent);
      return sent;
    });
    unkept.delete(request);
    return kept;
  };
}

/** What is known of a request whose process ended before its answer was kept. */
export const LOST: Answer = {
  status: 0,
  headers: {},
  body: "",
  failure: { reason: "lost", message: "the process that was sending it has ended" },
};
