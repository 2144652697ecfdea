import type { Code } from "../../diagnostics.js";
import type { Path } from "../../documents/document.js";

/** Something in a document that its shape alone does not show to be wrong. */
export interface Fault {
  readonly code: Code;
  readonly path: Path;
  readonly message: string;
  readonly hint?: string | undefined;
  readonly part?: "key" | "value";
}
