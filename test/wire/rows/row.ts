import type twilio from "twilio";
import type { WorkflowOptions } from "../../../generated/index.js";

/** A run of one of our functions, and the same calls made by hand with the official package. */
export interface Row {
  /** The name of the function. */
  readonly of: string;
  readonly ours: (options: WorkflowOptions) => Promise<unknown>;
  readonly theirs: (client: ReturnType<typeof twilio>) => Promise<unknown>;
}

/** Asks as often as a poll of ours comes to its end in. */
export async function times(count: number, ask: () => Promise<unknown>): Promise<void> {
  for (let index = 0; index < count; index++) await ask();
}

export const to = "+15558675310";
export const from = "+15017122661";
export const body = "Is 8 o'clock fine? Yes/No & more: 100 % (é, €, 😀)\nTwo lines + a*b~c!";
export const url = "https://example.com/hook?a=1&b=x y";
