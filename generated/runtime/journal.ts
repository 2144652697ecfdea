// Written by twilio-workflows: change the documents and generate again.
import type { Answer } from "./call.js";

/**
 * Everything that a run has finished, as plain JSON. Store it as it is, and give it to `options.resume`.
 * It holds Twilio's answers: treat it with the care that they need.
 */
export interface Checkpoint {
  version: 1;
  /** The workflow it belongs to; no other can resume it. */
  workflow: string;
  /** The answers of finished steps, by the id of their call. */
  answers: Record<string, Answer>;
  /** The ids of calls that may or may not have taken effect. */
  unknown: string[];
}

/** The answers that a run stands on, and the requests that it is not sure of. */
export class Journal {
  readonly #workflowId: string;
  readonly #answers: Map<string, Answer>;
  readonly #unknown: Set<string>;

  constructor(workflowId: string, resume?: Checkpoint) {
    if (resume) check(workflowId, resume);
    this.#workflowId = workflowId;
    this.#answers = new Map(Object.entries(resume?.answers ?? {}));
    this.#unknown = new Set(resume?.unknown);
  }

  find(id: string): Answer | undefined {
    return this.#answers.get(id);
  }

  record(id: string, answer: Answer): void {
    this.#answers.set(id, answer);
  }

  doubt(id: string): void {
    this.forget(id);
    this.#unknown.add(id);
  }

  forget(id: string): void {
    this.#answers.delete(id);
    this.#unknown.delete(id);
  }

  /** The first step in doubt that is not named in `resend`. */
  unsettled(resend: readonly string[]): string | undefined {
    return [...this.#unknown].map((id) => id.replace(/#\d+$/, "")).find((stepId) => !resend.includes(stepId));
  }

  checkpoint(): Checkpoint {
    const answers = Object.fromEntries(this.#answers);
    return { version: 1, workflow: this.#workflowId, answers, unknown: [...this.#unknown] };
  }
}

/** Checkpoints come out of a store, so that their type proves nothing. */
function check(workflowId: string, { version, workflow, answers, unknown }: Checkpoint): void {
  if (version !== 1) throw new TypeError(`options.resume has version ${version}; this runtime reads version 1`);
  if (workflow !== workflowId) throw new TypeError(`options.resume is a checkpoint of workflow ${workflow}`);
  if (typeof answers !== "object" || answers === null || !Array.isArray(unknown)) {
    throw new TypeError("options.resume is no checkpoint: it lacks `answers` or `unknown`");
  }
}
