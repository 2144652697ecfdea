import type { ServerResponse } from "node:http";
import { afterEach, describe, expect, test, vi } from "vitest";
import { signers } from "../../templates/runtime/client/signers.js";
import {
  createTwilio,
  openWorkflow,
  type Security,
  type WorkflowOptions,
  type WorkflowRun,
} from "../../templates/runtime/twilio/index.js";
import { leaksOf } from "../support/secrets.js";
import { failureOf } from "./support/options.js";
import { type Received, type Reply, serve } from "./support/server.js";

// Requests that are signed as the documents of their sources say. Written by hand in the shape of generated functions.

afterEach(() => {
  vi.unstubAllEnvs();
});

interface Orders {
  "/orders": {
    get: {
      parameters: {
        query?: { page?: string; "Api-Key"?: string };
        header?: Record<string, string>;
        cookie?: Record<string, string>;
      };
      responses: { 200: { content: { "application/json": { id: string } } } };
    };
  };
}

const bearer = { bearer: { type: "bearer" } } as const;
const basic = { basic: { type: "basic" } } as const;
const key = (place: "header" | "query" | "cookie") =>
  ({ apiKey: { type: "apiKey", in: place, name: "Api-Key" } }) as const;

interface Call {
  readonly anyOf: Security;
  readonly options: WorkflowOptions<string, object>;
  readonly params?: Orders["/orders"]["get"]["parameters"];
  readonly server?: string;
}

async function fetchOrder({
  anyOf,
  options,
  params = {},
  server = "https://orders.example.com/v1",
}: Call): Promise<string> {
  const run: WorkflowRun = openWorkflow("fetch-order", { retries: 0, ...options }, { signers });
  const orders = run.api<Orders>(server, { source: "orders", security: anyOf });
  const order = await orders.GET("/orders", { ...run.step("order"), params });
  if (order.status !== 200) run.fail(order);
  return order.data.id;
}

const carried = ["authorization", "cookie", "api-key"];

function shown({ url, headers }: Received): string {
  return [
    url,
    ...carried.flatMap((name) => (headers[name] === undefined ? [] : [`${name}: ${String(headers[name])}`])),
  ].join(" | ");
}

const ok: readonly Reply[] = [{ body: { id: "O1" } }];
const base64 = (text: string): string => Buffer.from(text).toString("base64");

/** The credentials of `orders`, what stands in the environment, and what is sent. */
const cases: [
  name: string,
  anyOf: Security,
  orders: object,
  env: Record<string, string>,
  want: string,
  params?: Call["params"],
][] = [
  ["a bearer token", [bearer], { bearer: "the-token" }, {}, "/v1/orders | authorization: Bearer the-token"],
  [
    "a bearer token of a function",
    [bearer],
    { bearer: async () => "the-token" },
    {},
    "/v1/orders | authorization: Bearer the-token",
  ],
  ["a bearer token of the environment", [bearer], {}, { ORDERS_BEARER: "t9" }, "/v1/orders | authorization: Bearer t9"],
  ["given before that", [bearer], { bearer: "t1" }, { ORDERS_BEARER: "t9" }, "/v1/orders | authorization: Bearer t1"],
  [
    "basic",
    [basic],
    { basic: { username: "ü", password: "p" } },
    {},
    `/v1/orders | authorization: Basic ${base64("ü:p")}`,
  ],
  [
    "basic of a function",
    [basic],
    { basic: () => ({ username: "u", password: "p" }) },
    {},
    `/v1/orders | authorization: Basic ${base64("u:p")}`,
  ],
  [
    "basic of the environment",
    [basic],
    {},
    { ORDERS_BASIC_USERNAME: "u", ORDERS_BASIC_PASSWORD: "p" },
    `/v1/orders | authorization: Basic ${base64("u:p")}`,
  ],
  ["a key in a header", [key("header")], { apiKey: "k" }, {}, "/v1/orders | api-key: k"],
  ["a key in the query", [key("query")], { apiKey: "k &" }, {}, "/v1/orders?Api-Key=k%20%26"],
  ["beside a query", [key("query")], { apiKey: "k" }, {}, "/v1/orders?page=2&Api-Key=k", { query: { page: "2" } }],
  ["a key in a cookie", [key("cookie")], { apiKey: "k;" }, {}, "/v1/orders | cookie: Api-Key=k%3B"],
  [
    "beside a cookie",
    [key("cookie")],
    { apiKey: "k" },
    {},
    "/v1/orders | cookie: lang=de; Api-Key=k",
    { cookie: { lang: "de" } },
  ],
  ["a key of the environment", [key("header")], {}, { ORDERS_API_KEY: "k9" }, "/v1/orders | api-key: k9"],
  [
    "two at once",
    [{ ...bearer, ...key("header") }],
    { bearer: "t", apiKey: "k" },
    {},
    "/v1/orders | authorization: Bearer t | api-key: k",
  ],
  ["the first that is given", [bearer, key("header")], { apiKey: "k" }, {}, "/v1/orders | api-key: k"],
  [
    "one that is given before one of the environment",
    [bearer, key("header")],
    { apiKey: "k" },
    { ORDERS_BEARER: "t9" },
    "/v1/orders | api-key: k",
  ],
  ["none where none is wanted", [], { bearer: "t" }, { ORDERS_BEARER: "t9" }, "/v1/orders"],
  ["none where none will do", [bearer, {}], {}, {}, "/v1/orders"],
  ["one though none would do", [bearer, {}], { bearer: "t" }, {}, "/v1/orders | authorization: Bearer t"],
  [
    "what a step gives itself: a header",
    [bearer],
    { bearer: "t" },
    {},
    "/v1/orders | authorization: Bearer own",
    { header: { Authorization: "Bearer own" } },
  ],
  [
    "what a step gives itself: a key",
    [key("header")],
    { apiKey: "k" },
    {},
    "/v1/orders | api-key: own",
    { header: { "Api-Key": "own" } },
  ],
  [
    "what a step gives itself: a key in the query",
    [key("query")],
    { apiKey: "k" },
    {},
    "/v1/orders?Api-Key=own",
    { query: { "Api-Key": "own" } },
  ],
  [
    "what a step gives itself: a cookie",
    [key("cookie")],
    { apiKey: "k" },
    {},
    "/v1/orders | cookie: Api-Key=own",
    { cookie: { "Api-Key": "own" } },
  ],
  [
    "what a step gives itself: a cookie of any name",
    [{ apiKey: { type: "apiKey", in: "cookie", name: "s[id]" } }],
    { apiKey: "k" },
    {},
    "/v1/orders | cookie: s%5Bid%5D=own",
    { cookie: { "s[id]": "own" } },
  ],
];

test.each(cases)("%s", async (_name, anyOf, orders, env, want, params) => {
  for (const [name, value] of Object.entries(env)) vi.stubEnv(name, value);
  const server = await serve(ok);
  const options = { credentials: { orders }, baseUrl: { orders: server.url } };
  expect(await fetchOrder({ anyOf, options, ...(params && { params }) })).toBe("O1");
  expect(await fetchOrder({ anyOf, options: { client: createTwilio(options) }, ...(params && { params }) })).toBe("O1");
  expect(server.requests.map(shown)).toEqual([want, want]);
});

test.each<[name: string, anyOf: Security, orders: object, want: string]>([
  [
    "a token",
    [bearer],
    {},
    "credentials.orders.bearer is missing: give options.credentials.orders.bearer, or set ORDERS_BEARER",
  ],
  [
    "a user",
    [basic],
    {},
    "credentials.orders.basic is missing: give options.credentials.orders.basic, or set ORDERS_BASIC_USERNAME and ORDERS_BASIC_PASSWORD",
  ],
  [
    "one of two",
    [{ ...bearer, ...key("query") }],
    { bearer: "t" },
    "credentials.orders.apiKey is missing: give options.credentials.orders.apiKey, or set ORDERS_API_KEY",
  ],
  [
    "all of several",
    [bearer, key("query")],
    {},
    "credentials.orders.bearer is missing: give options.credentials.orders.bearer, or set ORDERS_BEARER; or options.credentials.orders.apiKey, or set ORDERS_API_KEY",
  ],
])("%s that is missing is an error before anything is sent", async (_name, anyOf, orders, want) => {
  const server = await serve(ok);
  const error = await failureOf(
    fetchOrder({ anyOf, options: { credentials: { orders }, baseUrl: { orders: server.url } } }),
  );
  expect(error).toMatchObject({ name: "InvalidInputError", message: `workflow fetch-order: option ${want}` });
  expect(error).toMatchObject({ cause: { name: "InvalidOptionError" } });
  expect(server.requests).toEqual([]);
});

describe("what is given and cannot be used", () => {
  const oauth2 = { login: { type: "oauth2", tokenUrl: "https://login.example.com/token", scopes: [] } } as const;
  const pair = "{ username, password }";
  const cases: [anyOf: Security, orders: Record<string, unknown>, want: string][] = [
    ...[undefined, null, "", 7, {}, { token: "t" }, ["t"]].flatMap((value): typeof cases => [
      [[bearer], { bearer: value }, "a text"],
      [[key("query")], { apiKey: value }, "a text"],
    ]),
    ...[undefined, null, "", "u:p", { username: "u" }, { password: "p" }, { username: "", password: "" }].map(
      (value): (typeof cases)[number] => [[basic], { basic: value }, pair],
    ),
    ...[undefined, null, "", {}, { clientId: "c" }, { clientId: "c", clientSecret: 7 }].map(
      (value): (typeof cases)[number] => [[oauth2], { login: value }, "{ clientId, clientSecret } or a token"],
    ),
  ];
  test.each(cases.filter(([, orders]) => !Object.values(orders).includes(undefined)))(
    "is an error before anything is sent: %j %j",
    async (anyOf, orders, want) => {
      vi.stubEnv("ORDERS_BEARER", "of-the-environment");
      const server = await serve(ok);
      const [name] = Object.keys(orders);
      expect(
        await failureOf(fetchOrder({ anyOf, options: { credentials: { orders }, baseUrl: { orders: server.url } } })),
      ).toMatchObject({
        name: "InvalidInputError",
        message: `workflow fetch-order: option credentials.orders.${name} must be ${want}, and not empty; or a function of that`,
      });
      expect(server.requests).toEqual([]);
    },
  );

  test.each(cases)("is none that a function gives: %j %j", async (anyOf, orders, want) => {
    const server = await serve(ok);
    const given = Object.fromEntries(Object.entries(orders).map(([name, value]) => [name, async () => value]));
    const [name] = Object.keys(orders);
    const options = { credentials: { orders: given }, baseUrl: { orders: server.url } };
    expect(await failureOf(fetchOrder({ anyOf, options }))).toMatchObject({
      name: "CredentialsError",
      message: expect.stringContaining(
        `credentials.orders.${name} must be ${name === "login" ? "a text" : want}, and not empty`,
      ),
    });
    expect(server.requests).toEqual([]);
  });

  test("is what objects have of themselves", async () => {
    const server = await serve(ok);
    for (const name of ["toString", "constructor", "__proto__"]) {
      const anyOf = [Object.fromEntries([[name, bearer.bearer]])];
      for (const orders of [undefined, {}]) {
        const options = { credentials: { orders }, baseUrl: { orders: server.url } };
        expect(await failureOf(fetchOrder({ anyOf, options }))).toMatchObject({
          message: expect.stringContaining(`credentials.orders.${name} is missing`),
        });
      }
    }
    expect(server.requests).toEqual([]);
  });

  test.each([
    { username: "a-key", password: "" },
    { username: "", password: "a-token" },
  ])("is not a user without a password, or a password without a user: %j", async (given) => {
    const server = await serve(ok);
    await fetchOrder({ anyOf: [basic], options: { credentials: { orders: { basic: given } }, baseUrl: server.url } });
    expect(server.requests.map(shown)).toEqual([
      `/v1/orders | authorization: Basic ${base64(`${given.username}:${given.password}`)}`,
    ]);
  });
});

describe("what a function gives", () => {
  test("is asked for once, and again after a 401", async () => {
    let count = 0;
    const client = createTwilio({ credentials: { orders: { bearer: async () => `token-${++count}` } } });
    const server = await serve((request) =>
      request.headers["authorization"] === "Bearer token-1" && count === 1 && server.requests.length === 3
        ? { status: 401 }
        : { body: { id: "O1" } },
    );
    const options = { client, baseUrl: { orders: server.url } };
    for (let i = 0; i < 3; i++)
      await fetchOrder({ anyOf: [bearer], options: { client: client.with(options) } }).catch(() => 0);
    expect(server.requests.map(shown).map((text) => text.slice(-7))).toEqual([
      "token-1",
      "token-1",
      "token-1",
      "token-2",
    ]);
  });

  test("is asked for anew once where several requests were refused with what it gave before", async () => {
    let count = 0;
    let late: (() => void) | undefined;
    const server = await serve((request) => {
      if (request.headers["authorization"] === "Bearer token-2") {
        late?.();
        late = undefined;
        return { body: { id: "O1" } };
      }
      const refuse = (response: ServerResponse): void => void response.writeHead(401).end();
      const isFirst = server.requests.length === 1;
      return { raw: (response) => (isFirst ? (late = () => refuse(response)) : refuse(response)) };
    });
    const client = createTwilio({
      credentials: { orders: { bearer: () => `token-${++count}` } },
      baseUrl: { orders: server.url },
    });
    const fetched = [1, 2].map(() => fetchOrder({ anyOf: [bearer], options: { client } }));
    expect(await Promise.all(fetched)).toEqual(["O1", "O1"]);
    expect(server.requests.map(shown).map((text) => text.slice(-7))).toEqual([
      "token-1",
      "token-1",
      "token-2",
      "token-2",
    ]);
    expect(count).toBe(2);
  });

  test("a second 401 is the answer, and a value is not tried twice", async () => {
    const server = await serve([{ status: 401, body: {} }]);
    const baseUrl = { orders: server.url };
    for (const token of ["the-token", () => "the-token"]) {
      const error = await failureOf(
        fetchOrder({ anyOf: [bearer], options: { credentials: { orders: { bearer: token } }, baseUrl } }),
      );
      expect(error).toMatchObject({ code: "step-failed", status: 401 });
    }
    expect(server.requests).toHaveLength(3);
  });

  test.each<[name: string, fail: () => string | Promise<string>]>([
    [
      "throws",
      () => {
        throw new Error("no vault");
      },
    ],
    ["rejects with", () => Promise.reject(new Error("no vault"))],
  ])("what it %s is the failure of those requests alone that waited for it", async (_name, fail) => {
    const server = await serve(ok);
    let isFailing = true;
    const bearerToken = (): string | Promise<string> => (isFailing ? fail() : "the-token");
    const client = createTwilio({ credentials: { orders: { bearer: bearerToken } }, baseUrl: { orders: server.url } });
    const fetched = [1, 2].map(() => failureOf(fetchOrder({ anyOf: [bearer], options: { client } })));
    for (const error of await Promise.all(fetched)) {
      expect(error).toHaveProperty("message", expect.stringContaining("no vault"));
    }
    isFailing = false;
    expect(await fetchOrder({ anyOf: [bearer], options: { client } })).toBe("O1");
    expect(server.requests).toHaveLength(1);
  });

  test("and is none is asked for again", async () => {
    const server = await serve(ok);
    const given = ["", "the-token"];
    const options = { credentials: { orders: { bearer: () => given.shift() } }, baseUrl: { orders: server.url } };
    const client = createTwilio(options);
    expect(await failureOf(fetchOrder({ anyOf: [bearer], options: { client } }))).toMatchObject({
      code: "credentials",
    });
    expect(await fetchOrder({ anyOf: [bearer], options: { client } })).toBe("O1");
    expect(server.requests.map(shown)).toEqual(["/v1/orders | authorization: Bearer the-token"]);
  });

  test("and cannot be sent is an error without it", async () => {
    const server = await serve(ok);
    const options = { credentials: { orders: { bearer: "secret\nsecret" } }, baseUrl: { orders: server.url } };
    const error = await failureOf(fetchOrder({ anyOf: [bearer], options }));
    expect(error).toMatchObject({ name: "CredentialsError" });
    expect(leaksOf(["secret\nsecret"], error)).toEqual([]);
    expect(server.requests).toEqual([]);
  });
});

test("OAuth: the secrets go to the token URL, the token to the API", async () => {
  const api = await serve(ok);
  const tokens = await serve([{ body: { access_token: "a-token", expires_in: 3600 } }]);
  const oauth2 = { type: "oauth2", tokenUrl: `${tokens.url}/token`, scopes: ["orders:read", "b"] } as const;
  const call = { anyOf: [{ login: oauth2 }], server: `${api.url}/v1` };
  await fetchOrder({
    ...call,
    options: { credentials: { orders: { login: { clientId: "c", clientSecret: "the-secret" } } } },
  });
  vi.stubEnv("ORDERS_LOGIN_CLIENT_ID", "c9");
  vi.stubEnv("ORDERS_LOGIN_CLIENT_SECRET", "s9");
  await fetchOrder({ ...call, options: {} });
  await fetchOrder({ ...call, options: { credentials: { orders: { login: "own-token" } }, baseUrl: api.url } });
  const login = { clientId: "c", clientSecret: "of-text" };
  await fetchOrder({ ...call, options: { credentials: { orders: { login } }, baseUrl: api.url } });
  expect(tokens.requests.map(({ method, url, body }) => `${method} ${url} ${body}`)).toEqual([
    "POST /token grant_type=client_credentials&client_id=c&client_secret=the-secret&scope=orders%3Aread%20b",
    "POST /token grant_type=client_credentials&client_id=c9&client_secret=s9&scope=orders%3Aread%20b",
    "POST /token grant_type=client_credentials&client_id=c&client_secret=of-text&scope=orders%3Aread%20b",
  ]);
  expect(api.requests.map(shown)).toEqual([
    "/v1/orders | authorization: Bearer a-token",
    "/v1/orders | authorization: Bearer a-token",
    "/v1/orders | authorization: Bearer own-token",
    "/v1/orders | authorization: Bearer a-token",
  ]);
});

test.each([
  ["https://proxy.test", true],
  ["https://api.twilio.com", true],
  ["http://127.0.0.1:9", false],
  [undefined, false],
])("credentials of the environment at %s are withheld: %s", async (baseUrl, withheld) => {
  vi.stubEnv("ORDERS_BEARER", "of-the-environment");
  vi.stubEnv("TWILIO_ACCOUNT_SID", "AC1");
  vi.stubEnv("TWILIO_AUTH_TOKEN", "t");
  const sent: (string | null)[] = [];
  const fetch = async (_url: string, { headers }: RequestInit): Promise<Response> => {
    sent.push(new Headers(headers).get("authorization"));
    return Response.json({ id: "O1" });
  };
  for (const base of baseUrl === undefined
    ? [undefined]
    : [baseUrl, { orders: baseUrl }, { "orders.example.com": baseUrl }, () => baseUrl]) {
    const options = { fetch, baseUrl: base };
    const ended = fetchOrder({ anyOf: [bearer], options });
    if (withheld) expect(await failureOf(ended)).toMatchObject({ name: "CredentialsError" });
    else expect(await ended).toBe("O1");
    sent.push("given");
    await fetchOrder({ anyOf: [bearer], options: { ...options, credentials: { orders: { bearer: "given-token" } } } });
  }
  expect(new Set(sent)).toEqual(
    new Set([...(withheld ? [] : ["Bearer of-the-environment"]), "given", "Bearer given-token"]),
  );
});

test.each<[name: string, anyOf: Security, orders: object, secrets: string[]]>([
  ["bearer", [bearer], { bearer: "hush-token/+=" }, ["hush-token/+="]],
  ["bearer of a function", [bearer], { bearer: () => "hush-token/+=" }, ["hush-token/+="]],
  [
    "basic",
    [basic],
    { basic: { username: "user", password: "hush-pass/word" } },
    ["hush-pass/word", base64("user:hush-pass/word")],
  ],
  ["key in a header", [key("header")], { apiKey: "hush-key-of-orders" }, ["hush-key-of-orders"]],
  ["key in a query", [key("query")], { apiKey: "hush key of orders" }, ["hush key of orders"]],
  ["key in a cookie", [key("cookie")], { apiKey: "hush key of orders" }, ["hush key of orders"]],
])("%s is repeated by nothing that a run hands out", async (_name, anyOf, orders, secrets) => {
  const server = await serve((request) => ({
    status: 400,
    headers: { "x-echo": encodeURIComponent(secrets[0] ?? "") },
    body: { message: `no: ${shown(request)} ${secrets[0]} ${encodeURIComponent(secrets[0] ?? "")}` },
  }));
  const told: unknown[] = [];
  const onStep = (event: unknown): void => void told.push(event);
  const onCheckpoint = (checkpoint: unknown): void => void told.push(checkpoint);
  const options = { credentials: { orders }, baseUrl: { orders: server.url }, onStep, onCheckpoint };
  const client = createTwilio({ credentials: { orders } });
  const leaky = async (url: string, init: RequestInit): Promise<Response> => {
    throw new Error(`${url} ${JSON.stringify(init.headers)}`);
  };
  const errors = [
    await failureOf(fetchOrder({ anyOf, options })),
    await failureOf(fetchOrder({ anyOf, options: { ...options, fetch: leaky } })),
  ];
  expect(leaksOf(secrets, ...errors, ...told, client)).toEqual([]);
  expect(server.requests).toHaveLength(1);
});

test("a client that signs nothing sends nothing that is to be signed", async () => {
  const { url, requests } = await serve(ok);
  const run: WorkflowRun = openWorkflow("fetch-order", { baseUrl: url, retries: 0 });
  const orders = run.api<Orders>("https://orders.example.com/v1", { source: "orders", security: [bearer, {}] });
  await expect(orders.GET("/orders", { ...run.step("order") })).rejects.toMatchObject({ name: "CredentialsError" });
  expect(requests).toEqual([]);
});
