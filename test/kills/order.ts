import { existsSync, readFileSync } from "node:fs";
import type { Checkpoint } from "../../generated/index.js";

/** One run of a workflow, and what its requests can be known by. */
export interface Job {
  readonly id: string;
  readonly kind: "message" | "conversation" | "service" | "flow";
  readonly name: string;
  readonly phone: string;
  readonly number: string;
}

/** What a process is to do. */
export interface Order {
  readonly seed: number;
  readonly folder: string;
  readonly baseUrl: string;
  readonly credentials: { readonly accountSid: string; readonly authToken: string };
  readonly definition: string;
  readonly jobs: readonly Job[];
  /** The moment at which it ends: before or after a request, or before, amid or after a write. */
  readonly killAt: number | undefined;
  /** Whether it ends at the first error that it is told; or else it goes on from the error's checkpoint. */
  readonly exitsOnError: boolean;
}

/** What a file of the store holds. */
export function stored(file: string): Checkpoint | null {
  return existsSync(file) ? JSON.parse(readFileSync(file, "utf8")) : null;
}
