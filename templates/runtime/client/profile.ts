import type { Rule } from "../options/option-rules.js";
import type { Authorizer } from "./authorizer.js";
import type { Servers } from "./hosts.js";
import type { SourceCredentials } from "./security.js";

/** What is known of the servers of one API beyond its documents, with the settings of a client for them. */
export interface Profile extends Servers {
  /** The rules of all options of clients and runs, those of the profile included. */
  readonly rules: Readonly<Record<string, Rule>>;
  /** The same with the settings among these options that are for it, and the credentials that are for other APIs. */
  with(options: object): { readonly profile: Profile; readonly credentials: SourceCredentials | undefined };
  /** Signs the requests to these servers, in place of what their documents say of it. */
  readonly authorizer: Authorizer;
  /** Whose credentials they are: a checkpoint belongs to one account. */
  readonly account: string | undefined;
  /** The header of an answer, in lower case, that says which request it was. */
  readonly requestIdHeader: string;
  /** The fields of an error that are read from the body of a failure; `moreInfo` is the address of a page about it. */
  explain(body: unknown): { readonly moreInfo?: string | undefined };
}
