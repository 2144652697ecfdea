import { bytesToBase64, toBase64 } from "../runtime/encoding/base64.js";
import type { Answer, Call } from "../runtime/index.js";
import type { StepAnswer } from "./step-answers.js";

/** An answer as the runtime takes it. */
export async function answerFor(call: Call, given: StepAnswer): Promise<Answer> {
  const { status = 200, headers = {}, body } = given;
  const failure = "failure" in given ? { failure: given.failure } : {};
  const isFile = call.wants === "bytes" && status >= 200 && status < 300;
  const content = isFile ? await fileOf(body) : textOf(body);
  const type = typeof body === "object" && !isBytes(body) ? { "content-type": "application/json" } : {};
  return { status, headers: { ...type, ...lowered(headers) }, ...content, ...failure };
}

function textOf(body: unknown): Pick<Answer, "body"> {
  if (body === undefined) return { body: "" };
  return { body: typeof body === "string" ? body : JSON.stringify(body) };
}

async function fileOf(body: unknown): Promise<Pick<Answer, "body" | "encoding">> {
  if (!isBytes(body)) return { body: toBase64(textOf(body).body), encoding: "base64" };
  const bytes = body instanceof Blob ? new Uint8Array(await body.arrayBuffer()) : body;
  return { body: bytesToBase64(bytes), encoding: "base64" };
}

function isBytes(body: unknown): body is Blob | Uint8Array {
  return body instanceof Blob || body instanceof Uint8Array;
}

function lowered(headers: Readonly<Record<string, string>>): Record<string, string> {
  return Object.fromEntries(Object.entries(headers).map(([name, value]) => [name.toLowerCase(), value]));
}

/** What a request carries, as a test would write it. */
export function bodyOf({ headers, body }: Call): unknown {
  const type = headers["content-type"] ?? "";
  if (body === undefined || body === "") return undefined;
  if (/^application\/(.+\+)?json\b/i.test(type)) return JSON.parse(body);
  return /^application\/x-www-form-urlencoded\b/i.test(type) ? fieldsOf(body) : body;
}

/** The fields of a form; those that occur more than once are lists. */
function fieldsOf(form: string): Readonly<Record<string, string | readonly string[]>> {
  const fields = new URLSearchParams(form);
  const entries = [...new Set(fields.keys())].map((name) => {
    const [first = "", ...others] = fields.getAll(name);
    return [name, others.length === 0 ? first : [first, ...others]] as const;
  });
  return Object.fromEntries(entries);
}
