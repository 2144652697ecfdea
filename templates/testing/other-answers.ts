import type { Failure } from "../runtime/index.js";
import type { OtherAnswer } from "./step-answers.js";

/** An answer that the API does not document, most likely a refusal. */
export function refused(status: number, body?: unknown, headers: Readonly<Record<string, string>> = {}): OtherAnswer {
  return { other: true, status, body, headers };
}

/** How Twilio refuses a request: with its own code, such as 21610, beside the HTTP status. */
export function refusedByTwilio(status: number, code: number, message = `error ${code}`): OtherAnswer {
  return refused(status, { code, message, more_info: `https://www.twilio.com/docs/errors/${code}`, status });
}

/** A 429. @param seconds What it has as its `Retry-After`; by default it has none */
export function tooManyRequests(seconds?: number): OtherAnswer {
  return refused(429, undefined, seconds === undefined ? {} : { "retry-after": String(seconds) });
}

/** The connection is lost before an answer has come: nobody knows whether the request took effect. */
export function lost(): OtherAnswer {
  return without({ reason: "lost", message: "the connection was lost" });
}

/** No answer comes in time: nobody knows whether the request took effect. */
export function timedOut(): OtherAnswer {
  return without({ reason: "timeout", message: "no whole answer in time" });
}

/** No connection can be made: the request was not sent. */
export function unreachable(): OtherAnswer {
  return without({ reason: "not-sent", message: "no connection" });
}

function without(failure: Failure): OtherAnswer {
  return { other: true, status: 0, failure };
}
