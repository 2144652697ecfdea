import { TwilioError } from "../errors.js";

/**
 * What a magic number brings about. One is any phone number, SID or name with `0055` and the row's code at its end:
 * `+15005521610`, `CA` and zeros and `005500486`. Codes of five digits that Twilio has too are its error codes; those
 * that begin with `00` stand for other endings, after the SIP response where there is one.
 */
export interface Magic {
  readonly code: string;
  /** The collection whose requests it strikes: the last name in their paths, such as `Calls`. */
  readonly at: string;
  readonly what: string;
  /** Refuses to make or change something; 20404, to read it too. HTTP status and message. */
  readonly refuse?: readonly [status: number, message: string];
  /** The states of what is made or read, in place of the usual ones. */
  readonly states?: readonly string[];
  /** More fields of what is made or read. */
  readonly fields?: Readonly<Record<string, unknown>>;
  /** The list has nothing in it. */
  readonly empty?: boolean;
}

const LOOKUP = { carrier_name: "Local Carrier", mobile_country_code: "310", mobile_network_code: "410" };

/** The one table of all magic numbers. */
export const MAGIC: readonly Magic[] = [
  { code: "20404", at: "*", what: "is not there", refuse: [404, "The requested resource was not found"] },
  { code: "00404", at: "*", what: "a list without anything in it", empty: true },
  {
    code: "00001",
    at: "PhoneNumbers",
    what: "a number that cannot exist",
    fields: { valid: false, validation_errors: ["TOO_SHORT"], line_type_intelligence: {} },
  },
  {
    code: "00002",
    at: "PhoneNumbers",
    what: "a landline",
    fields: { line_type_intelligence: { ...LOOKUP, type: "landline" } },
  },
  {
    code: "21610",
    at: "Messages",
    what: "has replied STOP",
    refuse: [400, "Attempt to send to unsubscribed recipient"],
  },
  { code: "60203", at: "Verifications", what: "too many codes", refuse: [429, "Max send attempts reached"] },
  { code: "60410", at: "Verifications", what: "blocked", refuse: [403, "Verification delivery attempt blocked"] },
  {
    code: "00010",
    at: "Verifications",
    what: "is approved after two reads",
    states: ["pending", "pending", "approved"],
  },
  { code: "00011", at: "Verifications", what: "is failed after a read", states: ["pending", "failed"] },
  { code: "00012", at: "Verifications", what: "expires after a read", states: ["pending", "expired"] },
  { code: "60202", at: "VerificationCheck", what: "too many checks", refuse: [429, "Max check attempts reached"] },
  { code: "00486", at: "Calls", what: "is busy", states: ["queued", "ringing", "busy"] },
  { code: "00408", at: "Calls", what: "does not answer", states: ["queued", "ringing", "no-answer"] },
  { code: "00487", at: "Calls", what: "is canceled", states: ["queued", "canceled"] },
  { code: "00603", at: "Calls", what: "fails", states: ["queued", "failed"] },
  { code: "00180", at: "Calls", what: "rings", states: ["ringing"] },
  { code: "00200", at: "Calls", what: "is being spoken", states: ["in-progress"] },
  { code: "00201", at: "Calls", what: "is over", states: ["completed"] },
  {
    code: "21220",
    at: "Calls",
    what: "is over as soon as somebody wants to change it",
    states: ["in-progress"],
    refuse: [400, "Call is not in-progress. Cannot redirect."],
  },
  { code: "21220", at: "Recordings", what: "of a call that is over", refuse: [400, "Call is not in-progress"] },
  { code: "00204", at: "Recordings", what: "there was nothing to record", states: ["in-progress", "absent"] },
  { code: "22003", at: "Queues", what: "the name is taken", refuse: [400, "Queue with this name exists already"] },
  { code: "00030", at: "Messages", what: "is sent, whenever it is asked for", states: ["queued", "sent", "delivered"] },
  { code: "30003", at: "Messages", what: "is not delivered", states: ["queued", "sent", "undelivered"] },
  { code: "00035", at: "Messages", what: "waits for its time", states: ["scheduled"] },
  {
    code: "30409",
    at: "Messages",
    what: "is sent as soon as somebody wants to cancel it",
    states: ["scheduled"],
    refuse: [409, "Message is no longer scheduled"],
  },
  { code: "21422", at: "IncomingPhoneNumbers", what: "was bought", refuse: [400, "Phone number is not available"] },
  { code: "21631", at: "IncomingPhoneNumbers", what: "wants an address", refuse: [400, "Address is required"] },
  {
    code: "21615",
    at: "IncomingPhoneNumbers",
    what: "wants a local address",
    refuse: [400, "Local address is required"],
  },
  { code: "21649", at: "IncomingPhoneNumbers", what: "wants a bundle", refuse: [400, "Bundle is required"] },
  { code: "00409", at: "Receipts", what: "is not delivered", states: ["failed"] },
  { code: "00202", at: "Conversations", what: "is closed", states: ["closed"] },
  {
    code: "50377",
    at: "Conversations",
    what: "is closed as soon as somebody wants to change it",
    states: ["active"],
    refuse: [400, "Conversation is closed"],
  },
  { code: "50377", at: "Messages", what: "of a conversation that is closed", refuse: [400, "Conversation is closed"] },
  { code: "54301", at: "Documents", what: "the name is taken", refuse: [409, "Unique name already exists"] },
  { code: "54103", at: "Documents", what: "was changed", refuse: [412, "The revision does not match"] },
  { code: "00203", at: "Tasks", what: "nobody takes it", states: ["pending", "canceled"] },
  { code: "00205", at: "Rooms", what: "is over", states: ["completed"] },
  { code: "00206", at: "Rooms", what: "has failed", states: ["failed"] },
  { code: "53113", at: "Rooms", what: "the name is taken", refuse: [400, "Room exists"] },
  {
    code: "53112",
    at: "Rooms",
    what: "is over as soon as somebody wants to end it",
    states: ["in-progress"],
    refuse: [400, "Room is completed"],
  },
  { code: "00207", at: "BrandRegistrations", what: "fails", states: ["PENDING", "IN_REVIEW", "FAILED"] },
  { code: "00208", at: "BrandRegistrations", what: "is suspended", states: ["PENDING", "SUSPENDED"] },
  { code: "00209", at: "Usa2p", what: "fails", states: ["IN_PROGRESS", "FAILED"] },
  { code: "00211", at: "Tollfree/Verifications", what: "is rejected", states: ["PENDING_REVIEW", "TWILIO_REJECTED"] },
  { code: "00213", at: "Executions", what: "never ends" },
  { code: "20409", at: "Executions", what: "is active already", refuse: [409, "Execution is active for this contact"] },
  { code: "21422", at: "Local", what: "is bought by somebody else", fields: { phone_number: "+15005521422" } },
  { code: "21631", at: "Local", what: "wants an address", fields: { phone_number: "+15005521631" } },
  { code: "21615", at: "Local", what: "wants a local address", fields: { phone_number: "+15005521615" } },
  { code: "21649", at: "Local", what: "wants a bundle", fields: { phone_number: "+15005521649" } },
  { code: "00212", at: "Transcripts", what: "fails", states: ["queued", "in-progress", "failed"] },
];

/** The states through which what is made goes, one with each read, and the field that holds them. */
export const STATES: Readonly<Record<string, { readonly field: string; readonly usual: readonly string[] }>> = {
  Verifications: { field: "status", usual: ["pending"] },
  "Tollfree/Verifications": { field: "status", usual: ["PENDING_REVIEW", "IN_REVIEW", "TWILIO_APPROVED"] },
  Calls: { field: "status", usual: ["queued", "ringing", "in-progress", "completed"] },
  Recordings: { field: "status", usual: ["in-progress", "processing", "completed"] },
  Receipts: { field: "status", usual: ["delivered"] },
  Conversations: { field: "state", usual: ["active"] },
  Tasks: { field: "assignment_status", usual: ["pending", "reserved", "assigned"] },
  Rooms: { field: "status", usual: ["in-progress"] },
  BrandRegistrations: { field: "status", usual: ["PENDING", "IN_REVIEW", "APPROVED"] },
  Usa2p: { field: "campaign_status", usual: ["PENDING", "IN_PROGRESS", "VERIFIED"] },
  Transcripts: { field: "status", usual: ["queued", "in-progress", "completed"] },
};

/** States in which something is as if it had never been. */
export const FORGOTTEN: readonly string[] = ["expired"];

/** What is made up, where Twilio would know more than its document says. */
export const KNOWN: Readonly<Record<string, Readonly<Record<string, unknown>>>> = {
  PhoneNumbers: { valid: true, validation_errors: [], line_type_intelligence: { ...LOOKUP, type: "mobile" } },
  Services: { code_length: 6 },
  Documents: { revision: "0" },
  Local: { phone_number: "+15017122661", iso_country: "US", beta: false },
  Media: { content_type: "image/jpeg" },
  Members: { wait_time: 30, position: 1 },
  Queues: { current_size: 0, max_size: 100 },
  Rooms: { type: "group", media_region: "us1" },
  Steps: { name: "send_message_1", transitioned_from: "Trigger", transitioned_to: "Ended" },
  Sentences: { transcript: "Hello.", sentence_index: 0, media_channel: 1 },
};

/** The row of a collection whose code one of these texts ends in. */
export function magicIn(texts: readonly string[], collection: string): Magic | undefined {
  return MAGIC.find(
    ({ code, at }) => (at === "*" || at === collection) && texts.some((text) => text.includes(`0055${code}`)),
  );
}

/** Throws the error of a row that refuses what is asked. */
export function refuseBy(magic: Magic | undefined): void {
  if (magic?.refuse) throw new TwilioError(magic.refuse[0], Number(magic.code), magic.refuse[1]);
}
