/**
 * For engines that run workflows where only the language itself is, as Temporal does: import it before the generated
 * functions. It makes the little of `Headers`, `Response`, `FormData` and `Blob` that planning a request and judging an
 * answer take, each where it is missing; `URL` and `TextEncoder` have to be there. It is not enough to send requests.
 */

class SandboxHeaders {
  readonly #values = new Map<string, string>();

  constructor(init: Iterable<readonly [string, string]> = []) {
    for (const [name, value] of init) this.append(name, value);
  }

  get(name: string): string | null {
    return this.#values.get(name.toLowerCase()) ?? null;
  }

  set(name: string, value: unknown): void {
    this.#values.set(name.toLowerCase(), String(value).trim());
  }

  append(name: string, value: unknown): void {
    const before = this.get(name);
    this.set(name, before === null ? value : `${before}, ${String(value)}`);
  }

  delete(name: string): void {
    this.#values.delete(name.toLowerCase());
  }

  entries(): IterableIterator<[string, string]> {
    return this.#values.entries();
  }

  forEach(callback: (value: string, name: string) => void): void {
    this.#values.forEach(callback);
  }
}

/** Of text: a file needs the platform. */
class SandboxResponse {
  readonly status: number;
  readonly headers: SandboxHeaders;
  readonly #body: string;

  constructor(body: string | null, init: { status: number; headers: Iterable<readonly [string, string]> }) {
    this.status = init.status;
    this.headers = new SandboxHeaders(init.headers);
    this.#body = body ?? "";
  }

  get ok(): boolean {
    return this.status >= 200 && this.status < 300;
  }

  async text(): Promise<string> {
    return this.#body;
  }

  async json(): Promise<unknown> {
    return JSON.parse(this.#body);
  }
}

/** Nothing is one of them where they are missing. */
class Nothing {
  readonly size = 0;
}

const missing = { Headers: SandboxHeaders, Response: SandboxResponse, FormData: Nothing, Blob: Nothing };

/** Makes what is missing, once more where it was taken away. */
export function makeSandbox(): void {
  for (const [name, value] of Object.entries(missing)) {
    if (!(name in globalThis)) Object.defineProperty(globalThis, name, { value, configurable: true, writable: true });
  }
}

makeSandbox();
