import type { Answer, Call } from "../answers/call.js";
import type { CalledServer, Hosts } from "../client/hosts.js";
import type { DryRun } from "../client/dry-run.js";
import type { HeldStream } from "../client/held-stream.js";
import type { Profile } from "../client/profile.js";
import type { Security, SourceCredentials } from "../client/security.js";
import type { Fetch } from "../client/sender.js";

/** How to reach APIs. All of it is optional. `Names` are those of the sources. */
export interface ClientOptions<
  Names extends string = string,
  C extends object = SourceCredentials<Names>,
> extends Hosts<Names> {
  /**
   * By source, then by scheme. What is not given is read from the environment, from the variable SOURCE_SCHEME, such as
   * ORDERS_BEARER, with _USERNAME and _PASSWORD behind it for HTTP Basic, _CLIENT_ID and _CLIENT_SECRET for OAuth.
   */
  credentials?: C | undefined;
  /**
   * Headers for all requests, to whatever server, such as `{ "X-Team": "orders" }` or a `User-Agent` of your own; or for
   * those to single sources, by their names: `{ orders: { "X-Team": "orders" } }`, which go before those for all. What a
   * step sends goes before them, and so do credentials, for which they are no place. They cannot set `Authorization`,
   * `Cookie`, `Accept`, and what says how a body or a connection is. @default none
   */
  headers?: HeaderTexts | HeadersBySource<Names> | undefined;
  /**
   * Used in place of what the platform has. `fetch: globalThis.fetch` has requests go by the `fetch` of Node.js, too.
   * @default on Node.js `node:http` and `node:https`, which cost less, as long as nobody has put anything in the
   * place of its `fetch` or of the dispatcher that this sends by, and nobody watches it; else, and elsewhere,
   * `globalThis.fetch`
   */
  fetch?: Fetch | undefined;
  /**
   * Sends nothing: this function is told of each request as it would be sent, and the run goes on with what it answers,
   * such as `Response.json({ sid: "SM1" }, { status: 201 })`. No credentials are needed, `***` stands in place of them;
   * nothing is waited for, no `runner` and no `onCheckpoint` is called, and errors have the checkpoint that the run began
   * with. @default none, requests are sent
   */
  dryRun?: DryRun | undefined;
  /**
   * How long one attempt at a request may take, its answer included, in milliseconds. Where an OAuth token has to be had
   * first, waiting for it counts, but the request for the token, which others may wait for too, has 30 seconds of its own.
   * @default 30_000
   */
  timeout?: number | undefined;
  /** The largest answer that is read, in bytes; of a stream the largest event. @default 10_000_000 */
  maxAnswerSize?: number | undefined;
  /**
   * How many requests may be under way at a time, at least 1; others wait for their turn. A 429 halves it for some time.
   * @default 100
   */
  maxConcurrent?: number | undefined;
}

type HeaderTexts = Readonly<Record<string, string>>;

type HeadersBySource<Names extends string> = [Names] extends [never]
  ? never
  : { readonly [Name in Names]?: HeaderTexts | undefined };

/** Credentials and settings to share between runs, and with them one OAuth token and one limit on concurrent requests. */
export interface ApiClient {
  /** The same client with other settings; those not given stay. Throws as `createClient` does. */
  with(options: ClientOptions<string, object>): ApiClient;
  /**
   * Where a URL of the OpenAPI document leads to.
   * @param about What is called there. It is an error if its servers are of several APIs and there is one base URL for
   * all, or if its requests are to be signed and there are no credentials for that; these are not asked for if the run
   * is under way, so that all may have been answered
   */
  locate(
    url: string,
    about?: {
      servers?: readonly CalledServer[];
      source?: string | undefined;
      security?: Security | undefined;
      isUnderWay?: boolean;
      isElsewhere?: boolean | undefined;
    },
  ): string;
  /**
   * Sends one request with the credentials added: for engines that carry requests out elsewhere.
   * @param onTurn Called when its turn has come; before, nothing of it has been sent
   * @param held Keeps a stream open between its parts; without, none is read
   */
  send(call: Call, signal?: AbortSignal, onTurn?: () => void, held?: HeldStream): Promise<Answer>;
  /** Whether it sends nothing. @default false */
  readonly isDry?: boolean | undefined;
  /** What is known of the servers of one API beyond its documents. */
  readonly profile?: Profile | undefined;
}
