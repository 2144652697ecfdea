// Written by twilio-workflows: change the documents and generate again.
import type { Credentials } from "./credentials.js";
import { complaintAboutBase, type Hosts } from "./hosts.js";
import { mustBeFrom } from "./numbers.js";
import { isObject, must, mustBeFunction, type Rule, type Rules } from "./option-rules.js";
import type { Fetch } from "./transport.js";

/** How to reach Twilio. All of it is optional. */
export interface TwilioOptions extends Hosts {
  /** @default TWILIO_ACCOUNT_SID, with TWILIO_API_KEY and TWILIO_API_SECRET or else with TWILIO_AUTH_TOKEN */
  credentials?: Credentials | undefined;
  /** Used in place of the platform's `fetch`. @default globalThis.fetch */
  fetch?: Fetch | undefined;
  /**
   * How long one attempt at a request may take, its answer included, in milliseconds. Where an OAuth token has to be had
   * first, waiting for it counts, but the request for the token, which others may wait for too, has 30 seconds of its own.
   * @default 30_000
   */
  timeout?: number | undefined;
  /** The largest answer that is read, in bytes. @default 10_000_000 */
  maxAnswerSize?: number | undefined;
  /**
   * How many requests may be under way at a time, at least 1; others wait for their turn. A 429 halves it for some time.
   * @default 100
   */
  maxConcurrent?: number | undefined;
}

export const clientRules: Rules<TwilioOptions> = {
  region: mustBeLabel("a region, such as au1"),
  edge: mustBeLabel("an edge location, such as sydney"),
  baseUrl: (value) => (typeof value === "function" ? undefined : complaintAboutBase(value)),
  credentials: must(
    "{ accountSid, authToken }, { apiKey, apiSecret } or { clientId, clientSecret }, all of them strings",
    (value) =>
      isObject(value) && secretsOf(value).every((secret) => secret === undefined || typeof secret === "string"),
  ),
  fetch: mustBeFunction,
  timeout: mustBeFrom(0),
  maxAnswerSize: mustBeFrom(0),
  maxConcurrent: mustBeFrom(1),
};

/** The options of a run that are its client's. */
export function clientOptions(options: TwilioOptions): TwilioOptions {
  return Object.fromEntries(Object.keys(clientRules).map((name) => [name, Reflect.get(options, name)]));
}

/** Missing ones are an error when they are needed: a run may be all replay. */
function secretsOf(credentials: object): readonly unknown[] {
  const names = ["accountSid", "authToken", "apiKey", "apiSecret", "clientId", "clientSecret"];
  return names.map((name): unknown => Reflect.get(credentials, name));
}

/** It becomes a part of a host; the empty text is none. */
function mustBeLabel(be: string): Rule {
  const rule = must(be, (value) => typeof value === "string");
  return (value, option) =>
    typeof value === "string" && !/^[a-z0-9-]*$/i.test(value)
      ? `must be ${be}, not ${JSON.stringify(value)}`
      : rule(value, option);
}
