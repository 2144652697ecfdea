import { found, type Findings, type Found } from "../diagnostics.js";
import { isList, isMapping, kindOf, valueAt } from "./data.js";
import type { Path, SourceDocument } from "./document.js";
import { isQueryFault, reachOf, runQuery } from "./jsonpath.js";
import { limits } from "./limits.js";
import { OverlaidTree } from "./overlay-tree.js";
import type { Overlay, OverlayAction } from "./overlay.js";
import { formatPointer } from "./pointer.js";
import { ReadDocument } from "./read-document.js";
import { sizeOf } from "./size.js";

/**
 * The document with an overlay's actions applied. The document given stays as it is; what the overlay brought in has
 * its places in the overlay.
 * @param onNoMatch Told of an action that matches nothing, and how to report it; by default it is reported at once.
 * @see https://spec.openapis.org/overlay/v1.0.0.html#action-object
 */
export function applyOverlay(
  document: SourceDocument,
  overlay: Overlay,
  findings: Findings,
  onNoMatch: OnNoMatch = (_, report) => report(),
): SourceDocument {
  const application = new Application(document.root, overlay.document, findings, onNoMatch);
  for (const action of overlay.actions) if (!application.apply(action)) break;
  return new ReadDocument(document.file, document.source, application.root, document.place([]));
}

/** What becomes of an action that matches nothing: where an overlay is for several documents, that may be meant. */
export type OnNoMatch = (action: OverlayAction, report: () => void) => void;

class Application {
  readonly #tree: OverlaidTree;
  readonly #overlay: SourceDocument;
  readonly #findings: Findings;
  readonly #onNoMatch: OnNoMatch;
  #added = 0;

  constructor(root: unknown, overlay: SourceDocument, findings: Findings, onNoMatch: OnNoMatch) {
    this.#tree = new OverlaidTree(root);
    this.#overlay = overlay;
    this.#findings = findings;
    this.#onNoMatch = onNoMatch;
  }

  get root(): unknown {
    return this.#tree.root;
  }

  /** @returns whether it makes sense to go on with the next action */
  apply(action: OverlayAction): boolean {
    const matches = runQuery(action.target, this.root);
    if (isQueryFault(matches)) {
      this.#report(action, "target", found.documentTooLarge.query(matches.message));
      return false;
    }
    const { root } = this;
    if (matches.length === 0) this.#onNoMatch(action, () => this.#reportNoMatch(action, root));
    else if (action.remove) this.#remove(action, matches);
    else if (action.updates) return this.#update(action, matches);
    return true;
  }

  #remove(action: OverlayAction, matches: readonly Path[]): void {
    if (matches.some((match) => match.length === 0)) {
      this.#report(action, "target", found.invalidDocument.removesAll());
      return;
    }
    // From the last to the first, so that an index still means the same item when its turn comes.
    for (const match of [...matches].sort(inDocumentOrder).reverse()) this.#tree.remove(match);
  }

  #update(action: OverlayAction, matches: readonly Path[]): boolean {
    const update = valueAt(this.#overlay.root, [...action.at, "update"]);
    const size = sizeOf(update);
    this.#added += size.values * matches.length;
    if (this.#added > limits.sharedValues) {
      this.#report(action, "update", found.documentTooLarge.valuesOfOverlay(limits.sharedValues));
      return false;
    }
    if (Math.max(...matches.map((match) => match.length)) + size.height >= limits.depth) {
      this.#report(action, "update", found.documentTooLarge.depthOfOverlay(limits.depth));
      return false;
    }
    // What kind a match is counts before any of them is updated: one may lie inside of another, and be replaced.
    const targets = matches.map((match) => ({ match, target: valueAt(this.root, match) }));
    for (const { match, target } of targets) this.#updateOne(action, match, target, update);
    return true;
  }

  #updateOne(action: OverlayAction, match: Path, target: unknown, update: unknown): void {
    if (isList(target)) {
      const place = this.#overlay.place([...action.at, "update"]);
      this.#tree.append(match, update, { key: place, value: place });
    } else if (!isMapping(target)) {
      this.#report(action, "target", found.invalidDocument.updated(kindOf(target), formatPointer(match)));
    } else if (isMapping(update)) {
      this.#tree.merge(match, update);
    } else {
      this.#report(action, "update", found.invalidDocument.update(kindOf(update)));
    }
  }

  #reportNoMatch(action: OverlayAction, root: unknown): void {
    const { text, values, name } = reachOf(action.target, root);
    const names = new Set(values.flatMap((value) => (isMapping(value) ? Object.keys(value) : [])));
    this.#report(action, "target", found.overlayNoMatch(text, name, names));
  }

  #report(action: OverlayAction, field: string, what: Found): void {
    this.#findings.report(this.#overlay.place([...action.at, field]), what);
  }
}

function inDocumentOrder(a: Path, b: Path): number {
  for (let index = 0; index < Math.min(a.length, b.length); index++) {
    const [left, right] = [a[index] ?? 0, b[index] ?? 0];
    if (left !== right) return left < right ? -1 : 1;
  }
  return a.length - b.length;
}
