import { describe, expect, test } from "vitest";
import { LOCAL_CREDENTIALS } from "../../examples/local-twilio/index.js";
import { type Extra, openTwilio, urlAt } from "./client.js";

const { accountSid, authToken, apiKey, apiSecret } = LOCAL_CREDENTIALS;
const STRANGER = `AC${"5".repeat(32)}`;
const MESSAGES = `api.twilio.com/2010-04-01/Accounts/${accountSid}/Messages.json`;
const CONVERSATIONS = "conversations.twilio.com/v1/Conversations";
const SERVICES = "messaging.twilio.com/v1/Services";
const FLOWS = "studio.twilio.com/v2/Flows";
const SMS = { To: "+15558675310", From: "+15017122661", Body: "Hello" };

test("an error has Twilio's body and the ID of the request", async () => {
  const { get } = await openTwilio();
  const path = `/v1/Services/MG${"0".repeat(32)}`;

  const { status, headers, body } = await get(`messaging.twilio.com${path}`);

  expect(status).toBe(404);
  expect(body).toEqual({
    code: 20404,
    message: `The requested resource ${path} was not found`,
    more_info: "https://www.twilio.com/docs/errors/20404",
    status: 404,
  });
  expect(headers.get("content-type")).toBe("application/json");
  expect(headers.get("twilio-request-id")).toMatch(/^RQ[0-9a-f]{32}$/);
});

describe("credentials", () => {
  const cases: { given: string; extra: Extra; want: number }[] = [
    { given: "account SID and auth token", extra: {}, want: 201 },
    { given: "API key and secret", extra: { user: apiKey, password: apiSecret }, want: 201 },
    { given: "a wrong token", extra: { password: "wrong" }, want: 401 },
    { given: "the secret of the key with the account SID", extra: { password: apiSecret }, want: 401 },
    { given: "the auth token with the key", extra: { user: apiKey, password: authToken }, want: 401 },
    { given: "another account", extra: { user: STRANGER }, want: 401 },
    { given: "another scheme", extra: { headers: { authorization: `Bearer ${authToken}` } }, want: 401 },
    { given: "empty ones", extra: { headers: { authorization: "" } }, want: 401 },
  ];

  test.each(cases)("$given: $want", async ({ extra, want }) => {
    const { post } = await openTwilio();

    const { status, headers, body } = await post(CONVERSATIONS, {}, extra);

    expect(status).toBe(want);
    expect(body["code"]).toBe(want === 401 ? 20003 : undefined);
    expect(headers.get("www-authenticate")).toBe(want === 401 ? 'Basic realm="Twilio API"' : null);
  });

  test("none: 401", async () => {
    const { twilio } = await openTwilio();

    const response = await fetch(urlAt(twilio, CONVERSATIONS), { method: "POST" });

    expect([response.status, await response.json()]).toEqual([401, expect.objectContaining({ code: 20003 })]);
  });

  test("are an option", async () => {
    const { post } = await openTwilio({
      credentials: { ...LOCAL_CREDENTIALS, accountSid: STRANGER, authToken: "mine" },
    });

    expect(await post(CONVERSATIONS, {})).toMatchObject({ status: 201, body: { account_sid: STRANGER } });
    expect(await post(CONVERSATIONS, {}, { user: accountSid, password: authToken })).toMatchObject({ status: 401 });
  });
});

describe("the path", () => {
  const cases: { given: string; method: "get" | "post"; url: string; want: [status: number, code: number] }[] = [
    { given: "an unknown host", method: "get", url: "fax.twilio.com/v1/Faxes", want: [404, 20404] },
    { given: "an unknown path", method: "get", url: "messaging.twilio.com/v1/Deactivations", want: [404, 20404] },
    { given: "no path", method: "get", url: "messaging.twilio.com", want: [404, 20404] },
    { given: "a path of another host", method: "post", url: MESSAGES.replace("api", "messaging"), want: [404, 20404] },
    { given: "a path without its base", method: "post", url: MESSAGES.replace("2010-04-01/", ""), want: [404, 20404] },
    { given: "a trailing slash", method: "post", url: `${CONVERSATIONS}/`, want: [404, 20404] },
    { given: "a SID that is none", method: "get", url: `${SERVICES}/MG1`, want: [404, 20404] },
    { given: "a stray percent sign", method: "get", url: `${SERVICES}/%E0%A4%A`, want: [404, 20404] },
    { given: "another method", method: "get", url: CONVERSATIONS, want: [405, 20004] },
    { given: "another account", method: "post", url: MESSAGES.replace(accountSid, STRANGER), want: [401, 20003] },
    {
      given: "an account SID that is none",
      method: "post",
      url: MESSAGES.replace(accountSid, "me"),
      want: [404, 20404],
    },
  ];

  test.each(cases)("$given: $want", async ({ method, url, want: [status, code] }) => {
    const client = await openTwilio();

    const answer = await (method === "get" ? client.get(url) : client.post(url, SMS));

    expect(answer).toMatchObject({ status, body: { code, status } });
  });
});

describe("what the document does not allow", () => {
  const to = "To=%2B15558675310&From=%2B15017122661";
  const cases: { given: string; url: string; form: string; extra?: Extra; want: string }[] = [
    { given: "an unknown field", url: MESSAGES, form: `${to}&Body=Hi&Sender=me`, want: "Unknown parameter Sender" },
    { given: "a field of the prototype", url: SERVICES, form: "FriendlyName=x&__proto__=y", want: "__proto__" },
    { given: "a missing field", url: SERVICES, form: "Usecase=poll", want: "Missing required parameter FriendlyName" },
    { given: "no body at all", url: SERVICES, form: "", want: "Missing required parameter FriendlyName" },
    { given: "a bad enum", url: FLOWS, form: "FriendlyName=x&Status=live&Definition={}", want: "parameter Status" },
    { given: "a bad pattern", url: MESSAGES, form: `${to}&Body=Hi&ContentSid=HX1`, want: "parameter ContentSid" },
    { given: "a bad URL", url: SERVICES, form: "FriendlyName=x&FallbackUrl=y", want: "parameter FallbackUrl" },
    { given: "a bad URL in an array", url: MESSAGES, form: `${to}&MediaUrl=x`, want: "parameter MediaUrl/0" },
    { given: "a bad date", url: CONVERSATIONS, form: "DateCreated=yesterday", want: "parameter DateCreated" },
    { given: "a boolean in words", url: SERVICES, form: "FriendlyName=x&StickySender=yes", want: "must be boolean" },
    {
      given: "an integer with a fraction",
      url: SERVICES,
      form: "FriendlyName=x&ValidityPeriod=1.5",
      want: "be integer",
    },
    { given: "a number in words", url: MESSAGES, form: `${to}&Body=Hi&MaxPrice=dear`, want: "must be number" },
    { given: "a single field twice", url: SERVICES, form: "FriendlyName=x&FriendlyName=y", want: "must be string" },
    { given: "an unknown query", url: `${CONVERSATIONS}?Page=1`, form: "", want: "Unknown parameter Page" },
    { given: "a pair without value", url: CONVERSATIONS, form: "FriendlyName", want: "not a properly encoded form" },
    {
      given: "a stray percent sign",
      url: CONVERSATIONS,
      form: "FriendlyName=100%",
      want: "not a properly encoded form",
    },
    {
      given: "another media type",
      url: CONVERSATIONS,
      form: '{"FriendlyName":"x"}',
      extra: { headers: { "content-type": "application/json" } },
      want: "application/json",
    },
    {
      given: "a bad header",
      url: CONVERSATIONS,
      form: "",
      extra: { headers: { "X-Twilio-Webhook-Enabled": "yes" } },
      want: "x-twilio-webhook-enabled",
    },
  ];

  test.each(cases)("$given: 400", async ({ url, form, extra, want }) => {
    const { post } = await openTwilio();

    const { status, body } = await post(url, form, extra);

    expect({ status, code: body["code"] }).toEqual({ status: 400, code: 20001 });
    expect(body["message"]).toContain(want);
  });

  test("is refused before anything is made", async () => {
    const { post } = await openTwilio();

    await post(CONVERSATIONS, { UniqueName: "room", Color: "red" });

    expect(await post(CONVERSATIONS, { UniqueName: "room" })).toMatchObject({ status: 201 });
  });
});

test("fields arrive as what their schemas say", async () => {
  const { post } = await openTwilio();

  const { body } = await post(
    SERVICES,
    "FriendlyName=1+%2B%201%3D2&StickySender=false&ValidityPeriod=60&UseInboundWebhookOnNumber=true&Usecase=",
    { headers: { "content-type": "Application/X-WWW-Form-URLEncoded; charset=UTF-8" } },
  );

  expect(body).toMatchObject({
    friendly_name: "1 + 1=2",
    sticky_sender: false,
    validity_period: 60,
    use_inbound_webhook_on_number: true,
    usecase: "",
  });
});
