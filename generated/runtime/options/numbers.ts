// Written by twilio-workflows with each run: what is changed here is lost.
import { checkOptions, must, type Rule } from "./option-rules.js";

/** Timers of more milliseconds fire at once. */
export const LONGEST_TIMER: number = 2 ** 31 - 1;

/** Any number up to what a timer takes. */
export function mustBeFrom(least: number): Rule {
  const isWithin = (value: unknown): boolean => typeof value === "number" && value >= least && value <= LONGEST_TIMER;
  return must(`a number from ${least} to ${LONGEST_TIMER}`, isWithin);
}

/** Throws for a time that is no number of milliseconds, as an `InvalidOptionError`. */
export function checkTimeout(timeout: number | undefined): void {
  checkOptions({ timeout }, { timeout: mustBeFrom(0) });
}
