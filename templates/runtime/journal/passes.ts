/**
 * The keys of passes through steps, each once in a run: the step's id, with `#2`, `#3` … on later passes. Behind the
 * key of a step that calls a workflow, and a `/`, stand those of the called workflow's steps. Where a step is done for
 * each element of a list, the position of the element stands behind its id: `send[0]`, `send[0]#2`, `send[1]`.
 */
export class PassKeys {
  readonly #prefix: string;
  readonly #element: string;
  readonly #counts = new Map<string, number>();
  readonly #latest = new Map<string, string>();

  /** @param element The position of the element that the steps are done for, in brackets */
  constructor(prefix: string, element = "") {
    this.#prefix = prefix;
    this.#element = element;
  }

  next(stepId: string, action?: string): string {
    const key = this.upcoming(stepId, action);
    const name = nameOf(stepId, action);
    this.#counts.set(name, (this.#counts.get(name) ?? 0) + 1);
    this.#latest.set(stepId, key);
    return key;
  }

  /** The key of the latest pass through a step, or through one of its actions. */
  latest(stepId: string): string | undefined {
    return this.#latest.get(stepId);
  }

  /** The key that the next pass will have. */
  upcoming(stepId: string, action?: string): string {
    const name = nameOf(stepId, action);
    const count = (this.#counts.get(name) ?? 0) + 1;
    return this.#prefix + name + this.#element + (count === 1 ? "" : `#${count}`);
  }
}

function nameOf(stepId: string, action: string | undefined): string {
  return action === undefined ? escaped(stepId) : `${escaped(stepId)}@${escaped(action)}`;
}

/** What sets the parts of a key apart does not occur inside of them. */
function escaped(name: string): string {
  return name.replace(/[%/#@[\]]/g, encodeURIComponent);
}

/** The steps that lead to a pass, with the elements that they are done for: what `resend` names. */
export function stepPathOf(key: string): string {
  return key.replace(/#\d+(?=\/|$)/g, "").replace(/%(25|2F|23|40|5B|5D)/g, decodeURIComponent);
}

/** The same without the elements: what `resend` names for all of them. */
export function withoutElements(stepPath: string): string {
  return stepPath.replace(/\[\d+\]/g, "");
}
