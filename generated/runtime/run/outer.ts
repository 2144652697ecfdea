// Written by twilio-workflows with each run: what is changed here is lost.
import { Clock } from "./clock.js";
import type { Keeper } from "../journal/keeper.js";

/** Where a session stands that is inside of another one, and what the two of them share. */
export interface Outer {
  readonly prefix: string;
  /** How many more passes they may take. */
  readonly budget: { left: number; readonly limit: number };
  readonly keeper: Keeper | undefined;
  /** The servers that they call. */
  readonly servers: Set<string>;
  readonly clock: Clock;
  /** When they have to be done by now, by their clock. */
  readonly until: number;
  /** The signals that theirs are made of: a combined one does not keep a timeout from being collected on Node 20. */
  readonly held: readonly (AbortSignal | undefined)[];
}

export function outermost(limit: number, keeper: Keeper | undefined): Outer {
  return {
    prefix: "",
    budget: { left: limit, limit },
    keeper,
    servers: new Set(),
    clock: new Clock(),
    until: Infinity,
    held: [],
  };
}
