import { STATUS_CODES } from "node:http";
import { mostBytes, readBody, type ReadBody } from "./body.js";
import { checkCredentials } from "./credentials.js";
import { readParameters, type Head } from "./parameters.js";
import { play, type Reply, type Stage } from "./play.js";
import { Refusal, refuseFor } from "./refusal.js";
import { Routes, type Route, type ServedApi } from "./routes.js";
import { Sequences, type ChosenSequences } from "./sequences.js";
import { Store } from "./store.js";
import { tokenFor, TokenUrls } from "./tokens.js";

/** Documents that are played, and what has been made so far. */
export interface Play {
  readonly routes: Routes;
  readonly tokens: TokenUrls;
  readonly stage: Stage;
}

/** One in which nothing has happened yet. */
export function newPlay(apis: readonly ServedApi[], sequences: ChosenSequences): Play {
  return {
    routes: new Routes(apis),
    tokens: new TokenUrls(apis),
    stage: { store: new Store(), sequences: new Sequences(sequences) },
  };
}

/** A request as it has come. */
export interface Received {
  readonly method: string;
  readonly path: string;
  readonly query: URLSearchParams;
  /** Names in lower case. */
  readonly headers: Readonly<Record<string, string>>;
  /** `undefined` where there are too many. */
  readonly bytes: Buffer | undefined;
  /** Nobody asks it for credentials. */
  readonly isTrusted?: true;
}

/** How far the work on a request has come. */
export interface Work {
  route: Route | undefined;
  body: ReadBody | undefined;
  /** It asks for a token, by what is a secret. */
  isForToken: boolean;
}

/** Looks at a request, and carries it out. @throws Refusal */
export async function answer(received: Received, work: Work, { routes, tokens, stage }: Play): Promise<Reply> {
  const { method, path, query, headers, bytes, isTrusted } = received;
  work.isForToken = tokens.has(path);
  if (work.isForToken) return tokenFor(method, bytes?.toString() ?? "");
  const route = routes.find(method, path);
  work.route = route;
  const { operation } = route;
  const head: Head = { path: route.parameters, query, headers };
  if (!isTrusted) checkCredentials(operation, head);
  if (bytes === undefined) throw new Refusal(413, `The body has more than ${mostBytes} bytes.`);
  work.body = await readBody(operation, bytes, headers["content-type"]);
  const read = readParameters(operation, head);
  refuseFor([...read.violations, ...work.body.violations]);
  return play({ route, path, query: read.query, body: work.body.value }, stage);
}

/** @see https://www.rfc-editor.org/rfc/rfc9457 */
export function refused({ status, message, violations, headers }: Refusal): Reply {
  const value = { status, title: STATUS_CODES[status], detail: message, violations };
  return { status, headers, mediaType: "application/problem+json", value };
}
