import { afterEach, expect, test, vi } from "vitest";
import { createTwilio, openWorkflow, type WorkflowOptions } from "../../templates/runtime/twilio/index.js";
import type { paths as MessagingApi } from "./support/messaging.js";
import { serve } from "./support/server.js";

// Which request carries Twilio's credentials: by the server of the document, by where they come from, by `baseUrl`.

afterEach(() => {
  vi.unstubAllEnvs();
});

const twilio = "https://api.twilio.com/2010-04-01";
const shop = "https://shop.example.com";
const unknown = "source:shop";

/** Sends one request to each server, in one run; tells which arrived where, and with what. */
async function sent(servers: readonly string[], options: WorkflowOptions): Promise<string[]> {
  const requests: string[] = [];
  const fetch = async (url: string, { headers }: RequestInit): Promise<Response> => {
    requests.push(`${new URL(url).host} ${new Headers(headers).has("authorization") ? "signed" : "unsigned"}`);
    return Response.json({ sid: "SM1" });
  };
  try {
    const run = openWorkflow("w", { fetch, ...options });
    const apis = servers.map((server) => run.api<MessagingApi>(server));
    for (const [index, api] of apis.entries()) {
      const params = { path: { AccountSid: "AC1", Sid: "SM1" } };
      await api.GET("/Accounts/{AccountSid}/Messages/{Sid}.json", { ...run.step(`s${index}`), params });
    }
  } catch (error) {
    requests.push(error instanceof Error ? error.message.replace(/^workflow w(, step s\d)?: /, "") : "?");
  }
  return requests;
}

const explicit = { credentials: { accountSid: "AC1", authToken: "explicit-token" } };
const withheld = "the credentials of the environment do not go to proxy.test: give options.credentials if they should";
const several = `option baseUrl must say which server it is for, as several are called: { "twilio": "https://…", `;
const foreign = "https://proxy.test";
const loopback = "http://127.0.0.1:9";
const twilios = "https://api.ie1.twilio.com";

type Base = NonNullable<WorkflowOptions<string>["baseUrl"]>;

/** Of an explicit credential, and of one of the environment. */
const cases: [servers: readonly string[], baseUrl: Base | undefined, given: string[], environment: string[]][] = [
  [[twilio], undefined, ["api.twilio.com signed"], ["api.twilio.com signed"]],
  [[twilio], foreign, ["proxy.test signed"], [withheld]],
  [[twilio], { "api.twilio.com": foreign }, ["proxy.test signed"], [withheld]],
  [[twilio], () => foreign, ["proxy.test signed"], [withheld]],
  [[twilio], loopback, ["127.0.0.1:9 signed"], ["127.0.0.1:9 signed"]],
  [[twilio], "http://a.localhost:9", ["a.localhost:9 signed"], ["a.localhost:9 signed"]],
  [[twilio], "https://[::1]:9", ["[::1]:9 signed"], ["[::1]:9 signed"]],
  [[twilio], twilios, ["api.ie1.twilio.com signed"], ["api.ie1.twilio.com signed"]],
  [[shop], undefined, ["shop.example.com unsigned"], ["shop.example.com unsigned"]],
  [[shop], foreign, ["proxy.test unsigned"], ["proxy.test unsigned"]],
  [[shop], { "shop.example.com": foreign }, ["proxy.test unsigned"], ["proxy.test unsigned"]],
  [[shop], loopback, ["127.0.0.1:9 unsigned"], ["127.0.0.1:9 unsigned"]],
  [[shop], twilios, ["api.ie1.twilio.com unsigned"], ["api.ie1.twilio.com unsigned"]],
  [[unknown], foreign, ["proxy.test unsigned"], ["proxy.test unsigned"]],
  [[unknown], { shop: loopback }, ["127.0.0.1:9 unsigned"], ["127.0.0.1:9 unsigned"]],
  [[unknown], twilios, ["api.ie1.twilio.com signed"], ["api.ie1.twilio.com signed"]],
  [[twilio, "https://studio.twilio.com"], foreign, ["proxy.test signed", "proxy.test signed"], [withheld]],
  [
    [twilio, shop],
    foreign,
    [`${several}"shop.example.com": "https://…" }`],
    [`${several}"shop.example.com": "https://…" }`],
  ],
  [[twilio, unknown], loopback, [`${several}"shop": "https://…" }`], [`${several}"shop": "https://…" }`]],
  [
    [twilio, shop],
    { "shop.example.com": foreign },
    ["api.twilio.com signed", "proxy.test unsigned"],
    ["api.twilio.com signed", "proxy.test unsigned"],
  ],
  [[shop, twilio], () => foreign, ["proxy.test unsigned", "proxy.test signed"], ["proxy.test unsigned", withheld]],
];

test.each(cases)("%j at %s", async (servers, baseUrl, given, environment) => {
  expect(await sent(servers, { baseUrl, ...explicit })).toEqual(given);
  vi.stubEnv("TWILIO_ACCOUNT_SID", "AC1");
  vi.stubEnv("TWILIO_AUTH_TOKEN", "environment-token");
  expect(await sent(servers, { baseUrl })).toEqual(environment);
  expect(await sent(servers, { client: createTwilio({ baseUrl }) })).toEqual(environment);
  expect(await sent(servers, { client: createTwilio(), baseUrl })).toEqual(environment);
  expect(await sent(servers, { client: createTwilio(explicit), baseUrl })).toEqual(given);
});

test.each([
  ["given", explicit],
  ["of the environment", {}],
])(
  "credentials that are %s do not go along a redirect, nor to another server than their own",
  async (_name, options) => {
    vi.stubEnv("TWILIO_ACCOUNT_SID", "AC1");
    vi.stubEnv("TWILIO_AUTH_TOKEN", "environment-token");
    const elsewhere = await serve([{ body: { sid: "SM1" } }]);
    const own = await serve([{ status: 308, headers: { location: `${elsewhere.url}/x` } }]);
    const baseUrl = { "api.twilio.com": own.url, shop: elsewhere.url };
    const run = openWorkflow("w", { baseUrl, ...options });
    const apis = [twilio, unknown].map((server) => run.api<MessagingApi>(server));
    for (const api of apis) {
      const params = { path: { AccountSid: "AC1", Sid: "SM1" } };
      await api.GET("/Accounts/{AccountSid}/Messages/{Sid}.json", { ...run.step("s"), params });
    }
    expect(own.requests.map(({ headers }) => "authorization" in headers)).toEqual([true]);
    expect(elsewhere.requests.map(({ headers }) => "authorization" in headers)).toEqual([false]);
  },
);
