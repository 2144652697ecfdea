import { Clock } from "./clock.js";
import type { ApiSettings } from "../client/api.js";
import type { HeldStream } from "../client/held-stream.js";
import type { CalledServer } from "../client/hosts.js";
import type { Keeper } from "../journal/keeper.js";
import type { Pass, ReadAnswer } from "./step.js";

/** Where a session stands that is inside of another one, and what the two of them share. */
export interface Outer {
  readonly prefix: string;
  /** The position, in brackets, of the element of a list that its steps are done for; else empty. */
  readonly element: string;
  /** The part of the run that goes on by itself, side by side with others: the key of an element, or empty. */
  readonly lane: string;
  /** Ends it before its next request, and while it waits: what is under way is waited for. */
  readonly stop: AbortSignal | undefined;
  /** The latest pass through a step of it, or of what runs beside it, and what holds its answer to what it expects. */
  readonly latest: { pass?: Pass; guard: (work: () => Promise<ReadAnswer>) => Promise<ReadAnswer> };
  /** How many more passes they may take. */
  readonly budget: { left: number; readonly limit: number };
  readonly keeper: Keeper | undefined;
  /** The stream whose parts they read, or do something for. */
  readonly stream: HeldStream | undefined;
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
    element: "",
    lane: "",
    stop: undefined,
    latest: { guard: (work) => work() },
    budget: { left: limit, limit },
    keeper,
    stream: undefined,
    servers: [],
    clock: new Clock(),
    until: Infinity,
    held: [],
  };
}

/** Where a workflow stands that a pass through a step calls. */
export function calledIn(outer: Outer, key: string): Outer {
  return { ...outer, prefix: `${key}/`, element: "", latest: { guard: (work) => work() } };
}

/** Where a step stands that is done for an element of a list. It may take as many passes as a whole run. */
export function ofElement(outer: Outer, index: number): Outer {
  const { limit } = outer.budget;
  return { ...outer, element: `[${index}]`, budget: { left: limit, limit } };
}
