import type { Answer } from "../answers/call.js";
import type { Destination } from "./hosts.js";
import type { Hide } from "./secrets.js";

/** Makes `Authorization` headers; the secrets stay in its closures. */
export interface Authorizer {
  /** Rejects with a {@link CredentialsProblem} if there can be no header, with anything else if there is none now. */
  header(ask: AskForToken, to: Destination): Promise<string>;
  /** Takes note that a header was answered by a 401; true if another can be had. */
  refused(header: string): boolean;
  readonly hide: Hide;
}

/**
 * Posts a form to a token endpoint.
 * @param option The option that would have to have the secrets in it, where they are those of the environment: these go
 * where the document says, or to this machine
 */
export type AskForToken = (url: string, form: string, option?: string) => Promise<Answer>;

/** There are no credentials to send, and trying again will not change that. */
export class CredentialsProblem extends Error {}

/** Throws for credentials of the environment that would go where they may not be meant to; `option` is how they can be. */
export function checkSafe({ url, isSafe }: Destination, option: string): void {
  if (isSafe) return;
  const words = `the credentials of the environment do not go to ${new URL(url).host}`;
  throw new CredentialsProblem(`${words}: give options.${option} if they should`);
}
