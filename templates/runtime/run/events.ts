/** Something that happened in a run, for logs, traces and progress. */
export interface StepEvent {
  /**
   * A request with all its attempts is a `start` and an `end`, an answer out of the checkpoint only an `end`.
   * `attempt`: one has ended. `retry`: it is sent again in `ms`. `wait`: the next poll is.
   */
  readonly type: "start" | "attempt" | "retry" | "wait" | "end";
  readonly workflowId: string;
  readonly stepId: string;
  /** The id of the call. */
  readonly id: string;
  /** Counts from 1; with `wait` it counts polls, and 0 is an answer out of the checkpoint. */
  readonly attempt: number;
  /** The HTTP status, or 0 if no answer came; with `attempt`, `retry` and `end`. An `end` without is one by abort. */
  readonly status?: number | undefined;
  /** How many milliseconds it took (`attempt`, `end`) or will be waited (`retry`, `wait`). */
  readonly ms?: number | undefined;
  readonly method?: string | undefined;
  /** Where the request goes, without its query. */
  readonly url?: string | undefined;
  /** The id that the server gave the request of an `attempt`. */
  readonly requestId?: string | undefined;
}

interface Channel {
  readonly hasSubscribers: boolean;
  publish(event: StepEvent): void;
}

/**
 * Tells a listener of an event, and the channel `twilio-workflows:step` of `node:diagnostics_channel`, where there is such
 * a thing. Watching must not change what is watched: what the listener throws, or rejects with, is dropped.
 */
export function publish(event: StepEvent, listener?: (event: StepEvent) => unknown): void {
  if (listener) {
    const told = async (): Promise<unknown> => listener(event);
    told().catch(() => undefined);
  }
  if (channel?.hasSubscribers) channel.publish(event);
}

const channel: Channel | undefined = openChannel();

function openChannel(): Channel | undefined {
  const host: { process?: { getBuiltinModule?: BuiltinModules }; fetch: unknown } = globalThis;
  return host.process?.getBuiltinModule?.("node:diagnostics_channel")?.channel("twilio-workflows:step");
}

type BuiltinModules = (name: "node:diagnostics_channel") => { channel(name: string): Channel } | undefined;
