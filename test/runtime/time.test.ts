import { afterEach, beforeEach, expect, test, vi } from "vitest";
import {
  type Answer,
  inProcess,
  isWorkflowError,
  type Runner,
  type WorkflowOptions,
} from "../../templates/runtime/twilio/index.js";
import { insist, tryAgain } from "./support/nested.js";
import { at } from "./support/options.js";
import { type Received, type Reply, serve } from "./support/server.js";
import { createOne, fetchOne, sendAndTrack } from "./support/workflows.js";

const SECOND = 1_000;

// The clock of this process goes on when a request or a wait says so.
beforeEach(() => {
  vi.useFakeTimers({ toFake: ["Date"], now: Date.parse("2026-01-01T00:00:00Z") });
});
afterEach(() => {
  vi.useRealTimers();
});

const goOn = (ms: number): unknown => vi.setSystemTime(Date.now() + ms);

const created: Reply = { status: 201, body: { sid: "SM1" } };
const sent: Reply = { body: { status: "sent" } };

type Work = (options: WorkflowOptions) => Promise<unknown>;

/** What a run did at the seam, and how it ended. */
interface Path {
  readonly seam: string[];
  readonly end: unknown;
}

async function walk(work: Work, options: WorkflowOptions, runner: Runner): Promise<Path> {
  const seam: string[] = [];
  const noted: Runner = {
    request: (call, send) => (
      seam.push(call.id + (call.left === undefined ? "" : ` left ${call.left}`)),
      runner.request(call, send)
    ),
    sleep: (id, ms) => (seam.push(`${id} ${ms}`), runner.sleep(id, ms)),
  };
  const end = await work({ ...options, runner: noted }).catch((error: unknown) => {
    if (!isWorkflowError(error)) throw error;
    return JSON.parse(JSON.stringify({ ...error.toJSON(), checkpoint: { ...error.checkpoint, begun: undefined } }));
  });
  return { seam, end };
}

const poll = { interval: SECOND, factor: 1, deadline: 3_500 };
const polled: Work = (options) => sendAndTrack({ to: "+1" }, { ...options, poll });
const read: Work = (options) => fetchOne("SM1", options);
const late = (header: string): Reply => ({ status: 503, headers: { "retry-after": header } });
const notYet = ({ method }: Received): Reply => (method === "POST" ? created : sent);

interface Case {
  readonly work: Work;
  readonly options?: WorkflowOptions;
  /** How long the server takes to answer. */
  readonly takes: number;
  readonly reply: (request: Received) => Reply;
  /** What crosses the seam, and the end: its code, or what is returned. */
  readonly want: readonly unknown[];
}

test.each<[name: string, given: Case]>([
  [
    "a poll to its deadline",
    {
      work: polled,
      takes: 300,
      reply: notYet,
      want: [
        "sendMessage",
        "checkStatus",
        "checkStatus/poll-2/wait 1000",
        "checkStatus/poll-2",
        "checkStatus/poll-3/wait 1000",
        "checkStatus/poll-3",
        "checkStatus/poll-4/wait 600",
        "checkStatus/poll-4",
        "poll-deadline",
      ],
    },
  ],
  [
    "the deadline of a run, in a request",
    {
      work: read,
      options: { deadline: 700 },
      takes: 800,
      reply: () => ({ status: 500 }),
      want: ["fetchMessage left 700", "aborted"],
    },
  ],
  [
    "the deadline of a run, in a wait",
    {
      work: polled,
      options: { deadline: 2_500 },
      takes: 10,
      reply: notYet,
      want: [
        "sendMessage left 2500",
        "checkStatus left 2490",
        "checkStatus/poll-2/wait 1000",
        "checkStatus/poll-2 left 1480",
        "checkStatus/poll-3/wait 1000",
        "checkStatus/poll-3 left 470",
        "checkStatus/poll-4/wait 460",
        "aborted",
      ],
    },
  ],
  [
    "an answer that comes behind the deadline",
    {
      work: (options) => createOne("+1", options),
      options: { deadline: 100 },
      takes: 200,
      reply: () => created,
      want: ["createMessage left 100", "aborted"],
    },
  ],
  [
    "a called workflow that has no more time",
    {
      work: (options) => insist("+1", options, { look: 300 }),
      takes: 400,
      reply: notYet,
      want: ["look/fetchMessage left 300", "make/createMessage", "SM1"],
    },
  ],
  [
    "a date to try again at",
    {
      work: read,
      takes: 5,
      reply: () => late("Thu, 01 Jan 2026 00:00:09 GMT"),
      want: [
        "fetchMessage",
        "fetchMessage/try-2/wait 8995",
        "fetchMessage/try-2",
        "fetchMessage/try-3/wait 0",
        "fetchMessage/try-3",
        "fetchMessage/try-4/wait 0",
        "fetchMessage/try-4",
        "step-failed",
      ],
    },
  ],
  [
    "a date that is too far away",
    {
      work: read,
      takes: 5,
      reply: () => late("Fri, 02 Jan 2026 00:00:00 GMT"),
      want: ["fetchMessage", "step-failed"],
    },
  ],
  [
    "an action with a date",
    {
      work: (options) => tryAgain(options),
      takes: 5,
      reply: () => ({ status: 404, headers: { "retry-after": "Thu, 01 Jan 2026 00:00:07 GMT" } }),
      want: ["fetch", "fetch#2#wait 6995", "fetch#2", "fetch#3#wait 0", "fetch#3", 404],
    },
  ],
])("%s: the same way when its answers are replayed at another time", async (_name, given) => {
  const { first, again } = await twice(given);
  expect(again).toEqual(first);
  expect([...first.seam, isError(first.end) ? first.end.code : first.end]).toEqual(given.want);
});

test("waits that no answer asks for are the same, and end at the same try", async () => {
  const options = { retries: 9, maxRetryAfter: 20_000 };
  const { first, again } = await twice({ work: read, options, takes: 5, reply: () => ({ status: 500 }) });
  expect(again).toEqual(first);
});

/** Runs a workflow, and a week later once more on the answers that it had. */
async function twice({ work, options, takes, reply }: Omit<Case, "want">): Promise<{ first: Path; again: Path }> {
  const server = await serve((request) => (goOn(takes), reply(request)));
  const answers = new Map<string, Answer>();
  const live: Runner = {
    async request(call, send) {
      const answer = JSON.parse(JSON.stringify(await send(call)));
      answers.set(call.id, answer);
      return answer;
    },
    sleep: async (_id, ms) => void goOn(ms),
  };
  const first = await walk(work, at(server.url, options), live);
  goOn(7 * 24 * 3_600 * SECOND);
  const replay: Runner = {
    async request({ id }) {
      const answer = answers.get(id);
      if (!answer) throw new Error(`${id} was not asked for before`);
      goOn(1);
      return answer;
    },
    sleep: async () => undefined,
  };
  return { first, again: await walk(work, at(server.url, options), replay) };
}

function isError(end: unknown): end is { code: unknown } {
  return typeof end === "object" && end !== null && "code" in end;
}

test("in this process a deadline also ends what is neither a request nor a wait", async () => {
  const timeouts: number[] = [];
  const runner: Runner = { ...inProcess, timeout: (ms) => (timeouts.push(ms), AbortSignal.abort("late")) };
  const never = new Promise<never>(() => undefined);
  const options = at("https://x.test", { runner, deadline: 100, onCheckpoint: () => never });
  expect(await createOne("+1", options).catch((error: unknown) => error)).toMatchObject({
    code: "aborted",
    cause: "late",
  });
  expect(timeouts).toEqual([100]);
});

test("a run that resumes has all its time again", async () => {
  const server = await serve(({ method }) => (goOn(10), method === "POST" ? created : { status: 404 }));
  const first: unknown = await polled(at(server.url, { deadline: SECOND })).catch((error: unknown) => error);
  if (!isWorkflowError(first)) throw first;
  goOn(3_600 * SECOND);
  const next = await serve([{ body: { status: "delivered" } }]);
  const options = at(next.url, { deadline: SECOND, resume: first.checkpoint });
  expect(await polled(options)).toMatchObject({ outcome: "delivered" });
});
