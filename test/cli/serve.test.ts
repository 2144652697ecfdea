import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { join } from "node:path";
import { afterAll, beforeAll, expect, onTestFinished, test } from "vitest";
import { sendMessageTrackStatus } from "../../generated/index.js";
import { main } from "../../generator/commands/main.js";
import { createCallbackHandler } from "../../templates/callbacks/index.js";
import { makeFolder, removeFolder } from "../support/folder.js";
import { orders } from "../serve/orders.js";
import { runMain } from "./run-main.js";

let folder: string;

beforeAll(() => {
  const broken = orders.replace("  /orders/{orderId}:", "  orders/{orderId}:");
  folder = makeFolder({ "orders.yaml": orders, "shop/orders.yml": orders, "broken.yaml": broken });
});

afterAll(() => removeFolder(folder));

/** A server that the command line has started, and what it has printed so far. */
interface Running {
  readonly printed: () => string;
  /** Resolves once it has printed something of that kind. */
  readonly prints: (wanted: (printed: string) => boolean) => Promise<void>;
  /** @returns the exit code */
  readonly end: () => Promise<number>;
}

/** Starts it in this process, and waits until it has said where it is. */
async function start(...args: readonly string[]): Promise<Running> {
  const interrupt = new AbortController();
  let text = "";
  const listeners = new Set<() => void>();
  const prints = (wanted: (printed: string) => boolean): Promise<void> =>
    new Promise((resolve) => {
      const look = (): void => void (wanted(text) && resolve());
      listeners.add(look);
      look();
    });
  const spoken = prints((printed) => printed !== "");
  const stdout = {
    write: (more: string) => {
      text += more;
      for (const look of listeners) look();
    },
  };
  const ended = main(
    ["serve", ...args, "--port", "0"],
    { stdout, stderr: { write: () => {} } },
    { interrupt: interrupt.signal },
  );
  await Promise.race([spoken, ended]);
  const end = (): Promise<number> => {
    interrupt.abort();
    return ended;
  };
  return { printed: () => text, prints, end };
}

test.each([
  { name: "there is no such file", given: ["nowhere.yaml"], want: "There is no file" },
  {
    name: "two documents have one name",
    given: ["orders.yaml", "shop/orders.yml"],
    want: "Two documents are called `orders`: name one `--source NAME=FILE`.",
  },
  {
    name: "the port is none",
    given: ["orders.yaml", "--port", "http"],
    want: "`--port` takes a number up to 65535, not `http`.",
  },
  {
    name: "a sequence has no statuses",
    given: ["orders.yaml", "--sequence", "status"],
    want: "`--sequence` takes NAME=STATUS,…, not `status`.",
  },
  {
    name: "the format is for findings alone",
    given: ["orders.yaml", "--format", "sarif"],
    want: "`serve` shows what it does as pretty or json, not `sarif`.",
  },
  {
    name: "no such thing can become of callbacks",
    given: ["--callbacks", "lost"],
    want: "`--callbacks` is one of sent, twice, reversed, late, never, not `lost`.",
  },
  {
    name: "callbacks are those of Twilio alone",
    given: ["orders.yaml", "--callbacks", "never"],
    want: "`--callbacks` is for the Twilio that `serve` plays without documents.",
  },
  { name: "an option belongs to others", given: ["orders.yaml", "--out", "a"], want: "`--out` belongs to" },
])("nothing is served where $name", async ({ given, want }) => {
  const args = given.map((arg) => (/\.ya?ml$/.test(arg) ? join(folder, arg) : arg));
  const { code, stderr, stdout } = await runMain(folder, ["serve", ...args]);

  expect({ code, stdout }).toEqual({ code: 2, stdout: "" });
  expect(stderr).toContain(want);
});

test("a document with an error is not served, and the error shown as by the other commands", async () => {
  const { code, stderr, stdout } = await runMain(folder, ["serve", join(folder, "broken.yaml")]);

  expect({ code, stdout }).toEqual({ code: 1, stdout: "" });
  expect(stderr).toContain("error invalid-document");
});

test("a port that is taken is told, with a way out", async () => {
  const other = createServer();
  const port = await new Promise<number>((resolve) => {
    other.listen(0, "127.0.0.1", () => {
      const address = other.address();
      resolve(typeof address === "object" && address ? address.port : 0);
    });
  });
  const { code, stderr } = await runMain(folder, ["serve", join(folder, "orders.yaml"), "--port", String(port)]);
  other.close();

  expect(code).toBe(2);
  expect(stderr).toContain(`The port ${port} is taken: \`--port 0\` takes one that is free.`);
});

test("several documents have one address, and each its own", async () => {
  const server = await start(join(folder, "orders.yaml"), "--source", `shop=${join(folder, "shop/orders.yml")}`);
  const [, url = ""] = /baseUrl: "(http:.*)\/\{host\}"/.exec(server.printed()) ?? [];

  expect(server.printed()).toContain(`\nshop      5           ${url}/shop\n`);
  const headers = { Authorization: "Bearer t", "Content-Type": "application/json" };
  const made = await fetch(`${url}/shop/v1/orders`, { method: "POST", headers, body: '{"article":"pen"}' });
  expect(made.status).toBe(201);
  expect(await (await fetch(`${url}/orders/v1/orders`, { headers })).json()).toMatchObject({ orders: [] });
  expect(await (await fetch(`${url}/shop/v1/orders`, { headers })).json()).toMatchObject({ total: 1 });
  const unclear = await fetch(`${url}/v1/orders`, { headers });
  expect(await unclear.json()).toMatchObject({
    status: 404,
    detail: "Several documents have the path /v1/orders: ask for /orders/v1/orders or /shop/v1/orders.",
  });
  expect(await server.end()).toBe(0);
});

test("programs read a line for the address, and one for each request", async () => {
  const server = await start(join(folder, "orders.yaml"), "--format", "json");
  const { baseUrl }: { baseUrl: string } = JSON.parse(server.printed());
  await fetch(`${baseUrl}/v1/orders`);
  await fetch(`${baseUrl}/_requests`);
  await server.end();

  expect(
    server
      .printed()
      .trimEnd()
      .split("\n")
      .map((line): unknown => JSON.parse(line)),
  ).toMatchObject([
    { baseUrl, apis: { orders: `${baseUrl}/orders` } },
    {
      method: "GET",
      path: "/v1/orders",
      operation: "listOrders",
      status: 401,
      refusal: expect.stringMatching(/^The request has/),
    },
  ]);
});

test("only what is refused is shown, where that is wanted", async () => {
  const server = await start(join(folder, "orders.yaml"), "--quiet", "--format", "pretty");
  await server.end();

  expect(server.printed()).toMatch(/^baseUrl: "http:\/\/127\.0\.0\.1:\d+"\n$/);
});

test("without documents it is a local Twilio, whose credentials are shown", async () => {
  const server = await start();
  const value = (pattern: RegExp): string => pattern.exec(server.printed())?.[1] ?? "";
  const baseUrl = value(/baseUrl: "(.*)"/);
  const credentials = { accountSid: value(/TWILIO_ACCOUNT_SID=(.*)/), authToken: value(/TWILIO_AUTH_TOKEN=(.*)/) };
  const input = { to: "+15558675310", from: "+15017122661", body: "Hello" };
  const options = { baseUrl, credentials, region: "", edge: "", poll: { interval: 1 } };

  expect(await sendMessageTrackStatus(input, options)).toMatchObject({ outcome: "delivered" });
  const asked = baseUrl.replace("{host}", "_requests");
  expect(await (await fetch(asked)).json()).toMatchObject([
    { operation: "createMessage", headers: { authorization: "***" } },
    { operation: "fetchMessage" },
    ...Array.from({ length: (server.printed().match(/fetchMessage/g) ?? []).length - 1 }, () => ({})),
  ]);
  expect((await fetch(asked, { method: "DELETE" })).status).toBe(204);
  expect(await (await fetch(asked)).json()).toEqual([]);
  expect((await fetch(asked, { method: "PUT" })).status).toBe(405);
  expect(server.printed()).toMatch(
    /\n201 POST \/api\.twilio\.com\/2010-04-01\/Accounts\/\w+\/Messages\.json createMessage\n/,
  );
  expect(await server.end()).toBe(0);
});

test.each([
  { callbacks: [], want: ["204 sent", "204 delivered"] },
  { callbacks: ["--callbacks", "twice"], want: ["204 sent", "204 sent", "204 delivered", "204 delivered"] },
  { callbacks: ["--callbacks", "reversed"], want: ["204 delivered", "204 sent"] },
])("the local Twilio sends callbacks, and shows how they are answered: $callbacks", async ({ callbacks, want }) => {
  const twilio = await start(...callbacks, "--format", "json");
  const started: { baseUrl: string; credentials: { accountSid: string; authToken: string } } = JSON.parse(
    twilio.printed(),
  );
  const { accountSid, authToken } = started.credentials;
  const { listener } = createCallbackHandler({ authToken });
  const app = createServer((request, response) => void listener(request, response));
  const port = await new Promise<number>((resolve) => {
    app.listen(0, "127.0.0.1", () => resolve((app.address() as AddressInfo).port));
  });
  onTestFinished(() => void app.close());
  const statusCallback = `http://127.0.0.1:${port}/callbacks`;
  const options = { baseUrl: started.baseUrl, credentials: { accountSid, authToken }, region: "", edge: "" };
  const input = { to: "+15558675310", from: "+15017122661", body: "Hello", statusCallback };
  await sendMessageTrackStatus(input, { ...options, poll: { interval: 1 } });

  await twilio.prints((printed) => sentIn(printed).length === want.length);
  expect(sentIn(twilio.printed())).toEqual(want);
  expect(await twilio.end()).toBe(0);
});

/** The callbacks among the lines. */
function sentIn(printed: string): string[] {
  const lines: { callback?: string; status: number; fields: { MessageStatus: string } }[] = printed
    .trimEnd()
    .split("\n")
    .map((line) => JSON.parse(line));
  return lines.flatMap(({ callback, status, fields }) => (callback ? [`${status} ${fields.MessageStatus}`] : []));
}
