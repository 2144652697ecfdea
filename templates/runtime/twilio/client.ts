import { newClient } from "../client/client.js";
import { environment } from "../client/environment.js";
import { signers } from "../client/signers.js";
import type { Signing } from "../client/signing.js";
import type { ApiClient } from "../options/client-options.js";
import type { TwilioClient, TwilioOptions } from "./options.js";
import { environmentProfile } from "./profile.js";

/**
 * Makes a client for Twilio and other APIs. What is not given is read from the environment, now. Throws an
 * `InvalidOptionError` for an option that cannot be used, and for one that there is not.
 */
export function createTwilio(options: TwilioOptions<string, object> = {}): TwilioClient {
  return twilioClient(newTwilio(signers())).with(options);
}

/**
 * A client with what the environment says now.
 * @param signing What signs the requests to other APIs, where documents ask for that
 */
export function newTwilio(signing?: Signing): ApiClient {
  const hosts: TwilioOptions = { region: environment("TWILIO_REGION"), edge: environment("TWILIO_EDGE") };
  return newClient(signing, environmentProfile()).with(hosts);
}

function twilioClient(client: ApiClient): TwilioClient {
  return {
    ...client,
    accountSid: client.profile?.account,
    with: (options) => twilioClient(client.with(options)),
  };
}
