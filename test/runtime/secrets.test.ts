import { expect, test } from "vitest";
import {
  createTwilio,
  type Credentials,
  inProcess,
  openWorkflow,
  type Runner,
  type WorkflowOptions,
} from "../../templates/runtime/index.js";
import { leaksOf } from "../support/secrets.js";
import { at } from "./support/options.js";
import { deadUrl, type Received, type Reply, serve } from "./support/server.js";
import { createOne, fetchOne, removeOne, sendAndTrack } from "./support/workflows.js";

const secret = "s3cr3t-of-the-account/+";
const token = "the.bearer.token.of.now";
const everyKind: [name: string, credentials: Credentials, user: string][] = [
  ["an auth token", { accountSid: "AC1", authToken: secret }, "AC1"],
  ["an API key", { apiKey: "SK1", apiSecret: secret, accountSid: "AC1" }, "SK1"],
  ["an OAuth app", { clientId: "OQ1", clientSecret: secret, accountSid: "AC1" }, "OQ1"],
];

/** A Twilio that fails in one way, and repeats what it was sent as far as it can. */
function failing(reply: Reply): (request: Received) => Reply {
  return ({ url }) =>
    url.startsWith("/v2/token") ? { status: 200, body: { access_token: token, expires_in: 3600 } } : reply;
}

const failures: [name: string, reply: Reply][] = [
  ["a refusal", { status: 400, body: { code: 21211, message: "no" } }],
  ["401", { status: 401, body: { code: 20003, message: "Authenticate" } }],
  ["429", { status: 429 }],
  ["500", { status: 500, body: "oops" }],
  ["a redirect", { status: 302, headers: { location: "https://evil.test/" } }],
  ["no JSON", { status: 200, body: "<html>" }],
  ["nothing", { status: 200 }],
  [
    "half an answer",
    { raw: (response) => void response.writeHead(200, { "content-length": "9" }).write("{", () => response.destroy()) },
  ],
  ["no answer", { raw: (response) => void response.destroy() }],
  ["an answer that is too large", { status: 200, body: "x".repeat(2_000) }],
  ["a poll without end", { status: 201, body: { sid: "SM1", status: "sent" } }],
];

test.each(everyKind.flatMap((kind) => failures.map((failure) => [...kind, ...failure] as const)))(
  "with %s (%o of %s), after %s nothing that is handed out holds a secret",
  async (_kind, credentials, user, _failure, reply) => {
    const server = await serve(failing(reply));
    const { handed, options } = watching(at(server.url, { credentials, maxAnswerSize: 1_000, poll: { deadline: 0 } }));
    for (const work of [createOne, fetchOne, removeOne]) handed.push(await outcomeOf(work("+1", options)));
    handed.push(await outcomeOf(sendAndTrack({ to: "+1" }, options)));
    expect(server.requests.length).toBeGreaterThan(3);
    expect(handed.length).toBeGreaterThan(10);
    expect(leaksOf([secret, `${user}:${secret}`, token], ...handed)).toEqual([]);
  },
);

test.each(everyKind)(
  "with %s nothing is shown where nobody listens, or where options are wrong",
  async (_kind, credentials, user) => {
    const { handed, options } = watching(at(await deadUrl(), { credentials }));
    handed.push(await outcomeOf(createOne("+1", options)));
    handed.push(await outcomeOf(createOne("+1", { ...options, region: "a/b" })));
    handed.push(await outcomeOf(createOne("+1", { ...options, signal: AbortSignal.abort() })));
    handed.push(createTwilio({ credentials, baseUrl: options.baseUrl }), openWorkflow("w", options));
    expect(leaksOf([secret, `${user}:${secret}`, token], ...handed)).toEqual([]);
  },
);

test("a fetch that repeats its headers in an error is not repeated", async () => {
  const credentials = { accountSid: "AC1", authToken: secret };
  const fetch = async (_url: string, init: RequestInit): Promise<Response> => {
    throw new Error(`failed with ${JSON.stringify(init.headers)}`, { cause: init });
  };
  const { handed, options } = watching({ credentials, fetch });
  handed.push(await outcomeOf(createOne("+1", options)));
  expect(leaksOf([secret, `AC1:${secret}`], ...handed)).toEqual([]);
});

test.each([
  ["in the message of an error", new Error(secret)],
  ["in its cause", new Error("a", { cause: { deep: [secret] } })],
  ["in a map", new Map([["a", secret]])],
  [
    "behind a getter",
    {
      get it(): string {
        return secret;
      },
    },
  ],
  ["in base64", { authorization: `Basic ${btoa(secret)}` }],
  ["in a hidden property", Object.defineProperty({}, "it", { value: secret })],
])("a secret is found %s", (_where, value) => {
  expect(leaksOf([secret], { value })).not.toEqual([]);
});

/** Options of a run, and all that it hands out. */
function watching(options: WorkflowOptions): { handed: unknown[]; options: WorkflowOptions } {
  const handed: unknown[] = [];
  const runner: Runner = {
    async request(call, send) {
      handed.push(call);
      const answer = await send(call);
      handed.push(answer);
      return answer;
    },
    sleep: async (...wait) => void handed.push(wait.slice(0, 2)),
  };
  const onStep = (event: unknown): void => void handed.push(event);
  const onCheckpoint = (checkpoint: unknown): void => void handed.push(checkpoint);
  return { handed, options: { ...options, runner: { ...inProcess, ...runner }, onStep, onCheckpoint } };
}

async function outcomeOf(work: Promise<unknown>): Promise<unknown> {
  return work.catch((error: unknown) => error);
}
