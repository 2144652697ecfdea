/** The poll that a loop waits with. Times in milliseconds, where the document sets them. */
export interface PollSetup {
  readonly kind: "poll";
  readonly stepId: string;
  readonly local: string;
  readonly times: Readonly<Record<string, number>>;
  /** What the polled step is for. */
  readonly comment: string | undefined;
}

/** What counts the retries of a step. */
export interface RetrySetup {
  readonly kind: "retry";
  readonly stepId: string;
  readonly local: string;
  /** The variable of the poll that makes the attempts, if the step is polled. */
  readonly polling: string | undefined;
  readonly comment: string | undefined;
}

/** A `retry` action. */
export interface RetryAction {
  readonly name: string;
  /** How often it may be taken. */
  readonly limit: number;
  /** How long it waits, in milliseconds. */
  readonly after: number;
}
