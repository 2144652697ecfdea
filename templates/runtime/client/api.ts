import createClient from "openapi-fetch";
import { textBody } from "../encoding/body.js";
import type { Client } from "./client-types.js";
import { encodeCookies } from "../encoding/cookies.js";
import { encodeForm } from "../encoding/form.js";
import { complaintAboutHeader } from "../encoding/header.js";
import { encodePath } from "../encoding/path.js";
import type { Security } from "./security.js";
import type { PlainRequest, ReadAnswer } from "../run/step.js";
import { fieldsOf } from "../errors/text.js";

/** Runs one call of the client, so that what it throws can be told in terms of the workflow. */
export type Guard = (work: () => Promise<ReadAnswer>) => Promise<ReadAnswer>;

/** What the requests of a client have in common. */
export interface ApiSettings {
  /** The name of its source, by which options have what is for it alone. @default none */
  readonly source?: string | undefined;
  /** The media type of bodies, where a request does not name its own. @default that of JSON */
  readonly contentType?: string | undefined;
  /** How they are signed, with the credentials of the source. @default as those of the client are */
  readonly security?: Security | undefined;
  /** Other hosts that URLs of its answers may lead to, `*.` in front for all below one. @default none */
  readonly hosts?: readonly string[] | undefined;
}

/** The little of a `Request` that is used, without its cost and its rewriting of URLs. */
class CallRequest implements PlainRequest {
  readonly url: string;
  readonly method: string;
  readonly headers: Headers;
  readonly content: PlainRequest["content"];

  constructor(url: string, init: { method: string; headers: Headers; body: PlainRequest["content"] }) {
    this.url = url;
    this.method = init.method;
    this.headers = init.headers;
    this.content = init.body;
  }
}

/** Writes paths, queries, cookies and bodies as servers read them. One for all servers: each call names its own. */
const shared = createClient<{}>({
  pathSerializer: encodePath,
  querySerializer: encodeForm,
  bodySerializer: textBody,
  // openapi-fetch wants a whole `Request` class, but only constructs it, reads `method`, and hands it to our `fetch`.
  Request: CallRequest as unknown as typeof Request,
});

/** A client of openapi-fetch for the calls of one run to a server. */
export function createApi<Paths extends {}>(server: string, guard: Guard, settings: ApiSettings): Client<Paths> {
  return new Proxy<Client<Paths>>(shared as unknown as Client<Paths>, {
    get(target, name) {
      return (path: unknown, options: unknown) =>
        guard(() => Reflect.apply(Reflect.get(target, name), target, [path, withOwn(options, server, settings)]));
    },
  });
}

/** openapi-fetch does not send cookies. What else it does not know becomes a field of the request. */
function withOwn(given: unknown, baseUrl: string, { contentType, source, security }: ApiSettings): object {
  const options = fieldsOf(given);
  const { cookie, header } = fieldsOf(options["params"]);
  const body = options["body"];
  const headers: Record<string, unknown> = {
    ...(body !== undefined && contentType && { "Content-Type": contentType }),
    ...fieldsOf(options["headers"]),
  };
  const cookies = [headers["Cookie"], encodeCookies(fieldsOf(cookie))].filter(Boolean).join("; ");
  if (cookies !== "") headers["Cookie"] = cookies;
  // What `Headers` says of a value repeats it, and it may be a secret.
  for (const [name, value] of [...Object.entries(headers), ...Object.entries(fieldsOf(header))]) {
    const complaint = complaintAboutHeader(String(value));
    if (complaint !== undefined) throw new TypeError(`the header ${name} ${complaint}`);
  }
  return { ...options, baseUrl, headers, wants: options["parseAs"], source, security };
}
