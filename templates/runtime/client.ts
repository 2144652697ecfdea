import type { Answer, Call } from "./call.js";
import { authorizerFor, type Credentials, environmentCredentials } from "./credentials.js";
import { environment } from "./environment.js";
import { destinationOf, type Hosts } from "./hosts.js";
import { Limiter } from "./limiter.js";
import { checkNumbers } from "./numbers.js";
import { type Fetch, type Transport, transmit } from "./transport.js";

/** How to reach Twilio. All of it is optional. */
export interface TwilioOptions extends Hosts {
  /** @default TWILIO_ACCOUNT_SID, with TWILIO_API_KEY and TWILIO_API_SECRET or else with TWILIO_AUTH_TOKEN */
  credentials?: Credentials | undefined;
  /** Used in place of the platform's `fetch`. @default globalThis.fetch */
  fetch?: Fetch | undefined;
  /** How long one attempt at a request may take, its answer included, in milliseconds. @default 30_000 */
  timeout?: number | undefined;
  /** The largest answer that is read, in bytes. @default 10_000_000 */
  maxAnswerSize?: number | undefined;
  /**
   * How many requests may be under way at a time at most; others wait for their turn. A 429 halves it for some time.
   * @default 100
   */
  maxConcurrent?: number | undefined;
}

/** Credentials and settings to share between runs, and with them one OAuth token and one limit on concurrent requests. */
export interface TwilioClient {
  /** The account SID of the credentials, if they name one. */
  readonly accountSid: string | undefined;
  /** The same client with other settings; those not given stay. */
  with(options: TwilioOptions): TwilioClient;
  /** Where a URL of the OpenAPI document leads to, after region, edge and base URL. */
  locate(url: string): string;
  /**
   * Sends one request with the credentials added: for engines that carry requests out elsewhere.
   * @param onTurn Called when its turn has come; before, nothing of it has been sent
   */
  send(call: Call, signal?: AbortSignal, onTurn?: () => void): Promise<Answer>;
}

/** Makes a client. What is not given is read from the environment, now. */
export function createTwilio(options: TwilioOptions = {}): TwilioClient {
  const credentials = options.credentials ?? environmentCredentials();
  const hosts = { region: environment("TWILIO_REGION"), edge: environment("TWILIO_EDGE") };
  const client = new Client(undefined, { ...hosts, timeout: 30_000, maxAnswerSize: 10_000_000 }, new Limiter(100));
  return client.with({ ...options, credentials });
}

class Client implements TwilioClient {
  readonly accountSid: string | undefined;
  readonly #transport: Transport;
  readonly #limiter: Limiter;

  constructor(accountSid: string | undefined, transport: Transport, limiter: Limiter) {
    this.accountSid = accountSid || undefined;
    this.#transport = transport;
    this.#limiter = limiter;
  }

  with({ credentials, timeout, maxAnswerSize, maxConcurrent, ...options }: TwilioOptions): TwilioClient {
    checkNumbers({ timeout, maxAnswerSize, maxConcurrent });
    const now = this.#transport;
    const transport = {
      authorizer: credentials ? authorizerFor(credentials) : now.authorizer,
      region: options.region ?? now.region,
      edge: options.edge ?? now.edge,
      baseUrl: options.baseUrl ?? now.baseUrl,
      fetch: options.fetch ?? now.fetch,
      timeout: timeout ?? now.timeout,
      maxAnswerSize: maxAnswerSize ?? now.maxAnswerSize,
    };
    const limiter = maxConcurrent === undefined ? this.#limiter : new Limiter(Math.max(1, maxConcurrent));
    return new Client(credentials ? credentials.accountSid : this.accountSid, transport, limiter);
  }

  locate(url: string): string {
    return destinationOf(url, this.#transport).url;
  }

  send(call: Call, signal?: AbortSignal, onTurn?: () => void): Promise<Answer> {
    const send = (): Promise<Answer> => {
      onTurn?.();
      return transmit(call, this.#transport, signal);
    };
    return this.#limiter.run(send, signal);
  }
}
