import { afterEach, describe, expect, onTestFinished, test, vi } from "vitest";
import type { WorkflowOptions as OtherOptions } from "../../templates/runtime/index.js";
import type { WorkflowOptions } from "../../templates/runtime/twilio/index.js";
import { type Received, serve, type Server } from "../runtime/support/server.js";
import { Compiler, testEach } from "../support/compiler.js";
import { Loaded } from "../support/load.js";
import type { AnyWorkflow } from "../support/load.js";

// What a run is told of its sources by their names, whether these ask for credentials or not.

const compiler = new Compiler();

afterEach(() => {
  vi.unstubAllEnvs();
});

const one = (name: string, server: string, more = ""): string => `
openapi: 3.1.0
info: { title: ${name}, version: 1.0.0 }
servers: [{ url: ${server} }]
paths: { /${name}: { get: { operationId: ${name}, responses: { "204": { description: Done. } } } } }
${more}`;

const bearer = `
security: [{ bearer: [] }]
components: { securitySchemes: { bearer: { type: http, scheme: bearer } } }
`;

const files = {
  "orders.yaml": one("orders", "https://orders.example.com/v1"),
  "stock.yaml": one("stock", "https://stock.example.com", bearer),
  "messaging.yaml": one("messages", "https://messaging.twilio.com"),
  "rooms.yaml": one("rooms", "https://video.twilio.com"),
  "twin.yaml": one("twin", "https://twin.example.com"),
};

const arazzo = `
sourceDescriptions:
- { name: orders, url: ./orders.yaml, type: openapi }
- { name: stock, url: ./stock.yaml, type: openapi }
- { name: messaging, url: ./messaging.yaml, type: openapi }
- { name: rooms, url: ./rooms.yaml, type: openapi }
- { name: twilio, url: ./twin.yaml, type: openapi }
workflows:
- workflowId: open
  steps: [{ stepId: orders, operationId: $sourceDescriptions.orders.orders }]
- workflowId: both
  steps:
  - { stepId: orders, operationId: $sourceDescriptions.orders.orders }
  - { stepId: stock, operationId: $sourceDescriptions.stock.stock }
- workflowId: outer
  steps:
  - { stepId: stock, operationId: $sourceDescriptions.stock.stock }
  - { stepId: inner, workflowId: open }
- workflowId: messages
  steps: [{ stepId: messages, operationId: $sourceDescriptions.messaging.messages }]
- workflowId: all
  steps:
  - { stepId: messages, workflowId: messages }
  - { stepId: both, workflowId: both }
- workflowId: mixed
  steps:
  - { stepId: rooms, operationId: $sourceDescriptions.rooms.rooms }
  - { stepId: messages, workflowId: messages }
  - { stepId: orders, operationId: $sourceDescriptions.orders.orders }
- workflowId: twins
  steps:
  - { stepId: messages, workflowId: messages }
  - { stepId: twin, operationId: $sourceDescriptions.twilio.twin }
- workflowId: pages
  steps:
  - { stepId: first, operationId: $sourceDescriptions.messaging.messages, outputs: { next: $response.header.Link } }
  - { stepId: next, operationId: $sourceDescriptions.messaging.messages, x-url: $steps.first.outputs.next }
`;

const load = async (): Promise<(name: string) => Promise<AnyWorkflow>> => {
  const compiled = await compiler.compile({ arazzo, openapi: "paths: {}", files });
  expect(compiled.findings).toEqual([]);
  const loaded = new Loaded(compiled.files);
  onTestFinished(() => loaded.remove());
  return (name) => loaded.fn(name);
};

const credentials = { stock: { bearer: "token-of-stock" } };

test("a base URL and headers by the name of a source are for all of its requests, and for no others", async () => {
  const fnOf = await load();
  const orders = await serve([{ status: 204 }]);
  const stock = await serve([{ status: 204 }]);
  const baseUrl = { orders: orders.url, stock: stock.url };
  const headers = { orders: { "X-Team": "o", "X-Key": "only-orders" }, "X-Team": "all" };
  const seen = (server: typeof orders): unknown =>
    server.requests.splice(0).map(({ url, headers: got }) => [url, got["x-team"], got["x-key"], got["authorization"]]);
  for (const name of ["both", "outer"]) {
    const fn = await fnOf(name);
    await fn({}, { baseUrl, headers, credentials });
    expect([seen(orders), seen(stock)]).toEqual([
      [["/v1/orders", "o", "only-orders", undefined]],
      [["/stock", "all", undefined, "Bearer token-of-stock"]],
    ]);
  }
  const open = await fnOf("open");
  await open({}, { baseUrl: { orders: orders.url, stock: undefined } });
  await open({}, { baseUrl: { orders: orders.url, "orders.example.com": "http://127.0.0.1:9" } });
  expect(seen(orders)).toEqual([
    ["/v1/orders", undefined, undefined, undefined],
    ["/v1/orders", undefined, undefined, undefined],
  ]);
});

describe('the name "twilio"', () => {
  const given = { accountSid: "AC1", authToken: "token-of-twilio" };
  const seen = ({ url, headers }: Received): string =>
    [url, headers["x-team"], headers["x-key"], headers["authorization"] && "signed"].filter(Boolean).join(" ");
  const headers = { twilio: { "X-Key": "for-twilio" }, "X-Team": "all" };

  test.each(["mixed", "messages"])("is for all requests to Twilio, and for no others, in %s", async (name) => {
    const fn = await (await load())(name);
    const twilio = await serve([{ status: 204 }]);
    const orders = await serve([{ status: 204 }]);
    const to = { twilio: twilio.url, ...(name === "mixed" && { orders: orders.url }) };
    await fn({}, { credentials: given, headers, baseUrl: to });
    const messages = "/messages all for-twilio signed";
    expect(twilio.requests.map(seen)).toEqual(
      name === "mixed" ? ["/rooms all for-twilio signed", messages] : [messages],
    );
    expect(orders.requests.map(seen)).toEqual(name === "mixed" ? ["/v1/orders all"] : []);
  });

  test("is for another source that has it, in a run that calls that", async () => {
    const fn = await (await load())("twins");
    const twin = await serve([{ status: 204 }]);
    const twilio = await serve([{ status: 204 }]);
    const baseUrl = { twilio: twin.url, "messaging.twilio.com": twilio.url };
    await fn({}, { credentials: given, headers, baseUrl });
    expect(twin.requests.map(seen)).toEqual(["/twin all for-twilio"]);
    expect(twilio.requests.map(seen)).toEqual(["/messages all signed"]);
  });

  test("leads where tokens come from, and what follows a URL of an answer", async () => {
    const fn = await (await load())("pages");
    const twilio: Server = await serve(({ url }) =>
      url.endsWith("/token")
        ? { body: { access_token: "a-token" } }
        : { status: 204, headers: { Link: `${twilio.url}/messages?page=2` } },
    );
    const credentials = { twilio: { clientId: "a-client", clientSecret: "secret-of-twilio" } };
    await fn({}, { credentials, baseUrl: { twilio: twilio.url }, headers });
    expect(twilio.requests.map(seen)).toEqual([
      "/v2/token",
      "/messages all for-twilio signed",
      "/messages?page=2 all for-twilio signed",
    ]);
  });

  test("leads the credentials of the environment to no foreign host", async () => {
    vi.stubEnv("TWILIO_ACCOUNT_SID", "AC1");
    vi.stubEnv("TWILIO_AUTH_TOKEN", "token-of-twilio");
    const fn = await (await load())("messages");
    const sent: string[] = [];
    const fetch = async (url: string): Promise<Response> => new Response(null, { status: sent.push(url) && 204 });
    const ask = fn({}, { baseUrl: { twilio: "https://foreign.test" }, fetch });
    await expect(ask).rejects.toMatchObject({ name: "CredentialsError" });
    expect(sent).toEqual([]);
  });

  test("is one of those that the types of options know, beside the names of the sources", () => {
    const known: WorkflowOptions<"orders"> = {
      headers: { twilio: { "X-Key": "k" }, orders: {} },
      baseUrl: { twilio: "https://a.test" },
    };
    const alone: WorkflowOptions = { headers: { twilio: { "X-Key": "k" } } };
    // @ts-expect-error -- no source has this name
    const lost: WorkflowOptions<"orders"> = { headers: { twillio: { "X-Key": "k" } } };
    // @ts-expect-error -- nothing of Twilio is in the options of other functions
    const other: OtherOptions<"orders"> = { headers: { twilio: { "X-Key": "k" } } };
    expect([known, alone, lost, other].map(({ headers: some }) => Object.keys(some ?? {}))).toEqual([
      ["twilio", "orders"],
      ["twilio"],
      ["twillio"],
      ["twilio"],
    ]);
  });
});

describe("a name that no source of a run has is refused before anything is sent", () => {
  const local = "http://127.0.0.1:9";
  const hosts = `"orders.example.com"`;
  const cases: [fn: string, options: object, want: string][] = [
    [
      "open",
      { baseUrl: { order: local } },
      `baseUrl.order is for nothing that this run calls; there is "orders", ${hosts}`,
    ],
    ["open", { baseUrl: { "order.example.com": local } }, `baseUrl.order.example.com is for nothing`],
    ["open", { baseUrl: { stock: local } }, `there is "orders", ${hosts}`],
    [
      "open",
      { headers: { order: { "X-Team": "a" } } },
      `headers.order is for nothing that this run calls; there is "orders"`,
    ],
    [
      "open",
      { credentials: { order: { bearer: "t" } } },
      `credentials.order is for nothing that this run calls; there is "orders"`,
    ],
    ["open", { credentials: { twilio: { accountSid: "AC1", authToken: "t" } } }, `credentials.twilio is for nothing`],
    ["both", { baseUrl: { stok: local }, credentials }, `there is "orders", "stock", ${hosts}, "stock.example.com"`],
    ["outer", { baseUrl: { order: local }, credentials }, `there is "orders", "stock"`],
    [
      "messages",
      { baseUrl: { messaging: local } },
      `baseUrl.messaging is for nothing that this run calls; there is "twilio", "messaging.twilio.com"`,
    ],
    [
      "messages",
      { headers: { orders: { "X-Team": "a" } } },
      `headers.orders is for nothing that this run calls; there is "twilio"`,
    ],
    ["open", { headers: { orders: { Cookie: "a" } } }, `must not set Cookie, for the source "orders"`],
    [
      "messages",
      { credentials: { orders: { bearer: "t" } } },
      `credentials.orders is for nothing that this run calls; there is "twilio"`,
    ],
    ["all", { baseUrl: { messaging: local }, credentials }, `there is "orders", "stock"`],
    ["all", { baseUrl: { "x.test": local }, credentials: { ...credentials, stok: {} } }, `baseUrl.x.test is for`],
    ["all", { credentials: { ...credentials, stok: {} } }, `there is "orders", "stock", "twilio"`],
  ];
  test("by every function", async () => {
    const fnOf = await load();
    for (const [name, options, want] of cases) {
      const sent: string[] = [];
      const fetch = async (url: string): Promise<Response> => new Response(null, { status: sent.push(url) && 204 });
      const fn = await fnOf(name);
      await expect(fn({}, { ...options, fetch }), name).rejects.toMatchObject({
        name: "InvalidInputError",
        message: expect.stringContaining(want),
        cause: { name: "InvalidOptionError" },
      });
      expect(sent).toEqual([]);
    }
  });

  test("unless it is a client that knows of it, which other runs may share", async () => {
    const fnOf = await load();
    const open = await fnOf("open");
    const orders = await serve([{ status: 204 }]);
    const { createClient } = await import("../../templates/runtime/index.js");
    const client = createClient({
      baseUrl: { orders: orders.url, stock: "http://127.0.0.1:9" },
      headers: { stock: { "X-Key": "k" }, orders: { "X-Team": "a" }, other: undefined },
      credentials,
    });
    await open({}, { client, headers: { orders: { "x-other": "b" } } });
    expect(orders.requests.map(({ headers }) => [headers["x-team"], headers["x-other"], headers["x-key"]])).toEqual([
      ["a", "b", undefined],
    ]);
  });

  test("unless it is a host of Twilio in a run that calls Twilio", async () => {
    const messages = await (await load())("messages");
    const server = await serve([{ status: 204 }]);
    vi.stubEnv("TWILIO_ACCOUNT_SID", "AC1");
    vi.stubEnv("TWILIO_AUTH_TOKEN", "token");
    const baseUrl = { "messaging.ie1.twilio.com": server.url, "api.twilio.com": "http://127.0.0.1:9" };
    await messages({}, { region: "ie1", baseUrl });
    expect(server.requests).toHaveLength(1);
  });
});

test("one base URL for several sources is refused by their names, also where a workflow is called", async () => {
  const fnOf = await load();
  const server = await serve([{ status: 204 }]);
  for (const name of ["both", "outer"]) {
    const fn = await fnOf(name);
    await expect(fn({}, { baseUrl: server.url, credentials })).rejects.toThrow(
      /several are called: \{ "(orders|stock)": "https:\/\/…", "(orders|stock)": "https:\/\/…" \}/,
    );
  }
  expect(server.requests).toEqual([]);
});

describe("the options of a function", () => {
  testEach<{ name: string; fn: string; want: string }>([
    { name: "name an open source", fn: "open", want: `WorkflowOptions<"orders">` },
    {
      name: "name all, and have the credentials of those that sign",
      fn: "outer",
      want: `WorkflowOptions<"stock" | "orders", { stock?: { bearer?: Secret | undefined } | undefined }>`,
    },
    { name: "name none of Twilio's", fn: "messages", want: "WorkflowOptions" },
  ])(async ({ fn, want }) => {
    const compiled = await compiler.compile({ arazzo, openapi: "paths: {}", files });
    const text = compiled.files.get(`workflows/${fn}.ts`)?.replace(/\s+/g, " ");
    expect(/options\?: (WorkflowOptions.*?),? ?\): Promise/.exec(text ?? "")?.[1]?.replace("; }", " }")).toBe(want);
  });
});

compiler.testTypes();
