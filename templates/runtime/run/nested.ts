import { isWorkflowError } from "../errors/any-error.js";
import { AbortedError, CriterionFailedError } from "../errors/errors.js";
import { checkTimeout } from "../options/numbers.js";
import type { WorkflowOptions } from "../options/options.js";
import { calledIn } from "./outer.js";
import { WorkflowRun } from "./run.js";
import { insides } from "./session.js";
import type { WorkflowError } from "../errors/workflow-error.js";

/** What is particular about one call of a workflow. */
export interface NestedSettings {
  /** The name of the action that calls it, where it is not the step itself. */
  action?: string | undefined;
  /** How long it may take, in milliseconds. @default no limit */
  timeout?: number | undefined;
}

/** What came of a workflow that was called as a step: what it returned, or the error that it ended in. */
export type Settled<Outputs> = Completed<Outputs> | Failed;

interface Completed<Outputs> {
  readonly outputs: Outputs;
  readonly error?: undefined;
}

interface Failed {
  readonly outputs?: undefined;
  readonly error: WorkflowError;
}

/** The options of a workflow that a step calls: it becomes a part of this run. */
export function nestedRun(
  run: WorkflowRun,
  stepId: string,
  settings: NestedSettings = {},
): Omit<WorkflowOptions<never, never>, "client"> {
  const { action, timeout } = settings;
  const session = WorkflowRun.sessionOf(run);
  session.count(stepId);
  session.checked(stepId, () => checkTimeout(timeout));
  const key = session.keys.next(stepId, action);
  const options: Omit<WorkflowOptions<never, never>, "client"> = {};
  insides.set(options, (workflowId) => session.part(calledIn(session.outer, key), workflowId, timeout));
  return options;
}

/** Waits for a workflow that a step calls, and makes data of its failure, so that the step can say how to go on. */
export async function settleCall<Outputs>(
  run: WorkflowRun,
  stepId: string,
  called: Promise<Outputs>,
): Promise<Settled<Outputs>> {
  const session = WorkflowRun.sessionOf(run);
  const key = session.keys.latest(stepId) ?? "";
  try {
    return { outputs: await called };
  } catch (error) {
    const late = error instanceof AbortedError && !session.aborted && !session.journal.doubts(key);
    if (!late && !failsStep(error)) throw error;
    return { error };
  }
}

/** Asserts that a workflow which a step called came to its end, or throws the error that it ended in. */
export function expectCompleted(settled: Settled<unknown>): asserts settled is Completed<unknown> {
  if (settled.error !== undefined) throw settled.error;
}

/** Asserts that what a called workflow returned keeps to a criterion of the step that called it. */
export function expectResult(run: WorkflowRun, stepId: string, ok: boolean, criterion: string): asserts ok {
  if (!ok) throw new CriterionFailedError(WorkflowRun.sessionOf(run).place(stepId), criterion);
}

/**
 * Whether the caller's step has failed with the workflow that it called, so that its failure actions say how to go on.
 * Not if the run was aborted, may not go on, or does not know what it has done.
 */
export function failsStep(error: unknown): error is WorkflowError {
  return isWorkflowError(error) && failures.has(error.code);
}

const failures: ReadonlySet<string> = new Set([
  "criterion-failed",
  "invalid-answer",
  "missing-output",
  "poll-deadline",
  "step-failed",
]);
