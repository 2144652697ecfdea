import type { Answer } from "../answers/call.js";
import { type Begun, type Checkpoint, checkCheckpoint, type Done, hasBegun } from "./checkpoint.js";
import { digest } from "./digest.js";
import { stepPathOf, withoutElements } from "./passes.js";

/** The answers that a run stands on, and the requests that it is not sure of. */
export class Journal {
  /** It goes on from a checkpoint. */
  readonly resumes: boolean;
  readonly #workflowId: string;
  readonly #versions: Map<string, string>;
  readonly #answers: Map<string, Answer>;
  readonly #unknown: Set<string>;
  readonly #given: Map<string, unknown>;
  readonly #done: Map<string, Done>;
  readonly #begun: Begun;
  readonly #keys: Map<string, string>;
  /** Answers that the run has not gone on past: if it ends in an error, one that resumes asks again, or is in doubt. */
  readonly #held = new Map<string, { readonly answer: Answer; readonly lane: string }>();
  /** Requests that must not be sent twice and are about to be sent, or may have been. */
  readonly #intended = new Set<string>();
  /** Versions of workflows that have not sent anything. */
  readonly #opened = new Map<string, string>();

  constructor(workflowId: string, resume?: object) {
    const before = hasBegun(resume) ? resume : undefined;
    if (before) checkCheckpoint(workflowId, before);
    this.resumes = before !== undefined;
    this.#workflowId = workflowId;
    this.#versions = new Map(Object.entries(before?.versions ?? {}));
    this.#answers = new Map(Object.entries(before?.answers ?? {}));
    this.#unknown = new Set(before?.unknown);
    this.#given = new Map(Object.entries(before?.given ?? {}));
    this.#done = new Map(Object.entries(before?.done ?? {}));
    this.#keys = new Map(Object.entries(before?.keys ?? {}));
    this.#begun = { salt: Math.random().toString(36).slice(2), ...before?.begun };
  }

  /** Takes note of a workflow that is about to run. Throws if another version of it ran before. */
  opens(workflowId: string, version: string): void {
    const before = this.#versions.get(workflowId) ?? this.#opened.get(workflowId);
    if (before !== undefined && before !== version) {
      throw new TypeError(
        `options.resume is of another version of workflow ${workflowId} (${before}; this is ${version}), ` +
          "whose steps are not the same; finish it with the code that began it, or begin anew",
      );
    }
    this.#opened.set(workflowId, version);
  }

  versionOf(workflowId: string): string | undefined {
    return this.#opened.get(workflowId) ?? this.#versions.get(workflowId);
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

  /** Takes note of an answer that stays, also if the run ends in an error about it. */
  record(id: string, answer: Answer): void {
    this.#settle(id);
    this.#answers.set(id, answer);
  }

  /**
   * Takes note of an answer that counts only once the run goes on past it. If the run ends before that, one that resumes
   * sends the request again, or if it is `doubtful`, does not know whether it took effect.
   * @param lane The part of the run that has to go on
   */
  hold(id: string, answer: Answer, doubtful: boolean, lane: string): void {
    this.#settle(id);
    if (doubtful) this.#unknown.add(id);
    this.#held.set(id, { answer, lane });
  }

  /** A part of the run goes on, of several side by side: its answers stay, and the versions of all workflows called. */
  goOn(lane: string): void {
    for (const [id, held] of this.#held) if (held.lane === lane) this.record(id, held.answer);
    for (const [workflowId, version] of this.#opened) this.#versions.set(workflowId, version);
    this.#opened.clear();
  }

  /** Whether the pass of this key, or one inside of it, has an answer. */
  began(key: string): boolean {
    return [...this.#answers.keys()].some((id) => id === key || id.startsWith(`${key}/`));
  }

  /** Whether anything has been answered, in an earlier run or in this one. */
  get hasAnswers(): boolean {
    return this.#answers.size + this.#done.size > 0;
  }

  /** Takes note of what something has come to, in place of its answers, and of all whose ids begin like one of `also`. */
  finish(key: string, done: Done, also: readonly string[] = []): void {
    const parts = [...["#", "/", "?"].map((mark) => key + mark), ...also];
    for (const kept of [this.#answers, this.#given, this.#keys, this.#done]) {
      for (const id of kept.keys()) if (id === key || parts.some((part) => id.startsWith(part))) kept.delete(id);
    }
    this.#done.set(key, done);
  }

  /** What the element of this key has come to, if it is done. */
  finished(key: string): Done | undefined {
    return this.#done.get(key);
  }

  isInDoubt(id: string): boolean {
    return this.#unknown.has(id);
  }

  /** A request is about to be sent: from now on, whoever finds a checkpoint of this run cannot know whether it was. */
  intend(id: string): void {
    this.#intended.add(id);
  }

  doubt(id: string): void {
    this.forget(id);
    this.#unknown.add(id);
  }

  forget(id: string): void {
    this.#answers.delete(id);
    this.#unknown.delete(id);
    this.#held.delete(id);
  }

  #settle(id: string): void {
    this.forget(id);
    this.#intended.delete(id);
  }

  /** What was given for an input in an earlier run, or else is now. */
  async given<Value>(id: string, ask: () => Promise<Value>): Promise<Value> {
    // What comes out of a checkpoint is what the same function said before.
    if (this.#given.has(id)) return this.#given.get(id) as Value;
    const value = await ask();
    this.#given.set(id, value);
    return value;
  }

  /** The idempotency key of a pass, the same in runs that resume this one; of `runId` where an engine replays runs. */
  idempotencyKey(id: string, runId: string | undefined): string {
    const made = runId === undefined ? crypto.randomUUID() : encodeURIComponent(`${runId}/${id}`);
    const key = this.#keys.get(id) ?? made;
    this.#keys.set(id, key);
    return key;
  }

  /** Gives a pass the idempotency key of another one, if that has one. */
  keepIdempotencyKey(from: string, to: string): void {
    const key = this.#keys.get(from);
    if (key !== undefined) this.#keys.set(to, key);
  }

  /** Whether anything inside of a pass is in doubt. */
  doubts(key: string): boolean {
    return [...this.#unknown].some((id) => id.startsWith(`${key}/`));
  }

  /** The first step in doubt that is not named in `resend`, by itself or with all elements that it is done for. */
  unsettled(resend: readonly string[]): string | undefined {
    const isNamed = (step: string): boolean => resend.includes(step) || resend.includes(withoutElements(step));
    return [...this.#unknown].map(stepPathOf).find((step) => !isNamed(step));
  }

  /** Has every checkpoint from here on be that of now. */
  freeze(): void {
    const now = this.checkpoint();
    this.checkpoint = () => now;
  }

  /** @param isToLast It is for whoever finds it when this process has ended, by when all that it was about to send may have been */
  checkpoint(isToLast = false): Checkpoint {
    const given = [...this.#given].filter(([id]) => !this.#held.has(id.replace(/\?.*$/s, "")));
    return {
      version: 1,
      workflow: this.#workflowId,
      versions: Object.fromEntries(this.#versions),
      answers: Object.fromEntries(this.#answers),
      unknown: [...new Set([...this.#unknown, ...(isToLast ? this.#intended : [])])],
      ...(given.length > 0 && { given: Object.fromEntries(given) }),
      ...(this.#done.size > 0 && { done: Object.fromEntries(this.#done) }),
      ...(this.#keys.size > 0 && { keys: Object.fromEntries(this.#keys) }),
      ...(Object.keys(this.#begun).length > 1 && { begun: { ...this.#begun } }),
    };
  }
}
