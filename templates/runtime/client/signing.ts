import type { Call } from "../answers/call.js";
import type { InvalidOptionError } from "../options/option-rules.js";
import type { AskForToken } from "./authorizer.js";
import type { Destination } from "./hosts.js";
import type { Hide } from "./secrets.js";
import type { Security, SourceCredentials } from "./security.js";

/** A request with its credentials. */
export interface Signed {
  readonly call: Pick<Call, "headers" | "url" | "secrets">;
  readonly hide: Hide;
  /** Takes note that a request so signed was answered by a 401; true if it can be signed anew. */
  refused(): boolean;
}

/** Whose request it is, and how it is signed. */
export interface Secured {
  readonly source: string;
  readonly security: Security;
}

/** Signs requests with the credentials of their sources. Functions of which no source asks for any do without. */
export interface Signing {
  /** The same with the credentials of some sources changed. */
  with(given: SourceCredentials): Signing;
  /** What is missing, if credentials are. */
  complaintAbout(source: string, anyOf: Security): InvalidOptionError | undefined;
  /** Rejects with a `CredentialsProblem` if there can be no credentials, with anything else if there are none now. */
  sign(call: Pick<Call, "headers" | "secrets">, by: Secured, to: Destination, ask: AskForToken): Promise<Signed>;
}
