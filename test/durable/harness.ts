import type { End, Job } from "./jobs.js";

/** What the tests do with an engine. */
export interface Harness {
  readonly name: string;
  /**
   * Starts a job, or lets it go on, and kills the process at a moment of it. Gives which moment that is, such as `before
   * sendMessage`, if it came to that.
   */
  readonly kill: (job: Job, moment: number) => Promise<string | undefined>;
  /** Starts jobs, and crashes the engine itself while they run. */
  readonly crash: (jobs: readonly Job[]) => Promise<void>;
  /** Has two workers at a time take up what the last one left; absent where the engine knows one worker only. */
  readonly recoverTwice?: ((id: string) => Promise<void>) | undefined;
  /**
   * Begins the jobs of version 1 on two workers, and restarts one after the other with version 2, which begins those of its
   * own. The first version is up until its runs are done. Absent where it is not tested.
   * @param midway Resolves when the next worker is to be restarted
   * @param restarted Told when both are
   */
  readonly roll?:
    ((jobs: readonly Job[], midway: () => Promise<void>, restarted: () => void) => Promise<End[]>) | undefined;
  /**
   * Kills the worker of a job of version 1, lets the code of version 2 take its place as if it were the same, and resolves
   * once the engine has refused it. Absent where there are no versions.
   */
  readonly change?: ((job: Job) => Promise<void>) | undefined;
  /** Lets all jobs come to their ends, and starts those that an engine was not up to take. */
  readonly finish: (jobs: readonly Job[]) => Promise<End[]>;
  /** Lets a run go on that ended in an unknown outcome, and whose request did not take effect; absent where there is no such way. */
  readonly fork?: ((id: string) => Promise<End[]>) | undefined;
  /** Wakes a run from outside of its workers; absent where nothing can. */
  readonly wake?: ((wakeUp: string, run: string | undefined) => Promise<void>) | undefined;
  readonly close: () => Promise<void>;
}

/** The moment after which the code of a job changes: when its first answer is kept. */
export const CHANGE = 4;

/** The jobs of a version, for two workers. */
export function halves(jobs: readonly Job[], version: number): readonly [Job[], Job[]] {
  const own = jobs.filter((job) => job.version === version);
  return [own.filter((_job, index) => index % 2 === 0), own.filter((_job, index) => index % 2 === 1)];
}
