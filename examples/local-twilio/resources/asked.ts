import type { Account } from "../account.js";
import { type Magic, STATES } from "./magic.js";
import type { Fields, Schema } from "./resource.js";

/** Something that was made, or that a request took for granted. */
export interface Stored {
  readonly collection: string;
  readonly schema: Schema;
  /** Counts what was made, so that a page of a list can say where the next one begins. */
  readonly number: number;
  body: Record<string, unknown>;
  /** The states that it goes through, and the one that it is in. */
  states: readonly string[];
  reads: number;
  /** It moves on by itself, and callbacks tell of it. */
  isTold: boolean;
}

/** A request, taken apart. */
export interface Asked {
  readonly method: string;
  /** Host and path, without a `.json` at its end. */
  readonly path: string;
  /** The last name in the path, such as `Calls`. */
  readonly collection: string;
  /** Whether the path leads to one resource rather than to a collection. */
  readonly single: boolean;
  readonly params: Readonly<Record<string, string>>;
  readonly fields: Fields;
  readonly query: Fields;
  /** The revision that a change is meant for, where it says so. */
  readonly ifMatch: string | undefined;
  readonly status: number;
  readonly schema: Schema;
}

/** What everything stands on. */
export interface Shelf {
  readonly account: Account;
  /** What is at a place. Throws a 404 if it has been deleted or forgotten. */
  find(asked: Asked, magic?: Magic, place?: string): Stored;
  /** Puts a resource into a state. */
  settle(stored: Stored, state: string): void;
}

export function stateOf({ collection, body }: Stored): string | undefined {
  const state = body[STATES[collection]?.field ?? ""];
  return typeof state === "string" ? state : undefined;
}
