import { describe, expect, test } from "vitest";
import { openTwilio, sidIn } from "./client.js";

const CONVERSATIONS = "conversations.twilio.com/v1/Conversations";
const SERVICES = "messaging.twilio.com/v1/Services";
const FLOWS = "studio.twilio.com/v2/Flows";
const NUMBER = { PhoneNumberSid: `PN${"1".repeat(32)}` };
const FLOW = { FriendlyName: "Survey", Status: "published", Definition: '{"initial_state":"Trigger"}' };
const CONTACT = { To: "+15558675310", From: "+15017122661" };
const SMS_BINDING = {
  "MessagingBinding.Address": "+15558675310",
  "MessagingBinding.ProxyAddress": "+15017122661",
};

describe("conversations", () => {
  test("participants and messages belong to theirs, by SID or unique name", async () => {
    const { post } = await openTwilio();
    const conversationSid = sidIn(await post(CONVERSATIONS, { UniqueName: "room" }));

    const participant = await post(`${CONVERSATIONS}/${conversationSid}/Participants`, SMS_BINDING);
    const first = await post(`${CONVERSATIONS}/room/Messages`, { Author: "+15558675310", Body: "Hello" });
    const second = await post(`${CONVERSATIONS}/room/Messages`, { Body: "Bye" });

    expect(participant.body).toMatchObject({
      conversation_sid: conversationSid,
      messaging_binding: { type: "sms", address: "+15558675310", proxy_address: "+15017122661" },
    });
    expect(first.body).toMatchObject({
      conversation_sid: conversationSid,
      participant_sid: sidIn(participant),
      author: "+15558675310",
      index: 0,
    });
    expect(second.body).toMatchObject({ participant_sid: null, author: "system", index: 1 });
  });

  test("what was given comes back", async () => {
    const { post } = await openTwilio({ now: () => new Date("2026-01-02T03:04:05.678Z") });

    const { body } = await post(CONVERSATIONS, {
      FriendlyName: "Ann & Bob",
      State: "inactive",
      Attributes: '{ "topic": "feedback" }',
      "Timers.Inactive": "PT1M",
      "Timers.Closed": "P1DT1H",
      "Bindings.Email.Address": "desk@example.com",
      DateCreated: "2020-07-01T22:18:37Z",
    });

    expect(body).toMatchObject({
      friendly_name: "Ann & Bob",
      state: "inactive",
      attributes: '{"topic":"feedback"}',
      timers: { date_inactive: "2026-01-02T03:05:05Z", date_closed: "2026-01-03T04:04:05Z" },
      bindings: { email: { projected_address: "desk@example.com" } },
      date_created: "2020-07-01T22:18:37Z",
      date_updated: "2026-01-02T03:04:05Z",
    });
  });

  test.each(["Participants", "Messages"])("%s of an unknown one: 404", async (collection) => {
    const { post } = await openTwilio();

    const answer = await post(`${CONVERSATIONS}/CH${"0".repeat(32)}/${collection}`, {});

    expect(answer).toMatchObject({ status: 404, body: { code: 20404 } });
  });

  const conflicts = [
    { given: "the same binding", fields: SMS_BINDING, want: 50416 },
    { given: "the same identity", fields: { Identity: "alice" }, want: 50433 },
  ];

  test.each(conflicts)("$given twice: 409", async ({ fields, want }) => {
    const { post } = await openTwilio();
    await post(CONVERSATIONS, { UniqueName: "room" });

    expect(await post(`${CONVERSATIONS}/room/Participants`, fields)).toMatchObject({ status: 201 });
    expect(await post(`${CONVERSATIONS}/room/Participants`, fields)).toMatchObject({
      status: 409,
      body: { code: want },
    });
  });

  test("a binding of another conversation: 409 that names it", async () => {
    const { post } = await openTwilio();
    const first = sidIn(await post(CONVERSATIONS, {}));
    const second = sidIn(await post(CONVERSATIONS, {}));
    await post(`${CONVERSATIONS}/${first}/Participants`, SMS_BINDING);

    const { status, body } = await post(`${CONVERSATIONS}/${second}/Participants`, SMS_BINDING);

    expect(status).toBe(409);
    expect(body["message"]).toContain(first);
  });

  test("the same address behind two proxies is two participants", async () => {
    const { post } = await openTwilio();
    const sid = sidIn(await post(CONVERSATIONS, {}));
    await post(`${CONVERSATIONS}/${sid}/Participants`, SMS_BINDING);

    const other = { ...SMS_BINDING, "MessagingBinding.ProxyAddress": "+15017122662" };

    expect(await post(`${CONVERSATIONS}/${sid}/Participants`, other)).toMatchObject({ status: 201 });
  });

  test("two identities without an address are two participants", async () => {
    const { post } = await openTwilio();
    const sid = sidIn(await post(CONVERSATIONS, {}));
    await post(`${CONVERSATIONS}/${sid}/Participants`, { Identity: "alice" });

    expect(await post(`${CONVERSATIONS}/${sid}/Participants`, { Identity: "bob" })).toMatchObject({ status: 201 });
  });

  test("the same unique name twice: 409", async () => {
    const { post } = await openTwilio();
    await post(CONVERSATIONS, { UniqueName: "room" });

    expect(await post(CONVERSATIONS, { UniqueName: "room" })).toMatchObject({ status: 409, body: { code: 50353 } });
  });

  const refused = [
    { given: "a timer that is no duration", path: "", fields: { "Timers.Closed": "soon" } },
    { given: "attributes that are no JSON", path: "", fields: { Attributes: "topic" } },
    { given: "a participant who is nobody", path: "/room/Participants", fields: {} },
  ];

  test.each(refused)("$given: 400", async ({ path, fields }) => {
    const { post } = await openTwilio();
    await post(CONVERSATIONS, { UniqueName: "room" });

    expect(await post(CONVERSATIONS + path, fields)).toMatchObject({ status: 400, body: { code: 20001 } });
  });
});

describe("messaging services", () => {
  test("are read as they were made", async () => {
    const { post, get } = await openTwilio();

    const made = await post(SERVICES, { FriendlyName: "Alerts", InboundRequestUrl: "https://example.com/in" });
    const read = await get(`${SERVICES}/${sidIn(made)}`);

    expect(made.status).toBe(201);
    expect(read).toMatchObject({ status: 200, body: made.body });
    expect(read.body).toMatchObject({ friendly_name: "Alerts", inbound_request_url: "https://example.com/in" });
  });

  test("take a number once, and from no other service", async () => {
    const { post } = await openTwilio();
    const first = sidIn(await post(SERVICES, { FriendlyName: "A" }));
    const second = sidIn(await post(SERVICES, { FriendlyName: "B" }));

    expect(await post(`${SERVICES}/${first}/PhoneNumbers`, NUMBER)).toMatchObject({
      status: 201,
      body: { sid: NUMBER.PhoneNumberSid, service_sid: first, phone_number: expect.stringMatching(/^\+1\d{10}$/) },
    });
    expect(await post(`${SERVICES}/${first}/PhoneNumbers`, NUMBER)).toMatchObject({
      status: 409,
      body: { code: 21710 },
    });
    expect(await post(`${SERVICES}/${second}/PhoneNumbers`, NUMBER)).toMatchObject({
      status: 409,
      body: { code: 21712 },
    });
  });

  test("can answer an added number with 200", async () => {
    const { post } = await openTwilio({ addPhoneNumberStatus: 200 });
    const sid = sidIn(await post(SERVICES, { FriendlyName: "A" }));

    expect(await post(`${SERVICES}/${sid}/PhoneNumbers`, NUMBER)).toMatchObject({ status: 200 });
  });

  test("that do not exist are not found", async () => {
    const { get, post } = await openTwilio();
    const unknown = `${SERVICES}/MG${"0".repeat(32)}`;

    expect(await get(unknown)).toMatchObject({ status: 404, body: { code: 20404 } });
    expect(await post(`${unknown}/PhoneNumbers`, NUMBER)).toMatchObject({ status: 404, body: { code: 20404 } });
  });
});

describe("flows", () => {
  const cases: { activeReads?: number; want: string[] }[] = [
    { want: ["active", "active", "ended", "ended"] },
    { activeReads: 0, want: ["active", "ended", "ended", "ended"] },
    { activeReads: 3, want: ["active", "active", "active", "active"] },
  ];

  test.each(cases)("an execution with $activeReads active reads: $want", async ({ activeReads, want }) => {
    const { post, get } = await openTwilio(activeReads === undefined ? {} : { activeReads });
    const flow = await post(FLOWS, FLOW);
    const executions = `${FLOWS}/${sidIn(flow)}/Executions`;

    const bodies = [(await post(executions, CONTACT)).body];
    const [started] = bodies;
    for (let read = 1; read < want.length; read += 1)
      bodies.push((await get(`${executions}/${started?.["sid"]}`)).body);

    expect(bodies.map((body) => body["status"])).toEqual(want);
  });

  test("what was given comes back", async () => {
    const { post } = await openTwilio();

    const flow = await post(FLOWS, { ...FLOW, CommitMessage: "First" });
    const execution = await post(`${FLOWS}/${sidIn(flow)}/Executions`, { ...CONTACT, Parameters: '{"name":"Ann"}' });

    expect(flow).toMatchObject({
      status: 201,
      body: { friendly_name: "Survey", status: "published", definition: { initial_state: "Trigger" }, valid: true },
    });
    expect(execution).toMatchObject({
      status: 201,
      body: {
        flow_sid: sidIn(flow),
        contact_channel_address: CONTACT.To,
        context: { flow: { data: { name: "Ann" } } },
      },
    });
  });

  test("an execution belongs to its flow", async () => {
    const { post, get } = await openTwilio();
    const flow = sidIn(await post(FLOWS, FLOW));
    const other = sidIn(await post(FLOWS, FLOW));
    const execution = sidIn(await post(`${FLOWS}/${flow}/Executions`, CONTACT));

    expect(await get(`${FLOWS}/${flow}/Executions/${execution}`)).toMatchObject({ status: 200 });
    expect(await get(`${FLOWS}/${other}/Executions/${execution}`)).toMatchObject({ status: 404 });
    expect(await post(`${FLOWS}/FW${"0".repeat(32)}/Executions`, CONTACT)).toMatchObject({ status: 404 });
  });

  test("an execution for what is no phone number: 400", async () => {
    const { post } = await openTwilio();
    const flow = sidIn(await post(FLOWS, FLOW));

    const answer = await post(`${FLOWS}/${flow}/Executions`, { ...CONTACT, To: "Ann" });

    expect(answer).toMatchObject({ status: 400, body: { code: 20001 } });
  });

  test.each(["not JSON", "[]", "null"])("the definition %s: 400", async (definition) => {
    const { post } = await openTwilio();

    const answer = await post(FLOWS, { ...FLOW, Definition: definition });

    expect(answer).toMatchObject({ status: 400, body: { code: 20001 } });
  });
});

test("a document has a revision, which a change can insist on", async () => {
  const { post } = await openTwilio();
  const documents = `sync.twilio.com/v1/Services/IS${"1".repeat(32)}/Documents`;
  const made = await post(documents, { UniqueName: "game", Data: "{}" });
  const place = `${documents}/${sidIn(made)}`;
  const change = async (revision: string): Promise<unknown> => {
    const { status, body } = await post(place, { Data: '{"a":1}' }, { headers: { "If-Match": revision } });
    return [status, body["revision"] ?? body["code"]];
  };

  expect(made.body["revision"]).toBe("0");
  expect([await change("0"), await change("0"), await change("1")]).toEqual([
    [200, "1"],
    [412, 54103],
    [200, "2"],
  ]);
});
