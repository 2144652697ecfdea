export type End = "completed" | "failed";

/** What happened in a run of a workflow of Temporal, one event after the other. */
export type Happened =
  | { readonly is: "answered"; readonly id: string; readonly answer: unknown }
  | { readonly is: "timed out"; readonly id: string }
  | { readonly is: "waited"; readonly id: string; readonly ms: number }
  | { readonly is: "signaled"; readonly name: string }
  /** A wait that a signal has ended. */
  | { readonly is: "woken"; readonly name: string; readonly ms: number };

interface Event {
  readonly eventType: string;
  readonly [attributes: string]: unknown;
}

/** A history as a server of Temporal would have kept it, in JSON. */
export function historyOf(input: readonly unknown[], all: readonly Happened[], end: End): object {
  const events: Event[] = [];
  const add = (type: string, attributes: object): string => {
    const field = `${type.charAt(0).toLowerCase()}${type.slice(1)}EventAttributes`;
    const name = type.replace(/(?<=.)[A-Z]/g, (letter) => `_${letter}`).toUpperCase();
    const eventId = String(events.length + 1);
    events.push({ eventId, eventTime: at(events.length), eventType: `EVENT_TYPE_${name}`, [field]: attributes });
    return eventId;
  };
  // What a workflow decides when it is woken.
  let ended: object | undefined;
  const task = (): string => {
    const scheduledEventId = add("WorkflowTaskScheduled", { taskQueue: { name: "queue" } });
    const startedEventId = add("WorkflowTaskStarted", { scheduledEventId });
    const sdkMetadata = { coreUsedFlags: [1, 2, 3] };
    const workflowTaskCompletedEventId = add("WorkflowTaskCompleted", {
      scheduledEventId,
      startedEventId,
      sdkMetadata,
    });
    if (ended) add("TimerCanceled", { ...ended, workflowTaskCompletedEventId });
    ended = undefined;
    return workflowTaskCompletedEventId;
  };
  const signal = (name: string): unknown =>
    add("WorkflowExecutionSignaled", { signalName: "workflow-wake-up", input: payloads([name]) });
  add("WorkflowExecutionStarted", {
    workflowType: { name: "send" },
    taskQueue: { name: "queue" },
    input: payloads(input),
    workflowTaskTimeout: "10s",
    originalExecutionRunId: "run",
    firstExecutionRunId: "run",
    attempt: 1,
  });
  let timers = 0;
  for (const one of all) {
    if (one.is === "signaled") {
      signal(one.name);
      continue;
    }
    const workflowTaskCompletedEventId = task();
    if (one.is === "waited" || one.is === "woken") {
      timers += 1;
      const timerId = String(timers);
      const startToFireTimeout = `${one.ms / 1_000}s`;
      const startedEventId = add("TimerStarted", { timerId, startToFireTimeout, workflowTaskCompletedEventId });
      if (one.is === "waited") {
        add("TimerFired", { timerId, startedEventId });
      } else {
        signal(one.name);
        ended = { timerId, startedEventId };
      }
      continue;
    }
    const activity = { activityId: one.id, activityType: { name: "send" }, taskQueue: { name: "queue" } };
    const scheduledEventId = add("ActivityTaskScheduled", { ...activity, workflowTaskCompletedEventId });
    const startedEventId = add("ActivityTaskStarted", { scheduledEventId, attempt: 1 });
    if (one.is === "answered") {
      add("ActivityTaskCompleted", { scheduledEventId, startedEventId, result: payloads([one.answer]) });
      continue;
    }
    const timeoutFailureInfo = { timeoutType: "TIMEOUT_TYPE_START_TO_CLOSE" };
    const failure = { message: "activity StartToClose timeout", source: "Server", timeoutFailureInfo };
    const retryState = "RETRY_STATE_MAXIMUM_ATTEMPTS_REACHED";
    add("ActivityTaskTimedOut", { scheduledEventId, startedEventId, failure, retryState });
  }
  const workflowTaskCompletedEventId = task();
  if (end === "completed") add("WorkflowExecutionCompleted", { workflowTaskCompletedEventId });
  else add("WorkflowExecutionFailed", { workflowTaskCompletedEventId, failure: { message: "failed" } });
  return { events };
}

function at(second: number): string {
  return new Date(Date.UTC(2026, 0, 1, 0, 0, second)).toISOString();
}

function payloads(values: readonly unknown[]): object {
  const encoding = Buffer.from("json/plain").toString("base64");
  const encoded = values.map((value) => Buffer.from(JSON.stringify(value)).toString("base64"));
  return { payloads: encoded.map((data) => ({ metadata: { encoding }, data })) };
}
