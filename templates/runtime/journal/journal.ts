import type { Answer } from "../answers/call.js";
import { type Begun, type Checkpoint, checkCheckpoint, hasBegun } from "./checkpoint.js";
import { digest } from "./digest.js";
import { stepPathOf } from "./passes.js";

/** The answers that a run stands on, and the requests that it is not sure of. */
export class Journal {
  readonly #workflowId: string;
  readonly #versions: Map<string, string>;
  readonly #answers: Map<string, Answer>;
  readonly #unknown: Set<string>;
  readonly #given: Map<string, unknown>;
  readonly #begun: Begun;
  /** Answers that ended their workflow, should its caller go on all the same. */
  readonly #dismissed = new Map<string, Answer>();

  constructor(workflowId: string, resume?: object) {
    const before = hasBegun(resume) ? resume : undefined;
    if (before) checkCheckpoint(workflowId, before);
    this.#workflowId = workflowId;
    this.#versions = new Map(Object.entries(before?.versions ?? {}));
    this.#answers = new Map(Object.entries(before?.answers ?? {}));
    this.#unknown = new Set(before?.unknown);
    this.#given = new Map(Object.entries(before?.given ?? {}));
    this.#begun = { salt: Math.random().toString(36).slice(2), ...before?.begun };
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

  /** Takes note of what the run begins with. Throws if it began with something else before. */
  begins(subject: "inputs" | "account", value: unknown): void {
    const now = digest(this.#begun.salt, value);
    const before = this.#begun[subject];
    if (before !== undefined && before !== now) {
      const other = subject === "inputs" ? "with other inputs" : "for another account";
      throw new TypeError(`options.resume was begun ${other}; go on with what it was begun with, or begin anew`);
    }
    this.#begun[subject] = now;
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
      ...(Object.keys(this.#begun).length > 1 && { begun: { ...this.#begun } }),
    };
  }
}
