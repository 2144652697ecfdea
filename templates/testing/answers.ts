import { stepPathOf } from "../runtime/journal/passes.js";
import { type Answer, type Call, createTwilio, type Runner, type TwilioClient } from "../runtime/twilio/index.js";
import { answerFor, bodyOf } from "./bodies.js";
import { instantClock } from "./clock.js";
import type { AnswersOf, Asked, StepAnswer, StepAnswers } from "./step-answers.js";

/** What stands in for an API. */
export interface Answers {
  /** Spread it into the options of the workflow, or of what takes such options: nothing is sent, and no time passes. */
  readonly options: { readonly client: TwilioClient; readonly runner: Runner };
  /** All requests so far, in their order; those that are sent again included. */
  readonly asked: readonly Asked[];
  /** All waits so far, in milliseconds, in their order: between requests of a poll, and before a step is tried again. */
  readonly waits: readonly number[];
}

export interface AnswersSettings {
  /** The account that requests are made for, where the workflow has it from the credentials. @default {@link TEST_ACCOUNT} */
  readonly accountSid?: string | undefined;
}

/** The account of whoever is given no other. Made of parts, as whole ones look like leaked to those who look for such. */
export const TEST_ACCOUNT: string = `AC${"7e57".padEnd(32, "0")}`;

/**
 * Answers the requests of one run, by step, in place of the APIs: no server, no credentials, and no waiting, since the run
 * goes by a clock that waits only move on. Deadlines count by that clock.
 *
 * What is asked without an answer being given for it rejects the run with an `Error` that names the step.
 */
export function answers<Steps = never>(
  given: [Steps] extends [never] ? Readonly<Record<string, unknown>> : AnswersOf<Steps>,
  { accountSid = TEST_ACCOUNT }: AnswersSettings = {},
): Answers {
  const begun = Date.UTC(2030, 0);
  let now = 0;
  const asked: Asked[] = [];
  const clock = instantClock();
  const times = new Map<string, number>();
  const next = (about: Asked): StepAnswer => {
    const time = (times.get(about.step) ?? 0) + 1;
    times.set(about.step, time);
    return answerOf(findAnswers(given, about.step), about, time);
  };
  const runner: Runner = {
    async request(call): Promise<Answer> {
      const about = askedBy(call, now);
      asked.push(about);
      const { ms = 0, ...answer } = next(about);
      now += ms;
      return { ...(await answerFor(call, answer)), at: begun + now, ms };
    },
    async sleep(id, ms, signal) {
      await clock.runner.sleep(id, ms, signal);
      now += ms;
    },
  };
  const client = withoutSending(createTwilio({ credentials: { accountSid, authToken: "none" } }));
  return { options: { client, runner }, asked, waits: clock.waits };
}

function askedBy(call: Call, at: number): Asked {
  const { method, url, headers } = call;
  return { step: stepOf(call), method, url, headers, body: bodyOf(call), at };
}

/** The id of a call, without what tells passes, requests of polls and attempts apart. */
function stepOf({ id }: Call): string {
  return stepPathOf(id.replace(/(\/poll-\d+)?(\/try-\d+)?$/, ""));
}

/** The answers to a step; those to one of a workflow that another step calls are inside of that one's. */
function findAnswers(given: unknown, step: string): unknown {
  const own = membersOf(given).find(([name]) => name === step || step.startsWith(`${name}/`));
  if (own === undefined) return undefined;
  const [name, found] = own;
  return name === step ? found : findAnswers(found, step.slice(name.length + 1));
}

function membersOf(given: unknown): readonly (readonly [string, unknown])[] {
  return typeof given === "object" && given !== null ? Object.entries(given) : [];
}

function answerOf(found: unknown, about: Asked, time: number): StepAnswer {
  const asks = `the step ${about.step} asks ${about.method} ${about.url}`;
  if (!isAnswers(found)) throw new Error(`${asks}, and no answer is given for it`);
  if (typeof found === "function") return found(about);
  if (!isList(found)) return found;
  const answer = found[time - 1];
  if (answer === undefined) throw new Error(`${asks} once more than it has answers, which are ${found.length}`);
  return answer;
}

function isAnswers(found: unknown): found is StepAnswers {
  return typeof found === "function" || (typeof found === "object" && found !== null);
}

function isList(found: StepAnswer | readonly StepAnswer[]): found is readonly StepAnswer[] {
  return Array.isArray(found);
}

/** A client that finds every API, whatever it needs to know of it, and sends nothing. */
function withoutSending(client: TwilioClient): TwilioClient {
  return {
    ...client,
    with: () => withoutSending(client),
    locate: (url) => url,
    send: () => Promise.reject(new Error("nothing is sent where requests are answered by a test")),
  };
}
