import { environment } from "./environment.js";
import type { Destination } from "./hosts.js";
import { type Authorizer, CredentialsProblem, oauthAuthorizer } from "./oauth.js";
import type { SourceCredentials } from "./security.js";
import { toBase64 } from "../encoding/base64.js";
import { hider } from "./secrets.js";

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

/** How requests authenticate themselves. Shown in no error, log or console output. */
export type Credentials = AuthTokenCredentials | ApiKeyCredentials | OAuthCredentials;

/** Credentials by source; those of Twilio may stand alone. */
export function bySource(given: object = {}): SourceCredentials & { twilio?: Credentials | undefined } {
  return isTwilios(given) ? { twilio: given } : { ...given };
}

function isTwilios(given: object): given is Credentials {
  return Object.values(given).some((value) => typeof value === "string");
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

/** Throws for credentials of the environment that would go where they may not be meant to; `option` is how they can be. */
export function checkSafe({ url, isSafe }: Destination, option: string): void {
  if (isSafe) return;
  const words = `the credentials of the environment do not go to ${new URL(url).host}`;
  throw new CredentialsProblem(`${words}: give options.${option} if they should`);
}

export function authorizerFor(credentials: Credentials): Authorizer {
  const [user, secret] = userAndSecret(credentials);
  if (user && secret) return "clientId" in credentials ? oauthAuthorizer(user, secret) : basicAuthorizer(user, secret);
  // An error when they are needed, not before: a run may be all replay, or sent elsewhere.
  return {
    header: () => Promise.reject(new CredentialsProblem(MISSING)),
    refused: () => false,
    hide: (answer) => answer,
  };
}

function userAndSecret(credentials: Credentials): [user: string, secret: string] {
  if ("clientId" in credentials) return [credentials.clientId, credentials.clientSecret];
  if ("apiKey" in credentials) return [credentials.apiKey, credentials.apiSecret];
  return [credentials.accountSid, credentials.authToken];
}

function basicAuthorizer(user: string, password: string): Authorizer {
  const header = `Basic ${toBase64(`${user}:${password}`)}`;
  return { header: async () => header, refused: () => false, hide: hider(user, password) };
}
