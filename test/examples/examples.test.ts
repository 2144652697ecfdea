import { describe, expect, test } from "vitest";
import { type Contacts, LOCAL_CONTACTS } from "../../examples/contacts.js";
import { openSupportConversation } from "../../examples/create-conversation-add-participant-send-message.js";
import { welcomeContact } from "../../examples/create-flow-and-execute.js";
import { type LocalTwilioOptions, UNDELIVERABLE_NUMBER } from "../../examples/local-twilio/index.js";
import { provisionReminders } from "../../examples/provision-messaging-service-add-number.js";
import { remindGuest } from "../../examples/send-message-track-status.js";
import type { WorkflowOptions } from "../../generated/index.js";
import { openTwilio } from "./client.js";

type Example = (contacts: Contacts, options: WorkflowOptions) => Promise<string>;

describe("each example does what it says", () => {
  const cases: {
    given: string;
    example: Example;
    contacts?: Partial<Contacts>;
    twilio?: LocalTwilioOptions;
    want: RegExp;
    calls: string[];
  }[] = [
    {
      given: "a reminder",
      example: remindGuest,
      want: /^Message SM\w{32} arrived\.$/,
      calls: ["createMessage", "fetchMessage", "fetchMessage"],
    },
    {
      given: "a reminder that cannot be delivered",
      example: remindGuest,
      contacts: { to: UNDELIVERABLE_NUMBER },
      want: /^Message SM\w{32} failed with error 30003\.$/,
      calls: ["createMessage", "fetchMessage", "fetchMessage"],
    },
    {
      given: "a support conversation",
      example: openSupportConversation,
      want: /^Conversation CH\w{32} begins with message IM\w{32}\.$/,
      calls: ["CreateConversation", "CreateConversationParticipant", "CreateConversationMessage"],
    },
    {
      given: "a messaging service",
      example: provisionReminders,
      want: /^Service MG\w{32}, "Appointment reminders", sends from PN1{32}\.$/,
      calls: ["createMessagingService", "addPhoneNumber", "fetchMessagingService"],
    },
    {
      given: "a messaging service whose number is added with 200",
      example: provisionReminders,
      twilio: { addPhoneNumberStatus: 200 },
      want: /^Service MG\w{32}/,
      calls: ["createMessagingService", "addPhoneNumber", "fetchMessagingService"],
    },
    {
      given: "a flow",
      example: welcomeContact,
      want: /^Execution FN\w{32} of flow FW\w{32} is active\.$/,
      calls: ["CreateFlow", "CreateExecution", "FetchExecution"],
    },
  ];

  test.each(cases)("$given", async ({ example, contacts, twilio: options, want, calls }) => {
    const { twilio } = await openTwilio(options);
    const { baseUrl, credentials, requests } = twilio;

    const said = await example({ ...LOCAL_CONTACTS, ...contacts }, { baseUrl, credentials, poll: { interval: 1 } });

    expect(said).toMatch(want);
    expect(requests.map(({ operation }) => operation)).toEqual(calls);
  });

  test("a reminder that the carrier does not confirm", async () => {
    const { twilio } = await openTwilio({ messageStatuses: ["queued", "sent"] });
    const { baseUrl, credentials } = twilio;

    const said = await remindGuest(LOCAL_CONTACTS, { baseUrl, credentials, poll: { interval: 1, deadline: 1 } });

    expect(said).toMatch(/^Message SM\w{32} is still on its way\.$/);
  });
});
