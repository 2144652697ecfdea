import type { Value } from "./model.js";
import type { Type } from "./type.js";

/** A value and what is known of it. */
export interface TypedValue {
  readonly value: Value;
  readonly type: Type;
  readonly description: string | undefined;
}
