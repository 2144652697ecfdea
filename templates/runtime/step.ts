import type { Answer, Call } from "./call.js";

/** Spread it into the options of one call of an API client. */
export interface StepInit {
  /** In here is all that the runtime does. */
  fetch: (request: Request) => Promise<Response>;
}

/** What is particular about one step. */
export interface StepOptions {
  /** How long one attempt may take, in milliseconds. @default the `timeout` of the workflow's options */
  timeout?: number | undefined;
  /** Whether an empty 2xx is a good answer, as a 204 always is. @default false */
  empty?: boolean | undefined;
}

/** What a call of an API client resolves with. */
export interface StepResult {
  data?: unknown;
  error?: unknown;
  response: Response;
}

/** One way through a step, or one request of a poll. */
export interface Pass extends StepOptions {
  readonly stepId: string;
  /** Where its answer stands in the checkpoint: one place for all requests of a poll. */
  readonly key: string;
  /** The id of its call. */
  readonly id: string;
  /** Whether the request was made: what goes wrong from then on is not the fault of the input. */
  made?: boolean;
}

export interface Answered {
  readonly pass: Pass;
  readonly call: Call;
  readonly answer: Answer;
}
