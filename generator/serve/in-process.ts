import { answer, newPlay, refused, type Work } from "./answer.js";
import { bodyOf, headersFor } from "./reply-text.js";
import { Refusal } from "./refusal.js";
import type { Routes, ServedApi } from "./routes.js";

/** A request that is not sent. */
export interface UnsentRequest {
  readonly method: string;
  readonly url: string;
  /** Names in lower case. */
  readonly headers: Readonly<Record<string, string>>;
  readonly body?: string | undefined;
}

/** Plays documents without a server: answers requests as the server does that would be reached at their URLs. */
export function playInProcess(apis: readonly ServedApi[]): (request: UnsentRequest) => Promise<Response> {
  const play = newPlay(apis, new Map());
  return async ({ method, url, headers, body = "" }) => {
    const { host, pathname, search } = new URL(url);
    const received = {
      method,
      path: pathIn(play.routes, method, `/${host}${pathname}`),
      query: new URLSearchParams(search),
      headers,
      bytes: Buffer.from(body),
      isTrusted: true,
    } as const;
    const work: Work = { route: undefined, body: undefined, isForToken: false };
    const reply = await answer(received, work, play).catch((error: unknown) => {
      if (error instanceof Refusal) return refused(error);
      throw error;
    });
    return new Response(bodyOf(reply) ?? null, { status: reply.status, headers: headersFor(reply) });
  };
}

/** A path that leads somewhere: that of a proxy may stand before it. */
function pathIn(routes: Routes, method: string, whole: string): string {
  const parts = whole.split("/").slice(1);
  const paths = parts.map((_, index) => `/${parts.slice(index).join("/")}`);
  return paths.find((path) => leadsSomewhere(routes, method, path)) ?? whole;
}

function leadsSomewhere(routes: Routes, method: string, path: string): boolean {
  try {
    routes.find(method, path);
    return true;
  } catch {
    return false;
  }
}
