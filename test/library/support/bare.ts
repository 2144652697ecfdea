import type { Answer, Call, Runner } from "../../../generated/index.js";
import { makeSandbox } from "../../../templates/engines/sandbox.js";

/** What sends requests, or is of use for that only. */
const PLATFORM = [
  "AbortController",
  "AbortSignal",
  "Blob",
  "File",
  "FormData",
  "Headers",
  "Request",
  "Response",
  "atob",
  "btoa",
  "crypto",
  "fetch",
];

/** Does work where there is no more than the language, `URL` and `TextEncoder`, and what the package makes up for. */
export async function withoutPlatform<T>(work: () => Promise<T>): Promise<T> {
  const taken = PLATFORM.map((name) => [name, Object.getOwnPropertyDescriptor(globalThis, name)] as const);
  for (const [name] of taken) Reflect.deleteProperty(globalThis, name);
  try {
    makeSandbox();
    return await work();
  } finally {
    for (const [name, descriptor] of taken) if (descriptor) Object.defineProperty(globalThis, name, descriptor);
  }
}

interface Recorder {
  readonly runner: Runner;
  /** What was asked, and what came of it. */
  readonly exchanges: readonly (readonly [call: Call, answer: Answer])[];
}

/** Sends requests, and keeps what came of them. */
export function recorder(): Recorder {
  const exchanges: [Call, Answer][] = [];
  return {
    exchanges,
    runner: {
      runId: "run",
      async request(call, send) {
        const answer = await send(call);
        exchanges.push([call, answer]);
        return answer;
      },
      sleep: async () => undefined,
    },
  };
}

/** Sends nothing, but gives the answers that were had. */
export function player(exchanges: Recorder["exchanges"]): { readonly runner: Runner; readonly calls: readonly Call[] } {
  const calls: Call[] = [];
  return {
    calls,
    runner: {
      runId: "run",
      async request(call) {
        calls.push(call);
        const answer = exchanges.find(([asked]) => asked.id === call.id)?.[1];
        if (!answer) throw new Error(`no answer to ${call.id}`);
        return { ...answer, replayed: true };
      },
      sleep: async () => undefined,
    },
  };
}
