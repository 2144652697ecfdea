import { builtins } from "./node-types.js";
import { nodeSender } from "./node-sender.js";
import { type Fetch, fetchSender, type Sender } from "./sender.js";

/** The highest port that `fetch` refuses, as browsers do with those of other protocols than HTTP. */
const LAST_BLOCKED_PORT = 10_080;

/** What sends requests: the `fetch` that is given, or else what the platform has. */
export function senderFor(fetch: Fetch | undefined, url: string): Sender {
  if (fetch) return fetchSender(fetch);
  const beneath = isUntouched() && !mayBeBlocked(url) ? (onNode ??= nodeSender()) : undefined;
  return beneath ?? fetchSender((to, init) => globalThis.fetch(to, init));
}

let onNode: Sender | undefined;

function mayBeBlocked(url: string): boolean {
  const port = /^\w+:\/\/[^/?#]*?:(\d+)(?:[/?#]|$)/.exec(url)?.[1];
  return port !== undefined && Number(port) <= LAST_BLOCKED_PORT;
}

/**
 * Whether this is Node.js, and its `fetch` would do what `node:http` does: nobody has put another one in its place, to see
 * requests or to answer them, nor what it sends by, a proxy for instance, and nobody watches that.
 */
function isUntouched(): boolean {
  return isOfNode(globalThis.fetch) && dispatchers().every(isDefault) && !isWatched();
}

const known = new WeakMap<object, boolean>();

/** Whether a function is the `fetch` that Node.js begins with. */
function isOfNode(fetch: unknown): boolean {
  if (typeof fetch !== "function") return false;
  const before = known.get(fetch);
  if (before !== undefined) return before;
  const isOwn = Function.prototype.toString.call(fetch).includes("internal/deps/undici/undici");
  known.set(fetch, isOwn);
  return isOwn;
}

/** What the `fetch` of Node.js sends by; none while it has not been used. */
function dispatchers(): readonly unknown[] {
  const names = Object.getOwnPropertySymbols(globalThis).filter(({ description }) =>
    description?.startsWith("undici.globalDispatcher."),
  );
  return names.map((name): unknown => Reflect.get(globalThis, name));
}

/** Whether it is the one that Node.js makes itself, without any settings. */
function isDefault(dispatcher: unknown): boolean {
  if (typeof dispatcher !== "object" || dispatcher === null) return false;
  const { constructor, dispatch }: { constructor: { name: string }; dispatch?: unknown } = dispatcher;
  const isPlain =
    constructor.name === "Agent" && dispatch === Reflect.get(Object.getPrototypeOf(dispatcher), "dispatch");
  return isPlain && isWithoutSettings(dispatcher);
}

const plain = new WeakMap<object, boolean>();

/** It gets its settings when it is made. */
function isWithoutSettings(dispatcher: object): boolean {
  const before = plain.get(dispatcher);
  if (before !== undefined) return before;
  const options = Object.getOwnPropertySymbols(dispatcher).find(({ description }) => description === "options");
  const settings: unknown = options && Reflect.get(dispatcher, options);
  const isWithout = Object.values(Object(settings)).every((value) => value === undefined || value === Infinity);
  plain.set(dispatcher, isWithout);
  return isWithout;
}

/** Whether somebody is told of each request of `fetch`, to trace it. */
function isWatched(): boolean {
  requests ??= builtins()?.channels.channel("undici:request:create");
  return requests?.hasSubscribers ?? false;
}

let requests: { readonly hasSubscribers: boolean } | undefined;
