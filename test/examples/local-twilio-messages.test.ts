import { describe, expect, test } from "vitest";
import { LOCAL_CREDENTIALS, type LocalTwilioOptions, UNDELIVERABLE_NUMBER } from "../../examples/local-twilio/index.js";
import { type Client, openTwilio, sidIn } from "./client.js";

const ACCOUNT = `api.twilio.com/2010-04-01/Accounts/${LOCAL_CREDENTIALS.accountSid}`;
const SMS = { To: "+15558675310", From: "+15017122661", Body: "Hello" };

/** The message as it was sent, and as each of the reads finds it. */
async function follow({ post, get }: Client, fields: Readonly<Record<string, string>>, reads: number) {
  const sent = await post(`${ACCOUNT}/Messages.json`, fields);
  const bodies = [sent.body];
  for (let read = 0; read < reads; read += 1) bodies.push((await get(`${ACCOUNT}/Messages/${sidIn(sent)}.json`)).body);
  return bodies;
}

describe("each read moves a message on", () => {
  const cases: { given: string; options?: LocalTwilioOptions; to?: string; want: string[] }[] = [
    { given: "as it is", want: ["queued", "sent", "delivered", "delivered"] },
    {
      given: "a carrier without receipts",
      options: { messageStatuses: ["queued", "sent"] },
      want: ["queued", "sent", "sent", "sent"],
    },
    {
      given: "statuses of one's own",
      options: { messageStatuses: ["accepted", "sending", "canceled"] },
      want: ["accepted", "sending", "canceled", "canceled"],
    },
    {
      given: "the undeliverable number",
      to: UNDELIVERABLE_NUMBER,
      want: ["queued", "sent", "undelivered", "undelivered"],
    },
    {
      given: "undeliverable numbers of one's own",
      options: { undeliverable: [SMS.To] },
      want: ["queued", "sent", "undelivered", "undelivered"],
    },
  ];

  test.each(cases)("$given: $want", async ({ options, to = SMS.To, want }) => {
    const bodies = await follow(await openTwilio(options), { ...SMS, To: to }, want.length - 1);

    expect(bodies.map((body) => body["status"])).toEqual(want);
  });
});

test("an undelivered message says why, and only when it is undelivered", async () => {
  const bodies = await follow(await openTwilio(), { ...SMS, To: UNDELIVERABLE_NUMBER }, 2);

  expect(bodies.map((body) => [body["error_code"], body["error_message"]])).toEqual([
    [null, null],
    [null, null],
    [30003, "Unreachable destination handset"],
  ]);
});

test("its dates tell what happened when, in RFC 2822, and its price comes last", async () => {
  let hour = 0;
  const now = () => new Date(Date.UTC(2026, 0, 2, hour));
  const { post, get } = await openTwilio({ now });

  const sent = await post(`${ACCOUNT}/Messages.json`, SMS);
  hour = 1;
  await get(`${ACCOUNT}/Messages/${sidIn(sent)}.json`);
  hour = 2;
  const { body } = await get(`${ACCOUNT}/Messages/${sidIn(sent)}.json`);

  expect(sent.body).toMatchObject({ date_created: "Fri, 02 Jan 2026 00:00:00 +0000", date_sent: null, price: null });
  expect(body).toMatchObject({
    date_created: "Fri, 02 Jan 2026 00:00:00 +0000",
    date_sent: "Fri, 02 Jan 2026 01:00:00 +0000",
    date_updated: "Fri, 02 Jan 2026 02:00:00 +0000",
    price: "-0.00750",
  });
});

describe("what a message is made of", () => {
  const cases: { given: string; form: string; want: object }[] = [
    { given: "a sender ID", form: "From=Twilio&Body=Hi", want: { from: "Twilio", messaging_service_sid: null } },
    {
      given: "a messaging service",
      form: `MessagingServiceSid=MG${"1".repeat(32)}&Body=Hi`,
      want: { from: null, messaging_service_sid: `MG${"1".repeat(32)}` },
    },
    {
      given: "two media",
      form: "From=%2B15017122661&MediaUrl=https://x.org/1&MediaUrl=https://x.org/2",
      want: { num_media: "2", body: "", sid: expect.stringMatching(/^MM[0-9a-f]{32}$/) },
    },
    { given: "a short text", form: `From=Twilio&Body=${"a".repeat(160)}`, want: { num_segments: "1" } },
    { given: "a long text", form: `From=Twilio&Body=${"a".repeat(161)}`, want: { num_segments: "2" } },
    {
      given: "a text outside of GSM-7",
      form: `From=Twilio&Body=${"%E2%9C%93".repeat(71)}`,
      want: { num_segments: "2" },
    },
  ];

  test.each(cases)("$given", async ({ form, want }) => {
    const { post } = await openTwilio();

    const { status, body } = await post(`${ACCOUNT}/Messages.json`, `To=whatsapp:%2B15558675310&${form}`);

    expect(status).toBe(201);
    expect(body).toMatchObject(want);
  });
});

describe("what is no message", () => {
  const { To, From, Body } = SMS;
  const cases: { given: string; fields: Record<string, string>; want: number }[] = [
    { given: "no recipient", fields: { From, Body }, want: 21604 },
    { given: "an empty recipient", fields: { To: "", From, Body }, want: 21604 },
    { given: "a recipient that is no number", fields: { To: "5558675310", From, Body }, want: 21211 },
    { given: "no sender", fields: { To, Body }, want: 21603 },
    { given: "a sender that is none", fields: { To, From: "not-a-sender", Body }, want: 21212 },
    { given: "no content", fields: { To, From }, want: 21602 },
    { given: "an empty text", fields: { To, From, Body: "" }, want: 21602 },
    { given: "a text that is too long", fields: { To, From, Body: "a".repeat(1601) }, want: 21617 },
  ];

  test.each(cases)("$given: $want", async ({ fields, want }) => {
    const { post } = await openTwilio();

    expect(await post(`${ACCOUNT}/Messages.json`, fields)).toMatchObject({ status: 400, body: { code: want } });
  });
});

test("a message that was never sent is not found", async () => {
  const { get } = await openTwilio();

  expect(await get(`${ACCOUNT}/Messages/SM${"0".repeat(32)}.json`)).toMatchObject({
    status: 404,
    body: { code: 20404 },
  });
});
