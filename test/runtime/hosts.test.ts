import { expect, test } from "vitest";
import { createTwilio, type TwilioOptions } from "../../templates/runtime/index.js";

const cases: [given: TwilioOptions & { url?: string }, want: string][] = [
  [{}, "https://api.twilio.com/2010-04-01/x.json?a=1"],
  [{ region: "au1" }, "https://api.au1.twilio.com/2010-04-01/x.json?a=1"],
  [{ edge: "sydney" }, "https://api.sydney.us1.twilio.com/2010-04-01/x.json?a=1"],
  [{ region: "au1", edge: "sydney" }, "https://api.sydney.au1.twilio.com/2010-04-01/x.json?a=1"],
  [{ region: "ie1", url: "https://api.au1.twilio.com/a" }, "https://api.ie1.twilio.com/a"],
  [{ region: "ie1", url: "https://api.sydney.au1.twilio.com/a" }, "https://api.sydney.ie1.twilio.com/a"],
  [{ edge: "dublin", url: "https://api.sydney.au1.twilio.com/a" }, "https://api.dublin.au1.twilio.com/a"],
  [{ edge: "dublin", url: "https://api.ie1.twilio.com/a" }, "https://api.dublin.ie1.twilio.com/a"],
  [{ url: "https://api.sydney.au1.twilio.com/a" }, "https://api.sydney.au1.twilio.com/a"],
  [{ region: "au1", url: "https://twilio.com.example/a" }, "https://twilio.com.example/a"],
  [{ region: "au1", url: "https://example.com/a" }, "https://example.com/a"],
  [{ baseUrl: "http://127.0.0.1:80/" }, "http://127.0.0.1/2010-04-01/x.json?a=1"],
  [{ baseUrl: "http://localhost:4010/twilio" }, "http://localhost:4010/twilio/2010-04-01/x.json?a=1"],
  [{ baseUrl: "http://[::1]:4010" }, "http://[::1]:4010/2010-04-01/x.json?a=1"],
  [
    { baseUrl: (host) => `https://proxy.test/${host}`, region: "au1" },
    "https://proxy.test/api.au1.twilio.com/2010-04-01/x.json?a=1",
  ],
  [{ baseUrl: () => undefined, region: "au1" }, "https://api.au1.twilio.com/2010-04-01/x.json?a=1"],
];

test.each(cases)("%o leads to %s", ({ url = "https://api.twilio.com/2010-04-01/x.json?a=1", ...options }, want) => {
  expect(createTwilio(options).locate(url)).toBe(want);
});

test.each([
  [{ region: "au1.evil.com/" }, 'option region must be a region, such as au1, not "au1.evil.com/"'],
  [{ edge: "a b" }, 'option edge must be an edge location, such as sydney, not "a b"'],
  [{ baseUrl: "not a url" }, "option baseUrl must be a URL"],
  [{ baseUrl: "https://user:pass@proxy.test" }, "option baseUrl must be a URL without user"],
  [{ baseUrl: "https://proxy.test?x=1" }, "option baseUrl must be a URL without user, query"],
  [{ baseUrl: "https://proxy.test#x" }, "option baseUrl must be a URL without user, query and fragment"],
  [{ baseUrl: "http://proxy.test" }, "option baseUrl must be https, or http to this machine, not http://proxy.test"],
  [{ baseUrl: "http://localhost.evil.com" }, "must be https, or http to this machine, not http://localhost.evil.com"],
  [{ baseUrl: "file:///etc/passwd" }, "must be https, or http to this machine, not file://"],
  [{ timeout: Number.NaN }, "option timeout must be a number from 0 to 2147483647, not NaN"],
  [{ timeout: Number.POSITIVE_INFINITY }, "option timeout must be a number from 0 to 2147483647, not Infinity"],
  [{ maxAnswerSize: -1 }, "option maxAnswerSize must be a number from 0 to 2147483647, not -1"],
])("%o is refused", (options: TwilioOptions, message) => {
  const locate = (): string => createTwilio(options).locate("https://api.twilio.com/x");
  expect(locate).toThrow(message);
  expect(locate).toThrow(TypeError);
});

test("a base URL's password is not repeated", () => {
  const make = (): unknown => createTwilio({ baseUrl: "https://user:hush@proxy.test" });
  expect(make).toThrow("option baseUrl");
  expect(make).not.toThrow("hush");
});

test("what a function of the host returns is held to the same rules", () => {
  const client = createTwilio({ baseUrl: (host) => `http://${host}` });
  expect(() => client.locate("https://api.twilio.com/x")).toThrow(
    "option baseUrl must be https, or http to this machine, not http://api.twilio.com",
  );
});

test("settings that are not given stay", () => {
  const client = createTwilio({ region: "au1", edge: "sydney" }).with({ edge: "dublin", region: undefined });
  expect(client.locate("https://api.twilio.com/x")).toBe("https://api.dublin.au1.twilio.com/x");
});
