/** What is kept of a run: nothing of what was sent and answered, so that nothing of that can be shown. */
export interface RunRecord {
  /** The workflow, where the record names it. */
  readonly workflowId: string | undefined;
  readonly events: readonly RunEvent[];
  /** How it ended, where the record says so. */
  readonly outcome: string | undefined;
}

export interface RunEvent {
  readonly type: "start" | "attempt" | "retry" | "wait" | "end";
  readonly workflowId: string | undefined;
  /** The key of the call: that of the step, or of the one that called its workflow, first. */
  readonly id: string;
  readonly status: number | undefined;
  /** How long it took, in milliseconds. */
  readonly ms: number | undefined;
}

const types = ["start", "attempt", "retry", "wait", "end"] as const;

/**
 * Reads what was kept of a run: the events that `onStep` was told, as a list or one a line, or the checkpoint of an
 * error, or an object with `events`, `checkpoint` and `outcome`.
 * @returns `undefined` if the text is none of that
 */
export function readRunRecord(text: string): RunRecord | undefined {
  const value = parsed(text);
  if (Array.isArray(value)) return recordOf(value.flatMap(eventOf), undefined, undefined);
  if (!isRecord(value)) return undefined;
  const { events, checkpoint = value, outcome } = value;
  const answered = isRecord(checkpoint) ? answersOf(checkpoint) : [];
  const told = Array.isArray(events) ? events.flatMap(eventOf) : answered;
  const workflowId = isRecord(checkpoint) ? textOf(checkpoint["workflow"]) : undefined;
  return recordOf(told, workflowId, textOf(outcome));
}

function recordOf(events: readonly RunEvent[], workflowId: string | undefined, outcome: string | undefined) {
  return events.length === 0 && workflowId === undefined ? undefined : { workflowId, events, outcome };
}

/** JSON, or JSON by the line. */
function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    const lines = text.split("\n").filter((line) => line.trim() !== "");
    const all = lines.map((line): unknown => {
      try {
        return JSON.parse(line);
      } catch {
        return undefined;
      }
    });
    return all.includes(undefined) ? undefined : all;
  }
}

function eventOf(value: unknown): readonly RunEvent[] {
  if (!isRecord(value)) return [];
  const type = types.find((one) => one === value["type"]);
  const id = textOf(value["id"]) ?? textOf(value["stepId"]);
  if (type === undefined || id === undefined) return [];
  const { status, ms, workflowId } = value;
  return [{ type, id, workflowId: textOf(workflowId), status: numberOf(status), ms: numberOf(ms) }];
}

/** What a checkpoint knows: which steps were answered, and which may have been, with nothing of their answers. */
function answersOf({ answers, unknown: open }: Readonly<Record<string, unknown>>): readonly RunEvent[] {
  const done = isRecord(answers) ? Object.entries(answers) : [];
  const ended = done.map(([id, answer]): RunEvent => {
    const status = isRecord(answer) ? numberOf(answer["status"]) : undefined;
    return { type: "end", id, workflowId: undefined, status, ms: undefined };
  });
  const begun = (Array.isArray(open) ? open : []).flatMap((id): RunEvent[] =>
    typeof id === "string" ? [{ type: "start", id, workflowId: undefined, status: undefined, ms: undefined }] : [],
  );
  return [...ended, ...begun];
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

function textOf(value: unknown): string | undefined {
  return typeof value === "string" ? value : undefined;
}

function numberOf(value: unknown): number | undefined {
  return typeof value === "number" && Number.isFinite(value) ? value : undefined;
}
