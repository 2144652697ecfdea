import { expect, test } from "vitest";
import {
  createTwilio,
  type Credentials,
  inProcess,
  openWorkflow,
  type Runner,
  type WorkflowOptions,
} from "../../templates/runtime/twilio/index.js";
import { leaksOf, textsOf } from "../support/secrets.js";
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

const spellings: [name: string, spell: (secret: string) => string][] = [
  ["as it is", (text) => text],
  ["percent-encoded", encodeURIComponent],
  ["percent-encoded in lower case", (text) => encodeURIComponent(text).replace(/%../g, (code) => code.toLowerCase())],
  ["as HTML", (text) => text.replace(/[+/=&]/g, (one) => `&#${one.charCodeAt(0)};`)],
  ["as HTML in hexadecimal", (text) => text.replace(/[+/=&]/g, (one) => `&#x${one.charCodeAt(0).toString(16)};`)],
  [
    "as HTML in JSON that escapes it",
    (text) =>
      text.replace(/[+/=&]/g, (one) => `\\u0026#x${one.charCodeAt(0).toString(16).toUpperCase().padStart(4, "0")};`),
  ],
  ["as HTML in HTML", (text) => text.replace(/[+/=&]/g, (one) => `&amp;#${one.charCodeAt(0)};`)],
  [
    "as HTML by name",
    (text) =>
      text.replace(/[&<>"']/g, (one) => ({ "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;" })[one] ?? "&apos;"),
  ],
  ["percent-encoded twice", (text) => encodeURIComponent(encodeURIComponent(text))],
  ["as JSON", (text) => JSON.stringify(text)],
  ["as JSON with escaped slashes", (text) => JSON.stringify(text).replaceAll("/", "\\/")],
  ["as JSON in JSON", (text) => JSON.stringify(JSON.stringify(text))],
  ["in base64", btoa],
];

/** Where the other side repeats what it was sent, as it refuses it. */
const echoes: [name: string, reply: (text: string) => Reply][] = [
  ["the message of a refusal", (text) => ({ status: 400, body: { code: 20003, message: text, more_info: text } })],
  ["a page", (text) => ({ status: 403, body: `<pre>${text}</pre>` })],
  ["its request id", (text) => ({ status: 400, headers: { "twilio-request-id": text } })],
  [
    "half an answer",
    (text) => ({
      raw: (response) =>
        void response.writeHead(200, { "content-length": "9999" }).write(text, () => response.destroy()),
    }),
  ],
];

const awkward = 's3cr3t/+"of\\the account=';

test.each(echoes)("what a server repeats of credentials in %s is not handed out", async (_where, reply) => {
  for (const [kind, credentials, user] of kindsOf(awkward)) {
    for (const [spelling, spell] of spellings) {
      const server = await serve(({ url, headers }) => {
        if (url.startsWith("/v2/token")) return { body: { access_token: token, expires_in: 3600 } };
        return reply(`${String(headers["authorization"])} ${spell(awkward)} ${spell(`${user}:${awkward}`)}`);
      });
      const { handed, options } = watching(at(server.url, { credentials, retries: 0, maxAnswerSize: 5_000 }));
      for (const work of [createOne, fetchOne]) handed.push(await outcomeOf(work("+1", options)));
      expect(server.requests.length).toBeGreaterThan(1);
      const texts = textsOf(...handed);
      for (const text of [awkward, token, btoa(`${user}:${awkward}`), btoa(awkward)]) {
        const shown = spellings.map(([, each]) => each(text)).filter((each) => texts.some((it) => it.includes(each)));
        expect(shown, `${kind}, ${spelling}`).toEqual([]);
      }
    }
  }
});

test.each(spellings)("a token endpoint that repeats the client secret %s is not repeated", async (_name, spell) => {
  for (const status of [200, 400, 401, 500]) {
    const server = await serve([{ status, body: `<p>${spell(awkward)} ${spell(`OQ1:${awkward}`)}</p>` }]);
    const credentials = { clientId: "OQ1", clientSecret: awkward };
    const { handed, options } = watching(at(server.url, { credentials, retries: 0 }));
    handed.push(await outcomeOf(createOne("+1", options)));
    expect(server.requests.length).toBe(1);
    const texts = textsOf(...handed);
    for (const [, each] of spellings) expect(texts.some((text) => text.includes(each(awkward)))).toBe(false);
  }
});

test("a fetch that repeats the bare token in an error is not repeated", async () => {
  const credentials = { clientId: "OQ1", clientSecret: awkward };
  const fetch = async (url: string): Promise<Response> => {
    if (url.includes("/v2/token")) return Response.json({ access_token: token, expires_in: 3600 });
    throw new Error(`bad header: ${token}`, { cause: new Error(token) });
  };
  const { handed, options } = watching({ credentials, fetch, retries: 0 });
  handed.push(await outcomeOf(createOne("+1", options)));
  expect(leaksOf([awkward, token], ...handed)).toEqual([]);
});

test("what is no secret of ours comes through to the letter, another one's token and short words included", async () => {
  const sid = "Basic AC1 the-auth-tok\u0000en %2F \\/ eyJ.another.token pass***word s3cr3t";
  const server = await serve([{ status: 201, headers: { "set-cookie": "a=b%2Fc" }, body: { sid } }]);
  const given = { accountSid: "AC1", authToken: "s3cr3t" };
  expect(await createOne("+1", at(server.url, { credentials: given }))).toBe(sid);
  expect(await createOne("+1", at(server.url))).toBe(sid);
});

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

function kindsOf(of: string): typeof everyKind {
  return everyKind.map(([name, credentials, user]) => {
    if ("clientId" in credentials) return [name, { ...credentials, clientSecret: of }, user];
    return [
      name,
      "apiKey" in credentials ? { ...credentials, apiSecret: of } : { ...credentials, authToken: of },
      user,
    ];
  });
}

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
