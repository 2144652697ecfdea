import { subscribe, unsubscribe } from "node:diagnostics_channel";
import { expect, onTestFinished, test, vi } from "vitest";
import { nodeSender } from "../../templates/runtime/client/node-sender.js";
import { at, failureOf } from "./support/options.js";
import { type Received, serve } from "./support/server.js";
import { fetchOne } from "./support/workflows.js";

const dispatcherName = Symbol.for("undici.globalDispatcher.1");

/** What a `fetch` sends by, and the class of it. */
interface Dispatcher {
  constructor: new (options: object) => object;
  dispatch(...given: unknown[]): unknown;
}

async function nodesDispatcher(): Promise<Dispatcher> {
  await fetch("data:,");
  return Reflect.get(globalThis, dispatcherName) as Dispatcher;
}

/** Until the end of the test. */
function setDispatcher(dispatcher: unknown): void {
  const before: unknown = Reflect.get(globalThis, dispatcherName);
  Reflect.set(globalThis, dispatcherName, dispatcher);
  onTestFinished(() => void Reflect.set(globalThis, dispatcherName, before));
}

/** The `fetch` of Node.js says of itself that it is one. */
function isByFetch({ headers }: Received): boolean {
  return "sec-fetch-mode" in headers;
}

const passing = (url: string, init: RequestInit): Promise<Response> => fetch(url, init);
const watch = (): void => undefined;

test.for<{ given: string; prepare?: () => unknown; options?: object; want: "node:http" | "fetch" }>([
  { given: "nothing", want: "node:http" },
  { given: "a `fetch` of Node.js that has been used", prepare: nodesDispatcher, want: "node:http" },
  { given: "a `fetch` of the caller's own", options: { fetch: passing }, want: "fetch" },
  {
    given: "another global `fetch`, as mocks have it",
    prepare: () => {
      const own = globalThis.fetch;
      vi.stubGlobal("fetch", (url: string, init: RequestInit) => own(url, init));
    },
    want: "fetch",
  },
  {
    given: "a spy on the global `fetch`",
    prepare: () => void vi.spyOn(globalThis, "fetch"),
    want: "fetch",
  },
  {
    given: "a dispatcher that is composed of others",
    prepare: async () => {
      const dispatcher = await nodesDispatcher();
      const dispatch = dispatcher.dispatch.bind(dispatcher);
      setDispatcher(
        new Proxy(dispatcher, { get: (all, name) => (name === "dispatch" ? dispatch : Reflect.get(all, name)) }),
      );
    },
    want: "fetch",
  },
  {
    given: "a dispatcher with settings",
    prepare: async () => {
      const { constructor: Agent } = await nodesDispatcher();
      setDispatcher(new Agent({ connections: 1 }));
    },
    want: "fetch",
  },
  {
    given: "a dispatcher of another class, as that for a proxy",
    prepare: async () => {
      const { constructor: Agent } = await nodesDispatcher();
      setDispatcher(new (class ProxyAgent extends Agent {})({}));
    },
    want: "fetch",
  },
  {
    given: "somebody who is told of each request of `fetch`",
    prepare: () => {
      subscribe("undici:request:create", watch);
      onTestFinished(() => void unsubscribe("undici:request:create", watch));
    },
    want: "fetch",
  },
])("requests go by $want, given $given", async ({ prepare, options, want }) => {
  onTestFinished(() => {
    vi.restoreAllMocks();
    vi.unstubAllGlobals();
  });
  const server = await serve([{ body: { sid: "SM1" } }]);
  await prepare?.();
  expect(await fetchOne("a", at(server.url, options))).toBe("SM1");
  expect(server.requests.map(isByFetch)).toEqual([want === "fetch"]);
});

test.for([["no object"], [undefined]])("a dispatcher that is %s is left to `fetch`", async ([dispatcher]) => {
  await nodesDispatcher();
  setDispatcher(dispatcher);
  const error = await failureOf(fetchOne("a", at("http://127.0.0.1:65535", { retries: 0 })));
  expect(error).toHaveProperty("message", expect.not.stringContaining("no connection"));
});

test("without a `fetch` at all nothing is sent, and a run says so", async () => {
  onTestFinished(() => void vi.unstubAllGlobals());
  vi.stubGlobal("fetch", undefined);
  const server = await serve([{ body: { sid: "SM1" } }]);
  const error = await failureOf(fetchOne("a", at(server.url, { retries: 0 })));
  expect(error).toHaveProperty("message", expect.stringContaining("globalThis.fetch is not a function"));
  expect(server.requests).toEqual([]);
});

test.for<{ given: string; stub: () => unknown }>([
  { given: "no process", stub: () => vi.stubGlobal("process", undefined) },
  { given: "a process that gives no modules", stub: () => vi.stubGlobal("process", {}) },
  { given: "no turns of its loop", stub: () => vi.stubGlobal("setImmediate", undefined) },
])("a platform with $given has its `fetch`", async ({ stub }) => {
  vi.resetModules();
  const { senderFor } = await import("../../templates/runtime/client/platform.js");
  stub();
  const hasNode = nodeSender() !== undefined;
  const send = senderFor(undefined, "https://api.twilio.com/2010-04-01/Accounts.json");
  vi.unstubAllGlobals();
  expect(hasNode).toBe(false);
  expect(send).toBeTypeOf("function");
});
