import { onTestFinished } from "vitest";
import { to } from "../runtime/support/options.js";
import { serve, type Received, type Reply } from "../runtime/support/server.js";
import type { Compiler } from "../support/compiler.js";
import { Loaded } from "../support/load.js";
import { codeBesideOurs } from "./allowed.js";

/** Documents, as data or as text, and how to call what is made of them. */
export interface Attack {
  readonly arazzo: object | string;
  readonly openapi: object | string;
  /** Further files, by name. */
  readonly files?: Readonly<Record<string, string>>;
  readonly input?: Readonly<Record<string, unknown>>;
  /** What the server answers. */
  readonly replies?: readonly Reply[] | ((request: Received) => Reply);
  /** Options of the call, beside those that lead to the server. */
  readonly options?: object;
}

/** What came of it. Of the findings, those that are errors; of a call, what came over the wire and what came of it. */
export interface Outcome {
  readonly refused: readonly string[];
  readonly files: ReadonlyMap<string, string>;
  readonly sent: readonly Received[];
  readonly result?: unknown;
  readonly error?: unknown;
}

/**
 * Generates from the documents; reads what comes out, imports it and calls it, against a server on this machine.
 * @throws Error where something was made of a document that was refused, where a file holds what we never write, and
 * where a text of the documents was run.
 */
export async function attack(compiler: Compiler, given: Attack): Promise<Outcome> {
  const { findings, files } = await compiler.compile({
    arazzo: textOf(given.arazzo),
    openapi: textOf(given.openapi),
    ...(given.files && { files: given.files }),
  });
  const refused = findings.filter((finding) => finding.includes("error "));
  if (refused.length > 0 && files.size > 0) throw new Error("files were made in spite of an error");
  if (files.size === 0) return { refused, files, sent: [] };
  const strays = codeBesideOurs(files);
  if (strays.length > 0) throw new Error(strays.join("\n"));
  return { refused, files, ...(await call(files, given)) };
}

async function call(files: ReadonlyMap<string, string>, given: Attack): Promise<Omit<Outcome, "refused" | "files">> {
  const loaded = new Loaded(files);
  onTestFinished(() => loaded.remove());
  const made = [...files].find(([name]) => name.startsWith("workflows/"))?.[1] ?? "";
  const [, name = ""] = /^export async function (\w+)/m.exec(made) ?? [];
  const fn = await loaded.fn(name);
  const { url, requests } = await serve(given.replies ?? [{ status: 200, body: { sid: "TH1" } }]);
  const ended = await fn(given.input ?? {}, to(url, { retries: 0, ...given.options })).then(
    (result) => ({ result }),
    (error: unknown) => ({ error }),
  );
  if ("PWNED" in globalThis) throw new Error("a text of the documents was run");
  return { sent: requests, ...ended };
}

/** What came of it, a line each: why it was refused; else what came over the wire, and the result or the error. */
export function shown({ refused, sent, result, error }: Outcome): readonly string[] {
  if (refused.length > 0)
    return refused.map((finding) => finding.replace(/^.*?error /s, "refused: ").split(" | ")[0] ?? "");
  const wire = sent.map(({ method, url, body }) => [method, url, ...(body === "" ? [] : [body])].join(" "));
  const why = (failure: Error): string => failure.message.replace(/http:\/\/127\.0\.0\.1:\d+/, "").slice(0, 120);
  return [...wire, error instanceof Error ? `${error.name}: ${why(error)}` : JSON.stringify(result)];
}

function textOf(document: object | string): string {
  return typeof document === "string" ? document : JSON.stringify(document);
}
