import { onTestFinished } from "vitest";
import { type LocalTwilio, type LocalTwilioOptions, startLocalTwilio } from "../../examples/local-twilio/index.js";

/** The parts of a request that only some tests set. */
export interface Extra {
  readonly user?: string;
  readonly password?: string;
  readonly headers?: Readonly<Record<string, string>>;
}

export interface Answer {
  readonly status: number;
  readonly headers: Headers;
  readonly body: Readonly<Record<string, unknown>>;
}

/** Calls a local Twilio with nothing but `fetch`, at URLs such as `conversations.twilio.com/v1/Conversations`. */
export interface Client {
  readonly twilio: LocalTwilio;
  get(url: string, extra?: Extra): Promise<Answer>;
  /** Posts a form: its fields, or the text as it is to go over the wire. */
  post(url: string, form: string | Readonly<Record<string, string>>, extra?: Extra): Promise<Answer>;
}

/** Starts a local Twilio for the length of a test. */
export async function openTwilio(options?: LocalTwilioOptions): Promise<Client> {
  const twilio = await startLocalTwilio(options);
  onTestFinished(() => twilio.close());

  async function call(url: string, init: RequestInit, extra: Extra = {}): Promise<Answer> {
    const { user = twilio.credentials.accountSid, password = twilio.credentials.authToken, headers } = extra;
    const response = await fetch(urlAt(twilio, url), {
      ...init,
      headers: { authorization: basic(user, password), ...init.headers, ...headers },
    });
    return { status: response.status, headers: response.headers, body: await response.json() };
  }

  return {
    twilio,
    get: (url, extra) => call(url, {}, extra),
    post(url, form, extra) {
      const headers = { "content-type": "application/x-www-form-urlencoded" };
      const body = typeof form === "string" ? form : new URLSearchParams(form).toString();
      return call(url, { method: "POST", headers, body }, extra);
    },
  };
}

export function urlAt(twilio: LocalTwilio, url: string): string {
  const [host = "", ...path] = url.split("/");
  return [twilio.baseUrl(host), ...path].join("/");
}

export function basic(user: string, password: string): string {
  return `Basic ${Buffer.from(`${user}:${password}`).toString("base64")}`;
}

/** The SID in an answer, for the paths of what belongs to it. */
export function sidIn({ body }: Answer): string {
  return String(body["sid"]);
}
