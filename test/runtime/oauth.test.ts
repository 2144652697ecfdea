import { expect, test, vi } from "vitest";
import { createTwilio, type TwilioClient, type WorkflowOptions } from "../../templates/runtime/twilio/index.js";
import { failureOf, quick } from "./support/options.js";
import { type Received, type Reply, type Server, serve } from "./support/server.js";
import { createOne, fetchOne } from "./support/workflows.js";

const credentials = { clientId: "OQ1", clientSecret: "s p&a=ce" };

/** Twilio with its token endpoint; each token is `t1`, `t2` … */
async function twilio(
  api: (request: Received) => Reply,
  token: (count: number) => Reply = (count) => ({ body: { access_token: `t${count}`, expires_in: 3600 } }),
): Promise<{ server: Server; client: TwilioClient; tokens: () => number }> {
  let count = 0;
  const server = await serve((request) => (request.url === "/v2/token" ? token(++count) : api(request)));
  return { server, client: createTwilio({ credentials, baseUrl: server.url }), tokens: () => count };
}

const bearer = ({ headers }: Received): unknown => headers["authorization"];

test("a token is fetched once, for all runs of a client", async () => {
  const { server, client } = await twilio(() => ({ body: { sid: "SM1" } }));
  await Promise.all([fetchOne("a", { client }), fetchOne("b", { client }), fetchOne("c", { client, timeout: 5_000 })]);
  await fetchOne("d", { client });
  expect(server.requests[0]).toMatchObject({
    method: "POST",
    url: "/v2/token",
    body: "grant_type=client_credentials&client_id=OQ1&client_secret=s%20p%26a%3Dce",
  });
  expect(server.requests[0]?.headers["content-type"]).toBe("application/x-www-form-urlencoded");
  expect(server.requests[0]?.headers["authorization"]).toBeUndefined();
  expect(server.requests.slice(1).map(bearer)).toEqual(["Bearer t1", "Bearer t1", "Bearer t1", "Bearer t1"]);
});

test("a token endpoint of its own, by a function of the host", async () => {
  const tokens = await serve([{ body: { access_token: "abc" } }]);
  const api = await serve([{ body: { sid: "SM1" } }]);
  const baseUrl = (host: string): string => (host === "oauth.twilio.com" ? tokens.url : api.url);
  await fetchOne("a", { credentials, baseUrl });
  expect(tokens.requests.map(({ url }) => url)).toEqual(["/v2/token"]);
  expect(api.requests.map(bearer)).toEqual(["Bearer abc"]);
});

test("a token is renewed a minute before it expires", async () => {
  vi.useFakeTimers({ toFake: ["Date"], now: 0 });
  try {
    const { server, client } = await twilio(() => ({ body: { sid: "SM1" } }));
    for (const seconds of [0, 3_539, 3_540, 7_000]) {
      vi.setSystemTime(seconds * 1_000);
      await fetchOne("a", { client });
    }
    const sent = server.requests.filter(({ url }) => url !== "/v2/token").map(bearer);
    expect(sent).toEqual(["Bearer t1", "Bearer t1", "Bearer t2", "Bearer t2"]);
  } finally {
    vi.useRealTimers();
  }
});

test("a 401 gets one new token, for a POST too", async () => {
  const { server, client, tokens } = await twilio((request) =>
    bearer(request) === "Bearer t1" ? { status: 401, body: { code: 20003 } } : { status: 201, body: { sid: "SM1" } },
  );
  expect(await createOne("+1", { client })).toBe("SM1");
  expect(server.requests.map(({ method, url }) => `${method} ${url}`)).toEqual([
    "POST /v2/token",
    "POST /2010-04-01/Accounts/AC1/Messages.json",
    "POST /v2/token",
    "POST /2010-04-01/Accounts/AC1/Messages.json",
  ]);
  expect(tokens()).toBe(2);
});

test("a second 401 is the answer", async () => {
  const { client, tokens } = await twilio(() => ({ status: 401, body: { code: 20003, message: "Authenticate" } }));
  const error = await failureOf(fetchOne("a", { client }));
  expect(error).toMatchObject({ code: "step-failed", status: 401, twilioCode: 20003 });
  expect(tokens()).toBe(2);
});

test("a 401 to an old token does not cost the new one", async () => {
  const held: (() => void)[] = [];
  const { client, tokens } = await twilio((request) =>
    bearer(request) === "Bearer t1"
      ? {
          raw: (response) => {
            // Both requests with the old token are answered, one after the other, once both are there.
            held.push(() => response.writeHead(401).end());
            if (held.length === 2) held[0]?.();
          },
        }
      : { body: { sid: "SM1" } },
  );
  const both = Promise.all([fetchOne("a", { client }), fetchOne("b", { client })]);
  await vi.waitFor(() => expect(tokens()).toBe(2));
  held[1]?.();
  await both;
  expect(tokens()).toBe(2);
});

test("Basic credentials are not sent twice for a 401", async () => {
  const server = await serve([{ status: 401, body: { code: 20003 } }]);
  const error = await failureOf(
    fetchOne("a", { credentials: { accountSid: "AC1", authToken: "t" }, baseUrl: server.url }),
  );
  expect(error).toMatchObject({ code: "step-failed", status: 401 });
  expect(server.requests).toHaveLength(1);
});

test.each<[name: string, reply: Reply, words: string]>([
  ["a refusal", { status: 401, body: { error: "invalid_client" } }, 'answered 401: {"error":"invalid_client"}'],
  ["an echo of the secret", { status: 400, body: "s p&a=ce?" }, "answered 400: ***?"],
  ["no token", { body: {} }, "answered 200 without a token"],
  ["a token that is no text", { body: { access_token: 5 } }, "answered 200 without a token"],
  ["a token that breaks the header", { body: { access_token: "a\r\nb" } }, "answered 200 without a token"],
  ["no JSON", { body: "<html>" }, "answered 200 without a token"],
  ["a redirect", { status: 302, headers: { location: "https://example.com" } }, "answered 302: "],
])("from the token endpoint %s", async (_name, reply, words) => {
  const { server, client, tokens } = await twilio(
    () => ({}),
    () => reply,
  );
  const error = await failureOf(createOne("+1", { client, runner: quick().runner }));
  expect(error).toMatchObject({ code: "credentials", checkpoint: { unknown: [] } });
  expect(error).toHaveProperty("message", expect.stringContaining(`https://oauth.twilio.com/v2/token ${words}`));
  expect([tokens(), server.requests.length]).toEqual([1, 1]);
});

test.each<[name: string, reply: Reply]>([
  ["a 500", { status: 500 }],
  ["a 503", { status: 503 }],
  ["a 429", { status: 429 }],
  ["no answer", { raw: (response) => response.destroy() }],
])("%s from the token endpoint: nothing was sent yet, so it is tried again", async (_name, reply) => {
  const { client, tokens } = await twilio(
    () => ({ status: 201, body: { sid: "SM1" } }),
    (count) => (count < 3 ? reply : { body: { access_token: "t", expires_in: 60 } }),
  );
  expect(await createOne("+1", { client, runner: quick().runner })).toBe("SM1");
  expect(tokens()).toBe(3);
});

test("a token endpoint that stays away: a failed step, which says so", async () => {
  const answered = await twilio(
    () => ({}),
    () => ({ status: 503 }),
  );
  const silent = await twilio(
    () => ({}),
    () => ({ raw: (response) => void response.destroy() }),
  );
  for (const [{ client }, words] of [
    [answered, /got no answer \(4 attempts\): https:\/\/oauth\.twilio\.com\/v2\/token: 503$/],
    [silent, /got no answer \(4 attempts\): https:\/\/oauth\.twilio\.com\/v2\/token: socket hang up/],
  ] as const) {
    const error = await failureOf(createOne("+1", { client, runner: quick().runner }));
    expect(error).toMatchObject({ code: "step-failed", outcome: "not-done", checkpoint: { unknown: [] } });
    expect(error).toHaveProperty("message", expect.stringMatching(words));
  }
});

test("one caller's abort leaves the token to the others", async () => {
  let release: (() => void) | undefined;
  const { client, tokens } = await twilio(
    () => ({ body: { sid: "SM1" } }),
    () => ({
      raw: (response) => {
        release = () => response.end(JSON.stringify({ access_token: "t1", expires_in: 3600 }));
      },
    }),
  );
  const abort = new AbortController();
  const one = failureOf(fetchOne("a", { client, signal: abort.signal }));
  const other = fetchOne("b", { client });
  await vi.waitFor(() => expect(release).toBeDefined());
  abort.abort();
  expect(await one).toMatchObject({ code: "aborted" });
  release?.();
  expect(await other).toBe("SM1");
  expect(tokens()).toBe(1);
});

test.each<[setting: string, options: WorkflowOptions]>([
  ["timeout", { timeout: 50 }],
  ["maxAnswerSize", { maxAnswerSize: 10 }],
])("the %s of the run that asks for a token first is not that of the others", async (_name, options) => {
  let release: (() => void) | undefined;
  const { client, tokens } = await twilio(
    () => ({ body: { sid: "SM1" } }),
    () => ({
      raw: (response) => {
        release = () => response.end(JSON.stringify({ access_token: "t1", expires_in: 3600 }));
      },
    }),
  );
  const first = failureOf(fetchOne("a", { client, retries: 0, ...options }));
  const other = fetchOne("b", { client, retries: 0 });
  await vi.waitFor(() => expect(release).toBeDefined());
  if ("timeout" in options) expect(await first).toMatchObject({ code: "step-failed", outcome: "not-done" });
  release?.();
  expect(await other).toBe("SM1");
  await first;
  expect(tokens()).toBe(1);
});

test("the request for a token has 30 seconds", async () => {
  const { client } = await twilio(() => ({ body: { sid: "SM1" } }));
  const timers = vi.spyOn(globalThis, "setTimeout");
  await fetchOne("a", { client, timeout: 12_345 });
  const delays = timers.mock.calls.map(([, ms]) => ms).filter((ms) => ms === 12_345 || ms === 30_000);
  timers.mockRestore();
  expect(delays).toEqual([12_345, 30_000]);
});
