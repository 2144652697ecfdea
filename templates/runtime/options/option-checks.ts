import { complaintAboutBase } from "../client/hosts.js";
import { complaintAboutHeaders } from "../encoding/header.js";
import { mustBeFrom } from "./numbers.js";
import { checkOptions, isObject, must, mustBeFunction, mustHave, type Rules } from "./option-rules.js";
import type { ClientOptions } from "./client-options.js";
import type { AnyOptions, CallbackOptions, PollOptions } from "./options.js";

const pollRules: Rules<PollOptions> = {
  interval: mustBeFrom(0),
  factor: mustBeFrom(1),
  maxInterval: mustBeFrom(0),
  deadline: mustBeFrom(0),
};

const mustHaveUrl = must("an object with a url", (value) => isObject(value) && "url" in value);

const callbackRules: Rules<CallbackOptions> = {
  url: must(
    "an absolute URL of http or https",
    (value) => typeof value === "string" && URL.canParse(value) && /^https?:\/\//i.test(value),
  ),
  wakeups: mustHave("what runs are woken by", "listen"),
};

/** Of runs and of clients alike: whoever has the options of a run can make a client of them. */
export const optionRules: Rules<AnyOptions> = {
  baseUrl: (value) => {
    if (typeof value === "function") return undefined;
    const bases = isObject(value) ? Object.values(value) : [];
    const given = bases.length > 0 ? bases.filter((base) => base !== undefined) : [value];
    return given.map(complaintAboutBase).find((complaint) => complaint !== undefined);
  },
  credentials: must(
    "an object of credentials by source",
    (value) => isObject(value) && Object.values(value).every((one) => one === undefined || isObject(one)),
  ),
  headers: (value, option) =>
    isObject(value) ? complaintAboutHeaders(value) : must("an object of texts", () => false)(value, option),
  fetch: mustBeFunction,
  dryRun: mustBeFunction,
  timeout: mustBeFrom(0),
  maxAnswerSize: mustBeFrom(0),
  maxConcurrent: mustBeFrom(1),
  client: mustHave("a client", "locate", "send", "with"),
  signal: must("an AbortSignal", (value) => value instanceof AbortSignal),
  deadline: mustBeFrom(0),
  retries: mustBeFrom(0),
  maxRetryAfter: mustBeFrom(0),
  maxSteps: mustBeFrom(0),
  poll: (value, option) => void checkOptions(value, pollRules, option),
  callbacks: (value, option) => mustHaveUrl(value, option) ?? void checkOptions(value, callbackRules, option),
  // The journal looks deeper.
  resume: must("a checkpoint, which is an object", (value) => value === null || isObject(value)),
  resend: must(
    "a list of steps",
    (value) => Array.isArray(value) && value.every((step: unknown) => typeof step === "string"),
  ),
  onCheckpoint: mustBeFunction,
  runner: mustHave("a runner", "request", "sleep"),
  onStep: mustBeFunction,
};

/** What is for one run, and no client has. */
const OF_RUN: Readonly<Record<Exclude<keyof AnyOptions, keyof ClientOptions>, true>> = {
  client: true,
  signal: true,
  deadline: true,
  retries: true,
  maxRetryAfter: true,
  maxSteps: true,
  poll: true,
  callbacks: true,
  resume: true,
  resend: true,
  onCheckpoint: true,
  runner: true,
  onStep: true,
};

/** Whether nothing is said for a client, so that one which has been made already will do. */
export function isOfRunOnly(options: object): boolean {
  return Object.entries(options).every(([name, value]) => value === undefined || Object.hasOwn(OF_RUN, name));
}
