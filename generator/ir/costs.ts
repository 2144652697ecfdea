/** What Twilio charges for, by the method, host and path of its operations. Prices are on its own pages. */
const charged: readonly (readonly [method: string, host: string, path: RegExp, what: string])[] = [
  ["POST", "api", /^\/Accounts\/[^/]+\/Messages\.json$/, "a message, by its segments"],
  ["POST", "api", /^\/Accounts\/[^/]+\/Calls\.json$/, "a call, by the minute"],
  ["POST", "api", /^\/Accounts\/[^/]+\/Conferences\/[^/]+\/Participants\.json$/, "a call, by the minute"],
  ["POST", "api", /^\/Accounts\/[^/]+\/Calls\/[^/]+\/Recordings\.json$/, "a recording, by the minute"],
  ["POST", "api", /^\/Accounts\/[^/]+\/IncomingPhoneNumbers(?:\/\w+)?\.json$/, "a phone number, by the month"],
  [
    "POST",
    "conversations",
    /^(?:\/Services\/[^/]+)?\/Conversations\/[^/]+\/Messages$/,
    "the messages that it sends on",
  ],
  ["POST", "intelligence", /^\/Transcripts$/, "a transcript, by the minute"],
  ["GET", "lookups", /^\/PhoneNumbers\/[^/]+$/, "each package of data that is asked for by Fields"],
  ["POST", "messaging", /^\/a2p\/BrandRegistrations$/, "the registration of a brand"],
  ["POST", "messaging", /^\/Services\/[^/]+\/Compliance\/Usa2p$/, "a campaign: its vetting, and by the month"],
  ["POST", "studio", /^\/Flows\/[^/]+\/Executions$/, "an execution, and what its flow does"],
  ["POST", "verify", /^\/Services\/[^/]+\/Verifications$/, "a verification, and the message or call of its channel"],
  ["POST", "video", /^\/Rooms$/, "those who take part, by the minute"],
];

/**
 * What a request is charged for, where that is known: `a message, by its segments`. That nothing is known says nothing.
 * @param url With parameters in braces or with their values; a host of Twilio may stand behind that of a proxy
 */
export function costsOf(method: string, url: string): string | undefined {
  const [, host, path = ""] = /\/(\w+)(?:\.[\w-]+)*\.twilio\.com\/[\w-]+(\/[^?#]*)/.exec(url) ?? [];
  return charged.find((one) => one[0] === method.toUpperCase() && one[1] === host && one[2].test(path))?.[3];
}
