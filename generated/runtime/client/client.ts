// Written by twilio-workflows with each run: what is changed here is lost.
import type { Answer, Call } from "../answers/call.js";
import type { TwilioClient, TwilioOptions } from "../options/client-options.js";
import { authorizerFor, bySource, environmentAuthorizer, environmentCredentials } from "./credentials.js";
import { environment } from "./environment.js";
import { checkBaseOf, destinationOf } from "./hosts.js";
import { Limiter } from "./limiter.js";
import { optionRules } from "../options/option-checks.js";
import { checkOptions } from "../options/option-rules.js";
import { Signers } from "./signers.js";
import { DEFAULT_LIMITS, type Transport, transmit } from "./transport.js";

/**
 * Makes a client. What is not given is read from the environment, now. Throws an `InvalidOptionError` for an option that
 * cannot be used, and for one that there is not.
 */
export function createTwilio(options: TwilioOptions<object> = {}): TwilioClient {
  const hosts = { region: environment("TWILIO_REGION"), edge: environment("TWILIO_EDGE") };
  const credentials = environmentCredentials();
  const transport = { ...DEFAULT_LIMITS, authorizer: environmentAuthorizer(credentials), signers: new Signers() };
  return new Client(credentials.accountSid, transport, new Limiter(100)).with(hosts).with(options);
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

  with(options: TwilioOptions<object>): TwilioClient {
    checkOptions(options, optionRules);
    const { timeout, maxAnswerSize, maxConcurrent } = options;
    const { twilio: credentials, ...others } = bySource(options.credentials);
    const now = this.#transport;
    const transport = {
      authorizer: credentials ? authorizerFor(credentials) : now.authorizer,
      signers: options.credentials ? now.signers.with(others) : now.signers,
      region: options.region ?? now.region,
      edge: options.edge ?? now.edge,
      baseUrl: options.baseUrl ?? now.baseUrl,
      headers: { ...now.headers, ...lowered(options.headers) },
      fetch: options.fetch ?? now.fetch,
      timeout: timeout ?? now.timeout,
      maxAnswerSize: maxAnswerSize ?? now.maxAnswerSize,
    };
    const limiter = maxConcurrent === undefined ? this.#limiter : new Limiter(maxConcurrent);
    return new Client(credentials ? credentials.accountSid : this.accountSid, transport, limiter);
  }

  locate(url: string, { servers = [], security, isUnderWay }: Parameters<TwilioClient["locate"]>[1] = {}): string {
    checkBaseOf(servers, this.#transport);
    // Only when a run begins: later, some of its requests may have been signed by other means.
    const missing = security && servers.length > 0 && !isUnderWay && this.#transport.signers.complaintAbout(security);
    if (missing) throw missing;
    return destinationOf(url, this.#transport, security?.source).url;
  }

  send(call: Call, signal?: AbortSignal, onTurn?: () => void): Promise<Answer> {
    const send = (): Promise<Answer> => {
      onTurn?.();
      return transmit(call, this.#transport, signal);
    };
    return this.#limiter.run(send, signal);
  }
}

function lowered(headers: Readonly<Record<string, string>> = {}): Record<string, string> {
  return Object.fromEntries(Object.entries(headers).map(([name, value]) => [name.toLowerCase(), value]));
}
