import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import type { Account } from "./account.js";
import { answer, type Site } from "./answer.js";
import { type CallbackOptions, Callbacks, type SentCallback } from "./callbacks.js";
import { conversations } from "./conversations.js";
import { type AcceptedCredentials, LOCAL_CREDENTIALS } from "./credentials.js";
import { send, sendFault } from "./delivery.js";
import { loadDocuments } from "./documents.js";
import { generalError, methodNotAllowed } from "./errors.js";
import { type Fault, Faults } from "./faults.js";
import { type FlowOptions, flows } from "./flows.js";
import { type LimitOptions, RateLimit } from "./limit.js";
import { type MessageOptions, messages } from "./messages.js";
import { receive, type RecordedRequest } from "./recording.js";
import { ok, type Reply } from "./reply.js";
import { Resources } from "./resources/resources.js";
import { type ServiceOptions, services } from "./services.js";
import { sidSequence } from "./sids.js";

export interface LocalTwilioOptions extends MessageOptions, ServiceOptions, FlowOptions, LimitOptions, CallbackOptions {
  /** What the server lets in. @default {@link LOCAL_CREDENTIALS} */
  readonly credentials?: AcceptedCredentials;
  /** The clock that dates in answers come from. @default the machine's */
  readonly now?: () => Date;
  /** @default one that is free */
  readonly port?: number;
  /** Told of each request when it is answered, or when its answer is lost on purpose. */
  readonly onRequest?: (request: RecordedRequest, status: number) => void;
}

/** A request that was carried out, or refused on its merits, and the answer that was meant for it. */
export interface Performed {
  readonly request: RecordedRequest;
  readonly reply: Reply;
}

/** A running local Twilio. Its functions can be passed on by themselves. */
export interface LocalTwilio {
  /** What the server lets in. */
  readonly credentials: AcceptedCredentials;
  /** Spread it into the options of a workflow, or of `createTwilio`: its requests then come here, whatever the environment says. */
  readonly options: {
    readonly baseUrl: (host: string) => string;
    readonly credentials: AcceptedCredentials;
    readonly region: "";
    readonly edge: "";
  };
  /** All requests so far, in the order in which they were received. */
  readonly requests: readonly RecordedRequest[];
  /** Those of them that got as far as being worked on, whether their answers arrived or not. */
  readonly performed: readonly Performed[];
  /** All callbacks that were sent so far. */
  readonly callbacks: readonly SentCallback[];
  /** Resolves once no callback is under way. */
  readonly told: () => Promise<void>;
  /** What stands here for `https://<host>`: `baseUrl("api.twilio.com")` is `http://127.0.0.1:PORT/api.twilio.com`. */
  readonly baseUrl: (host: string) => string;
  /** Makes something go wrong, once or more often. */
  readonly fail: (fault: Fault) => void;
  /** Makes everything go well again. */
  readonly recover: () => void;
  /** Ends the server and all its connections. */
  readonly close: () => Promise<void>;
}

/** Starts a Twilio on a free port of this machine. It begins empty, and forgets everything when it is closed. */
export async function startLocalTwilio(options: LocalTwilioOptions = {}): Promise<LocalTwilio> {
  const { credentials = LOCAL_CREDENTIALS, port: wanted = 0, onRequest } = options;
  const documents = await loadDocuments();
  const callbacks = new Callbacks(options, credentials.authToken);
  let { account, site } = emptySite(documents, { ...options, credentials, callbacks });
  const requests: RecordedRequest[] = [];
  const performed: Performed[] = [];
  const limit = new RateLimit(options);
  const faults = new Faults();

  async function exchange(incoming: IncomingMessage, response: ServerResponse): Promise<void> {
    const received = await receive(incoming);
    if (received.host === "_requests") {
      const reply = onRequests(received.method, requests);
      if (received.method === "DELETE") {
        requests.length = 0;
        performed.length = 0;
        ({ account, site } = emptySite(documents, { ...options, credentials, callbacks }));
      }
      return send(response, reply);
    }
    const route = site.documents.route(received);
    const request = { ...received, operation: route?.operationId };
    requests.push(request);
    response.setHeader("Twilio-Request-Id", account.newSid("RQ"));

    const perform = (): Reply => {
      const reply = answer(request, route, site);
      performed.push({ request, reply });
      return reply;
    };
    await limit.delay();
    if (!limit.admits()) return send(response, generalError(429).reply());
    const fault = faults.strike(request);
    if (fault) sendFault(response, fault, perform);
    else send(response, perform());
    onRequest?.(request, response.statusCode);
  }

  const server = createServer((incoming, response) => {
    // Only a client that breaks off makes this fail, and then nobody is left to tell.
    exchange(incoming, response).catch(() => response.destroy());
  });
  // On a busy machine a server that closes idle connections closes one that a request has just been sent on.
  server.keepAliveTimeout = 0;
  const port = await listen(server, wanted);

  const baseUrl = (host: string): string => `http://127.0.0.1:${port}/${host}`;
  return {
    credentials,
    options: { baseUrl, credentials, region: "", edge: "" },
    requests,
    performed,
    baseUrl,
    fail: (fault) => faults.add(fault),
    recover: () => faults.clear(),
    callbacks: callbacks.sent,
    told: () => callbacks.settled(),
    close: () => {
      callbacks.close();
      return close(server);
    },
  };
}

/** A Twilio in which nothing has happened yet. */
function emptySite(
  documents: Site["documents"],
  options: Omit<LocalTwilioOptions, "callbacks"> & {
    readonly credentials: AcceptedCredentials;
    readonly callbacks: Callbacks;
  },
): { readonly account: Account; readonly site: Site } {
  const { now = () => new Date(), credentials, callbacks } = options;
  const account: Account = { sid: credentials.accountSid, newSid: sidSequence(), now, callbacks };
  const operations = {
    ...messages(account, options),
    ...services(account, options),
    ...conversations(account),
    ...flows(account, options),
  };
  return { account, site: { documents, credentials, operations, resources: new Resources(account) } };
}

/** What was asked so far, for tests that are no part of this process; a DELETE forgets it, and all that was made. */
function onRequests(method: string, requests: readonly RecordedRequest[]): Reply {
  if (method === "DELETE") return { status: 204, body: {} };
  if (method !== "GET") return methodNotAllowed().reply();
  const shown = requests.map(({ method: asked, host, path, query, headers, form, operation }) => {
    const signed = headers["authorization"] === undefined ? {} : { authorization: "***" };
    return { method: asked, host, path, query, headers: { ...headers, ...signed }, form, operation };
  });
  return ok(shown);
}

function listen(server: Server, port: number): Promise<number> {
  return new Promise((resolve, reject) => {
    server.once("error", reject);
    server.listen(port, "127.0.0.1", () => {
      const address = server.address();
      if (typeof address === "object" && address) resolve(address.port);
    });
  });
}

function close(server: Server): Promise<void> {
  return new Promise((resolve) => {
    server.close(() => resolve());
    server.closeAllConnections();
  });
}
