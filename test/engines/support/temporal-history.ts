export type End = "completed" | "failed";

/** What happened in a run of a workflow of Temporal, one event after the other. */
export type Happened =
  | { readonly is: "answered"; readonly id: string; readonly answer: unknown }
  | { readonly is: "timed out"; readonly id: string }
  | { readonly is: "waited"; readonly id: string; readonly ms: number };

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
  const task = (): string => {
    const scheduledEventId = add("WorkflowTaskScheduled", { taskQueue: { name: "queue" } });
    const startedEventId = add("WorkflowTaskStarted", { scheduledEventId });
    const sdkMetadata = { coreUsedFlags: [1, 2, 3] };
    return add("WorkflowTaskCompleted", { scheduledEventId, startedEventId, sdkMetadata });
  };
  add("WorkflowExecutionStarted", {
    workflowType: { name: "send" },
    taskQueue: { name: "queue" },
    input: payloads(input),
    workflowTaskTimeout: "10s",
    originalExecutionRunId: "run",
    firstExecutionRunId: "run",
    attempt: 1,
  });
  all.forEach((one, index) => {
    const workflowTaskCompletedEventId = task();
    if (one.is === "waited") {
      const timerId = String(all.slice(0, index + 1).filter(({ is }) => is === "waited").length);
      const startToFireTimeout = `${one.ms / 1_000}s`;
      const startedEventId = add("TimerStarted", { timerId, startToFireTimeout, workflowTaskCompletedEventId });
      add("TimerFired", { timerId, startedEventId });
      return;
    }
    const activity = { activityId: one.id, activityType: { name: "send" }, taskQueue: { name: "queue" } };
    const scheduledEventId = add("ActivityTaskScheduled", { ...activity, workflowTaskCompletedEventId });
    const startedEventId = add("ActivityTaskStarted", { scheduledEventId, attempt: 1 });
    if (one.is === "answered") {
      add("ActivityTaskCompleted", { scheduledEventId, startedEventId, result: payloads([one.answer]) });
      return;
    }
    const timeoutFailureInfo = { timeoutType: "TIMEOUT_TYPE_START_TO_CLOSE" };
    const failure = { message: "activity StartToClose timeout", source: "Server", timeoutFailureInfo };
    const retryState = "RETRY_STATE_MAXIMUM_ATTEMPTS_REACHED";
    add("ActivityTaskTimedOut", { scheduledEventId, startedEventId, failure, retryState });
  });
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
