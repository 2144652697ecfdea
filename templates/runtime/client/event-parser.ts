import type { StreamFormat } from "../answers/call.js";
import { isJson } from "../answers/exact-json.js";
import { TooLarge, Unreadable } from "./receive.js";

/** What OpenAI and those who follow it send where a stream of JSON ends. */
const DONE = "[DONE]";

/** Takes a stream apart, wherever it was cut on its way. Each event becomes a JSON text. */
export interface EventParser {
  /** The events that have ended with this text. Throws a {@link TooLarge} or an {@link Unreadable}. */
  take(text: string): readonly string[];
  /** The last one, where nothing has to stand behind it. */
  end(): readonly string[];
  /** The stream has said that it ends here. */
  readonly isOver: boolean;
}

/** @param limit The characters that one event may have */
export function parserFor(format: StreamFormat, limit: number): EventParser {
  if (format === "json-lines") return new JsonTexts("\n", limit);
  return format === "json-seq" ? new JsonTexts("\x1e", limit) : new ServerSentEvents(format, limit);
}

/** JSON texts, one behind the other. @see https://www.rfc-editor.org/rfc/rfc7464 */
class JsonTexts implements EventParser {
  readonly isOver = false;
  readonly #pieces: Pieces;

  constructor(separator: string, limit: number) {
    this.#pieces = new Pieces(separator, limit);
  }

  take(text: string): readonly string[] {
    return jsonOf(this.#pieces.take(text));
  }

  end(): readonly string[] {
    return jsonOf([this.#pieces.rest]);
  }
}

function jsonOf(pieces: readonly string[]): readonly string[] {
  const texts = pieces.map((piece) => piece.trim()).filter((piece) => piece !== "");
  for (const text of texts) checkJson(text, "a line of the stream is no JSON");
  return texts;
}

/** @see https://html.spec.whatwg.org/multipage/server-sent-events.html#event-stream-interpretation */
class ServerSentEvents implements EventParser {
  isOver = false;
  readonly #format: StreamFormat;
  readonly #limit: number;
  readonly #lines: Pieces;
  #fields = new Map<string, string>();
  #isBehindReturn = false;

  constructor(format: StreamFormat, limit: number) {
    this.#format = format;
    this.#limit = limit;
    this.#lines = new Pieces(/\r\n|\r|\n/, limit);
  }

  take(given: string): readonly string[] {
    // A CR ends its line by itself, so that an LF behind it may come with the next piece.
    const text = this.#isBehindReturn && given.startsWith("\n") ? given.slice(1) : given;
    this.#isBehindReturn = given.endsWith("\r");
    return this.#lines.take(text).flatMap((line) => this.#line(line));
  }

  /** What no empty line stands behind is no event. */
  end(): readonly string[] {
    return [];
  }

  #line(line: string): readonly string[] {
    if (this.isOver) return [];
    if (line === "") return this.#event();
    const colon = line.indexOf(":");
    const name = colon < 0 ? line : line.slice(0, colon);
    const value = colon < 0 ? "" : line.slice(colon + 1).replace(/^ /, "");
    const data = this.#fields.get("data");
    if (name === "data") this.#fields.set(name, data === undefined ? value : `${data}\n${value}`);
    else if (name === "event" || (name === "id" && !value.includes("\0"))) this.#fields.set(name, value);
    else if (name === "retry" && /^\d{1,15}$/.test(value)) this.#fields.set(name, value);
    if (data !== undefined && data.length + value.length > this.#limit) throw tooLarge(this.#limit);
    return [];
  }

  #event(): readonly string[] {
    const fields = this.#fields;
    this.#fields = new Map();
    const data = fields.get("data");
    if (data === undefined) return [];
    this.isOver = this.#format !== "events" && data.trim() === DONE;
    if (this.isOver) return [];
    if (this.#format === "json-events") checkJson(data, "the data of an event are no JSON");
    const ofJson = this.#format === "json-events" || (this.#format === "mixed-events" && isJson(data));
    const members = [...fields].map(([name, value]) => {
      const isPlain = name === "retry" || (name === "data" && ofJson);
      return `"${name}":${isPlain ? value : JSON.stringify(value)}`;
    });
    return [`{${members.join(",")}}`];
  }
}

/** A text cut where its separators stand, whatever pieces it comes in. */
class Pieces {
  readonly #separator: string | RegExp;
  readonly #limit: number;
  /** What no separator stands behind yet. */
  rest = "";

  constructor(separator: string | RegExp, limit: number) {
    this.#separator = separator;
    this.#limit = limit;
  }

  take(text: string): readonly string[] {
    const [first, ...others] = text.split(this.#separator);
    const pieces = [`${this.rest}${first}`, ...others];
    if (pieces.some((piece) => piece.length > this.#limit)) throw tooLarge(this.#limit);
    this.rest = String(pieces.pop());
    return pieces;
  }
}

function tooLarge(limit: number): TooLarge {
  return new TooLarge(`an event of the stream is larger than ${limit} bytes`);
}

/** Nothing of the text is told, which may hold secrets. */
function checkJson(text: string, complaint: string): void {
  if (!isJson(text)) throw new Unreadable(complaint);
}
