import type { EndStatement, Field } from "../ir/model.js";

/** An ending before anything is known of its outputs. */
export function endStatement(outcome: string, planned: readonly Field[]): EndStatement {
  return { kind: "end", outcome, planned, fields: planned, known: new Map() };
}
