import { STATUS_CODES } from "node:http";
import type { Reply } from "./reply.js";

/** A request that Twilio turns down, with what it says about it. */
export class TwilioError extends Error {
  readonly status: number;
  readonly code: number;
  readonly headers: Readonly<Record<string, string>>;

  constructor(status: number, code: number, message: string, headers: Readonly<Record<string, string>> = {}) {
    super(message);
    this.status = status;
    this.code = code;
    this.headers = headers;
  }

  reply(): Reply {
    const { status, code, message, headers } = this;
    return {
      status,
      headers,
      body: { code, message, more_info: `https://www.twilio.com/docs/errors/${code}`, status },
    };
  }
}

export function unauthorized(): TwilioError {
  return new TwilioError(401, 20003, "Authenticate", { "WWW-Authenticate": 'Basic realm="Twilio API"' });
}

export function notFound(path: string): TwilioError {
  return new TwilioError(404, 20404, `The requested resource ${path} was not found`);
}

export function methodNotAllowed(): TwilioError {
  return new TwilioError(405, 20004, "Method not allowed");
}

/** What the products other than Programmable Messaging say about every parameter that they do not take. */
export function invalidParameter(message: string): TwilioError {
  return new TwilioError(400, 20001, message);
}

/** Programmable Messaging has codes of its own; this is the one for the only field that its document requires. */
export function noRecipient(): TwilioError {
  return new TwilioError(400, 21604, "A 'To' phone number is required.");
}

/** Twilio numbers its general errors after the HTTP status: 20429, 20500, 20503. */
export function generalError(status: number): TwilioError {
  return new TwilioError(status, 20_000 + status, STATUS_CODES[status] ?? "Unknown error");
}
