import type { Answer, Failure, StreamPart } from "../answers/call.js";
import type { Ending } from "./ending.js";
import type { Incoming, Sink } from "./receive.js";

/** A part of a stream. */
export interface IncomingPart extends Incoming {
  /** What the next part is asked for with; absent of the last one. */
  readonly rest?: string;
}

/** A stream that is read in parts. */
export interface PartedStream extends Sink {
  /** What has come of an answer that is none. */
  readonly incoming: Incoming;
  /** Whether this part would come next. */
  isAt(part: StreamPart): boolean;
  /** The next part, once there is something of it. Rejects where the stream has broken off before that. */
  next(most: number): Promise<IncomingPart>;
  /** It has broken off. What has come before can still be asked for. */
  fail(error: unknown): void;
  close(): void;
}

/** What a stream comes by. */
export interface Connection {
  giveUp(reason: unknown): void;
}

/** Takes out of what has come what is secret. */
export type Hide = (answer: IncomingPart & { readonly failure?: Failure }, begun: number) => Answer;

/** Keeps a stream open between the parts that are asked for. */
export interface HeldStream {
  /** What takes in a stream: only workflows that read one have the code for it. */
  readonly opens: (part: StreamPart, limit: number, connection: Connection) => PartedStream;
  open?: { readonly stream: PartedStream; readonly hide: Hide } | undefined;
}

/** The stream that goes on where a part begins, if it is open; another one is closed. */
export function heldAt(held: HeldStream | undefined, part: StreamPart | undefined): HeldStream["open"] {
  if (part === undefined || held?.open?.stream.isAt(part)) return part && held?.open;
  held?.open?.stream.close();
  return undefined;
}

/** The next part of a stream, which is closed if that is given up. */
export async function nextPart(stream: PartedStream, most: number, ending: Ending): Promise<IncomingPart> {
  const settled = ending.onEnd(() => stream.close());
  try {
    return await ending.race(stream.next(most));
  } finally {
    settled();
  }
}
