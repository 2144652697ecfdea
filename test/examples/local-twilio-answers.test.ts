import { expect, test } from "vitest";
import { loadDocuments } from "../../examples/local-twilio/documents.js";
import { LOCAL_CREDENTIALS, UNDELIVERABLE_NUMBER } from "../../examples/local-twilio/index.js";
import { type Answer, type Client, openTwilio, sidIn } from "./client.js";

const MESSAGES = `api.twilio.com/2010-04-01/Accounts/${LOCAL_CREDENTIALS.accountSid}/Messages`;
const CONVERSATIONS = "conversations.twilio.com/v1/Conversations";
const SERVICES = "messaging.twilio.com/v1/Services";
const FLOWS = "studio.twilio.com/v2/Flows";
const CONTACT = { To: UNDELIVERABLE_NUMBER, From: "+15017122661" };

/** Calls every operation, with as little and with as much as shapes its answer, and gives the answers in order. */
async function callAll({ post, get }: Client): Promise<Answer[]> {
  const answers: Answer[] = [];
  async function keep(call: Promise<Answer>): Promise<string> {
    const answer = await call;
    answers.push(answer);
    return sidIn(answer);
  }

  const message = await keep(
    post(`${MESSAGES}.json`, { ...CONTACT, Body: "Hi", MediaUrl: "https://example.com/a.png" }),
  );
  for (let read = 0; read < 3; read += 1) await keep(get(`${MESSAGES}/${message}.json`));

  const service = await keep(post(SERVICES, { FriendlyName: "Alerts" }));
  await keep(post(`${SERVICES}/${service}/PhoneNumbers`, { PhoneNumberSid: `PN${"f".repeat(32)}` }));
  await keep(get(`${SERVICES}/${service}`));

  await keep(post(CONVERSATIONS, {}));
  const conversation = await keep(
    post(CONVERSATIONS, {
      FriendlyName: "Room",
      "Timers.Closed": "PT10M",
      "Bindings.Email.Address": "desk@example.com",
      "Bindings.Email.Name": "Desk",
    }),
  );
  const within = `${CONVERSATIONS}/${conversation}`;
  await keep(post(`${within}/Participants`, { Identity: "alice" }));
  await keep(post(`${within}/Participants`, { "MessagingBinding.Address": "whatsapp:+15558675310" }));
  await keep(post(`${within}/Messages`, {}));
  await keep(post(`${within}/Messages`, { Body: "Hi", MediaSid: `ME${"1".repeat(32)}`, Author: "alice" }));

  const flow = await keep(post(FLOWS, { FriendlyName: "Survey", Status: "draft", Definition: "{}" }));
  const execution = await keep(post(`${FLOWS}/${flow}/Executions`, CONTACT));
  for (let read = 0; read < 2; read += 1) await keep(get(`${FLOWS}/${flow}/Executions/${execution}`));
  return answers;
}

test("the document of every operation allows its answers, which have every field that it names and no other", async () => {
  const documents = await loadDocuments();
  const client = await openTwilio();

  const answers = await callAll(client);

  const findings = client.twilio.requests.map((request, at) => {
    const { status = 0, body = {} } = answers[at] ?? {};
    const route = documents.route(request);
    const { responses } = route?.operation ?? {};
    const response = responses?.[status];
    const schema = response && "content" in response ? response.content?.["application/json"]?.schema : undefined;
    return {
      operation: request.operation,
      status,
      errors: route?.backend.validateResponse(body, route.operation, status).errors,
      fields: Object.keys(body).sort(),
      documented: schema && "properties" in schema ? Object.keys(schema.properties ?? {}).sort() : [],
    };
  });

  expect(new Set(findings.map(({ operation }) => operation))).toEqual(new Set(documents.operationIds()));
  for (const { operation, status, errors, fields, documented } of findings) {
    expect({ operation, errors }).toEqual({ operation, errors: null });
    expect({ operation, status, fields }).toEqual({ operation, status, fields: documented });
  }
});

test("an error is what the documents say that errors are", async () => {
  const documents = await loadDocuments();
  const { get, twilio } = await openTwilio();

  const { body } = await get(`${SERVICES}/MG${"0".repeat(32)}`);

  const route = documents.route(twilio.requests[0] ?? { method: "", host: "", path: "" });
  expect(route?.backend.validateResponse(body, route.operation, 404)).toMatchObject({ valid: true });
  expect(route?.backend.validateResponse({ message: "?" }, route.operation, 404)).toMatchObject({ valid: false });
});

test("two servers at the same time of day say the same", async () => {
  const now = () => new Date(0);

  const [first, second] = await Promise.all([callAll(await openTwilio({ now })), callAll(await openTwilio({ now }))]);

  expect(first.map(({ body }) => body)).toEqual(second.map(({ body }) => body));
  expect(new Set(first.map(sidIn)).size).toBeGreaterThan(1);
});
