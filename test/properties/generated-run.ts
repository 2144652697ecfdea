import type { AnyWorkflow } from "../support/load.js";
import { bodyOf } from "./graph.js";
import { answerTo, type End, type Trace, type World } from "./interpreter.js";

/** What a generated function does in the same world as the interpreter. */
export async function runGenerated(workflow: AnyWorkflow, world: World): Promise<Trace> {
  const events: string[] = [];
  const stop = new Error("as many requests as there may be");
  let requests = 0;
  const options = {
    maxSteps: 10_000,
    retries: 0,
    poll: { interval: world.pollInterval, factor: 1, maxInterval: world.pollInterval, deadline: 1e9 },
    fetch: async (url: string, { method = "", body }: { readonly method?: string; readonly body?: string }) => {
      const { pathname, search } = new URL(url);
      events.push(`${method} ${pathname}${search}${body ? ` ${body}` : ""}`);
      const answer = answerTo(requests, method === "GET", world);
      requests += 1;
      const headers = new Headers({ "content-type": "application/json" });
      if (answer.retryAfter !== undefined) headers.set("retry-after", String(answer.retryAfter));
      const sent = bodyOf(answer, world.errors);
      return new Response(sent && JSON.stringify(sent), { status: answer.status, headers });
    },
    runner: {
      request(call: unknown, send: (call: unknown) => Promise<unknown>) {
        if (requests === world.mostRequests) throw stop;
        return send(call);
      },
      async sleep(_id: string, ms: number) {
        if (ms > 0) events.push(`wait ${ms}`);
      },
    },
  };
  try {
    return { events, end: endedWith(await workflow({}, options)) };
  } catch (error) {
    return { events, end: error === stop ? { kind: "stopped" } : failedWith(error) };
  }
}

function endedWith(result: unknown): End {
  const { outcome, ...outputs }: Readonly<Record<string, unknown>> = JSON.parse(JSON.stringify(result));
  return { kind: "ended", outcomes: typeof outcome === "string" ? [outcome] : [], outputs };
}

function failedWith(error: unknown): End {
  if (!(error instanceof Error)) throw error;
  if (!("code" in error && "workflowId" in error && "stepId" in error)) throw error;
  const { code, workflowId, stepId } = error;
  return { kind: "failed", code: String(code), workflow: String(workflowId), step: String(stepId) };
}
