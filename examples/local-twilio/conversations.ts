import type { Account } from "./account.js";
import type { Call, Product } from "./call.js";
import { iso, milliseconds } from "./dates.js";
import { invalidParameter, notFound, TwilioError } from "./errors.js";
import { created } from "./reply.js";
import { magicIn, refuseBy } from "./resources/magic.js";

interface Conversation {
  readonly sid: string;
  readonly uniqueName: string | null;
  readonly participants: Participant[];
  messages: number;
}

interface Participant {
  readonly sid: string;
  readonly identity: string | null;
  readonly address: string | null;
  readonly proxyAddress: string | null;
}

/** Conversations of the account's default service. */
export function conversations(account: Account): Product {
  const store: Conversation[] = [];
  const chatServiceSid = account.newSid("IS");
  const messagingServiceSid = account.newSid("MG");

  function find(call: Call): Conversation {
    const name = call.param("ConversationSid");
    const conversation = store.find(({ sid, uniqueName }) => sid === name || uniqueName === name);
    if (!conversation) throw notFound(call.path);
    return conversation;
  }

  function refuseTwice({ identity, address, proxyAddress }: Participant, conversation: Conversation): void {
    if (identity !== null && conversation.participants.some((other) => other.identity === identity)) {
      throw new TwilioError(409, 50433, "Participant already exists");
    }
    // An SMS tells who wrote it and to which number, and that must be enough to know its conversation.
    const bound = store.find(({ participants }) =>
      participants.some((other) => other.address === address && other.proxyAddress === proxyAddress),
    );
    if (bound && address !== null) {
      const problem = "A binding for this participant and proxy address already exists in Conversation";
      throw new TwilioError(409, 50416, `${problem} ${bound.sid}`);
    }
  }

  return {
    CreateConversation(call) {
      const uniqueName = call.text("UniqueName");
      if (uniqueName !== null && store.some((other) => other.uniqueName === uniqueName)) {
        throw new TwilioError(409, 50353, "Conversation with provided unique name already exists");
      }
      const sid = account.newSid("CH");
      const url = urlOf(sid);
      const body = {
        sid,
        account_sid: account.sid,
        chat_service_sid: chatServiceSid,
        messaging_service_sid: call.text("MessagingServiceSid") ?? messagingServiceSid,
        friendly_name: call.text("FriendlyName"),
        unique_name: uniqueName,
        state: call.text("State") ?? "active",
        timers: timers(call, account),
        bindings: bindings(call),
        ...common(call, account),
        url,
        links: {
          participants: `${url}/Participants`,
          messages: `${url}/Messages`,
          webhooks: `${url}/Webhooks`,
          export: `${url}/Export`,
        },
      };
      store.push({ sid, uniqueName, participants: [], messages: 0 });
      return created(body);
    },

    CreateConversationParticipant(call) {
      const conversation = find(call);
      const participant: Participant = {
        sid: account.newSid("MB"),
        identity: call.text("Identity"),
        address: call.text("MessagingBinding.Address"),
        proxyAddress: call.text("MessagingBinding.ProxyAddress"),
      };
      if (!participant.identity && !participant.address) {
        throw invalidParameter("A participant needs an Identity or a MessagingBinding.Address");
      }
      refuseTwice(participant, conversation);
      const body = {
        sid: participant.sid,
        account_sid: account.sid,
        conversation_sid: conversation.sid,
        identity: participant.identity,
        messaging_binding: messagingBinding(call),
        role_sid: call.text("RoleSid"),
        ...common(call, account),
        url: `${urlOf(conversation.sid)}/Participants/${participant.sid}`,
        last_read_message_index: null,
        last_read_timestamp: null,
      };
      conversation.participants.push(participant);
      return created(body);
    },

    CreateConversationMessage(call) {
      refuseBy(magicIn([call.param("ConversationSid")], "Messages"));
      const conversation = find(call);
      const sid = account.newSid("IM");
      const url = `${urlOf(conversation.sid)}/Messages/${sid}`;
      const author = call.text("Author") ?? "system";
      const writer = conversation.participants.find(({ identity, address }) => [identity, address].includes(author));
      const media = call.text("MediaSid");
      const body = {
        sid,
        account_sid: account.sid,
        conversation_sid: conversation.sid,
        index: conversation.messages,
        author,
        participant_sid: writer?.sid ?? null,
        body: call.text("Body"),
        media: media && [{ sid: media, size: 0, content_type: "application/octet-stream", filename: null }],
        content_sid: call.text("ContentSid"),
        delivery: null,
        ...common(call, account),
        url,
        links: { delivery_receipts: `${url}/Receipts`, channel_metadata: `${url}/ChannelMetadata` },
      };
      conversation.messages += 1;
      return created(body);
    },
  };
}

/** What every resource of this product has. */
function common(call: Call, account: Account): object {
  const now = account.now();
  return {
    attributes: JSON.stringify(call.object("Attributes") ?? {}),
    date_created: iso(call.date("DateCreated") ?? now),
    date_updated: iso(call.date("DateUpdated") ?? now),
  };
}

function timers(call: Call, account: Account): object {
  return given({
    date_inactive: deadline("Timers.Inactive", call, account),
    date_closed: deadline("Timers.Closed", call, account),
  });
}

function deadline(timer: string, call: Call, account: Account): string | null {
  const duration = call.text(timer);
  if (duration === null) return null;
  const wait = milliseconds(duration);
  if (wait === undefined) throw invalidParameter(`Invalid parameter ${timer}: must be an ISO 8601 duration`);
  return iso(new Date(account.now().getTime() + wait));
}

function bindings(call: Call): object {
  const address = call.text("Bindings.Email.Address");
  return address === null
    ? {}
    : { email: given({ projected_address: address, name: call.text("Bindings.Email.Name") }) };
}

function messagingBinding(call: Call): object | null {
  const address = call.text("MessagingBinding.Address");
  const projected = call.text("MessagingBinding.ProjectedAddress");
  if (address === null && projected === null) return null;
  const [, channel = "sms"] = /^([a-z]+):/.exec(address ?? "") ?? [];
  return given({
    type: channel,
    address,
    proxy_address: call.text("MessagingBinding.ProxyAddress"),
    projected_address: projected,
  });
}

/** Nested objects leave out what has no value, where resources have `null`. */
function given(fields: Readonly<Record<string, string | null>>): object {
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== null));
}

function urlOf(conversationSid: string): string {
  return `https://conversations.twilio.com/v1/Conversations/${conversationSid}`;
}
