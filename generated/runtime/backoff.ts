// Written by twilio-workflows: change the documents and generate again.
import type { Answer, Effect } from "./call.js";

/**
 * How many milliseconds to wait before a request is sent again; `undefined` if it must not be.
 *
 * A 429 was not processed, and without a connection nothing arrived. All else is repeated only if it only reads.
 */
export function retryDelay({ status, headers, failure }: Answer, effect: Effect, attempt: number): number | undefined {
  const untouched = failure ? failure.reason === "not-sent" : status === 429;
  const broken = failure ? failure.reason === "timeout" || failure.reason === "lost" : status >= 500;
  if (!untouched && !(broken && effect === "safe")) return undefined;
  const bound = Math.min(20_000, 500 * 2 ** (attempt - 1));
  return retryAfter(headers["retry-after"]) ?? Math.random() * bound;
}

/** What `Retry-After` says, in seconds or as a date: in milliseconds from now. */
export function retryAfter(value: string | undefined): number | undefined {
  if (value === undefined) return undefined;
  const ms = /^\d+$/.test(value) ? Number(value) * 1_000 : Date.parse(value) - Date.now();
  return Number.isNaN(ms) ? undefined : Math.max(0, ms);
}
