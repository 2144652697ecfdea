import { quoted } from "../diagnostics.js";

/** Why something is in the API's document, as it stands in the types that are made of it. */
export function because(stepId: string, does: string): string {
  return `Not in the API's document; assumed, because step ${quoted(stepId)} ${does} it.`;
}
