// Written by twilio-workflows: change the documents and generate again.
/** Timers of more milliseconds fire at once. */
export const LONGEST_TIMER: number = 2 ** 31 - 1;

/** Refuses options that are no number, below 0, or more than a timer takes. */
export function checkNumbers(options: Readonly<Record<string, number | undefined>>): void {
  for (const [name, value] of Object.entries(options)) {
    if (value !== undefined && !(value >= 0 && value <= LONGEST_TIMER)) {
      throw new TypeError(`option ${name} must be a number from 0 to ${LONGEST_TIMER}, not ${value}`);
    }
  }
}
