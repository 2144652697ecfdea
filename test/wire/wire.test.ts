import { expect, onTestFinished, test } from "vitest";
import twilio from "twilio";
import type { FormField } from "../../examples/local-twilio/forms.js";
import { type LocalTwilio, startLocalTwilio } from "../../examples/local-twilio/index.js";
import {
  createConversationAddParticipantSendMessage,
  createFlowAndExecute,
  provisionMessagingServiceAddNumber,
  sendMessageTrackStatus,
  type WorkflowOptions,
} from "../../generated/index.js";
import { wired } from "../support/local-twilio.js";

/** What a server sees of a request, and the two have to agree in. */
interface Seen {
  readonly call: string;
  readonly authorization: string | undefined;
  readonly type: string | undefined;
  readonly form: readonly FormField[];
}

/** The same calls, made by hand with the official package. */
type Official = (client: ReturnType<typeof twilio>) => Promise<unknown>;

const to = "+15558675310";
const from = "+15017122661";
const body = "Is 8 o'clock fine? Yes/No & more: 100 % (é, €, 😀)\nTwo lines + a*b~c!";

const conversation = { friendlyName: "Tisch für 2", participantAddress: to, proxyAddress: from, author: "host", body };
const service = {
  friendlyName: "Reminders",
  inboundRequestUrl: "https://example.com/in?a=1&b=2",
  phoneNumberSid: `PN${"1".repeat(32)}`,
};
const flow = { friendlyName: "Welcome", status: "published", definition: '{"states":[{"a b":1}]}', to, from } as const;
const message = { to, from, body, statusCallback: "https://example.com/status?x=y z" };

const workflows: [name: string, ours: (options: WorkflowOptions) => Promise<unknown>, theirs: Official][] = [
  [
    "createConversationAddParticipantSendMessage",
    (options) => createConversationAddParticipantSendMessage(conversation, options),
    async (client) => {
      const { friendlyName, participantAddress, proxyAddress, author } = conversation;
      const { sid } = await client.conversations.v1.conversations.create({ friendlyName });
      const made = client.conversations.v1.conversations(sid);
      await made.participants.create({
        "messagingBinding.address": participantAddress,
        "messagingBinding.proxyAddress": proxyAddress,
      });
      await made.messages.create({ author, body });
    },
  ],
  [
    "provisionMessagingServiceAddNumber",
    (options) => provisionMessagingServiceAddNumber(service, options),
    async (client) => {
      const { friendlyName, inboundRequestUrl, phoneNumberSid } = service;
      const { sid } = await client.messaging.v1.services.create({ friendlyName, inboundRequestUrl });
      await client.messaging.v1.services(sid).phoneNumbers.create({ phoneNumberSid });
      await client.messaging.v1.services(sid).fetch();
    },
  ],
  [
    "createFlowAndExecute",
    (options) => createFlowAndExecute(flow, options),
    async (client) => {
      const { friendlyName, status, definition } = flow;
      const { sid } = await client.studio.v2.flows.create({ friendlyName, status, definition: JSON.parse(definition) });
      const execution = await client.studio.v2.flows(sid).executions.create({ to, from });
      await client.studio.v2.flows(sid).executions(execution.sid).fetch();
    },
  ],
  [
    "sendMessageTrackStatus",
    (options) => sendMessageTrackStatus(message, options),
    async (client) => {
      const { sid } = await client.messages.create(message);
      await client.messages(sid).fetch();
      await client.messages(sid).fetch();
    },
  ],
];

/** What came in, with the fields of forms by their names: the order of different fields has no meaning. */
function seenBy({ requests }: LocalTwilio): readonly Seen[] {
  return requests.map(({ method, host, path, query, headers, form }) => ({
    call: `${method} https://${host}${path}${query === "" ? "" : `?${query}`}`,
    authorization: headers["authorization"],
    type: headers["content-type"],
    form: form.toSorted(([a], [b]) => (a === b ? 0 : a < b ? -1 : 1)),
  }));
}

/** The official client, on its way to the local Twilio. */
function officialClient({ credentials, baseUrl }: LocalTwilio): ReturnType<typeof twilio> {
  class Rerouted extends twilio.RequestClient {
    override request: InstanceType<typeof twilio.RequestClient>["request"] = (options) => {
      const { host, pathname, search } = new URL(options.uri);
      return super.request({ ...options, uri: `${baseUrl(host)}${pathname}${search}` });
    };
  }
  return twilio(credentials.accountSid, credentials.authToken, { httpClient: new Rerouted() });
}

test.each(workflows)("%s sends what the official package sends", async (_name, ours, theirs) => {
  const { twilio: first, options } = await wired();
  await ours(options);
  const second = await startLocalTwilio();
  onTestFinished(() => second.close());
  await theirs(officialClient(second));

  const [sent, wanted] = [seenBy(first), seenBy(second)];
  expect(wanted.length).toBeGreaterThan(1);
  expect(sent).toEqual(wanted);
  console.info(`${wanted.length} requests are the same: ${wanted.map(({ call }) => call.split(" ")[0]).join(" ")}`);
});
