import { Clock } from "./clock.js";
import type { ApiSettings } from "../client/api.js";
import type { CalledServer } from "../client/hosts.js";
import type { Keeper } from "../journal/keeper.js";

/** Where a session stands that is inside of another one, and what the two of them share. */
export interface Outer {
  readonly prefix: string;
  /** How many more passes they may take. */
  readonly budget: { left: number; readonly limit: number };
  readonly keeper: Keeper | undefined;
  /** The servers that they call. */
  readonly servers: (ApiSettings & CalledServer)[];
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
    servers: [],
    clock: new Clock(),
    until: Infinity,
    held: [],
  };
}
