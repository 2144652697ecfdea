/** A value of Twilio's list, or one that Twilio adds to it. */
type Open<Known extends string> = Known | (string & {});

/** What all callbacks have. */
interface Told<Type extends string> {
  readonly type: Type;
  /** The SID of what it is about, as workflows know it. */
  readonly sid: string;
  readonly accountSid?: string | undefined;
  /** All that was received, by Twilio's names, also what is not named here. */
  readonly fields: Readonly<Record<string, unknown>>;
}

/**
 * How far a message has come.
 * @see https://www.twilio.com/docs/messaging/guides/track-outbound-message-status
 */
export interface MessageStatusEvent extends Told<"message-status"> {
  readonly status: Open<
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
    | "partially_delivered"
  >;
  readonly to?: string | undefined;
  readonly from?: string | undefined;
  /** Why it is `failed` or `undelivered`, such as 30003. */
  readonly errorCode?: number | undefined;
}

/**
 * How far a call has come.
 * @see https://www.twilio.com/docs/voice/api/call-resource#statuscallback
 */
export interface CallStatusEvent extends Told<"call-status"> {
  readonly status: Open<
    "queued" | "initiated" | "ringing" | "in-progress" | "completed" | "busy" | "failed" | "no-answer" | "canceled"
  >;
  readonly to?: string | undefined;
  readonly from?: string | undefined;
  readonly direction?: Open<"inbound" | "outbound-api" | "outbound-dial"> | undefined;
  /** Of a call that was completed, in seconds. */
  readonly duration?: number | undefined;
  /** Who answered, where that is detected. */
  readonly answeredBy?: string | undefined;
  /** The number of this callback among those of its call, from 0 on: they may arrive in another order. */
  readonly sequenceNumber?: number | undefined;
}

/**
 * How far a recording has come.
 * @see https://www.twilio.com/docs/voice/api/recording#recordingstatuscallback
 */
export interface RecordingStatusEvent extends Told<"recording-status"> {
  readonly status: Open<"in-progress" | "completed" | "absent" | "failed">;
  readonly callSid?: string | undefined;
  readonly conferenceSid?: string | undefined;
  /** Where the recording is. */
  readonly url?: string | undefined;
  /** In seconds. */
  readonly duration?: number | undefined;
  readonly errorCode?: number | undefined;
}

/**
 * What happened in a conference.
 * @see https://www.twilio.com/docs/voice/api/conference-resource
 */
export interface ConferenceEvent extends Told<"conference"> {
  readonly event: Open<
    | "conference-start"
    | "conference-end"
    | "participant-join"
    | "participant-leave"
    | "participant-mute"
    | "participant-unmute"
    | "participant-hold"
    | "participant-unhold"
    | "participant-speech-start"
    | "participant-speech-stop"
    | "participant-modify"
    | "announcement-end"
    | "announcement-fail"
  >;
  readonly friendlyName?: string | undefined;
  /** The call of the participant that it is about. */
  readonly callSid?: string | undefined;
  readonly sequenceNumber?: number | undefined;
}

/**
 * What became of a factor or of a challenge, of whose SID `sid` is.
 * @see https://www.twilio.com/docs/verify/api/webhooks
 */
export interface VerificationEvent extends Told<"verification"> {
  readonly event: Open<
    "factor.created" | "factor.verified" | "factor.deleted" | "challenge.approved" | "challenge.denied"
  >;
  readonly serviceSid?: string | undefined;
  readonly identity?: string | undefined;
  readonly factorSid?: string | undefined;
  readonly challengeSid?: string | undefined;
  readonly status?: string | undefined;
}

/**
 * What happened in a conversation.
 * @see https://www.twilio.com/docs/conversations/conversations-webhooks
 */
export interface ConversationEvent extends Told<"conversation"> {
  readonly event: Open<
    | "onConversationAdded"
    | "onConversationUpdated"
    | "onConversationRemoved"
    | "onConversationStateUpdated"
    | "onParticipantAdded"
    | "onParticipantUpdated"
    | "onParticipantRemoved"
    | "onMessageAdded"
    | "onMessageUpdated"
    | "onMessageRemoved"
    | "onDeliveryUpdated"
  >;
  readonly messageSid?: string | undefined;
  readonly participantSid?: string | undefined;
  readonly author?: string | undefined;
  readonly body?: string | undefined;
}

/** A callback of another kind; `sid` is empty. */
export interface OtherEvent extends Told<"other"> {}

/** What Twilio tells of. */
export type TwilioEvent =
  | MessageStatusEvent
  | CallStatusEvent
  | RecordingStatusEvent
  | ConferenceEvent
  | VerificationEvent
  | ConversationEvent
  | OtherEvent;
