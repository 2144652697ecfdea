import { toStored } from "../engines/errors.js";
import { type AnyWorkflowError, type Checkpoint, isWorkflowError, WorkflowError } from "../runtime/index.js";
import { mustBeFrom } from "../runtime/options/numbers.js";
import { checkOptions, must, type Rules } from "../runtime/options/option-rules.js";
import { Claim } from "./claim.js";
import type { RunStore, StoredEnd, StoredRun } from "./store.js";

/** What a workflow gets of its run: spread it into its options. */
export interface KeptOptions {
  readonly resume: Checkpoint | null;
  readonly resend: readonly string[];
  readonly onCheckpoint: (checkpoint: Checkpoint) => Promise<void>;
  /** Aborts if another process takes up the run, or by the signal of `RunsOptions`. */
  readonly signal: AbortSignal;
}

/** The workflows that an app runs, by names that stay: processes after this one take up runs by them. */
export type Workflows = Readonly<Record<string, (input: never, options: KeptOptions) => Promise<unknown>>>;

export interface RunsOptions {
  /**
   * How long after the last sign of a process its runs may be taken up by others, in milliseconds: longer than a process
   * may stand still, and than clocks differ. A sign is given three times as often. @default 60_000
   */
  readonly lease?: number | undefined;
  /** Ends all runs when it aborts, such as for a deploy: others take them up at once. @default never */
  readonly signal?: AbortSignal | undefined;
}

/** How a run ended. */
export interface Ended<Outputs = unknown> {
  readonly id: string;
  readonly outputs?: Outputs | undefined;
  /** An error of the workflow; or any other, after which the run has not ended, and is taken up the next time. */
  readonly error?: unknown;
}

type InputOf<Run> = Run extends (input: infer Input, options: KeptOptions) => unknown ? Input : never;
type OutputsOf<Run> = Run extends (...given: never) => Promise<infer Outputs> ? Outputs : never;

export interface KeptRuns<Some extends Workflows> {
  /**
   * Begins a run, and resolves with what it returns, or rejects with the error that it ends in. If there is one of this id,
   * it is that: taken up if its process has ended, and not begun anew if it has ended. Rejects with a `TypeError` if
   * another process carries it out.
   */
  start<Name extends keyof Some & string>(
    name: Name,
    id: string,
    input: InputOf<Some[Name]>,
  ): Promise<OutputsOf<Some[Name]>>;
  /** Takes up all runs whose processes have ended, ten at a time, and resolves with how they ended. */
  resumeUnfinished(): Promise<readonly Ended[]>;
  /**
   * Lets a run go on that has ended in an error, from its checkpoint.
   * @param resend The steps (the `stepPath` of the error) to send again though they may have taken effect
   */
  goOn(id: string, resend?: readonly string[]): Promise<unknown>;
}

const rules: Rules<RunsOptions> = {
  lease: mustBeFrom(1),
  signal: must("an AbortSignal", (value) => value instanceof AbortSignal),
};

/** How many runs are taken up at a time. */
const AT_A_TIME = 10;

/**
 * Runs whose checkpoints are kept in a store, so that those of a process that ends are taken up by another one.
 * Throws an `InvalidOptionError` for options that cannot be used.
 */
export function keptRuns<const Some extends Workflows>(
  store: RunStore,
  workflows: Some,
  options: RunsOptions = {},
): KeptRuns<Some> {
  const { lease = 60_000, signal } = options;
  checkOptions(options, rules);
  const takeUp = async (run: StoredRun, resend: readonly string[] = []): Promise<Ended> => {
    const claim = await Claim.of(store, run, lease);
    if (claim === undefined) throw new TypeError(`another process carries out the run ${run.id}`);
    return carryOut(claim, workOf(run), { resend, signal });
  };
  const workOf = (run: StoredRun): Work => {
    const work: unknown = Object.hasOwn(workflows, run.workflow) ? workflows[run.workflow] : undefined;
    if (typeof work !== "function") throw new TypeError(`the run ${run.id} is of no workflow here: ${run.workflow}`);
    return async (kept) => Reflect.apply(work, undefined, [run.input, kept]);
  };
  return {
    async start(name, id, input) {
      const begun = { id, revision: 1, workflow: name, input, checkpoint: null, leasedUntil: Date.now() + lease };
      if (await store.write(begun))
        return resultOf(await carryOut(new Claim(store, begun, lease), workOf(begun), { signal }));
      const run = await found(store, id);
      if (run.workflow !== name) throw new TypeError(`the run ${id} is of another workflow: ${run.workflow}`);
      if (run.end) return resultOf({ id, ...endOf(run, run.end) });
      if (run.leasedUntil > Date.now()) throw new TypeError(`another process carries out the run ${id}`);
      return resultOf(await takeUp(run));
    },
    async resumeUnfinished() {
      const ids = [...(await store.unfinished(Date.now()))];
      const ended: Ended[] = [];
      const next = async (): Promise<void> => {
        for (let id = ids.shift(); id !== undefined && !signal?.aborted; id = ids.shift()) {
          const run = await store.read(id);
          // Others may have taken it up by now, or have other workflows.
          if (!run || run.end || run.leasedUntil > Date.now() || !Object.hasOwn(workflows, run.workflow)) continue;
          const claim = await Claim.of(store, run, lease);
          if (claim) ended.push(await carryOut(claim, workOf(run), { signal }));
        }
      };
      await Promise.all(Array.from({ length: AT_A_TIME }, next));
      return ended;
    },
    async goOn(id, resend) {
      const run = await found(store, id);
      if (run.end?.error === undefined) throw new TypeError(`the run ${id} has not ended in an error`);
      return resultOf(await takeUp(run, resend));
    },
  };
}

type Work = (options: KeptOptions) => Promise<unknown>;

async function found(store: RunStore, id: string): Promise<StoredRun> {
  const run = await store.read(id);
  if (run === undefined) throw new TypeError(`there is no run ${id}`);
  return run;
}

async function carryOut(
  claim: Claim,
  work: Work,
  { resend = [], signal }: { resend?: readonly string[]; signal?: AbortSignal | undefined },
): Promise<Ended> {
  const { id, checkpoint: resume } = claim.run;
  const signals = [claim.lost, ...(signal ? [signal] : [])];
  let fails = false;
  const onCheckpoint = async (checkpoint: Checkpoint): Promise<void> => {
    try {
      await claim.keep(checkpoint);
    } catch (error) {
      fails = true;
      throw error;
    }
  };
  try {
    const outputs = await work({ resume, resend, onCheckpoint, signal: AbortSignal.any(signals) });
    await claim.release({ end: { outputs } });
    return { id, outputs };
  } catch (error) {
    // By what the store or a signal does no run ends.
    const isEnd = isWorkflowError(error) && !fails && !signals.some(({ aborted }) => aborted);
    await claim.release(isEnd ? endIn(error) : {}).catch(() => undefined);
    return { id, error: claim.lost.aborted ? claim.lost.reason : error };
  }
}

function endIn(thrown: AnyWorkflowError): Pick<StoredRun, "end" | "checkpoint"> {
  const { checkpoint, ...error } = toStored(thrown);
  return { end: { error }, checkpoint };
}

/** What the end of a run says, as its process had it. */
function endOf({ checkpoint }: StoredRun, { outputs, error }: StoredEnd): Omit<Ended, "id"> {
  return error === undefined ? { outputs } : { error: WorkflowError.from({ ...error, checkpoint }) };
}

function resultOf<Outputs>({ outputs, error }: Ended): Outputs {
  if (error !== undefined) throw error;
  // What a run returned is what its workflow returns, also if it was stored.
  return outputs as Outputs;
}
