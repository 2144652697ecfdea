import type { Found } from "../../diagnostics.js";
import type { Path } from "../../documents/document.js";

/** Something in a document that its shape alone does not show to be wrong. */
export interface Fault {
  readonly what: Found;
  readonly path: Path;
  readonly part?: "key" | "value";
}
