import type { Account } from "./account.js";
import type { Call, Product } from "./call.js";
import { rfc2822 } from "./dates.js";
import { noRecipient, notFound, TwilioError } from "./errors.js";
import { isAddress, isSender } from "./formats.js";
import { created, ok } from "./reply.js";

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

const ERRORS: Partial<Record<MessageStatus, readonly [code: number, message: string]>> = {
  undelivered: [30003, "Unreachable destination handset"],
  failed: [30008, "Unknown error"],
};
const UNSENT: readonly MessageStatus[] = ["accepted", "scheduled", "queued", "sending", "failed", "canceled"];

interface Message {
  readonly sid: string;
  readonly to: string;
  readonly from: string | null;
  readonly messagingServiceSid: string | null;
  readonly body: string;
  readonly media: number;
  readonly created: Date;
  readonly statuses: readonly MessageStatus[];
  reads: number;
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

  return {
    createMessage(call) {
      const to = recipient(call);
      const media = call.texts("MediaUrl").length;
      const message: Message = {
        sid: account.newSid(media > 0 ? "MM" : "SM"),
        to,
        from: sender(call),
        messagingServiceSid: call.text("MessagingServiceSid"),
        body: content(call),
        media,
        created: account.now(),
        statuses: undeliverable.includes(to) ? ["queued", "sent", "undelivered"] : messageStatuses,
        reads: 0,
        updated: account.now(),
        sent: null,
      };
      arrive(message);
      store.set(message.sid, message);
      return created(describe(message, account));
    },

    fetchMessage(call) {
      const message = store.get(call.param("MessageSid"));
      if (!message) throw notFound(call.path);
      if (message.reads < message.statuses.length - 1) {
        message.reads += 1;
        arrive(message);
      }
      return ok(describe(message, account));
    },
  };
}

// The document cannot say what follows: which fields need each other, and what is a number to send to.

function recipient(call: Call): string {
  const to = call.text("To");
  if (!to) throw noRecipient();
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

function statusOf({ statuses, reads }: Message): MessageStatus {
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
