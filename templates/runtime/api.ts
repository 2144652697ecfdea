import createClient from "openapi-fetch";
import { encodeBody } from "./body.js";
import type { Client } from "./client-types.js";
import { encodeForm } from "./form.js";
import { encodePath } from "./path.js";

/** Runs one call of the client, so that what it throws can be told in terms of the workflow. */
export type Guard = (work: () => unknown) => Promise<unknown>;

/** An openapi-fetch client that writes paths, queries and bodies as Twilio reads them. */
export function createApi<Paths extends {}>(server: string, guard: Guard): Client<Paths> {
  const client = createClient<Paths>({
    baseUrl: server,
    pathSerializer: encodePath,
    querySerializer: encodeForm,
    bodySerializer: (body: unknown, headers?: Headers) =>
      encodeBody(body, headers?.get("content-type") ?? "application/json"),
    // openapi-fetch wants a whole `Request` class, but only constructs it, reads `method`, and hands it to our `fetch`.
    Request: PlainRequest as unknown as typeof Request,
  });
  return new Proxy<Client<Paths>>(client as unknown as Client<Paths>, {
    get(target, name) {
      return (...args: readonly unknown[]) => guard(() => Reflect.apply(Reflect.get(target, name), target, args));
    },
  });
}

/** The little of a `Request` that is used, without its cost and its rewriting of URLs. */
class PlainRequest {
  readonly url: string;
  readonly method: string;
  readonly headers: Headers;
  readonly #body: string;

  constructor(url: string, init: { method: string; headers: Headers; body: string | undefined }) {
    // Without path parameters openapi-fetch leaves the path as it is, so one that needs them is found here.
    this.url = encodePath(url, {});
    this.method = init.method;
    this.headers = init.headers;
    this.#body = init.body ?? "";
  }

  async text(): Promise<string> {
    return this.#body;
  }
}
