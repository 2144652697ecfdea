import { createHash } from "node:crypto";
import { codeBesideOurs } from "../security/allowed.js";
import { typeErrors } from "../support/type-check.js";
import { mutantOf } from "./mutants.js";
import { verdictOn } from "./verdict.js";

/** How many outputs are looked at by the compiler of TypeScript at once. */
const atOnce = 25;

/** Counts what becomes of mutants, and keeps the outputs that the compiler has not seen yet. */
export class Tally {
  readonly seed: number;
  /** What is wrong, with the seed and the number of the mutant. */
  readonly problems: string[] = [];
  accepted = 0;
  refused = 0;
  /** Outputs that are no copy of another one. */
  different = 0;
  readonly #seen = new Set<string>();
  readonly #waiting: { readonly index: number; readonly files: ReadonlyMap<string, string> }[] = [];

  constructor(seed: number) {
    this.seed = seed;
  }

  /** Takes the mutant of this number. */
  async take(index: number): Promise<void> {
    const verdict = await verdictOn(mutantOf(this.seed, index));
    if (verdict.kind === "broken") this.problem(index, verdict.why);
    if (verdict.kind === "refused") this.refused++;
    if (verdict.kind !== "accepted") return;
    this.accepted++;
    const files = new Map([...verdict.files].filter(([name]) => !name.startsWith("runtime/")));
    const hash = createHash("sha256")
      .update(JSON.stringify([...files]))
      .digest("base64");
    if (this.#seen.has(hash)) return;
    this.#seen.add(hash);
    this.different++;
    for (const stray of codeBesideOurs(files)) this.problem(index, `code that is none of ours: ${stray}`);
    this.#waiting.push({ index, files });
  }

  /** Whether it is time to check the types of what is waiting for it. */
  get isFull(): boolean {
    return this.#waiting.length >= atOnce;
  }

  /** Type-checks what is waiting for it. To be called at the end as well. */
  checkTypes(): void {
    const waiting = this.#waiting.splice(0);
    if (waiting.length === 0) return;
    for (const line of typeErrors(waiting.map(({ files }) => files))) {
      const [, run = "", error = line] = /^(\d+)\/(.*)$/s.exec(line) ?? [];
      this.problem(waiting[Number(run)]?.index ?? NaN, error);
    }
  }

  problem(index: number, why: string): void {
    this.problems.push(`seed ${this.seed}, mutant ${index}: ${why}`);
  }
}
