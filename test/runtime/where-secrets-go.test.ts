import { afterEach, expect, test, vi } from "vitest";
import { signers } from "../../templates/runtime/client/signers.js";
import {
  type Checkpoint,
  openWorkflow,
  type Security,
  type WorkflowOptions,
  type WorkflowRun,
} from "../../templates/runtime/twilio/index.js";
import { type Received, type Reply, serve } from "./support/server.js";

// Source × credentials × baseUrl × redirect, over real sockets: what each server got to see of anybody's secrets.

interface Api {
  "/things": { get: { responses: { 200: { content: { "application/json": { id: string } } } } } };
}

const secrets = {
  orders: "secret-of-orders",
  stock: "secret-of-stock",
  token: "token-of-orders",
  twilio: "secret-of-twilio",
};

type Kind = "bearer" | "basic" | "header" | "query" | "cookie" | "oauth2";

const kinds: readonly Kind[] = ["bearer", "basic", "header", "query", "cookie", "oauth2"];

const apiKey = (place: "header" | "query" | "cookie") => ({ type: "apiKey", in: place, name: "Api-Key" }) as const;

function schemeOf(kind: Kind, tokenUrl: string): Security[number][string] {
  if (kind === "oauth2") return { type: kind, tokenUrl, scopes: [] };
  return kind === "bearer" || kind === "basic" ? { type: kind } : apiKey(kind);
}

function secretOf(kind: Kind): object | string {
  if (kind === "basic") return { username: "u", password: secrets.orders };
  return kind === "oauth2" ? { clientId: "c", clientSecret: secrets.orders } : secrets.orders;
}

const variables: Readonly<Record<Kind, Readonly<Record<string, string>>>> = {
  bearer: { ORDERS_SIGN: secrets.orders },
  basic: { ORDERS_SIGN_USERNAME: "u", ORDERS_SIGN_PASSWORD: secrets.orders },
  header: { ORDERS_SIGN: secrets.orders },
  query: { ORDERS_SIGN: secrets.orders },
  cookie: { ORDERS_SIGN: secrets.orders },
  oauth2: { ORDERS_SIGN_CLIENT_ID: "c", ORDERS_SIGN_CLIENT_SECRET: secrets.orders },
};

type Base = (orders: string, stock: string) => NonNullable<WorkflowOptions<string>["baseUrl"]>;

const bases: readonly [name: string, base: Base][] = [
  ["by source", (orders, stock) => ({ orders, stock, "stock.example.com": stock, "api.twilio.com": stock })],
  [
    "by host",
    (orders, stock) => ({ "orders.example.com": orders, "stock.example.com": stock, "api.twilio.com": stock }),
  ],
  ["by a function", (orders, stock) => (host) => (host === "orders.example.com" ? orders : stock)],
];

const redirects = [301, 302, 303, 307, 308];

/** Whose secrets a request carries, whatever way they are written in. */
function carriedBy({ url, headers, body }: Received): string {
  const decoded = String(headers["authorization"]).replace(/^Basic (.*)$/, (_, text: string) => atob(text));
  const text = decodeURIComponent(JSON.stringify([url, headers, body, decoded]));
  return (
    Object.entries(secrets)
      .flatMap(([owner, secret]) => (text.includes(secret) ? [owner] : []))
      .join(" and ") || "nobody"
  );
}

afterEach(() => {
  vi.unstubAllEnvs();
});

const tokenReplies: readonly Reply[] = [{ body: { access_token: secrets.token, expires_in: 3600 } }];

/** Calls orders, stock, Twilio and an API that asks for no credentials, one after another, whatever comes of it. */
async function callAll(
  kind: Kind,
  options: WorkflowOptions<string, object>,
  tokenUrl = "",
): Promise<readonly unknown[]> {
  const run: WorkflowRun = openWorkflow("w", { retries: 0, ...options }, { signers });
  const signed = (source: string, scheme: Security[number][string]): { source: string; security: Security } => ({
    source,
    security: [{ sign: scheme }],
  });
  const apis = {
    orders: run.api<Api>("https://orders.example.com", signed("orders", schemeOf(kind, tokenUrl))),
    stock: run.api<Api>("https://stock.example.com", signed("stock", { type: "bearer" })),
    twilio: run.api<Api>("https://api.twilio.com"),
    open: run.api<Api>("https://stock.example.com"),
  };
  const came: unknown[] = [];
  for (const [name, api] of Object.entries(apis)) {
    const { response } = await api.GET("/things", { ...run.step(name) });
    came.push(response.status);
  }
  return came;
}

const cases = kinds.flatMap((kind) =>
  bases.flatMap(([name, base]) =>
    (["given", "of the environment"] as const).map((from) => ({ kind, name, base, from })),
  ),
);

test.each(cases)(
  "$kind $from, with base URLs $name, goes to its own server alone, along no redirect",
  async ({ kind, base, from }) => {
    if (from === "of the environment") {
      const twilio = { TWILIO_ACCOUNT_SID: "AC1", TWILIO_AUTH_TOKEN: secrets.twilio };
      const all = { ...variables[kind], ...twilio, STOCK_SIGN: secrets.stock };
      for (const [variable, value] of Object.entries(all)) vi.stubEnv(variable, value);
    }
    const credentials = {
      orders: { sign: secretOf(kind) },
      stock: { sign: secrets.stock },
      twilio: { accountSid: "AC1", authToken: secrets.twilio },
    };
    const ok: Reply = { body: { id: "1" } };
    const stock = await serve([ok]);
    const tokens = await serve(tokenReplies);
    for (const status of [undefined, ...redirects]) {
      const orders = await serve([
        status === undefined ? ok : { status, headers: { location: `${stock.url}/elsewhere` } },
      ]);
      const options = { baseUrl: base(orders.url, stock.url), ...(from === "given" && { credentials }) };
      expect(await callAll(kind, options, `${tokens.url}/token`)).toEqual([status ?? 200, 200, 200, 200]);
      expect(orders.requests.map(carriedBy)).toEqual([kind === "oauth2" ? "token" : "orders"]);
      expect(stock.requests.splice(0).map(carriedBy)).toEqual(["stock", "twilio", "nobody"]);
      expect(tokens.requests.splice(0).map(carriedBy)).toEqual(kind === "oauth2" ? ["orders"] : []);
    }
  },
);

test.each(redirects)("a token endpoint that answers %i leads the client secret nowhere", async (status) => {
  const elsewhere = await serve([{ body: { access_token: secrets.token } }]);
  const endpoint = await serve([{ status, headers: { location: `${elsewhere.url}/token` } }]);
  const orders = await serve([{ body: { id: "1" } }]);
  const run: WorkflowRun = openWorkflow(
    "w",
    {
      retries: 0,
      baseUrl: { orders: orders.url },
      credentials: { orders: { sign: secretOf("oauth2") } },
    } satisfies WorkflowOptions<string, object>,
    { signers },
  );
  const api = run.api<Api>("https://orders.example.com", {
    source: "orders",
    security: [{ sign: schemeOf("oauth2", `${endpoint.url}/token`) }],
  });
  await expect(api.GET("/things", { ...run.step("s") })).rejects.toMatchObject({ name: "CredentialsError" });
  expect([elsewhere, orders].map(({ requests }) => requests)).toEqual([[], []]);
});

test("the client secret of the environment goes to no foreign host, by whatever base URL", async () => {
  vi.stubEnv("ORDERS_SIGN_CLIENT_ID", "c");
  vi.stubEnv("ORDERS_SIGN_CLIENT_SECRET", secrets.orders);
  const sent: string[] = [];
  const fetch = async (url: string): Promise<Response> => {
    sent.push(new URL(url).host);
    return Response.json({ access_token: secrets.token, id: "1" });
  };
  const settings = { source: "orders", security: [{ sign: schemeOf("oauth2", "https://login.example.com/token") }] };
  const ask = async (baseUrl: WorkflowOptions<string>["baseUrl"]): Promise<unknown> => {
    const run: WorkflowRun = openWorkflow("w", { retries: 0, baseUrl, fetch }, { signers });
    const api = run.api<Api>("https://orders.example.com", settings);
    return api.GET("/things", { ...run.step("s") }).catch(({ name }: Error) => name);
  };
  const local = "http://127.0.0.1:9";
  expect(await ask({ orders: local, "login.example.com": "https://foreign.test" })).toBe("CredentialsError");
  expect(sent).toEqual([]);
  await ask((host) => (host === "orders.example.com" ? local : "https://foreign.test"));
  expect(sent).toEqual(["login.example.com", "127.0.0.1:9"]);
});

test("a run of which everything has been answered needs no credentials; one that has to ask says what it lacks", async () => {
  const server = await serve([{ body: { id: "1" } }]);
  const settings = { source: "orders", security: [{ sign: { type: "bearer" } }] } as const;
  const kept: Checkpoint[] = [];
  const send = async (steps: readonly string[], options: WorkflowOptions<string, object>): Promise<void> => {
    const onCheckpoint = (checkpoint: Checkpoint): void => void kept.push(checkpoint);
    const run: WorkflowRun = openWorkflow(
      "w",
      {
        retries: 0,
        baseUrl: { orders: server.url },
        onCheckpoint,
        ...options,
      },
      { signers },
    );
    const api = run.api<Api>("https://orders.example.com", settings);
    for (const step of steps) await api.GET("/things", { ...run.step(step) });
  };
  const steps = ["one", "two", "three"];
  await send(steps, { credentials: { orders: { sign: secrets.orders } } });
  await expect(send(steps, {})).rejects.toMatchObject({ code: "invalid-input" });
  const resume = kept.at(-1);
  expect(Object.keys(resume?.answers ?? {})).toEqual(["one", "two"]);
  await send(["one", "two"], { resume });
  await expect(send(steps, { resume })).rejects.toMatchObject({
    name: "CredentialsError",
    message: expect.stringContaining("give options.credentials.orders.sign, or set ORDERS_SIGN"),
  });
  expect(server.requests.map(carriedBy)).toEqual(["orders", "orders", "orders"]);
});

test("one base URL for several APIs sends nothing to anybody", async () => {
  const server = await serve([{ body: { id: "1" } }]);
  const credentials = { orders: { sign: secrets.orders }, stock: { sign: secrets.stock } };
  await expect(callAll("bearer", { baseUrl: server.url, credentials })).rejects.toMatchObject({
    code: "invalid-input",
  });
  expect(server.requests).toEqual([]);
});

test.each([
  "https://user@x.test",
  "https://:p@x.test",
  "https://x.test?a=b",
  "https://x.test#a",
  "http://x.test",
  "ftp://127.0.0.1",
])("a base URL such as %s sends nothing to anybody", async (url) => {
  const sent: string[] = [];
  const fetch = async (asked: string): Promise<Response> => {
    sent.push(asked);
    return Response.json({ id: "1" });
  };
  const credentials = { orders: { sign: secrets.orders }, stock: { sign: secrets.stock } };
  for (const baseUrl of [{ orders: url, stock: "https://s.test" }, { "orders.example.com": url }, () => url]) {
    await expect(callAll("bearer", { baseUrl, credentials, fetch })).rejects.toMatchObject({ code: "invalid-input" });
  }
  expect(sent).toEqual([]);
});

test("a token URL at the host of its API is led with it, by whatever base URL", async () => {
  const server = await serve(({ url }) => ({ body: url.endsWith("/token") ? { access_token: secrets.token } : {} }));
  const sent: string[] = [];
  const fetch = async (url: string, init: RequestInit): Promise<Response> => {
    sent.push(new URL(url).host);
    return globalThis.fetch(url, init);
  };
  const security = [{ sign: schemeOf("oauth2", "https://orders.example.com/login/token") }];
  const credentials = { orders: { sign: secretOf("oauth2") } };
  const { host } = new URL(server.url);
  for (const baseUrl of [server.url, { orders: server.url }, { "orders.example.com": server.url }, () => server.url]) {
    const run: WorkflowRun = openWorkflow(
      "w",
      {
        retries: 0,
        baseUrl,
        fetch,
        credentials,
      } satisfies WorkflowOptions<string, object>,
      { signers },
    );
    const api = run.api<Api>("https://orders.example.com/v1", { source: "orders", security });
    await api.GET("/things", { ...run.step("s") });
    expect(sent.splice(0)).toEqual([host, host]);
    expect(server.requests.splice(0).map((request) => [request.url, carriedBy(request)])).toEqual([
      ["/login/token", "orders"],
      ["/v1/things", "token"],
    ]);
  }
});
