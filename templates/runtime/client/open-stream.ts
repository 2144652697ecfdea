import type { StreamFormat, StreamPart } from "../answers/call.js";
import { digest } from "../journal/digest.js";
import { type EventParser, parserFor } from "./event-parser.js";
import type { Connection, IncomingPart, PartedStream } from "./held-stream.js";
import { type Incoming, Receiver, Unreadable } from "./receive.js";

/** How much is read ahead of what is asked for: then the server has to wait. */
const AHEAD = { events: 500, size: 1_000_000 } as const;

/**
 * A stream that is read in parts. What has come is kept until it is asked for, up to some amount, so that a stream of any
 * length takes no more memory than that.
 */
export class OpenStream implements PartedStream {
  readonly #parser: EventParser;
  readonly #decoder = new TextDecoder();
  readonly #format: StreamFormat;
  readonly #connection: Connection;
  /** Takes in the answer where it is no success. */
  readonly #error: Receiver;
  #head: Pick<Incoming, "status" | "headers"> = { status: 0, headers: {} };
  #events: string[] = [];
  #size = 0;
  /** Those that have been handed out, or were before it was opened: how many, and a digest of them. */
  #count = 0;
  #digest = "";
  /** Where it is to go on. */
  #from: { readonly count: number; readonly digest: string };
  #end: { readonly error?: unknown } | undefined;
  /** Somebody has been told that it has broken off. */
  #isBroken = false;
  #wake: () => void = () => undefined;
  #goOn: () => void = () => undefined;

  /**
   * @param limit The bytes that one event may have, and an answer that is no success
   * @param connection It is given up once nothing more is wanted
   */
  constructor({ format, after = "0:" }: StreamPart, limit: number, connection: Connection) {
    const colon = after.indexOf(":");
    this.#format = format;
    this.#from = { count: Number(after.slice(0, colon)), digest: after.slice(colon + 1) };
    this.#parser = parserFor(format, limit);
    this.#error = new Receiver(limit, false);
    this.#connection = connection;
  }

  isAt({ after }: StreamPart): boolean {
    return this.#place === after && !this.#isBroken;
  }

  get incoming(): Incoming {
    return this.#isError ? this.#error.incoming : { ...this.#head, body: "" };
  }

  begin(status: number, headers: Readonly<Record<string, string>>): void {
    this.#head = { status, headers };
    this.#error.begin(status, headers);
    const type = String(headers["content-type"]);
    if (this.#isError || !this.#format.endsWith("events") || /^\s*text\/event-stream\s*(;|$)/i.test(type)) return;
    this.fail(new Unreadable("the answer is no stream of events"));
  }

  /** Resolves once there is room for more. */
  take(bytes: Uint8Array): void | Promise<void> {
    // Whoever goes on reading what nobody wants is told so.
    if (this.#end) throw new Error("nothing more of it is wanted");
    if (this.#isError) return this.#error.take(bytes);
    try {
      this.#add(this.#parser.take(this.#decoder.decode(bytes, { stream: true })));
    } catch (error) {
      return this.fail(error);
    }
    if (this.#parser.isOver) return this.#close({});
    this.#wake();
    if (!this.#isFull) return undefined;
    return new Promise((resolve) => (this.#goOn = resolve));
  }

  end(): void {
    this.#error.end();
    try {
      this.#add(this.#isError ? [] : this.#parser.end());
      if (this.#isBehind) throw changed();
      this.#close({});
    } catch (error) {
      this.fail(error);
    }
  }

  fail(error: unknown): void {
    this.#close({ error });
  }

  close(): void {
    this.#close({ error: new Error("nothing more of it is wanted") });
  }

  async next(most: number): Promise<IncomingPart> {
    while (!this.#end && this.#events.length === 0) {
      await new Promise<void>((resolve) => (this.#wake = resolve));
    }
    const end = this.#end;
    if (end && "error" in end && (this.#events.length === 0 || this.#isError)) {
      this.#isBroken = true;
      throw end.error;
    }
    if (this.#isError) return this.#error.incoming;
    const events = this.#events.splice(0, most);
    for (const event of events) this.#pass(event);
    this.#size -= events.reduce((size, event) => size + event.length, 0);
    if (!this.#isFull) this.#goOn();
    const isLast = end && !("error" in end) && this.#events.length === 0;
    return { ...this.#head, body: `[${events.join(",")}]`, ...(!isLast && { rest: this.#place }) };
  }

  get #place(): string {
    return `${this.#count}:${this.#digest}`;
  }

  get #isError(): boolean {
    return this.#head.status < 200 || this.#head.status > 299;
  }

  get #isFull(): boolean {
    return this.#events.length >= AHEAD.events || this.#size >= AHEAD.size;
  }

  get #isBehind(): boolean {
    return !this.#isError && this.#count < this.#from.count;
  }

  #add(events: readonly string[]): void {
    for (const event of events) {
      if (!this.#isBehind) {
        this.#events.push(event);
        this.#size += event.length;
        continue;
      }
      this.#pass(event);
      if (!this.#isBehind && this.#digest !== this.#from.digest) throw changed();
    }
  }

  #pass(event: string): void {
    this.#count += 1;
    this.#digest = digest(this.#digest, event);
  }

  #close(end: { readonly error?: unknown }): void {
    this.#end ??= end;
    this.#wake();
    this.#goOn();
    this.#connection.giveUp(this.#end.error);
  }
}

function changed(): Unreadable {
  return new Unreadable("the stream does not begin as it did when it was read before");
}
