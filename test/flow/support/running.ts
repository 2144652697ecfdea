import { expect, onTestFinished } from "vitest";
import { to, quick } from "../../runtime/support/options.js";
import { serve, type Reply, type Received } from "../../runtime/support/server.js";
import { type Compiler } from "../../support/compiler.js";
import type { GivenDocuments } from "../../support/compile.js";
import { Loaded } from "../../support/load.js";
import { things } from "./things.js";

/** How a generated function is to be called. */
export interface Call {
  /** Answers in their order (the last one again and again), or an answer to each request. */
  readonly replies: readonly Reply[] | ((request: Received) => Reply);
  readonly input?: Readonly<Record<string, unknown>>;
  /** The function; of the first workflow, if none is named. */
  readonly fn?: string;
  readonly dependencies?: object;
  readonly options?: Readonly<Record<string, unknown>>;
}

/** What came of it. */
export interface Ran {
  /** `METHOD path body` of every request, in order. */
  readonly sent: readonly string[];
  /** What the function returned. */
  readonly result?: unknown;
  /** What it threw. */
  readonly error?: unknown;
  /** Every wait: its id and its milliseconds. Nothing has waited. */
  readonly waits: readonly (readonly [id: string, ms: number])[];
}

/** Documents of a test, over the API of things unless it gives one. */
type Documents = string | (Omit<GivenDocuments, "openapi"> & Partial<Pick<GivenDocuments, "openapi">>);

/** Compiles documents, and calls what comes out. */
export class Running {
  readonly #compiler: Compiler;

  constructor(compiler: Compiler) {
    this.#compiler = compiler;
  }

  /** Generates functions that can be called as often as one likes. */
  async load(given: Documents): Promise<(call: Call) => Promise<Ran>> {
    const documents = typeof given === "string" ? { arazzo: given } : given;
    const { files, findings, workflow } = await this.#compiler.compile({ openapi: things, ...documents });
    if (files.size === 0) throw new Error(["nothing was generated", ...findings].join("\n"));
    const loaded = new Loaded(files);
    onTestFinished(() => loaded.remove());
    const [first = ""] = /(?<=async function )\w+/.exec(workflow().fn) ?? [];
    return (call) => run(loaded, call.fn ?? first, call);
  }

  /** Generates a function and calls it once. */
  async run(given: Documents, call: Call): Promise<Ran> {
    return (await this.load(given))(call);
  }
}

async function run(loaded: Loaded, name: string, { replies, input = {}, dependencies, options }: Call): Promise<Ran> {
  const exports = await loaded.exports();
  const fn = exports[name];
  if (typeof fn !== "function") throw new TypeError(`no function ${name} is exported`);
  const server = await serve(replies);
  const { runner, sleeps } = quick();
  const last = to(server.url, { runner, retries: 0, ...options });
  const promise: Promise<unknown> = fn(input, ...(dependencies === undefined ? [] : [dependencies]), last);
  const settled = await promise.then(
    (result) => ({ result }),
    (error: unknown) => ({ error }),
  );
  const sent = server.requests.map(({ method, url, body }) => `${method} ${url}${body === "" ? "" : ` ${body}`}`);
  return { sent, waits: sleeps, ...settled };
}

/** Expects a run that came to an end. */
export function expectEnd(
  { sent, result, error }: Ran,
  want: { readonly sent: readonly string[]; readonly result: unknown },
): void {
  if (error !== undefined) throw error;
  expect({ sent, result }).toEqual(want);
}

/** A thing, as the API answers with it. */
export function thing(id: string, state = "new", name?: string): Reply {
  return { status: 200, body: { id, state, name } };
}

/** A thing that was made. */
export function made(id: string, state = "new"): Reply {
  return { status: 201, body: { id, state } };
}
