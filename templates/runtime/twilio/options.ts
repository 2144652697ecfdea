import type { Hosts } from "../client/hosts.js";
import type { ApiClient, ClientOptions } from "../options/client-options.js";
import type { WorkflowOptions as CoreOptions } from "../options/options.js";
import type { SourceCredentials } from "../client/security.js";
import type { Credentials } from "./credentials.js";

/** For Twilio alone, or by source. */
export type AnyCredentials = Credentials | (SourceCredentials & { twilio?: Credentials | undefined });

/** Where requests to Twilio go. */
export interface Regional {
  /** A Twilio region, such as `au1`. @default TWILIO_REGION, else hosts stay as they are */
  region?: string | undefined;
  /** A Twilio edge location, such as `sydney`; without a region it implies `us1`. @default TWILIO_EDGE, else none */
  edge?: string | undefined;
}

/** How to reach Twilio and other APIs. All of it is optional. */
export interface TwilioOptions<Names extends string = string, C extends object = AnyCredentials>
  extends ClientOptions<Names | "twilio", C>, Regional {
  /**
   * Those for Twilio; or, where a run calls other APIs as well, an object of the credentials by source, in which
   * `twilio` has Twilio's. What is not given is read from the environment: for Twilio from TWILIO_ACCOUNT_SID, with
   * TWILIO_API_KEY and TWILIO_API_SECRET or else with TWILIO_AUTH_TOKEN; for a scheme of another source from the variable
   * SOURCE_SCHEME, such as ORDERS_BEARER, with _USERNAME and _PASSWORD behind it for HTTP Basic, _CLIENT_ID and
   * _CLIENT_SECRET for OAuth.
   */
  credentials?: C | undefined;
  /**
   * What to use in place of `https://<host>`, for a proxy, a simulator or a test: an object of URLs by host or by
   * name of the source, where `twilio` stands for all of Twilio's, a function of the host (after region and edge;
   * `undefined` leaves it), or one URL for all, if a run calls the servers of one API only; all of Twilio's are one. The
   * server's path stays. `http:` is for this machine only. What a run is given for a source or a host that it does not
   * call is an error, which lists those that it does; a client may know more of them.
   *
   * Twilio's credentials go there for requests to Twilio: those of the environment only to a host of Twilio or of this
   * machine, those that were given to any.
   *
   * A source whose document does not say where it is has its name for a host, and needs such a URL; Twilio's
   * credentials go there only if it is a host of Twilio. @default the servers of the OpenAPI documents
   */
  baseUrl?: Hosts<Names | "twilio">["baseUrl"];
}

/**
 * What can be set for one run of a workflow that calls Twilio, and the sources of these names: what can be for any other,
 * and how to reach Twilio.
 */
export interface WorkflowOptions<Names extends string = never, C extends object = Credentials>
  extends CoreOptions<Names | "twilio", C>, TwilioOptions<Names, C> {
  /** A client of `createTwilio` to share between runs; the other options go before its own. @default one made of these options */
  client?: TwilioClient | undefined;
}

/** Those of a run of any workflow. */
export type AnyOptions = WorkflowOptions<string, object>;

/** A client for Twilio and other APIs. */
export interface TwilioClient extends ApiClient {
  /** The account SID of the credentials, if they name one. */
  readonly accountSid: string | undefined;
  /** The same client with other settings; those not given stay. Throws as `createTwilio` does. */
  with(options: TwilioOptions<string, object>): TwilioClient;
}
