import { expect } from "vitest";
import {
  cancelScheduledMessage,
  scheduleMessage,
  sendMessageAndRedact,
  sendMmsListMedia,
  sendThroughMessagingService,
  sendToMany,
  sendWhatsappTemplateTrack,
} from "../../generated/index.js";
import { number, type Refusal, type Run, sid, testLibrary } from "./support/library.js";

const messagingServiceSid = sid("MG");
const message = { to: number(), from: "+15017122661", body: "Hello" };

const runs: readonly Run[] = [
  {
    of: "send-through-messaging-service",
    when: "it arrives",
    run: (options) =>
      sendThroughMessagingService({ messagingServiceSid, body: "Hi", validityPeriod: 60, to: number() }, options),
    want: { outcome: "delivered", status: "delivered" },
  },
  {
    of: "send-through-messaging-service",
    when: "it does not arrive",
    run: (options) =>
      sendThroughMessagingService(
        { messagingServiceSid, body: "Hi", validityPeriod: 60, to: number("30003") },
        options,
      ),
    want: { outcome: "failed", status: "undelivered", errorCode: 30003 },
  },
  {
    of: "send-through-messaging-service",
    when: "the person has replied STOP",
    run: (options) =>
      sendThroughMessagingService(
        { messagingServiceSid, body: "Hi", validityPeriod: 60, to: number("21610") },
        options,
      ),
    want: { outcome: "optedOut" },
  },
  {
    of: "send-to-many",
    when: "there is one recipient",
    run: (options) => sendToMany({ from: message.from, recipients: [{ to: message.to, body: "Hi" }] }, options),
    want: { results: [{ ok: true, outcome: "delivered", finalStatus: "delivered" }] },
  },
  {
    of: "send-whatsapp-template-track",
    when: "it arrives",
    run: (options) =>
      sendWhatsappTemplateTrack(
        {
          from: "whatsapp:+15017122661",
          contentSid: sid("HX"),
          contentVariables: '{"1":"Ann"}',
          to: `whatsapp:${number()}`,
        },
        options,
      ),
    want: { outcome: "delivered", status: "delivered" },
  },
  {
    of: "send-whatsapp-template-track",
    when: "it does not arrive",
    run: (options) =>
      sendWhatsappTemplateTrack(
        {
          from: "whatsapp:+15017122661",
          contentSid: sid("HX"),
          contentVariables: '{"1":"Ann"}',
          to: `whatsapp:${number("30003")}`,
        },
        options,
      ),
    want: { outcome: "failed", status: "undelivered", errorCode: 30003 },
  },
  {
    of: "send-whatsapp-template-track",
    when: "the person has replied STOP",
    run: (options) =>
      sendWhatsappTemplateTrack(
        {
          from: "whatsapp:+15017122661",
          contentSid: sid("HX"),
          contentVariables: '{"1":"Ann"}',
          to: `whatsapp:${number("21610")}`,
        },
        options,
      ),
    want: { outcome: "optedOut" },
  },
  {
    of: "send-mms-list-media",
    when: "it is sent",
    run: (options) =>
      sendMmsListMedia({ ...message, mediaUrl: ["https://example.com/a.jpg", "https://example.com/b.jpg"] }, options),
    want: { outcome: "sent", messageSid: expect.stringMatching(/^MM/), media: [{ content_type: "image/jpeg" }] },
  },
  {
    of: "send-mms-list-media",
    when: "the person has replied STOP",
    run: (options) =>
      sendMmsListMedia({ ...message, to: number("21610"), mediaUrl: ["https://example.com/a.jpg"] }, options),
    want: { outcome: "optedOut" },
  },
  {
    of: "schedule-message",
    when: "it waits",
    run: (options) =>
      scheduleMessage({ messagingServiceSid, to: number(), body: "Hi", sendAt: "2026-12-01T12:00:00Z" }, options),
    want: { outcome: "scheduled", status: "scheduled" },
  },
  {
    of: "schedule-message",
    when: "it is sent at once",
    run: (options) =>
      scheduleMessage(
        { messagingServiceSid, to: number("00030"), body: "Hi", sendAt: "2026-12-01T12:00:00Z" },
        options,
      ),
    want: { outcome: "notScheduled", status: "sent" },
  },
  {
    of: "schedule-message",
    when: "the person has replied STOP",
    run: (options) =>
      scheduleMessage(
        { messagingServiceSid, to: number("21610"), body: "Hi", sendAt: "2026-12-01T12:00:00Z" },
        options,
      ),
    want: { outcome: "optedOut" },
  },
  {
    of: "cancel-scheduled-message",
    when: "it waits",
    run: (options) => cancelScheduledMessage({ messageSid: sid("SM", "00035") }, options),
    want: { outcome: "canceled" },
  },
  {
    of: "cancel-scheduled-message",
    when: "it was sent",
    run: (options) => cancelScheduledMessage({ messageSid: sid("SM", "00030") }, options),
    want: { outcome: "tooLate" },
  },
  {
    of: "cancel-scheduled-message",
    when: "it is sent between the requests",
    run: (options) => cancelScheduledMessage({ messageSid: sid("SM", "30409") }, options),
    want: { outcome: "tooLate" },
  },
  {
    of: "cancel-scheduled-message",
    when: "there is none",
    run: (options) => cancelScheduledMessage({ messageSid: sid("SM", "20404") }, options),
    want: { outcome: "notFound" },
  },
  {
    of: "send-message-and-redact",
    when: "it arrives",
    run: (options) => sendMessageAndRedact(message, options),
    want: { outcome: "redacted", status: "delivered" },
  },
  {
    of: "send-message-and-redact",
    when: "the person has replied STOP",
    run: (options) => sendMessageAndRedact({ ...message, to: number("21610") }, options),
    want: { outcome: "optedOut" },
  },
];

const refusals: readonly Refusal[] = [
  {
    when: "there is nothing to send",
    run: (options) => sendMmsListMedia({ ...message, mediaUrl: [], body: "" }, options),
    want: { stepId: "sendMessage", status: 400, twilioCode: 21602 },
  },
  {
    when: "the message never becomes final",
    run: (options) => sendMessageAndRedact({ ...message, to: number("00035") }, options),
    want: { stepId: "trackMessage", status: 200 },
  },
];

testLibrary(["messaging.yml"], runs, refusals);
