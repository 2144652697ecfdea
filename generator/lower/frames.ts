import type { JumpStatement, Statement } from "../ir/model.js";
import type { Scope } from "../link/names.js";

/** A block or loop that is open while the statements inside of it are made. */
export interface Frame {
  readonly kind: "block" | "loop" | "retry";
  readonly first: number;
  readonly last: number;
  /** What its label would be called, should it need one. */
  readonly wantedLabel: string;
  label: string | undefined;
}

/** How the code of a step gets elsewhere. */
export interface Jumps {
  /** To the beginning of a step. */
  to(step: number): readonly Statement[];
  /** Out of the loop in which a step is polled; nowhere if it is in none. */
  outOf(step: number): readonly Statement[];
  /** To the beginning of the step's own retry loop. */
  again(): JumpStatement;
}

/** The open blocks and loops, from the outside in. */
export class Frames implements Jumps {
  readonly #open: Frame[] = [];
  readonly #scope: Scope;

  constructor(scope: Scope) {
    this.#scope = scope;
  }

  /** Makes statements inside of a frame. */
  within<T>(frame: Frame, make: () => T): T {
    this.#open.push(frame);
    try {
      return make();
    } finally {
      this.#open.pop();
    }
  }

  to(step: number): readonly Statement[] {
    const again = this.#open.findLast(({ kind, first }) => kind === "loop" && first === step);
    if (again !== undefined) return [this.#statement("continue", again)];
    const left = this.#open.findLast(({ kind, last }) => kind !== "retry" && last + 1 === step);
    if (left === undefined) throw new RangeError(`no block ends before step ${step}`);
    return [this.#statement("break", left)];
  }

  outOf(step: number): readonly Statement[] {
    const loop = this.#open.findLast(({ kind, first }) => kind === "loop" && first === step);
    return loop === undefined ? [] : [this.#statement("break", loop)];
  }

  again(): JumpStatement {
    return { kind: "continue", label: undefined };
  }

  /** Leaves the innermost loop by its end. */
  leave(): JumpStatement {
    return { kind: "break", label: undefined };
  }

  /** Only the innermost loop can be meant without a label, and a block never. */
  #statement(kind: "break" | "continue", frame: Frame): JumpStatement {
    const innermost = this.#open.findLast((other) => other.kind !== "block");
    if (frame === innermost) return { kind, label: undefined };
    frame.label ??= this.#scope.take(frame.wantedLabel, `${frame.wantedLabel}Label`);
    return { kind, label: frame.label };
  }
}
