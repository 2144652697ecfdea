import type { TwilioEvent } from "./events.js";

type Fields = Readonly<Record<string, unknown>>;

/** What Twilio tells of in a callback with these fields. */
export function twilioEventOf(fields: Fields): TwilioEvent {
  const text = (name: string): string | undefined => textIn(fields, name);
  const number = (name: string): number | undefined => numberIn(fields, name);
  const base = { fields, accountSid: text("AccountSid") ?? text("account_sid") };
  /** What a callback is about, and what became of it, if it has fields of these names. */
  const about = (name: string, otherName: string): readonly [sid: string, told: string] | undefined => {
    const [sid, told] = [text(name), text(otherName)];
    return sid === undefined || told === undefined ? undefined : [sid, told];
  };

  const recording = about("RecordingSid", "RecordingStatus");
  if (recording) {
    const [sid, status] = recording;
    return {
      ...base,
      type: "recording-status",
      sid,
      status,
      callSid: text("CallSid"),
      conferenceSid: text("ConferenceSid"),
      url: text("RecordingUrl"),
      duration: number("RecordingDuration"),
      errorCode: number("ErrorCode"),
    };
  }
  const conference = about("ConferenceSid", "StatusCallbackEvent");
  if (conference) {
    const [sid, event] = conference;
    return {
      ...base,
      type: "conference",
      sid,
      event,
      friendlyName: text("FriendlyName"),
      callSid: text("CallSid"),
      sequenceNumber: number("SequenceNumber"),
    };
  }
  const conversation = about("ConversationSid", "EventType");
  if (conversation) {
    const [sid, event] = conversation;
    return {
      ...base,
      type: "conversation",
      sid,
      event,
      messageSid: text("MessageSid"),
      participantSid: text("ParticipantSid"),
      author: text("Author"),
      body: text("Body"),
    };
  }
  const message = about("MessageSid", "MessageStatus");
  if (message) {
    const [sid, status] = message;
    const [to, from, errorCode] = [text("To"), text("From"), number("ErrorCode")];
    return { ...base, type: "message-status", sid, status, to, from, errorCode };
  }
  const call = about("CallSid", "CallStatus");
  if (call) {
    const [sid, status] = call;
    return {
      ...base,
      type: "call-status",
      sid,
      status,
      to: text("To"),
      from: text("From"),
      direction: text("Direction"),
      duration: number("CallDuration"),
      answeredBy: text("AnsweredBy"),
      sequenceNumber: number("SequenceNumber"),
    };
  }
  const verification = about("challenge_sid", "type") ?? about("factor_sid", "type");
  if (verification) {
    const [sid, event] = verification;
    return {
      ...base,
      type: "verification",
      sid,
      event,
      serviceSid: text("service_sid"),
      identity: text("entity_identity"),
      factorSid: text("factor_sid"),
      challengeSid: text("challenge_sid"),
      status: text("status"),
    };
  }
  return { ...base, type: "other", sid: "" };
}

/** Statuses after which there is more to come of the same. Those that nobody knows yet are not among them. */
const UNDER_WAY: Readonly<Record<string, readonly string[]>> = {
  "message-status": ["accepted", "scheduled", "queued", "sending", "sent"],
  "call-status": ["queued", "initiated", "ringing", "in-progress"],
  "recording-status": ["in-progress"],
};

/**
 * Whether an event is worth to read anew what it is about: it ends something, such as a message that was delivered, or
 * it is of a kind that does not say so.
 */
export function isWorthReading(event: TwilioEvent): boolean {
  if (event.type === "other") return false;
  return !("status" in event) || UNDER_WAY[event.type]?.includes(String(event.status)) !== true;
}

/** By what a workflow that waits for an event knows it, such as `message-status SM…`. */
export function wakeUpOf({ type, sid }: TwilioEvent): string {
  return `${type} ${sid}`;
}

function textIn(fields: Fields, name: string): string | undefined {
  const value = Object.hasOwn(fields, name) ? fields[name] : undefined;
  return typeof value === "string" && value !== "" ? value : undefined;
}

function numberIn(fields: Fields, name: string): number | undefined {
  const value = Number(textIn(fields, name) ?? "none");
  return Number.isFinite(value) ? value : undefined;
}
