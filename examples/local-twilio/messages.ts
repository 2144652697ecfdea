import type { Account } from "./account.js";
import type { Call, Product } from "./call.js";
import { isHere, type Told } from "./callbacks.js";
import { rfc2822 } from "./dates.js";
import { noRecipient, notFound, TwilioError } from "./errors.js";
import { isAddress, isSender } from "./formats.js";
import { created, ok } from "./reply.js";
import { magicIn, refuseBy } from "./resources/magic.js";

export type MessageStatus =
  | "accepted"
  | "scheduled"
  | "queued"
  | "sending"
  | "sent"
  | "delivered"
  | "read"
  | "undelivered"
  | "failed"
  | "canceled"
  | "partially_delivered";

export interface MessageOptions {
  /**
   * What becomes of a message: the first status answers the request that sends it, and every read moves it on by one,
   * up to the last. `["queued", "sent"]` is a carrier that sends no receipts. @default queued, sent, delivered
   */
  readonly messageStatuses?: readonly MessageStatus[];
  /** Recipients whose messages end as `undelivered`, with error 30003. @default {@link UNDELIVERABLE_NUMBER} */
  readonly undeliverable?: readonly string[];
}

/** A number that nothing can be delivered to; its end is the code of the error that it brings. */
export const UNDELIVERABLE_NUMBER = "+15005530003";

const ERRORS: Readonly<Record<string, readonly [code: number, message: string]>> = {
  undelivered: [30003, "Unreachable destination handset"],
  failed: [30008, "Unknown error"],
};
const FINAL: readonly string[] = ["delivered", "read", "undelivered", "failed", "canceled", "partially_delivered"];
const UNSENT: readonly string[] = ["accepted", "scheduled", "queued", "sending", "failed", "canceled"];

interface Message {
  readonly sid: string;
  readonly to: string;
  readonly from: string | null;
  readonly messagingServiceSid: string | null;
  body: string;
  readonly media: number;
  readonly created: Date;
  statuses: readonly string[];
  reads: number;
  /** It moves on by itself, as its callbacks tell. */
  readonly isTold: boolean;
  updated: Date;
  sent: Date | null;
}

/** Programmable Messaging: sends nothing, and says that it did. */
export function messages(account: Account, options: MessageOptions): Product {
  const { messageStatuses = ["queued", "sent", "delivered"], undeliverable = [UNDELIVERABLE_NUMBER] } = options;
  const store = new Map<string, Message>();

  /** Lets a message arrive at the status that its number of reads stands for. */
  function arrive(message: Message): void {
    message.updated = account.now();
    if (!UNSENT.includes(statusOf(message))) message.sent ??= message.updated;
  }

  /** How a message moves on, and tells of it. */
  function tellingOf(message: Message, url: string): Told {
    const { sid, to, from, statuses } = message;
    const base = { AccountSid: account.sid, MessageSid: sid, SmsSid: sid, To: to, ...(from && { From: from }) };
    return {
      sid,
      url,
      statuses: statuses.slice(1),
      move(status) {
        message.reads = statuses.indexOf(status);
        arrive(message);
      },
      fields(status) {
        const code = ERRORS[status]?.[0];
        return { ...base, MessageStatus: status, SmsStatus: status, ...(code && { ErrorCode: String(code) }) };
      },
    };
  }

  /** The statuses of a message to a recipient, or of one with a magic SID. */
  function fate(text: string, scheduled: boolean): readonly string[] {
    if (undeliverable.includes(text)) return ["queued", "sent", "undelivered"];
    const magic = magicIn([text], "Messages")?.states;
    return magic ?? (scheduled ? ["scheduled"] : messageStatuses);
  }

  /** A message that was sent here, or one with a magic SID. */
  function find(call: Call, name: string): Message {
    const sid = call.param(name);
    const message = store.get(sid);
    if (message) return message;
    const magic = magicIn([sid], "Messages");
    if (!magic?.states) throw notFound(call.path);
    const [to, body, now] = ["+15558675310", "Hello", account.now()];
    const taken = { sid, to, from: null, messagingServiceSid: null, body, media: 0, created: now, updated: now };
    const granted: Message = { ...taken, statuses: magic.states, reads: 0, isTold: false, sent: null };
    store.set(sid, granted);
    return granted;
  }

  return {
    createMessage(call) {
      const to = recipient(call);
      const media = call.texts("MediaUrl").length;
      const url = call.text("StatusCallback");
      const message: Message = {
        sid: account.newSid(media > 0 ? "MM" : "SM"),
        to,
        from: sender(call),
        messagingServiceSid: call.text("MessagingServiceSid"),
        body: content(call),
        media,
        created: account.now(),
        statuses: fate(to, call.text("SendAt") !== null),
        reads: 0,
        isTold: isHere(url),
        updated: account.now(),
        sent: null,
      };
      arrive(message);
      store.set(message.sid, message);
      if (isHere(url)) account.callbacks.begin(tellingOf(message, url));
      return created(describe(message, account));
    },

    fetchMessage(call) {
      const message = find(call, "MessageSid");
      if (!message.isTold && message.reads < message.statuses.length - 1) {
        message.reads += 1;
        arrive(message);
      }
      if (message.reads === message.statuses.length - 1) account.callbacks.wasRead(message.sid);
      return ok(describe(message, account));
    },

    UpdateMessage(call) {
      const message = find(call, "Sid");
      refuseBy(magicIn([message.sid], "Messages"));
      if (call.text("Status") === "canceled") {
        if (statusOf(message) !== "scheduled") throw new TwilioError(409, 30409, "Message is no longer scheduled");
        message.statuses = ["canceled"];
        message.reads = 0;
      } else {
        if (!FINAL.includes(statusOf(message))) throw new TwilioError(400, 20009, "Cannot redact yet");
        message.body = call.text("Body") ?? message.body;
      }
      return ok(describe(message, account));
    },
  };
}

// The document cannot say what follows: which fields need each other, and what is a number to send to.

function recipient(call: Call): string {
  const to = call.text("To");
  if (!to) throw noRecipient();
  refuseBy(magicIn([to], "Messages"));
  if (!isAddress(to)) throw new TwilioError(400, 21211, `The 'To' number ${to} is not a valid phone number.`);
  return to;
}

function sender(call: Call): string | null {
  const from = call.text("From");
  if (!from && !call.text("MessagingServiceSid")) {
    throw new TwilioError(400, 21603, "A 'From' phone number is required.");
  }
  if (from && !isSender(from)) {
    throw new TwilioError(
      400,
      21212,
      `The 'From' number ${from} is not a valid phone number, shortcode, or alphanumeric sender ID.`,
    );
  }
  return from;
}

function content(call: Call): string {
  const body = call.text("Body") ?? "";
  if (body === "" && call.texts("MediaUrl").length === 0 && !call.text("ContentSid")) {
    throw new TwilioError(400, 21602, "Message body is required.");
  }
  if (body.length > 1600) {
    throw new TwilioError(400, 21617, "The concatenated message body exceeds the 1600 character limit");
  }
  return body;
}

function statusOf({ statuses, reads }: Message): string {
  return statuses[reads] ?? "queued";
}

function describe(message: Message, account: Account): object {
  const status = statusOf(message);
  const [errorCode, errorMessage] = ERRORS[status] ?? [null, null];
  const path = `/2010-04-01/Accounts/${account.sid}/Messages/${message.sid}`;
  return {
    sid: message.sid,
    account_sid: account.sid,
    api_version: "2010-04-01",
    to: message.to,
    from: message.from,
    messaging_service_sid: message.messagingServiceSid,
    body: message.body,
    num_segments: String(segments(message.body)),
    num_media: String(message.media),
    direction: "outbound-api",
    status,
    error_code: errorCode,
    error_message: errorMessage,
    // The price is known some time after sending.
    price: status === "delivered" ? "-0.00750" : null,
    price_unit: "USD",
    date_created: rfc2822(message.created),
    date_updated: rfc2822(message.updated),
    date_sent: message.sent && rfc2822(message.sent),
    uri: `${path}.json`,
    subresource_uris: { media: `${path}/Media.json` },
  };
}

/** The SMS that a text needs; ASCII stands for GSM-7, which is near enough for a simulation. */
function segments(text: string): number {
  const [alone, together] = /^\p{ASCII}*$/u.test(text) ? [160, 153] : [70, 67];
  return text.length <= alone ? 1 : Math.ceil(text.length / together);
}
