import type { IncomingMessage } from "node:http";
import { decodeForm, type FormField, isForm } from "./forms.js";

/** A request as it came over the wire. */
export interface RecordedRequest {
  readonly method: string;
  /** The host that Twilio would have been called at: the first segment of the path. */
  readonly host: string;
  /** The path at that host, as it was sent: still percent-encoded, without the query. */
  readonly path: string;
  /** The query as it was sent, without the question mark; empty if there is none. */
  readonly query: string;
  /** Names in lower case. */
  readonly headers: Readonly<Record<string, string>>;
  /** Names and values in turn, as they were sent. */
  readonly rawHeaders: readonly string[];
  /** The body as it was sent. */
  readonly body: string;
  /** The fields of a form in the order in which they were sent, decoded; empty for a body that is no proper form. */
  readonly form: readonly FormField[];
  /** The operation that it is for; `undefined` if the documents know none. */
  readonly operation: string | undefined;
}

/** Reads a request to its end. Rejects if the client breaks off. */
export async function receive(incoming: IncomingMessage): Promise<Omit<RecordedRequest, "operation">> {
  const { method = "GET", url = "/", rawHeaders } = incoming;
  const [target, query] = cut(url, "?");
  const [host, path] = cut(target.slice(1), "/");
  const headers = Object.fromEntries(Object.entries(incoming.headers).map(([name, value]) => [name, String(value)]));
  const chunks: Buffer[] = [];
  for await (const chunk of incoming) chunks.push(chunk);
  const body = Buffer.concat(chunks).toString();
  const form = (isForm(headers["content-type"]) && decodeForm(body)) || [];
  return { method, host, path: `/${path}`, query, headers, rawHeaders, body, form };
}

function cut(text: string, mark: string): [before: string, after: string] {
  const at = text.indexOf(mark);
  return at < 0 ? [text, ""] : [text.slice(0, at), text.slice(at + 1)];
}
