// Written by twilio-workflows: change the documents and generate again.
/** Something that happened in a run, for logs, traces and progress. */
export interface StepEvent {
  /**
   * A request with all its attempts is a `start` and an `end` (none if the run is aborted meanwhile), an answer out of
   * the checkpoint only an `end`. `attempt`: one has ended. `retry`: it is sent again in `ms`. `wait`: the next poll is.
   */
  readonly type: "start" | "attempt" | "retry" | "wait" | "end";
  readonly workflowId: string;
  readonly stepId: string;
  /** The id of the call. */
  readonly id: string;
  /** Counts from 1; with `wait` it counts polls, and 0 is an answer out of the checkpoint. */
  readonly attempt: number;
  /** The HTTP status, or 0 if no answer came; with `attempt`, `retry` and `end`. */
  readonly status?: number | undefined;
  /** How many milliseconds it took (`attempt`, `end`) or will be waited (`retry`, `wait`). */
  readonly ms?: number | undefined;
}
