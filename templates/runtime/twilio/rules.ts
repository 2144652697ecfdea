import { optionRules } from "../options/option-checks.js";
import { isObject, must, type Rule, type Rules } from "../options/option-rules.js";
import type { AnyOptions } from "./options.js";

/** Of runs that call Twilio and of clients for it. */
export const twilioRules: Rules<AnyOptions> = {
  ...optionRules,
  region: mustBeLabel("a region, such as au1"),
  edge: mustBeLabel("an edge location, such as sydney"),
  credentials: must(
    "{ accountSid, authToken }, { apiKey, apiSecret } or { clientId, clientSecret }, all of them strings, or credentials by source",
    (value) => {
      const given: unknown[] = isObject(value) ? Object.values(value).filter((one) => one !== undefined) : [undefined];
      return given.every(isObject) || given.every((one) => typeof one === "string");
    },
  ),
};

/** It becomes a part of a host; the empty text is none. */
function mustBeLabel(be: string): Rule {
  const rule = must(be, (value) => typeof value === "string");
  return (value, option) =>
    typeof value === "string" && !/^[a-z0-9-]*$/i.test(value)
      ? `must be ${be}, not ${JSON.stringify(value)}`
      : rule(value, option);
}
