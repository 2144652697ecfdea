import type { ServerResponse } from "node:http";
import { expect, test } from "vitest";
import { createTwilio } from "../../templates/runtime/twilio/index.js";
import { Limiter } from "../../templates/runtime/client/limiter.js";
import type { Answer } from "../../templates/runtime/answers/call.js";
import { credentials, failureOf } from "./support/options.js";
import { serve } from "./support/server.js";

/** Requests that are answered by hand. */
class Requests {
  readonly #limiter: Limiter;
  readonly #answers: ((status: number) => void)[] = [];
  /** The numbers of those that have been sent, in order. */
  readonly sent: number[] = [];
  #count = 0;

  constructor(limiter: Limiter) {
    this.#limiter = limiter;
  }

  get underWay(): number {
    return this.#answers.length;
  }

  ask(signal?: AbortSignal): Promise<Answer> {
    const number = ++this.#count;
    const send = (): Promise<Answer> => {
      this.sent.push(number);
      return new Promise((resolve) => this.#answers.push((status) => resolve({ status, headers: {}, body: "" })));
    };
    return this.#limiter.run(send, signal);
  }

  async answer(...statuses: readonly number[]): Promise<void> {
    for (const status of statuses) this.#answers.shift()?.(status);
    await new Promise((resolve) => setImmediate(resolve));
  }
}

async function asked(most: number, count: number): Promise<Requests> {
  const requests = new Requests(new Limiter(most));
  for (let index = 0; index < count; index++) requests.ask();
  await requests.answer();
  return requests;
}

test("those beyond the limit wait, and go in the order in which they came", async () => {
  const requests = await asked(2, 5);
  expect(requests.sent).toEqual([1, 2]);
  await requests.answer(200);
  expect(requests.sent).toEqual([1, 2, 3]);
  await requests.answer(200, 500, 0);
  expect(requests.sent).toEqual([1, 2, 3, 4, 5]);
});

test("a 429 halves the limit, once for all requests that were under way", async () => {
  const requests = await asked(8, 40);
  await requests.answer(429, 429, 429, 429);
  expect(requests.underWay).toBe(4);
  await requests.answer(429, 429, 429, 429);
  expect(requests.underWay).toBe(4);
  await requests.answer(429);
  expect(requests.underWay).toBe(3);
  await requests.answer(200, 200);
  expect(requests.underWay).toBe(2);
});

test("one at a time is always possible", async () => {
  const requests = await asked(2, 20);
  for (let round = 0; round < 10; round++) await requests.answer(429);
  expect(requests.underWay).toBe(1);
});

test("quiet raises the limit again by one and one, up to where it began", async () => {
  const requests = await asked(3, 1_000);
  await requests.answer(429, 429, 429);
  expect(requests.underWay).toBe(1);
  const seen: number[] = [];
  for (let answers = 1; answers <= 70; answers++) {
    await requests.answer(200);
    seen.push(requests.underWay);
  }
  expect(seen.indexOf(2) + 1).toBe(10);
  expect(seen.indexOf(3) + 1).toBe(30);
  expect(Math.max(...seen)).toBe(3);
});

test("a failure frees the place", async () => {
  const limiter = new Limiter(1);
  expect(await failureOf(limiter.run(() => Promise.reject(new Error("no")), undefined))).toEqual(new Error("no"));
  const requests = new Requests(limiter);
  requests.ask();
  await requests.answer();
  expect(requests.sent).toEqual([1]);
});

test("waiting for a turn ends at once on abort, and others move up", async () => {
  const requests = await asked(1, 1);
  const abort = new AbortController();
  const failure = failureOf(requests.ask(abort.signal));
  requests.ask(new AbortController().signal);
  abort.abort("enough");
  expect(await failure).toBe("enough");
  await requests.answer(200);
  expect(requests.sent).toEqual([1, 3]);
  expect(await failureOf(requests.ask(AbortSignal.abort("before")))).toBe("before");
});

test("a client and those made of it share one limit, unless another is wanted", async () => {
  let together = 2;
  const waiting: ServerResponse[] = [];
  let most = 0;
  const server = await serve(() => ({
    raw: (response) => {
      waiting.push(response);
      most = Math.max(most, waiting.length);
      // With fewer at a time, nothing would ever be answered.
      if (waiting.length >= together) setImmediate(() => waiting.splice(0).forEach((each) => each.end("{}")));
    },
  }));
  const client = createTwilio({ credentials, baseUrl: server.url, maxConcurrent: 2 });
  const call = {
    workflowId: "w",
    stepId: "s",
    version: "",
    method: "GET",
    url: "https://api.twilio.com/",
    headers: {},
  } as const;
  const sendAll = (clients: readonly (typeof client)[]): Promise<unknown> =>
    Promise.all(clients.map((each, index) => each.send({ ...call, id: `s${index}`, effect: "safe" })));
  await sendAll([client, client.with({}), client, client.with({ timeout: 5_000 })]);
  expect(most).toBe(2);

  together = 5;
  await sendAll(Array.from({ length: 5 }, () => client.with({ maxConcurrent: 1 })));
  expect(server.requests).toHaveLength(9);
});
