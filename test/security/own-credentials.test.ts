import { afterAll, afterEach, beforeAll, describe, expect, test, vi } from "vitest";
import { serve, type Received, type Reply, type Server } from "../runtime/support/server.js";
import { Compiler } from "../support/compiler.js";
import { type AnyWorkflow, Loaded } from "../support/load.js";
import { leaksOf } from "../support/secrets.js";

// An API with a bearer token, one with a key in the query, one with OAuth, and Twilio, in one workflow, over real sockets:
// whatever each answers, all that comes to a server, to the last byte, has no secret of another in it.

const compiler = new Compiler();

const api = (name: string, server: string, scheme: string): string => `
openapi: 3.1.0
info: { title: ${name}, version: 1.0.0 }
servers: [{ url: ${server} }]
security: [{ sign: [all] }]
paths:
  /${name}:
    post:
      operationId: ${name}
      parameters: [{ name: about, in: query, schema: { type: string } }]
      requestBody: { content: { application/json: { schema: { type: object, properties: { note: { type: string } } } } } }
      responses:
        "200":
          description: Done.
          content: { application/json: { schema: { type: object, required: [id], properties: { id: { type: string } } } } }
components: { securitySchemes: { sign: ${scheme} } }
`;

const names = ["orders", "stock", "crm", "twilio"] as const;

type Name = (typeof names)[number];

const step = (name: string, source: string, before: string | undefined): string => `
  - stepId: ${name}
    operationId: $sourceDescriptions.${source}.${source === "messaging" ? "Accounts" : source}
    parameters: [{ name: about, in: query, value: ${before === undefined ? "it" : `$steps.${before}.outputs.id`} }]
    requestBody: { contentType: application/json, payload: { note: ${before === undefined ? "first" : `$steps.${before}.outputs.id`} } }
    outputs: { id: $response.body#/id }`;

const arazzo = `
sourceDescriptions:
- { name: orders, url: ./orders.yaml, type: openapi }
- { name: stock, url: ./stock.yaml, type: openapi }
- { name: crm, url: ./crm.yaml, type: openapi }
- { name: messaging, url: ./messaging.yaml, type: openapi }
workflows:
- workflowId: all
  steps:${step("orders", "orders", undefined)}${step("stock", "stock", "orders")}${step("crm", "crm", "stock")}${step("twilio", "messaging", "crm")}
  - { stepId: again, workflowId: back }
- workflowId: back
  steps:${step("twilio", "messaging", undefined)}${step("crm", "crm", "twilio")}${step("stock", "stock", "crm")}${step("orders", "orders", "stock")}
`;

/** Whose they are; `crm` by the token endpoint, `token` by the API. */
const secrets: Readonly<Record<Name | "token", readonly string[]>> = {
  orders: ["first+token/of==orders", "second+token/of==orders"],
  stock: ["first key & of=stock%", "second key & of=stock%"],
  crm: ["client-secret?of#crm"],
  token: ["token-1-for-the-crm", "token-2-for-the-crm"],
  twilio: ["auth-token-of-twilio"],
};

/** Variables of all, those that Twilio's other credentials would stand in too. */
const variables = {
  ORDERS_SIGN: secrets.orders[0],
  STOCK_SIGN: secrets.stock[0],
  CRM_SIGN_CLIENT_ID: "client-of-crm",
  CRM_SIGN_CLIENT_SECRET: secrets.crm[0],
  TWILIO_ACCOUNT_SID: "AC1",
  TWILIO_AUTH_TOKEN: secrets.twilio[0],
  TWILIO_SIGN: secrets.twilio[0],
  MESSAGING_SIGN: secrets.twilio[0],
  MESSAGING_SIGN_USERNAME: "AC1",
  MESSAGING_SIGN_PASSWORD: secrets.twilio[0],
};

const given = {
  orders: { sign: secrets.orders[0] },
  stock: { sign: secrets.stock[0] },
  crm: { sign: { clientId: "client-of-crm", clientSecret: secrets.crm[0] } },
  twilio: { accountSid: "AC1", authToken: secrets.twilio[0] },
};

/** Gets another one each time. */
const taking = (all: readonly string[]) => {
  const left = [...all];
  return async () => (left.length > 1 ? left.shift() : left[0]);
};

const functions = () => ({
  ...given,
  orders: { sign: taking(secrets.orders) },
  stock: { sign: taking(secrets.stock) },
});

/** Whose secrets a request has anywhere in it, whatever way they are written in. */
function carriedBy({ method, url, headers, body }: Received): readonly string[] {
  const text = JSON.stringify([method, url, headers, body]);
  const basic = String(headers["authorization"]).replace(/^Basic (.*)$/, (_, encoded: string) => atob(encoded));
  const written = [text, basic, ...[text, body].map((one) => decodeURIComponent(one.replaceAll("+", "%20")))];
  return Object.entries(secrets).flatMap(([owner, all]) =>
    written.some((one) => all.some((secret) => one.includes(secret) || one.includes(btoa(secret)))) ? [owner] : [],
  );
}

const oauth =
  "{ type: oauth2, flows: { clientCredentials: { tokenUrl: https://login.example.com/token, scopes: { all: All. } } } }";

let loaded: Loaded;
let fn: AnyWorkflow;

beforeAll(async () => {
  const files = {
    "orders.yaml": api("orders", "https://orders.example.com", "{ type: http, scheme: bearer }"),
    "stock.yaml": api("stock", "https://stock.example.com", "{ type: apiKey, in: query, name: key }"),
    "crm.yaml": api("crm", "https://crm.example.com", oauth),
    "messaging.yaml": api("Accounts", "https://api.twilio.com/2010-04-01", "{ type: http, scheme: basic }"),
  };
  const compiled = await compiler.compile({ arazzo, openapi: "paths: {}", files });
  expect(compiled.findings).toEqual([]);
  loaded = new Loaded(compiled.files);
  fn = await loaded.fn("all");
});

afterAll(() => loaded.remove());
afterEach(() => vi.unstubAllEnvs());

type Servers = Readonly<Record<Name | "login", Server>>;

/** What a server answers in place of what is good, by how many requests it has had, this one included. */
type Answers = (servers: Servers, request: Received, count: number) => Reply | undefined;

/** A server for each API and one for tokens; each other answer is good. */
async function serveAll(answers: Partial<Record<Name | "login", Answers>>): Promise<Servers> {
  const counts = new Map<string, number>();
  const open = (name: Name | "login"): Promise<Server> =>
    serve((request) => {
      const count = (counts.get(name) ?? 0) + 1;
      counts.set(name, count);
      const token = secrets.token[Math.min(count, secrets.token.length) - 1];
      const good = name === "login" ? { access_token: token, expires_in: 3_600 } : { id: `id-of-${name}` };
      return answers[name]?.(servers, request, count) ?? { body: good };
    });
  const servers: Servers = {
    orders: await open("orders"),
    stock: await open("stock"),
    crm: await open("crm"),
    twilio: await open("twilio"),
    login: await open("login"),
  };
  return servers;
}

interface Ran {
  readonly error: unknown;
  /** For each server the owners of the secrets that each of its requests had in it. */
  readonly seen: Readonly<Record<string, readonly string[]>>;
  /** What can be read off the error, the events and the checkpoints. */
  readonly leaks: readonly string[];
}

async function runAll(servers: Servers, options: object): Promise<Ran> {
  const told: unknown[] = [];
  const note = (what: unknown): void => void told.push(structuredClone(what));
  const baseUrl = {
    ...Object.fromEntries(names.map((name) => [name, servers[name].url])),
    "login.example.com": servers.login.url,
  };
  const ended = fn({}, { baseUrl, retries: 0, onStep: note, onCheckpoint: note, ...options });
  const error: unknown = await ended.then(
    () => undefined,
    (reason: unknown) => reason,
  );
  const seen = Object.entries(servers).map(([name, { requests }]) => [name, requests.map(carriedBy).map(String)]);
  return { error, seen: Object.fromEntries(seen), leaks: leaksOf(Object.values(secrets).flat(), error, told) };
}

/** Everybody gets their own, twice, for one token. */
const own = {
  orders: ["orders", "orders"],
  stock: ["stock", "stock"],
  crm: ["token", "token"],
  twilio: ["twilio", "twilio"],
  login: ["crm"],
};

const ways: readonly [name: string, env: boolean, options: () => object][] = [
  ["given", false, () => ({ credentials: given })],
  ["given by functions", false, () => ({ credentials: functions() })],
  ["of the environment", true, () => ({})],
  ["given, beside all of the environment", true, () => ({ credentials: given })],
  ["partly given, partly of the environment", true, () => ({ credentials: { stock: given.stock } })],
];

const enter = (env: boolean): void => {
  for (const [name, value] of Object.entries(env ? variables : {})) vi.stubEnv(name, value);
};

describe("each server sees its own credentials only", () => {
  test.each(ways)("that are %s", async (_, env, options) => {
    enter(env);
    const { error, seen, leaks } = await runAll(await serveAll({}), options());
    expect(error).toBe(undefined);
    expect(seen).toEqual(own);
    expect(leaks).toEqual([]);
  });

  const places = [...names, "login"] as const;
  const redirects = places.flatMap((from) =>
    places.filter((to) => to !== from).flatMap((to) => [301, 307].map((status) => ({ from, to, status }))),
  );
  test.each(redirects)("when $from answers $status to $to", async ({ from, to, status }) => {
    for (const [, env, options] of ways) {
      enter(env);
      // What the server is sent, it repeats in the address.
      const servers = await serveAll({
        [from]: ((all, { url, headers, body }) => ({
          status,
          headers: { location: `${all[to].url}${url}&got=${encodeURIComponent(JSON.stringify([headers, body]))}` },
        })) satisfies Answers,
      });
      const { error, seen, leaks } = await runAll(servers, options());
      expect(error).toMatchObject({ name: from === "login" ? "CredentialsError" : "StepFailedError" });
      for (const [name, all] of Object.entries(own)) expect([all, all.slice(0, 1), []]).toContainEqual(seen[name]);
      expect(leaks).toEqual([]);
      vi.unstubAllEnvs();
    }
  });

  const refused: Answers = (_servers, { url, headers, body }, count) =>
    count === 1 ? { status: 401, body: { message: "Who?", got: [url, headers, body] } } : undefined;
  test("when it answers 401, and is asked again with others", async () => {
    enter(true);
    const servers = await serveAll({ orders: refused, stock: refused, crm: refused });
    const { error, seen, leaks } = await runAll(servers, { credentials: functions() });
    expect(error).toBe(undefined);
    const thrice = (owner: string): string[] => [owner, owner, owner];
    expect(seen).toEqual({
      orders: thrice("orders"),
      stock: thrice("stock"),
      crm: thrice("token"),
      twilio: own.twilio,
      login: ["crm", "crm"],
    });
    const [first, second] = servers.orders.requests.map(({ headers }) => headers["authorization"]);
    expect([first, second]).toEqual(secrets.orders.map((token) => `Bearer ${token}`));
    expect(leaks).toEqual([]);
  });

  /** Repeats in all ways what came. */
  const echo =
    (status: number): Answers =>
    (_servers, { url, headers, body }) => ({
      status,
      headers: { "x-request-id": String(headers["authorization"] ?? url), "x-got": encodeURIComponent(url) },
      body: {
        code: decodeURIComponent(url),
        message: `${String(headers["authorization"])} ${decodeURIComponent(url)} ${body}`,
        got: [url, headers, body, decodeURIComponent(body.replaceAll("+", " "))],
      },
    });
  test.each(places.flatMap((name) => [400, 401, 403, 500].map((status) => ({ name, status }))))(
    "and nobody else does when $name answers $status and repeats all that came",
    async ({ name, status }) => {
      for (const [, env, options] of ways) {
        enter(env);
        const { error, seen, leaks } = await runAll(await serveAll({ [name]: echo(status) }), options());
        expect(error).toMatchObject({ stepId: name === "login" ? "crm" : name });
        for (const [server, all] of Object.entries(own)) {
          expect(seen[server]?.every((one) => one === all[0])).toBe(true);
        }
        expect(leaks).toEqual([]);
        vi.unstubAllEnvs();
      }
    },
  );
});

compiler.testTypes();
