import { quoted, type Code } from "../diagnostics.js";
import { limits } from "./limits.js";

/** What it costs to walk a value once every alias in it is followed. */
export interface Extent {
  readonly values: number;
  readonly height: number;
}

/** Why an alias is refused. */
export interface AliasFault {
  readonly code: Code;
  readonly message: string;
}

/**
 * The anchors of a document. Aliases share the value that they name, so they cost nothing here; what they would cost
 * those who walk the data is counted, since a few lines can stand for billions of values.
 * @see https://yaml.org/spec/1.2.2/#71-alias-nodes
 */
export class Anchors<T extends Extent> {
  /** `undefined` while the value of the anchor is still being built. */
  readonly #values = new Map<string, T | undefined>();
  #shared = 0;

  open(name: string): void {
    this.#values.set(name, undefined);
  }

  close(name: string, value: T): void {
    this.#values.set(name, value);
  }

  /** What the alias stands for, seen from containers `depth` levels deep. */
  follow(name: string, depth: number): T | AliasFault {
    const value = this.#values.get(name);
    if (!value) {
      if (!this.#values.has(name)) {
        return { code: "syntax-error", message: `There is no anchor ${quoted(`&${name}`)} before this alias` };
      }
      const message = `The alias ${quoted(`*${name}`)} stands inside the very value that it names`;
      return { code: "unsupported-yaml", message };
    }
    this.#shared += value.values;
    if (this.#shared > limits.sharedValues) {
      const most = limits.sharedValues.toLocaleString("en-US");
      return { code: "document-too-large", message: `The aliases up to here stand for more than ${most} values` };
    }
    if (depth + value.height > limits.depth) {
      const message = `With its aliases the document is nested more than ${limits.depth} levels deep`;
      return { code: "document-too-large", message };
    }
    return value;
  }
}
