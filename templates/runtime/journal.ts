import type { Answer } from "./call.js";
import { stepPathOf } from "./passes.js";

/**
 * Everything that a run has finished, as plain JSON. Store it as it is, and give it to `options.resume`.
 * It holds Twilio's answers: treat it with the care that they need.
 */
export interface Checkpoint {
  version: 1;
  /** The workflow it belongs to; no other can resume it. */
  workflow: string;
  /** Which steps it and the workflows that it calls had, as a digest of each; with other ones nothing can resume it. */
  versions: Record<string, string>;
  /** The answers of finished steps, by the id of their call. Those of a called workflow begin with that of its caller. */
  answers: Record<string, Answer>;
  /** The ids of calls that may or may not have taken effect. */
  unknown: string[];
  /** What the functions given for inputs said, by pass and input; absent where none was asked. */
  given?: Record<string, unknown> | undefined;
}

/** The answers that a run stands on, and the requests that it is not sure of. */
export class Journal {
  readonly #workflowId: string;
  readonly #versions: Map<string, string>;
  readonly #answers: Map<string, Answer>;
  readonly #unknown: Set<string>;
  readonly #given: Map<string, unknown>;
  /** Answers that ended their workflow, should its caller go on all the same. */
  readonly #dismissed = new Map<string, Answer>();

  constructor(workflowId: string, resume?: Checkpoint) {
    if (resume) check(workflowId, resume);
    this.#workflowId = workflowId;
    this.#versions = new Map(Object.entries(resume?.versions ?? {}));
    this.#answers = new Map(Object.entries(resume?.answers ?? {}));
    this.#unknown = new Set(resume?.unknown);
    this.#given = new Map(Object.entries(resume?.given ?? {}));
  }

  /** Takes note of a workflow that is about to run. Throws if another version of it ran before. */
  opens(workflowId: string, version: string): void {
    const before = this.#versions.get(workflowId);
    if (before !== undefined && before !== version) {
      throw new TypeError(
        `options.resume is of another version of workflow ${workflowId} (${before}; this is ${version}), ` +
          "whose steps are not the same; finish it with the code that began it, or begin anew",
      );
    }
    this.#versions.set(workflowId, version);
  }

  find(id: string): Answer | undefined {
    return this.#answers.get(id);
  }

  record(id: string, answer: Answer): void {
    this.#answers.set(id, answer);
    this.#dismissed.delete(id);
  }

  /** Whether the pass of this key, or one inside of it, has an answer. */
  began(key: string): boolean {
    return [...this.#answers.keys()].some((id) => id === key || id.startsWith(`${key}/`));
  }

  isInDoubt(id: string): boolean {
    return this.#unknown.has(id);
  }

  doubt(id: string): void {
    this.forget(id);
    this.#unknown.add(id);
  }

  forget(id: string): void {
    this.#answers.delete(id);
    this.#unknown.delete(id);
  }

  /** Takes back an answer that its step cannot use, so that a run that resumes sends the request again. */
  dismiss(id: string, answer: Answer, doubtful: boolean): void {
    if (doubtful) this.doubt(id);
    else this.forget(id);
    this.#dismissed.set(id, answer);
  }

  /** Takes up again what was dismissed inside of a pass: the run goes on from the failure, and so has to one that resumes. */
  restore(key: string): void {
    for (const [id, answer] of [...this.#dismissed].filter(([other]) => other.startsWith(`${key}/`))) {
      this.#unknown.delete(id);
      this.record(id, answer);
    }
  }

  /** What was given for an input in an earlier run, or else is now. */
  async given<Value>(id: string, ask: () => Promise<Value>): Promise<Value> {
    // What comes out of a checkpoint is what the same function said before.
    if (this.#given.has(id)) return this.#given.get(id) as Value;
    const value = await ask();
    this.#given.set(id, value);
    return value;
  }

  /** Whether anything inside of a pass is in doubt. */
  doubts(key: string): boolean {
    return [...this.#unknown].some((id) => id.startsWith(`${key}/`));
  }

  /** The first step in doubt that is not named in `resend`. */
  unsettled(resend: readonly string[]): string | undefined {
    return [...this.#unknown].map(stepPathOf).find((step) => !resend.includes(step));
  }

  /** @param doubtful The key of a request that is in doubt from now on */
  checkpoint(doubtful?: string): Checkpoint {
    const given = [...this.#given].filter(([id]) => !this.#dismissed.has(id.replace(/\?.*$/s, "")));
    return {
      version: 1,
      workflow: this.#workflowId,
      versions: Object.fromEntries(this.#versions),
      answers: Object.fromEntries(this.#answers),
      unknown: [...new Set([...this.#unknown, ...(doubtful === undefined ? [] : [doubtful])])],
      ...(given.length > 0 && { given: Object.fromEntries(given) }),
    };
  }
}

/** Checkpoints come out of a store, so that their type proves nothing. */
function check(workflowId: string, { version, workflow, versions, answers, unknown }: Checkpoint): void {
  if (version !== 1) throw new TypeError(`options.resume has version ${version}; this runtime reads version 1`);
  if (workflow !== workflowId) throw new TypeError(`options.resume is a checkpoint of workflow ${workflow}`);
  if (!isObject(versions) || !Object.hasOwn(versions, workflow) || !isObject(answers) || !Array.isArray(unknown)) {
    throw new TypeError("options.resume is no checkpoint: it lacks `versions`, `answers` or `unknown`");
  }
}

function isObject(value: unknown): boolean {
  return typeof value === "object" && value !== null;
}
