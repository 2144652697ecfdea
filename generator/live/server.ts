import { randomUUID } from "node:crypto";
import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import { setTimeout } from "node:timers/promises";
import type { WorkflowPlan } from "../ir/model.js";
import type { Api } from "../openapi/index.js";
import { complaintsAbout } from "../run/index.js";
import type { RunnableWorkflow } from "../runnable.js";
import { playInProcess } from "../serve/index.js";
import { livePage, refusedPage, runMarkup } from "./page.js";
import { LiveRun } from "./run.js";

/** What a site is served from. */
export interface LiveSiteOptions {
  /** Pages and what belongs to them, by their paths. */
  readonly files: ReadonlyMap<string, string>;
  readonly plans: readonly WorkflowPlan[];
  readonly workflows: readonly RunnableWorkflow[];
  /** What is played, by the names of the files. */
  readonly apis: ReadonlyMap<string, Api>;
  /** 0 for one that is free. */
  readonly port: number;
  /** How long each answer takes, in milliseconds, so that a run can be watched. */
  readonly pace: number;
}

export interface LiveSite {
  /** `http://127.0.0.1:4010` */
  readonly url: string;
  /** Ends it, its connections and all runs. */
  readonly close: () => Promise<void>;
}

/** So many runs are remembered, and an input may be so long, in bytes. */
const mostRuns = 100;
const mostBytes = 1024 * 1024;

const types: Readonly<Record<string, string>> = { html: "text/html", css: "text/css", js: "text/javascript" };

/**
 * Serves pages about workflows to this machine, which run them when they are asked to. Requests go to nobody: documents
 * are played in this process. What comes from a page of another site, or was led here by another name, is refused.
 * @throws what `listen` does, where the port is not free
 */
export async function startLiveSite(options: LiveSiteOptions): Promise<LiveSite> {
  const site = new Site(options);
  const server = createServer((request, response) => {
    // Only a client that breaks off makes this fail, and then nobody is left to tell.
    site.answer(request, response).catch(() => response.destroy());
  });
  const port = await new Promise<number>((resolve, reject) => {
    server.once("error", reject);
    server.listen(options.port, "127.0.0.1", () => {
      const address = server.address();
      resolve(typeof address === "object" && address ? address.port : options.port);
    });
  });
  return {
    url: `http://127.0.0.1:${port}`,
    async close() {
      site.close();
      const closed = new Promise<void>((resolve) => void server.close(() => resolve()));
      server.closeAllConnections();
      await closed;
    },
  };
}

class Site {
  readonly #options: LiveSiteOptions;
  readonly #closing = new AbortController();
  readonly #runs = new Map<string, { readonly run: LiveRun; readonly plan: WorkflowPlan }>();

  constructor(options: LiveSiteOptions) {
    this.#options = options;
  }

  close(): void {
    this.#closing.abort(new Error("the server was ended"));
  }

  async answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const { method = "GET", headers } = request;
    const { host = "", origin } = headers;
    if (!/^(?:127\.0\.0\.1|localhost)(?::\d+)?$/.test(host)) return send(response, 421, "");
    if (origin !== undefined && origin !== `http://${host}`) return send(response, 403, "");
    const { pathname } = new URL(request.url ?? "/", "http://127.0.0.1");
    const [, name] = /^\/workflows\/([^/]+)\/runs$/.exec(pathname) ?? [];
    if (name !== undefined) {
      return method === "POST" ? this.#begin(name, request, response) : send(response, 405, "");
    }
    if (method !== "GET" && method !== "HEAD") return send(response, 405, "");
    const [, id = "", events] = /^\/runs\/([^/]+)(\/events)?$/.exec(pathname) ?? [];
    const known = this.#runs.get(id);
    if (known !== undefined) {
      if (events !== undefined) return this.#watch(known, response);
      return send(response, 200, await livePage(id, known.run, known.plan));
    }
    const path = pathname === "/" ? "index.html" : pathname.slice(1);
    const text = this.#options.files.get(path);
    // Browsers ask for one, whether a page names one or not.
    if (path === "favicon.ico") return void response.writeHead(204).end();
    if (text === undefined) return send(response, 404, "There is no such page.", "text/plain");
    return send(response, 200, text, types[path.split(".").at(-1) ?? ""]);
  }

  /** Begins a run, and leads to its page. */
  async #begin(name: string, request: IncomingMessage, response: ServerResponse): Promise<void> {
    const plan = this.#options.plans.find(({ fileName }) => fileName === name);
    const workflow = this.#options.workflows.find(({ functionName }) => functionName === plan?.functionName);
    if (plan === undefined || workflow === undefined) return send(response, 404, "");
    const body = await readBody(request);
    if (body === undefined) return send(response, 413, "");
    const text = new URLSearchParams(body).get("input") ?? "";
    const input = parsed(text);
    const complaints = isRecord(input) ? complaintsAbout(input, workflow.input) : ["It takes an object, as JSON."];
    if (!isRecord(input) || complaints.length > 0) return send(response, 400, refusedPage(plan, text, complaints));
    const id = randomUUID();
    const run = new LiveRun(workflow);
    this.#runs.set(id, { run, plan });
    const [oldest] = this.#runs.keys();
    if (this.#runs.size > mostRuns && oldest !== undefined) this.#runs.delete(oldest);
    const { apis, pace } = this.#options;
    const play = playInProcess([...apis].map(([api, one]) => ({ name: api, api: one })));
    const { signal } = this.#closing;
    void run.start(
      input,
      async (unsent) => {
        if (pace > 0) await setTimeout(pace, undefined, { signal });
        return play(unsent);
      },
      signal,
    );
    response.writeHead(303, { Location: `/runs/${id}` }).end();
  }

  /** Sends what a page shows of a run each time that something happens, until the run is over. */
  async #watch({ run, plan }: { run: LiveRun; plan: WorkflowPlan }, response: ServerResponse): Promise<void> {
    response.writeHead(200, { "Content-Type": "text/event-stream", "Cache-Control": "no-store" });
    let isGone = false;
    let wake = (): void => undefined;
    const forget = run.watch(() => wake());
    response.once("close", () => {
      isGone = true;
      wake();
    });
    try {
      while (!isGone) {
        const next = new Promise<void>((resolve) => {
          wake = resolve;
        });
        const isOver = run.end !== undefined;
        const lines = String(await runMarkup(run, plan)).split("\n");
        response.write(`${isOver ? "event: end\n" : ""}${lines.map((line) => `data: ${line}\n`).join("")}\n`);
        if (isOver) break;
        await next;
      }
    } finally {
      forget();
      response.end();
    }
  }
}

function send(response: ServerResponse, status: number, text: string, type = "text/html"): void {
  response.writeHead(status, {
    "Content-Type": `${type}; charset=utf-8`,
    "Cache-Control": "no-store",
    "X-Content-Type-Options": "nosniff",
  });
  response.end(text);
}

/** @returns `undefined` if it is too long */
async function readBody(request: IncomingMessage): Promise<string | undefined> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of request) {
    size += chunk.length;
    if (size <= mostBytes) chunks.push(chunk);
  }
  return size > mostBytes ? undefined : Buffer.concat(chunks).toString();
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
