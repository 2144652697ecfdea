import type { Value } from "./model.js";
import type { Type } from "../types/type.js";

/** A value and what is known of it. */
export interface TypedValue {
  readonly value: Value;
  readonly type: Type;
  /** What it would be by its schema alone, where the workflow that returns it has asked for less. */
  readonly documented?: Type | undefined;
  readonly description: string | undefined;
  /** The step whose answer it is made of, and how: what an error names if it is missing. */
  readonly origin?: { readonly stepId: string; readonly expression: string } | undefined;
  /** The step that gives it, where that may not have run by then. */
  readonly unset?: string | undefined;
}
