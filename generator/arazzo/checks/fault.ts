import type { Found } from "../../diagnostics.js";
import type { Path } from "../../documents/document.js";
import type { Correction } from "../../documents/overlay-fix.js";

/** Something in a document that its shape alone does not show to be wrong. */
export interface Fault {
  readonly what: Found;
  readonly path: Path;
  readonly part?: "key" | "value";
  /** What is taken to be meant, where nothing has to be amended for it. */
  readonly passes?: string;
  /** What makes the document true. */
  readonly assume?: { readonly that: string; readonly corrections: readonly Correction[] };
}
