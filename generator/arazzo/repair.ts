import { hasChild, valueAt } from "../documents/data.js";
import type { Path, SourceDocument } from "../documents/document.js";
import { OverlaidTree } from "../documents/overlay-tree.js";
import { ReadDocument } from "../documents/read-document.js";
import { checkShape, type ShapeFault } from "../documents/validate.js";
import { hurtAt, type Hurt } from "./echoes.js";
import { arazzoDescription, type ArazzoDescription } from "./model/arazzo-document.js";

/** A document of which only what is sound is left. */
export interface Repaired {
  readonly description: ArazzoDescription;
  readonly document: SourceDocument;
  /** What was left out, or put in so that the rest can be read. */
  readonly hurt: readonly Hurt[];
}

/** A fault goes up a level in each round until it is where something can be left out. */
const mostRounds = 8;
const mostFaults = 100;

/**
 * Makes a document readable that has faults of shape, so that one run tells what else is wrong with it: what is misspelt
 * gets the name that was meant, and what is faulty is left out. Nothing is ever compiled of it.
 */
export function repair(document: SourceDocument, faults: readonly ShapeFault[]): Repaired | undefined {
  const draft = new Draft(document);
  let open = faults;
  for (let round = 0; round < mostRounds && open.length <= mostFaults; round++) {
    if (!open.every((fault) => draft.mend(fault))) return undefined;
    const { value, faults: left } = checkShape(arazzoDescription, draft.document.root, []);
    if (value !== undefined) return { description: value, document: draft.document, hurt: draft.hurt };
    open = left;
  }
  return undefined;
}

class Draft {
  readonly hurt: Hurt[] = [];
  readonly #original: SourceDocument;
  readonly #tree: OverlaidTree;

  constructor(original: SourceDocument) {
    this.#original = original;
    this.#tree = new OverlaidTree(original.root);
  }

  get document(): SourceDocument {
    const { file, source } = this.#original;
    return new ReadDocument(file, source, this.#tree.root, this.#original.place([]));
  }

  /** Does away with a fault; answers whether that can be done. */
  mend({ at, meant }: ShapeFault): boolean {
    const owner = at.slice(0, -1);
    const name = String(meant?.at(-1));
    if (meant !== undefined && !this.#has([...owner, name])) {
      this.#tree.rename(at, name);
      return true;
    }
    return this.#leaveOut(at.length === 1 || this.#has(at) ? at : owner);
  }

  #leaveOut(at: Path): boolean {
    const [field, index, inner] = at;
    if (field === "arazzo") return this.#put(at, "1.1.0");
    if (field === "info") return this.#put(["info"], { title: "", version: "" });
    if (at.length === 0 || field === "sourceDescriptions" || (field === "workflows" && at.length === 1)) {
      return at.length === 3 && this.#remove(at);
    }
    if (field === "workflows" && at.length === 2) return this.#put(at, workflowInPlaceOf(this.#written(at), index));
    if (field === "workflows" && inner === "steps" && at.length === 3) {
      return this.#put(at, [stepInPlaceOf(undefined, 0)]);
    }
    if (field === "workflows" && inner === "steps" && at.length === 4) {
      return this.#put(at, stepInPlaceOf(this.#written(at), at.at(-1)));
    }
    // Of a list nothing is left out, as all that follows would stand elsewhere.
    return typeof at.at(-1) === "number" ? this.#leaveOut(at.slice(0, -1)) : this.#remove(at);
  }

  #put(path: Path, value: unknown): boolean {
    this.#note(path);
    this.#tree.put(path, value, this.document.place(path));
    return true;
  }

  #remove(path: Path): boolean {
    this.#note(path);
    this.#tree.remove(path);
    return true;
  }

  #note(path: Path): void {
    this.hurt.push(hurtAt(path, this.document));
  }

  #written(path: Path): unknown {
    return valueAt(this.#original.root, path);
  }

  #has(path: Path): boolean {
    return hasChild(valueAt(this.#tree.root, path.slice(0, -1)), path.at(-1) ?? "");
  }
}

function workflowInPlaceOf(value: unknown, index: string | number | undefined): object {
  return { workflowId: textAt(value, "workflowId") ?? `workflow-${index}`, steps: [stepInPlaceOf(undefined, 0)] };
}

function stepInPlaceOf(value: unknown, index: string | number | undefined): object {
  return { stepId: textAt(value, "stepId") ?? `step-${index}`, operationId: "unreadable" };
}

function textAt(value: unknown, name: string): string | undefined {
  const found = valueAt(value, [name]);
  return typeof found === "string" && found !== "" ? found : undefined;
}
