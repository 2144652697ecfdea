import type { RecordedRequest } from "./recording.js";

/** Something that goes wrong on purpose. */
export interface Fault {
  /** The operationId of the requests that it strikes. @default any */
  readonly operation?: string;
  /** What the host and path of the requests match, such as `/^api\.twilio\.com\//`. @default any */
  readonly path?: RegExp;
  /** How many of these requests pass before it strikes. @default 0 */
  readonly skip?: number;
  /** How many of these requests it strikes, one after the other. @default 1 */
  readonly times?: number;
  /**
   * What the client gets in place of an answer. A number is an HTTP status, with the body that Twilio has for it;
   * `html` a gateway's 502 page; `empty` a 500 without a body; `reset` a connection that breaks; `stall` one on which
   * nothing comes; `truncate` one that breaks in the middle of the true answer.
   */
  readonly with: number | "html" | "empty" | "reset" | "stall" | "truncate";
  /** More headers for an answer with a status of its own, such as `Retry-After`. */
  readonly headers?: Readonly<Record<string, string>>;
  /** Whether Twilio does what was asked, and only the answer is lost. `truncate` always does. @default false */
  readonly processed?: boolean;
}

/** The faults that wait for their requests. */
export class Faults {
  readonly #waiting: { readonly fault: Fault; skip: number; times: number }[] = [];

  add(fault: Fault): void {
    this.#waiting.push({ fault, skip: fault.skip ?? 0, times: fault.times ?? 1 });
  }

  clear(): void {
    this.#waiting.length = 0;
  }

  /** The fault that strikes this request: of those that match, the one that was added first. */
  strike({ host, path, operation }: RecordedRequest): Fault | undefined {
    for (const waiting of this.#waiting) {
      const { fault } = waiting;
      if (waiting.times === 0) continue;
      if (fault.operation !== undefined && fault.operation !== operation) continue;
      if (fault.path && !fault.path.test(host + path)) continue;
      if (waiting.skip > 0) {
        waiting.skip -= 1;
        continue;
      }
      waiting.times -= 1;
      return fault;
    }
    return undefined;
  }
}
