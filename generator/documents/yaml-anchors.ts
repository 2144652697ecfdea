import { found, type Found } from "../diagnostics.js";
import { limits } from "./limits.js";
import type { Size } from "./size.js";

/**
 * The anchors of a document. Aliases share the value that they name, so they cost nothing here; what they would cost
 * those who walk the data is counted, since a few lines can stand for billions of values.
 * @see https://yaml.org/spec/1.2.2/#71-alias-nodes
 */
export class Anchors<T extends Size> {
  /** `undefined` while the value of the anchor is still being built. */
  readonly #values = new Map<string, T | undefined>();
  #shared = 0;

  open(name: string): void {
    this.#values.set(name, undefined);
  }

  close(name: string, value: T): void {
    this.#values.set(name, value);
  }

  /** What the alias stands for, seen from containers `depth` levels deep, or why it is refused. */
  follow(name: string, depth: number): T | Found {
    const value = this.#values.get(name);
    if (!value) {
      return this.#values.has(name) ? found.unsupportedYaml.aliasInItself(name) : found.syntaxError.anchor(name);
    }
    this.#shared += value.values;
    if (this.#shared > limits.sharedValues) return found.documentTooLarge.valuesOfAliases(limits.sharedValues);
    if (depth + value.height > limits.depth) return found.documentTooLarge.depthOfAliases(limits.depth);
    return value;
  }
}
