import { expect, test } from "vitest";
import { costsOf } from "../../generator/ir/costs.js";

const core = "https://api.twilio.com/2010-04-01/Accounts";

test.each<{ name: string; method: string; url: string; want: string | undefined }>([
  { name: "a message", method: "post", url: `${core}/{AccountSid}/Messages.json`, want: "a message, by its segments" },
  {
    name: "a message, as it would be sent, behind a proxy",
    method: "POST",
    url: "http://127.0.0.1:4010/api.twilio.com/2010-04-01/Accounts/AC1/Messages.json?a=b",
    want: "a message, by its segments",
  },
  {
    name: "a call in another region",
    method: "POST",
    url: "https://api.sydney.au1.twilio.com/2010-04-01/Accounts/AC1/Calls.json",
    want: "a call, by the minute",
  },
  {
    name: "a number of a kind",
    method: "POST",
    url: `${core}/{AccountSid}/IncomingPhoneNumbers/TollFree.json`,
    want: "a phone number, by the month",
  },
  {
    name: "what only reads",
    method: "GET",
    url: "https://lookups.twilio.com/v2/PhoneNumbers/{PhoneNumber}",
    want: "each package of data that is asked for by Fields",
  },
  { name: "to read a message", method: "GET", url: `${core}/AC1/Messages/SM1.json`, want: undefined },
  { name: "to change a message", method: "POST", url: `${core}/AC1/Messages/SM1.json`, want: undefined },
  { name: "another API", method: "POST", url: "https://api.example.com/v1/Accounts/1/Messages.json", want: undefined },
])("what is known to cost: $name", ({ method, url, want }) => {
  expect(costsOf(method, url)).toBe(want);
});
