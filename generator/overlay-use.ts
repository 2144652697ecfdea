import { resolve } from "node:path";
import { found, type Findings } from "./diagnostics.js";
import {
  applyOverlay,
  overlaysFor,
  readDocument,
  readOverlay,
  type Overlay,
  type OverlayAction,
  type SourceDocument,
} from "./documents/index.js";

/** The overlays of a run, and what becomes of them. */
export class OverlayUse {
  readonly #overlays: readonly Overlay[];
  /** Those of which nothing is said where they extend none of the documents. */
  readonly #spare: ReadonlySet<string>;
  /** How many documents each overlay was applied to. */
  readonly #applied = new Map<Overlay, number>();
  /** How often an action matched nothing, and how to say so. */
  readonly #misses = new Map<OverlayAction, { readonly count: number; readonly report: () => void }>();

  /** @param findings Told of those that cannot be read, which are left out */
  constructor(
    { overlays, spareOverlays = [] }: { overlays: readonly string[]; spareOverlays?: readonly string[] | undefined },
    findings: Findings,
  ) {
    this.#spare = new Set(spareOverlays.map((file) => resolve(file)));
    this.#overlays = overlays.flatMap((file) => {
      const document = readDocument(file, findings);
      const overlay = document && readOverlay(document, findings);
      return overlay ? [overlay] : [];
    });
  }

  get documents(): readonly SourceDocument[] {
    return this.#overlays.map(({ document }) => document);
  }

  /**
   * A document with all overlays applied that are meant for it.
   * @param takeSaid Reports what has been said of the document since it was read
   */
  applyTo(
    document: SourceDocument,
    known: Parameters<typeof overlaysFor>[2],
    said: Findings,
    takeSaid: () => void,
  ): SourceDocument {
    const overlays = overlaysFor(document, this.#overlays, known);
    for (const overlay of overlays) this.#applied.set(overlay, (this.#applied.get(overlay) ?? 0) + 1);
    const miss = (action: OverlayAction, report: () => void): void => {
      const before = this.#misses.get(action);
      const reportHere = (): void => {
        report();
        takeSaid();
      };
      this.#misses.set(action, { count: (before?.count ?? 0) + 1, report: before?.report ?? reportHere });
    };
    return overlays.reduce((target, overlay) => applyOverlay(target, overlay, said, miss), document);
  }

  /** Reports what of the overlays was of no use. */
  report(findings: Findings): void {
    // An action of an overlay for several documents has to match something in one of them.
    for (const [overlay, documents] of this.#applied) {
      for (const miss of overlay.actions.map((action) => this.#misses.get(action))) {
        if (miss?.count === documents) miss.report();
      }
    }
    const isUnused = (overlay: Overlay): boolean =>
      !this.#applied.has(overlay) && !this.#spare.has(resolve(overlay.document.file));
    for (const overlay of this.#overlays.filter(isUnused)) {
      findings.report(overlay.document.place(["extends"]), found.overlayUnused());
    }
  }
}
