import { describe, expect, test, vi } from "vitest";
import { LOCAL_CREDENTIALS } from "../../examples/local-twilio/index.js";
import { basic, openTwilio, urlAt } from "./client.js";

const CONVERSATIONS = "conversations.twilio.com/v1/Conversations";
const SERVICES = "messaging.twilio.com/v1/Services";
const HEADERS = {
  authorization: basic(LOCAL_CREDENTIALS.accountSid, LOCAL_CREDENTIALS.authToken),
  "content-type": "application/x-www-form-urlencoded",
};

describe("which requests a fault strikes", () => {
  test("the next one, if it does not say more", async () => {
    const { twilio, post } = await openTwilio();
    twilio.fail({ with: 503 });

    expect(await post(CONVERSATIONS, {})).toMatchObject({ status: 503, body: { code: 20503 } });
    expect(await post(CONVERSATIONS, {})).toMatchObject({ status: 201 });
  });

  test("as many as it says, after those that it lets pass", async () => {
    const { twilio, post } = await openTwilio();
    twilio.fail({ with: 500, skip: 2, times: 2 });

    const statuses: number[] = [];
    for (let call = 0; call < 5; call += 1) statuses.push((await post(CONVERSATIONS, {})).status);

    expect(statuses).toEqual([201, 201, 500, 500, 201]);
  });

  test("those of its operation", async () => {
    const { twilio, post } = await openTwilio();
    twilio.fail({ with: 500, operation: "createMessagingService" });

    expect(await post(CONVERSATIONS, {})).toMatchObject({ status: 201 });
    expect(await post(SERVICES, { FriendlyName: "x" })).toMatchObject({ status: 500 });
  });

  test("those of its path, known or not", async () => {
    const { twilio, post, get } = await openTwilio();
    twilio.fail({ with: 500, path: /^verify\.twilio\.com\/v2/ });

    expect(await post(CONVERSATIONS, {})).toMatchObject({ status: 201 });
    expect(await get("verify.twilio.com/v2/Services")).toMatchObject({ status: 500 });
  });

  test("one fault after the other", async () => {
    const { twilio, post } = await openTwilio();
    twilio.fail({ with: 500 });
    twilio.fail({ with: 429, headers: { "Retry-After": "7" } });

    expect(await post(CONVERSATIONS, {})).toMatchObject({ status: 500 });
    const limited = await post(CONVERSATIONS, {});

    expect(limited).toMatchObject({ status: 429, body: { code: 20429, message: "Too Many Requests", status: 429 } });
    expect(limited.headers.get("retry-after")).toBe("7");
  });
});

describe("what a fault makes of an answer", () => {
  test("html: a page of the gateway's", async () => {
    const { twilio } = await openTwilio();
    twilio.fail({ with: "html" });

    const response = await fetch(urlAt(twilio, CONVERSATIONS), { method: "POST", headers: HEADERS });

    expect([response.status, response.headers.get("content-type")]).toEqual([502, "text/html"]);
    expect(await response.text()).toContain("<h1>502 Bad Gateway</h1>");
  });

  test("empty: a status and nothing else", async () => {
    const { twilio } = await openTwilio();
    twilio.fail({ with: "empty" });

    const response = await fetch(urlAt(twilio, CONVERSATIONS), { method: "POST", headers: HEADERS });

    expect([response.status, await response.text()]).toEqual([500, ""]);
  });

  test("reset: no answer", async () => {
    const { twilio } = await openTwilio();
    twilio.fail({ with: "reset" });

    await expect(fetch(urlAt(twilio, CONVERSATIONS), { method: "POST", headers: HEADERS })).rejects.toMatchObject({
      cause: { code: expect.stringMatching(/ECONNRESET|UND_ERR_SOCKET/) },
    });
  });

  test("truncate: half of the true answer", async () => {
    const { twilio } = await openTwilio();
    twilio.fail({ with: "truncate" });

    const response = await fetch(urlAt(twilio, CONVERSATIONS), { method: "POST", headers: HEADERS });

    expect(response.status).toBe(201);
    await expect(response.text()).rejects.toThrow();
  });

  test("stall: silence, until the client has enough of it", async () => {
    const { twilio, post } = await openTwilio();
    const patience = new AbortController();
    twilio.fail({ with: "stall" });

    const silence = fetch(urlAt(twilio, CONVERSATIONS), { method: "POST", headers: HEADERS, signal: patience.signal });
    await vi.waitUntil(() => twilio.requests.length === 1);
    // A request that comes later is answered, so an answer to the first would have come as well.
    expect(await post(CONVERSATIONS, {})).toMatchObject({ status: 201 });
    expect(await Promise.race([silence, "nothing"])).toBe("nothing");

    patience.abort();
    await expect(silence).rejects.toThrow("aborted");
  });
});

describe("whether the work was done", () => {
  const cases = [
    { given: { with: 500 }, want: 201 },
    { given: { with: 500, processed: true }, want: 409 },
    { given: { with: "reset" }, want: 201 },
    { given: { with: "reset", processed: true }, want: 409 },
    { given: { with: "truncate" }, want: 409 },
  ] as const;

  test.each(cases)("$given: the same again gets $want", async ({ given, want }) => {
    const { twilio, post } = await openTwilio();
    twilio.fail(given);

    await post(CONVERSATIONS, { UniqueName: "room" }).catch(() => "lost");

    expect(await post(CONVERSATIONS, { UniqueName: "room" })).toMatchObject({ status: want });
  });
});

test("closing ends connections that wait for an answer", async () => {
  const { twilio } = await openTwilio();
  twilio.fail({ with: "stall" });
  const silence = fetch(urlAt(twilio, CONVERSATIONS), { method: "POST", headers: HEADERS });
  const end = silence.then(
    () => "answered",
    () => "broken off",
  );
  await vi.waitUntil(() => twilio.requests.length === 1);

  await twilio.close();

  expect(await end).toBe("broken off");
});
