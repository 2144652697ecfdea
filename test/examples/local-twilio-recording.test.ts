import { expect, test } from "vitest";
import { basic, openTwilio } from "./client.js";

test("a request is recorded as it came over the wire", async () => {
  const { twilio, post } = await openTwilio();
  const form = "To=%2B15558675310&MediaUrl=https%3A%2F%2Fx.org%2Fa&Body=a+b%20c&MediaUrl=https%3A%2F%2Fx.org%2Fb&Zeta=";

  await post("api.twilio.com/2010-04-01/Accounts/A%20C/Messages.json?Page=1&x=%2F", form, {
    headers: { "X-Own": "1" },
  });

  expect(twilio.requests).toHaveLength(1);
  expect(twilio.requests[0]).toMatchObject({
    method: "POST",
    host: "api.twilio.com",
    path: "/2010-04-01/Accounts/A%20C/Messages.json",
    query: "Page=1&x=%2F",
    headers: {
      authorization: basic(twilio.credentials.accountSid, twilio.credentials.authToken),
      "content-type": "application/x-www-form-urlencoded",
      "x-own": "1",
    },
    rawHeaders: expect.arrayContaining(["X-Own", "1"]),
    body: form,
    form: [
      ["To", "+15558675310"],
      ["MediaUrl", "https://x.org/a"],
      ["Body", "a b c"],
      ["MediaUrl", "https://x.org/b"],
      ["Zeta", ""],
    ],
    operation: "createMessage",
  });
});

test("requests that fail are recorded too, in order", async () => {
  const { twilio, get, post } = await openTwilio();
  twilio.fail({ with: 500 });

  await post("conversations.twilio.com/v1/Conversations", "{}", { headers: { "content-type": "application/json" } });
  await post("conversations.twilio.com/v1/Conversations", "FriendlyName=100%", { password: "wrong" });
  await get("nowhere.example");

  expect(
    twilio.requests.map(({ method, host, path, query, body, form, operation }) => {
      return { method, host, path, query, body, form, operation };
    }),
  ).toEqual([
    {
      method: "POST",
      host: "conversations.twilio.com",
      path: "/v1/Conversations",
      query: "",
      body: "{}",
      form: [],
      operation: "CreateConversation",
    },
    {
      method: "POST",
      host: "conversations.twilio.com",
      path: "/v1/Conversations",
      query: "",
      body: "FriendlyName=100%",
      form: [],
      operation: "CreateConversation",
    },
    { method: "GET", host: "nowhere.example", path: "/", query: "", body: "", form: [], operation: undefined },
  ]);
});

test("each server has a port and records of its own", async () => {
  const [first, second] = [await openTwilio(), await openTwilio()];

  await first.get("api.twilio.com/2010-04-01");

  expect(first.twilio.baseUrl("api.twilio.com")).toMatch(/^http:\/\/127\.0\.0\.1:\d+\/api\.twilio\.com$/);
  expect(first.twilio.baseUrl("")).not.toBe(second.twilio.baseUrl(""));
  expect([first.twilio.requests.length, second.twilio.requests.length]).toEqual([1, 0]);
});
