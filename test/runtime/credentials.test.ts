import { inspect } from "node:util";
import { afterEach, expect, test, vi } from "vitest";
import { accountSidOf } from "../../templates/runtime/twilio/account-sid.js";
import {
  createTwilio,
  openWorkflow,
  type Credentials,
  type WorkflowOptions,
} from "../../templates/runtime/twilio/index.js";
import type { paths as MessagingApi } from "./support/messaging.js";
import { at, failureOf } from "./support/options.js";
import { serve } from "./support/server.js";
import { createOne, fetchOne } from "./support/workflows.js";

afterEach(() => {
  vi.unstubAllEnvs();
  vi.unstubAllGlobals();
});

const ok = [{ body: { sid: "SM1" } }];
const basic = (user: string, password: string): string =>
  `Basic ${Buffer.from(`${user}:${password}`).toString("base64")}`;

const kinds: [name: string, given: Credentials, want: string][] = [
  ["account SID and auth token", { accountSid: "AC1", authToken: "t" }, basic("AC1", "t")],
  ["API key and secret", { apiKey: "SK1", apiSecret: "s" }, basic("SK1", "s")],
  ["API key of an account", { accountSid: "AC1", apiKey: "SK1", apiSecret: "s" }, basic("SK1", "s")],
  ["other letters", { accountSid: "AC1", authToken: "pässwörd€" }, basic("AC1", "pässwörd€")],
];

test.each(kinds)("%s", async (_name, credentials, want) => {
  const server = await serve(ok);
  await fetchOne("SM1", at(server.url, { credentials }));
  expect(server.requests[0]?.headers["authorization"]).toBe(want);
});

const environments: [name: string, given: Record<string, string>, want: string][] = [
  ["auth token", { TWILIO_ACCOUNT_SID: "AC9", TWILIO_AUTH_TOKEN: "t9" }, basic("AC9", "t9")],
  [
    "API key before auth token",
    { TWILIO_ACCOUNT_SID: "AC9", TWILIO_AUTH_TOKEN: "t9", TWILIO_API_KEY: "SK9", TWILIO_API_SECRET: "s9" },
    basic("SK9", "s9"),
  ],
  [
    "half an API key is none",
    { TWILIO_ACCOUNT_SID: "AC9", TWILIO_AUTH_TOKEN: "t9", TWILIO_API_KEY: "SK9" },
    basic("AC9", "t9"),
  ],
];

test.each(environments)("from the environment: %s", async (_name, env, want) => {
  for (const [name, value] of Object.entries(env)) vi.stubEnv(name, value);
  const server = await serve(ok);
  await fetchOne("SM1", at(server.url, { credentials: undefined }));
  expect(server.requests[0]?.headers["authorization"]).toBe(want);
});

test("region and edge from the environment, unless they are given", () => {
  vi.stubEnv("TWILIO_REGION", "au1");
  vi.stubEnv("TWILIO_EDGE", "sydney");
  expect(createTwilio().locate("https://api.twilio.com/x")).toBe("https://api.sydney.au1.twilio.com/x");
  expect(createTwilio({ region: "ie1" }).locate("https://api.twilio.com/x")).toBe(
    "https://api.sydney.ie1.twilio.com/x",
  );
});

const incomplete: [name: string, given: Credentials | undefined][] = [
  ["none", undefined],
  ["no auth token", { accountSid: "AC1", authToken: "" }],
  ["the account alone", { accountSid: "AC1" }],
  ["no API secret", { apiKey: "SK1", apiSecret: "" }],
  ["no client id", { clientId: "", clientSecret: "x" }],
];

test.each(incomplete)("%s: an error that says what to do, once credentials are needed", async (_name, credentials) => {
  const server = await serve(ok);
  const error = await failureOf(fetchOne("SM1", at(server.url, { credentials })));
  expect(error).toMatchObject({ name: "CredentialsError", code: "credentials", stepId: "fetchMessage" });
  expect(error).toHaveProperty(
    "message",
    expect.stringMatching(/options\.credentials or options\.client.*TWILIO_ACCOUNT_SID/),
  );
  expect(server.requests).toEqual([]);
});

test("platforms without an environment, or that do not let it be read", () => {
  vi.stubEnv("TWILIO_REGION", "au1");
  const locate = (): string => createTwilio().locate("https://api.twilio.com/x");
  expect(locate()).toBe("https://api.au1.twilio.com/x");
  const { process } = globalThis;
  vi.stubGlobal("process", undefined);
  const without = locate();
  vi.stubGlobal("process", {
    get env(): never {
      throw new Error("Requires env access");
    },
  });
  const forbidden = locate();
  vi.stubGlobal("process", process);
  expect([without, forbidden]).toEqual(["https://api.twilio.com/x", "https://api.twilio.com/x"]);
});

test("the account SID of the credentials", () => {
  const sid = (options: WorkflowOptions): string => accountSidOf(openWorkflow("w", options));
  expect(sid({ credentials: { accountSid: "AC1", authToken: "t" } })).toBe("AC1");
  expect(sid({ credentials: { accountSid: "AC1", clientId: "OQ1", clientSecret: "s" } })).toBe("AC1");
  expect(sid({ client: createTwilio({ credentials: { accountSid: "AC2", authToken: "t" } }) })).toBe("AC2");
  vi.stubEnv("TWILIO_ACCOUNT_SID", "AC9");
  expect(sid({})).toBe("AC9");
  const missing = "workflow w: the credentials name no account: give credentials.accountSid, or set TWILIO_ACCOUNT_SID";
  expect(() => sid({ credentials: { apiKey: "SK1", apiSecret: "s" } })).toThrow(missing);
});

test("credentials of the call go before those of the client", async () => {
  const server = await serve(ok);
  const client = createTwilio({ credentials: { accountSid: "AC1", authToken: "one" }, baseUrl: server.url });
  await fetchOne("SM1", { client });
  await fetchOne("SM1", { client, credentials: { accountSid: "AC2", authToken: "two" } });
  expect(server.requests.map(({ headers }) => headers["authorization"])).toEqual([
    basic("AC1", "one"),
    basic("AC2", "two"),
  ]);
});

test("credentials go to no server that is neither Twilio's nor the caller's", async () => {
  const server = await serve(ok);
  const sent: (string | null)[] = [];
  const fetch = async (_url: string, init: RequestInit): Promise<Response> => {
    sent.push(new Headers(init.headers).get("authorization"));
    return Response.json({ sid: "SM1" });
  };
  for (const host of [server.url, "https://example.com", "https://twilio.com.example", "https://eviltwilio.com"]) {
    const run = openWorkflow("w", { credentials: { accountSid: "AC1", authToken: "t" }, fetch });
    const path = { AccountSid: "AC1", Sid: "SM1" };
    await run
      .api<MessagingApi>(host)
      .GET("/Accounts/{AccountSid}/Messages/{Sid}.json", { ...run.step("s"), params: { path } });
  }
  expect(sent).toEqual([null, null, null, null]);
  await fetchOne("SM1", { credentials: { accountSid: "AC1", authToken: "t" }, fetch });
  expect(sent.at(-1)).toBe(basic("AC1", "t"));
});

test("no redirect is followed, to wherever it leads", async () => {
  const other = await serve(ok);
  const server = await serve([{ status: 307, headers: { location: `${other.url}/x` } }]);
  const error = await failureOf(createOne("+1", at(server.url)));
  expect(error).toMatchObject({ code: "step-failed", status: 307, outcome: "not-done" });
  expect(error).toHaveProperty("message", expect.stringContaining("answered 307 (redirects are not followed)"));
  expect(other.requests).toEqual([]);
});

test("secrets are in nothing that a console or a log shows", async () => {
  const secrets = ["hush-token", "hush-secret", "hush-bearer", Buffer.from("AC1:hush-token").toString("base64")];
  const server = await serve((request) =>
    request.url === "/v2/token"
      ? { body: { access_token: "hush-bearer", expires_in: 3600 } }
      : { status: 400, body: { code: 1, message: "no" } },
  );
  const leaky = async (_url: string, init: RequestInit): Promise<Response> => {
    throw new TypeError(`bad headers ${JSON.stringify(init.headers)}`, {
      cause: new Error(JSON.stringify(init.headers)),
    });
  };
  const all: Credentials[] = [
    { accountSid: "AC1", authToken: "hush-token" },
    { clientId: "OQ1", clientSecret: "hush-secret" },
  ];
  for (const credentials of all) {
    const client = createTwilio({ credentials, baseUrl: server.url });
    const options = { credentials, baseUrl: server.url, retries: 0 };
    const shown: unknown[] = [client, openWorkflow("w", options), openWorkflow("w", { client })];
    shown.push(await failureOf(fetchOne("SM1", { client })));
    shown.push(await failureOf(fetchOne("SM1", { ...options, fetch: leaky })));
    shown.push(await failureOf(createOne("+1", { ...options, fetch: leaky })));
    shown.push(await failureOf(createOne("+1", { ...options, signal: AbortSignal.abort() })));
    shown.push(await failureOf(fetchOne("..", options)));
    for (const value of shown) {
      const text = `${inspect(value, { depth: Infinity, showHidden: true, getters: true })}${JSON.stringify(value)}${String(value)}`;
      for (const secret of secrets) expect(text).not.toContain(secret);
    }
  }
  expect(server.requests.length).toBeGreaterThan(0);
});
