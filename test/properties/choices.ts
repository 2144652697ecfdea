import fc from "fast-check";

/** Choices at random, each of them a value of fast-check's, so that a run can be repeated. */
export class Choices {
  readonly #generate: fc.GeneratorValue;

  constructor(generate: fc.GeneratorValue) {
    this.#generate = generate;
  }

  /** A whole number from 0 to below `count`. */
  below(count: number): number {
    return this.#generate(fc.integer, { min: 0, max: Math.max(0, count - 1) });
  }

  /** `true` once in so many times. */
  onceIn(times: number): boolean {
    return this.below(times) === 1;
  }

  of<T>(first: T, ...others: readonly T[]): T {
    return this.among([first, ...others]) ?? first;
  }

  /** One of these; `undefined` if there are none. */
  among<T>(items: readonly T[]): T | undefined {
    return items[this.below(items.length)];
  }

  list<T>(atLeast: number, atMost: number, make: (index: number) => T): T[] {
    return Array.from({ length: atLeast + this.below(atMost - atLeast + 1) }, (_, index) => make(index));
  }

  /** Some of these, in their order. */
  some<T>(items: readonly T[], onceIn = 2): T[] {
    return items.filter(() => this.onceIn(onceIn));
  }
}
