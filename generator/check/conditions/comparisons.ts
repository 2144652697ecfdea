import type { ComparisonOperator } from "../../arazzo/index.js";

/** What each operator says of two numbers. */
export const comparisons = {
  "==": (left: number, right: number) => left === right,
  "!=": (left: number, right: number) => left !== right,
  "<": (left: number, right: number) => left < right,
  "<=": (left: number, right: number) => left <= right,
  ">": (left: number, right: number) => left > right,
  ">=": (left: number, right: number) => left >= right,
} as const satisfies Record<ComparisonOperator, (left: number, right: number) => boolean>;

/** The operator that says the same with the sides exchanged. */
export const mirrored = { "==": "==", "!=": "!=", "<": ">", "<=": ">=", ">": "<", ">=": "<=" } as const;
