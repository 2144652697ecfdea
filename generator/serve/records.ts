/** A request that was asked, and what became of it. */
export interface RecordedRequest {
  readonly method: string;
  /** As it was asked for, without the query. */
  readonly path: string;
  readonly query: Readonly<Record<string, string | readonly string[]>>;
  /** Names in lower case; `***` for what signs requests. */
  readonly headers: Readonly<Record<string, string>>;
  /** Read as its media type says; the text of a body that was not understood. */
  readonly body: unknown;
  /** The name of the document, where one has the path. */
  readonly api: string | undefined;
  /** The operation, by its id, else by its method and path. */
  readonly operation: string | undefined;
  readonly status: number;
}

/** Older ones are forgotten. */
const most = 1_000;

/** The last requests that a server was asked. */
export class Records {
  #all: RecordedRequest[] = [];

  add(request: RecordedRequest): void {
    this.#all.push(request);
    if (this.#all.length > most) this.#all.shift();
  }

  list(): readonly RecordedRequest[] {
    return this.#all;
  }

  clear(): void {
    this.#all = [];
  }
}

const secret = /^(proxy-)?authorization$|^cookie$|api[-_]?key|token|secret|password|session/i;

/** Values by name, those that look like secrets left out. */
export function withoutSecrets<Value>(
  values: Iterable<readonly [string, Value]>,
): Readonly<Record<string, Value | "***">> {
  return Object.fromEntries([...values].map(([name, value]) => [name, secret.test(name) ? "***" : value]));
}
