import { expect, test } from "vitest";
import { createTwilio, type TwilioOptions } from "../../templates/runtime/twilio/index.js";

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
  [{ baseUrl: { "api.twilio.com": "https://proxy.test/a" } }, "https://proxy.test/a/2010-04-01/x.json?a=1"],
  [{ baseUrl: { "other.test": "https://proxy.test" } }, "https://api.twilio.com/2010-04-01/x.json?a=1"],
  [{ baseUrl: { shop: "https://shop.test/a/" }, url: "source:shop/v1/x?a=1" }, "https://shop.test/a/v1/x?a=1"],
  [{ baseUrl: { "a b": "https://shop.test" }, url: "source:a%20b/x" }, "https://shop.test/x"],
  [{ baseUrl: "https://all.test", url: "source:shop/x" }, "https://all.test/x"],
  [{ baseUrl: "http://127.0.0.1:4010/{host}" }, "http://127.0.0.1:4010/api.twilio.com/2010-04-01/x.json?a=1"],
  [{ baseUrl: "http://127.0.0.1:4010/{host}", url: "source:a%20b/x" }, "http://127.0.0.1:4010/a%20b/x"],
  [{ baseUrl: (host) => `https://${host}.test`, url: "source:shop" }, "https://shop.test"],
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
  [{ baseUrl: { "other.test": "http://proxy.test" } }, "option baseUrl must be https, or http to this machine"],
  [{ baseUrl: "file:///etc/passwd" }, "must be https, or http to this machine, not file://"],
  [{ timeout: Number.NaN }, "option timeout must be a number from 0 to 2147483647, not NaN"],
  [{ timeout: Number.POSITIVE_INFINITY }, "option timeout must be a number from 0 to 2147483647, not Infinity"],
  [{ maxAnswerSize: -1 }, "option maxAnswerSize must be a number from 0 to 2147483647, not -1"],
])("%o is refused", (options: TwilioOptions, message) => {
  const locate = (): string => createTwilio(options).locate("https://api.twilio.com/x");
  expect(locate).toThrow(message);
  expect(locate).toThrow(TypeError);
});

test.each([
  { options: {}, name: "without a base URL" },
  { options: { baseUrl: { constructor: "https://shop.test" } }, name: "with those of others" },
  { options: { baseUrl: () => undefined }, name: "with a function that knows none" },
])("a source whose host is not known is an error $name", ({ options }) => {
  expect(() => createTwilio(options).locate("source:shop/x")).toThrow(
    `option baseUrl must say where the source "shop" is: { "shop": "https://…" }`,
  );
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
