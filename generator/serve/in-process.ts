import { answer, newPlay, refused, type Work } from "./answer.js";
import { bodyOf, headersFor } from "./reply-text.js";
import { Refusal } from "./refusal.js";
import type { ServedApi } from "./routes.js";

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
      path: `/${host}${pathname}`,
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
