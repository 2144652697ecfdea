import { digest } from "../journal/digest.js";
import type { Answer, Call } from "./call.js";
import { parseRetryAfter } from "./retry-after.js";

/**
 * How many milliseconds to wait before a request is sent again; `undefined` if it must not be.
 *
 * A 429 was not processed, and without a connection nothing arrived. All else is repeated only if it
 * only reads, or has an idempotency key.
 */
export function resendDelay(answer: Answer, { id, url, effect }: Call, attempt: number): number | undefined {
  const { status, headers, failure, at } = answer;
  const untouched = failure ? failure.reason === "not-sent" : status === 429;
  const broken = failure ? failure.reason === "timeout" || failure.reason === "lost" : status >= 500;
  if (!untouched && !(broken && (effect === "safe" || effect === "keyed"))) return undefined;
  const bound = Math.min(20_000, 500 * 2 ** (attempt - 1));
  // Other for each request, so that not all come again at once; the same when the answer is replayed.
  const share = Number.parseInt(digest("", [id, url, answer]), 16) / 2 ** 32;
  return parseRetryAfter(headers["retry-after"], at) ?? share * bound;
}
