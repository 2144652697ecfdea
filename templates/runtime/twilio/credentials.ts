import { type Authorizer, checkSafe, CredentialsProblem } from "../client/authorizer.js";
import { environment } from "../client/environment.js";
import { oauthAuthorizer } from "../client/oauth.js";
import { hider } from "../client/secrets.js";
import type { SourceCredentials } from "../client/security.js";
import { toBase64 } from "../encoding/base64.js";

/** Account SID and auth token, as the Twilio Console shows them. */
export interface AuthTokenCredentials {
  accountSid: string;
  authToken: string;
}

/** An API key (`SK…`) and its secret. The account SID is for workflows that have it in their paths. */
export interface ApiKeyCredentials {
  apiKey: string;
  apiSecret: string;
  accountSid?: string | undefined;
}

/** The client id and secret of an OAuth app, exchanged for tokens as needed. The account SID as with API keys. */
export interface OAuthCredentials {
  clientId: string;
  clientSecret: string;
  accountSid?: string | undefined;
}

/** The account alone, for a run whose requests another process sends: one that it sent itself would lack credentials. */
export interface AccountCredentials {
  accountSid: string;
  authToken?: never;
}

/** How requests authenticate themselves. Shown in no error, log or console output. */
export type Credentials = AuthTokenCredentials | ApiKeyCredentials | OAuthCredentials | AccountCredentials;

const TOKENS = { tokenUrl: "https://oauth.twilio.com/v2/token", scopes: [] };

/** Takes Twilio's credentials, which may stand alone, out of those by source. */
export function divided(given: object): { own?: Credentials; others: SourceCredentials } {
  const { twilio, ...others }: SourceCredentials = { ...given };
  if (isTwilios(given, ["string"])) return { own: given, others: {} };
  // Another source may have that name.
  return twilio && isTwilios(twilio, ["string", "undefined"]) ? { own: twilio, others } : { others: { ...given } };
}

/** @param types Of one of its fields at least */
function isTwilios(given: object, types: readonly string[]): given is Credentials {
  const names = ["accountSid", "authToken", "apiKey", "apiSecret", "clientId", "clientSecret"];
  return Object.entries(given).some(([name, value]) => names.includes(name) && types.includes(typeof value));
}

/** Of the environment's credentials an API key goes first: it can do less than the auth token, and be revoked alone. */
export function environmentCredentials(): Credentials {
  const accountSid = environment("TWILIO_ACCOUNT_SID");
  const apiKey = environment("TWILIO_API_KEY");
  const apiSecret = environment("TWILIO_API_SECRET");
  if (apiKey !== undefined && apiSecret !== undefined) return { apiKey, apiSecret, accountSid };
  return { accountSid: accountSid ?? "", authToken: environment("TWILIO_AUTH_TOKEN") ?? "" };
}

const MISSING =
  "no credentials, or half of them: give options.credentials or options.client, " +
  "or set TWILIO_ACCOUNT_SID and TWILIO_AUTH_TOKEN, or TWILIO_API_KEY and TWILIO_API_SECRET";

/** Those of the environment are Twilio's: who sends requests elsewhere may not mean them to go along. */
export function environmentAuthorizer(credentials: Credentials): Authorizer {
  const authorizer = authorizerFor(credentials);
  return {
    ...authorizer,
    async header(ask, to) {
      const header = await authorizer.header(ask, to);
      checkSafe(to, "credentials");
      return header;
    },
  };
}

export function authorizerFor(credentials: Credentials): Authorizer {
  const [user, secret] = userAndSecret(credentials);
  if (user && secret) {
    return "clientId" in credentials ? oauthAuthorizer(user, secret, TOKENS) : basicAuthorizer(user, secret);
  }
  // An error when they are needed, not before: a run may be all replay, or sent elsewhere.
  return {
    header: () => Promise.reject(new CredentialsProblem(MISSING)),
    refused: () => false,
    hide: (answer) => answer,
  };
}

function userAndSecret(credentials: Credentials): [user: string, secret: string | undefined] {
  if ("clientId" in credentials) return [credentials.clientId, credentials.clientSecret];
  if ("apiKey" in credentials) return [credentials.apiKey, credentials.apiSecret];
  return [credentials.accountSid, credentials.authToken];
}

function basicAuthorizer(user: string, password: string): Authorizer {
  const header = `Basic ${toBase64(`${user}:${password}`)}`;
  return { header: async () => header, refused: () => false, hide: hider(user, password) };
}
