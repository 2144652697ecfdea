import { readWith } from "./reads.js";
import type { AnswerRead, ReadId, Reads } from "./model.js";

/** What is known of a read when it is found. */
export type FoundRead = Pick<AnswerRead, "stepId" | "answer" | "source" | "type" | "expression" | "suggestedName">;

/** What a function reads of answers, while it is planned: one entry for one value, however often it is read. */
export class ReadTable {
  readonly #reads = new Map<ReadId, AnswerRead>();
  readonly #ids = new Map<string, ReadId>();

  /** What has been found so far. */
  get all(): Reads {
    return this.#reads;
  }

  get(id: ReadId): AnswerRead {
    return readWith(id, this.#reads);
  }

  /** The id of a value. What was found first is kept. */
  add(found: FoundRead): ReadId {
    const { answer, source, stepId, expression } = found;
    // What comes with the call of the function is missing in the step that reads it.
    const where = source.kind === "dependency" ? [stepId, expression] : [answer];
    const key = JSON.stringify([where, source]);
    const id = this.#ids.get(key) ?? this.#ids.size;
    if (!this.#ids.has(key)) {
      this.#reads.set(id, { ...found, id, needed: false, mayBeUnset: false, local: undefined, hoisted: false });
    }
    this.#ids.set(key, id);
    return id;
  }

  /** Notes that every later step that reads the value needs it. */
  need(id: ReadId): void {
    this.#reads.set(id, { ...this.get(id), needed: true });
  }

  /** Notes that the value is read where its step may not have run. */
  allowUnset(id: ReadId): void {
    this.#reads.set(id, { ...this.get(id), mayBeUnset: true });
  }

  /** All of it, in the order of the answers, which is that in which variables are named. */
  finish(answers: readonly string[]): Reads {
    const places = new Map(answers.map((answer, index) => [answer, index]));
    const placeOf = ({ source, answer }: AnswerRead): number =>
      source.kind === "deferred" ? answers.length : (places.get(answer) ?? answers.length + 1);
    const inOrder = [...this.#reads.values()].toSorted((a, b) => placeOf(a) - placeOf(b) || a.id - b.id);
    return new Map(inOrder.map((read) => [read.id, read]));
  }
}
