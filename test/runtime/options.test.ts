import { describe, expect, test } from "vitest";
import {
  createTwilio,
  InvalidInputError,
  InvalidOptionError,
  type PollOptions,
  type TwilioOptions,
  type WorkflowOptions,
} from "../../templates/runtime/twilio/index.js";
import { at, credentials, failureOf } from "./support/options.js";
import { callOne } from "./support/nested.js";
import { type Server, serve } from "./support/server.js";
import { createOne, fetchOne, sendAndTrack } from "./support/workflows.js";

/** What is wanted of an option, and values that are something else. */
type Row = readonly [want: string, ...wrong: unknown[]];

const time = "must be a number from 0 to 2147483647";
const times = [-1, Number.NaN, Number.POSITIVE_INFINITY, 2 ** 31, "5", 5n, true, null, {}, [5], () => 5];
const aFunction: Row = ["must be a function", "f", 5, true, null, {}, []];

// A field that is added to the options has no row yet, and does not compile.
const clientRows: Record<keyof TwilioOptions, Row> = {
  region: ["must be a region, such as au1", "a/b", "au1.evil.com", "a b", 5, true, null, {}, [], ["au1"]],
  edge: ["must be an edge location, such as sydney", "a/b", "sydney.", 5, true, null, {}, [], ["sydney"]],
  baseUrl: [
    "must be ",
    "",
    "no url",
    "https://user:pass@proxy.test",
    "https://proxy.test?x=1",
    "http://proxy.test",
    "file:///a",
    5,
    null,
    {},
    ["http://localhost"],
    new URL("http://localhost"),
  ],
  credentials: [
    "must be { accountSid, authToken }, { apiKey, apiSecret } or { clientId, clientSecret }, all of them strings",
    "AC1:hush",
    5,
    null,
    true,
    [],
    ["AC1", "hush"],
    { accountSid: "AC1", authToken: 5 },
    { accountSid: "AC1", authToken: null },
    { apiKey: ["SK1"], apiSecret: "hush" },
    { clientId: "OQ1", clientSecret: { hush: 1 } },
    () => credentials,
  ],
  headers: ["must be an object of texts", "X-A: 1", 5, true, null, [], ["X-A", "1"], () => ({})],
  fetch: aFunction,
  dryRun: aFunction,
  timeout: [time, ...times],
  maxAnswerSize: [time, ...times],
  maxConcurrent: ["must be a number from 1 to 2147483647", 0, 0.5, ...times],
};

const workflowRows: Record<Exclude<keyof WorkflowOptions, keyof TwilioOptions>, Row> = {
  client: [
    "must be a client, with locate and send and with",
    ...["AC1", 5, null, true, {}, [], credentials],
    { send: () => undefined },
    () => createTwilio(),
  ],
  signal: ["must be an AbortSignal", {}, new AbortController(), "abort", 5, null, [], { aborted: false }],
  deadline: [time, ...times],
  retries: [time, ...times],
  maxRetryAfter: [time, ...times],
  maxSteps: [time, ...times],
  poll: ["must be an object", 5, "fast", true, null, [], () => ({})],
  callbacks: ["must be an object with a url", {}, 5, "https://app.example.com", true, null, [], () => ({})],
  resume: ["must be a checkpoint, which is an object", "{}", 5, true, [], [{}], () => ({})],
  resend: ["must be a list of steps", "createMessage", 5, null, {}, [5], [undefined], ["createMessage", null]],
  onCheckpoint: aFunction,
  runner: [
    "must be a runner, with request and sleep",
    ...["inProcess", 5, null, {}, [], () => undefined],
    { request: () => undefined },
    { request: () => undefined, sleep: 5 },
  ],
  onStep: aFunction,
};

const pollRows: Record<keyof PollOptions, Row> = {
  interval: [time, ...times],
  factor: ["must be a number from 1 to 2147483647", 0, 0.5, ...times],
  maxInterval: [time, ...times],
  deadline: [time, ...times],
};

const workflows: Readonly<Record<string, (options: WorkflowOptions) => Promise<unknown>>> = {
  "a step and a poll": (options) => sendAndTrack({ to: "+1" }, options),
  "one that calls others": (options) => callOne("+1", options),
};

async function expectRefused(server: Server, options: WorkflowOptions, option: string, want: string): Promise<void> {
  for (const [name, run] of Object.entries(workflows)) {
    const error = await failureOf(run(options));
    expect(error, name).toBeInstanceOf(InvalidInputError);
    expect(error, name).toMatchObject({
      code: "invalid-input",
      stepId: undefined,
      checkpoint: { answers: {}, unknown: [] },
    });
    expect(error, name).toHaveProperty(
      "message",
      expect.stringMatching(/^workflow (send-and-track|call-one): option /),
    );
    expect(error, name).toHaveProperty("message", expect.stringContaining(`: option ${option} ${want}`));
    expect(error, name).toMatchObject({ cause: { name: "InvalidOptionError", code: "invalid-option", option } });
    expect(JSON.stringify(error)).not.toMatch(/hush|pass@/);
  }
  expect(server.requests).toEqual([]);
}

/** Callers without types may give anything. */
function withOption(options: WorkflowOptions, name: string, value: unknown): WorkflowOptions {
  return { ...options, [name]: value };
}

describe("an option of a run that cannot be used is refused before anything is sent:", () => {
  test.each(Object.entries({ ...clientRows, ...workflowRows }))("%s", async (name, [want, ...wrong]) => {
    const server = await serve([{ status: 201, body: { sid: "SM1" } }]);
    for (const value of wrong) await expectRefused(server, withOption(at(server.url), name, value), name, want);
  });

  test.each(Object.entries(pollRows))("poll.%s", async (name, [want, ...wrong]) => {
    const server = await serve([{ status: 201, body: { sid: "SM1" } }]);
    for (const value of wrong) {
      await expectRefused(server, withOption(at(server.url), "poll", { [name]: value }), `poll.${name}`, want);
    }
  });

  test("one that there is not", async () => {
    const server = await serve([{ status: 201, body: { sid: "SM1" } }]);
    await expectRefused(
      server,
      withOption(at(server.url), "timout", 5),
      "timout",
      "is none; there are baseUrl, callbacks, client, ",
    );
    await expectRefused(server, withOption(at(server.url), "toString", 5), "toString", "is none; there are ");
    const poll = { intervall: 5 };
    const want = "is none; there are deadline, factor, interval, maxInterval";
    await expectRefused(server, withOption(at(server.url), "poll", poll), "poll.intervall", want);
  });

  test("one that the options have from what they are made of", async () => {
    const server = await serve([{ status: 201, body: { sid: "SM1" } }]);
    const options: WorkflowOptions = Object.create(at(server.url, { retries: -1 }));
    await expectRefused(server, options, "retries", time);
  });
});

describe("an option of a client that cannot be used is refused where it is given:", () => {
  test.each(Object.entries(clientRows))("%s", (name, [want, ...wrong]) => {
    for (const value of wrong) {
      const make = (): string =>
        createTwilio(withOption({ credentials }, name, value)).locate("https://api.twilio.com/");
      const change = (): string =>
        createTwilio({ credentials })
          .with(withOption({}, name, value))
          .locate("https://api.twilio.com/");
      for (const use of [make, change]) {
        expect(use).toThrow(InvalidOptionError);
        expect(use).toThrow(
          expect.objectContaining({ option: name, message: expect.stringContaining(`option ${name} ${want}`) }),
        );
        expect(use).not.toThrow(/hush|pass@/);
      }
    }
  });

  test("one that there is not", () => {
    const want = "option timout is none; there are baseUrl, callbacks, client, credentials, ";
    expect(() => createTwilio(withOption({}, "timout", 5))).toThrow(want);
    expect(() => createTwilio().with(withOption({}, "timout", 5))).toThrow(want);
  });

  test("one of a run, which a client has no use for", () => {
    expect(() => createTwilio(withOption({}, "retries", -1))).toThrow(`option retries ${time}`);
    expect(() => createTwilio({ ...at("http://localhost"), ...{ retries: 1, poll: {} } })).not.toThrow();
  });
});

test.each([[null], [5], ["fast"], [true], [[]]])("options that are none: %j", async (options) => {
  const message = /^(workflow fetch-one: )?options must be an object, not /;
  // @ts-expect-error the types refuse it too
  expect(await failureOf(fetchOne("SM1", options))).toMatchObject({ code: "invalid-input" });
  // @ts-expect-error the types refuse it too
  expect(await failureOf(fetchOne("SM1", options))).toHaveProperty("message", expect.stringMatching(message));
  // @ts-expect-error the types refuse it too
  expect(() => createTwilio(options)).toThrow(message);
});

test.each([() => 5, () => null, () => "no url", () => "http://proxy.test"])(
  "a base URL that a function does not give is missed before anything is sent: %s",
  async (baseUrl) => {
    const server = await serve([{ status: 201, body: { sid: "SM1" } }]);
    for (const run of Object.values(workflows)) {
      const error = await failureOf(run(withOption(at(server.url), "baseUrl", baseUrl)));
      expect(error).toMatchObject({ code: "invalid-input", cause: { option: "baseUrl" } });
    }
    expect(server.requests).toEqual([]);
  },
);

test("what is undefined is not given, whatever it is called", async () => {
  const server = await serve([{ status: 201, body: { sid: "SM1" } }]);
  const names = [...Object.keys({ ...clientRows, ...workflowRows }), "timout"];
  const options = Object.fromEntries(names.map((name) => [name, undefined]));
  const { baseUrl, credentials } = at(server.url);
  expect(await createOne("+1", { ...options, baseUrl, credentials })).toBe("SM1");
});

test("the least that numbers may be", async () => {
  const server = await serve([{ status: 201, body: { sid: "SM1" } }]);
  const poll: PollOptions = { interval: 0, factor: 1, maxInterval: 0, deadline: 0 };
  const options: WorkflowOptions = { retries: 0, maxRetryAfter: 0, maxConcurrent: 1, maxSteps: 1, poll, region: "" };
  expect(await createOne("+1", at(server.url, options))).toBe("SM1");
});
