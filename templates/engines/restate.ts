import {
  type Context,
  object,
  type ObjectContext,
  RestatePromise,
  rpc,
  TerminalError,
  type VirtualObjectDefinition,
} from "@restatedev/restate-sdk";
import { isWorkflowError, type Runner } from "../runtime/index.js";
import { type DurableOptions, durableRunner } from "./durable.js";
import { toStored } from "./errors.js";

/**
 * Runs a workflow inside of a handler of Restate: `(ctx, input) => onRestate(ctx, (runner) => send(input, { runner }))`.
 * Its errors are terminal ones, which Restate does not try again; their `metadata.error` is the error as JSON, of which
 * `WorkflowError.from` makes an error of a workflow again. Runs that take callbacks need {@link restateWakeups} to be served.
 */
export async function onRestate<Output>(
  ctx: Context,
  work: (runner: Runner) => Promise<Output>,
  options?: DurableOptions,
): Promise<Output> {
  const run = ctx.request().id;
  try {
    return await work(
      durableRunner(
        {
          runId: run,
          step: (name, step) => ctx.run(name, step),
          sleep: (name, ms) => ctx.sleep(ms, name),
          async wait(name, ms, wakeUp) {
            const meeting = ctx.objectSendClient(restateWakeups, wakeUp);
            const { id: awakeable, promise } = ctx.awakeable<true>();
            meeting.listen({ run, awakeable });
            const isWoken = await RestatePromise.race([promise, ctx.sleep(ms, name).map(() => false)]);
            if (!isWoken) meeting.stop(run);
            return isWoken;
          },
        },
        options,
      ),
    );
  } catch (error) {
    if (!isWorkflowError(error)) throw error;
    throw new TerminalError(error.message, { metadata: { error: JSON.stringify(toStored(error)) } });
  }
}

interface WakeUpHandlers {
  /** A run waits, until its awakeable is resolved. */
  listen(ctx: ObjectContext, waiting: { readonly run: string; readonly awakeable: string }): Promise<void>;
  /** A run does not wait any longer. */
  stop(ctx: ObjectContext, run: string): Promise<void>;
  /** Wakes all runs that wait, or the next one that does. */
  wake(ctx: ObjectContext): Promise<void>;
  /** Nobody has waited for what came early. */
  forget(ctx: ObjectContext): Promise<void>;
}

const NAME = "workflow-wake-ups";

/** Under which it is kept that a wake-up came before anybody waited; the others are those of runs. */
const EARLY = "early";

/** How long that is kept. */
const REMEMBERED = { hours: 24 };

/**
 * Where runs and callbacks meet: an object for each wake-up, such as `message-status SM…`. Serve it beside the services
 * whose runs take callbacks: `restate.serve({ services: [messages, restateWakeups] })`.
 */
export const restateWakeups: VirtualObjectDefinition<typeof NAME, WakeUpHandlers> = object({
  name: NAME,
  handlers: {
    async listen(ctx, { run, awakeable }) {
      if (await ctx.get<boolean>(EARLY)) {
        ctx.clear(EARLY);
        ctx.resolveAwakeable(awakeable, true);
      } else {
        ctx.set(run, awakeable);
      }
    },
    async stop(ctx, run) {
      ctx.clear(run);
    },
    async wake(ctx) {
      const runs = (await ctx.stateKeys()).filter((key) => key !== EARLY);
      for (const run of runs) {
        const awakeable = await ctx.get<string>(run);
        if (awakeable !== null) ctx.resolveAwakeable(awakeable, true);
        ctx.clear(run);
      }
      if (runs.length > 0) return;
      ctx.set(EARLY, true);
      ctx.objectSendClient(restateWakeups, ctx.key).forget(rpc.sendOpts({ delay: REMEMBERED }));
    },
    async forget(ctx) {
      ctx.clear(EARLY);
    },
  } satisfies WakeUpHandlers,
});

/**
 * What the handler of callbacks wakes runs by: `createCallbackHandler({ wake: wakeOnRestate("http://restate:8080") })`.
 * Throws an `Error` if Restate does not take it.
 * @param ingress Where Restate is called
 * @param headers Those that calls need, such as `Authorization`
 */
export function wakeOnRestate(
  ingress: string,
  headers: Readonly<Record<string, string>> = {},
): (wakeUp: string) => Promise<void> {
  return async (wakeUp) => {
    const url = `${ingress.replace(/\/$/, "")}/${NAME}/${encodeURIComponent(wakeUp)}/wake/send`;
    const { ok, status } = await fetch(url, { method: "POST", headers });
    if (!ok) throw new Error(`Restate does not take the wake-up ${wakeUp}: it answers ${status}`);
  };
}
