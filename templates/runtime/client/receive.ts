/** What has come of an answer. */
export interface Incoming {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
  readonly encoding?: "base64";
}

/** Takes in an answer as it comes. */
export interface Sink {
  /** @param headers By their names in lower case */
  begin(status: number, headers: Readonly<Record<string, string>>): void;
  /** Throws for bytes that it does not take. Where it returns a promise, more may come once that resolves. */
  take(bytes: Uint8Array): void | Promise<void>;
  end(): void;
}

/** Thrown for an answer that is larger than it may be. */
export class TooLarge extends Error {}

/** Thrown for what cannot be read as the stream that it should be. */
export class Unreadable extends Error {}

/** Keeps an answer, so that what came is known even if the rest never does. */
export class Receiver implements Sink {
  readonly #limit: number;
  readonly #wantsBytes: boolean;
  readonly #chunks: Uint8Array[] = [];
  #status = 0;
  #headers: Readonly<Record<string, string>> = {};
  #size = 0;
  #isWhole = false;

  /** @param limit The bytes that an answer may have */
  constructor(limit: number, wantsBytes: boolean) {
    this.#limit = limit;
    this.#wantsBytes = wantsBytes;
  }

  begin(status: number, headers: Readonly<Record<string, string>>): void {
    this.#status = status;
    this.#headers = headers;
  }

  /** Throws a {@link TooLarge} for a byte too many. */
  take(bytes: Uint8Array): void {
    this.#chunks.push(bytes);
    this.#size += bytes.byteLength;
    if (this.#size > this.#limit) throw new TooLarge(`the answer is larger than ${this.#limit} bytes`);
  }

  end(): void {
    this.#isWhole = true;
  }

  /** What has come until now. */
  get incoming(): Incoming {
    const [status, headers] = [this.#status, this.#headers];
    const bytes = this.#bytes();
    if (!this.#wantsBytes || status < 200 || status > 299) {
      return { status, headers, body: textOf(bytes, headers["content-type"] ?? "", this.#isWhole) };
    }
    return { status, headers, body: btoa(charactersOf(bytes)), encoding: "base64" };
  }

  #bytes(): Uint8Array {
    const [first = new Uint8Array(), ...others] = this.#chunks;
    if (others.length === 0) return first;
    const all = new Uint8Array(this.#size);
    let at = 0;
    for (const chunk of this.#chunks) {
      all.set(chunk, at);
      at += chunk.byteLength;
    }
    return all;
  }
}

/** A character for each byte, as `btoa` takes them. */
function charactersOf(bytes: Uint8Array): string {
  return Array.from(bytes, (byte) => String.fromCharCode(byte)).join("");
}

/** Text is in the character set that it says, if that is known here; all else, and JSON whatever it says, in UTF-8. */
function textOf(bytes: Uint8Array, mediaType: string, isWhole: boolean): string {
  // The beginning of a character at the end of what is not whole is left out.
  return isWhole ? decoderFor(mediaType).decode(bytes) : decoderFor(mediaType).decode(bytes, { stream: true });
}

function decoderFor(mediaType: string): TextDecoder {
  const charset = /;\s*charset\s*=\s*"?([^\s";]+)/i.exec(mediaType)?.[1];
  if (charset === undefined || /^[^;]*[/+]json\b/i.test(mediaType)) return new TextDecoder();
  try {
    return new TextDecoder(charset);
  } catch {
    return new TextDecoder();
  }
}
