/** Whether a property is held for as long as somebody likes: `npm run test:properties`. The suite has only a moment. */
export const isLong = process.env["PROPERTY_LONG"] !== undefined;

/** Where the random begins. The same seed makes the same examples. */
export const seed = Number(process.env["PROPERTY_SEED"] ?? 20_260_502);

/** How many examples are made, should the environment not say so (`PROPERTY_RUNS`). */
export function runsOf({ short, long }: { readonly short: number; readonly long: number }): number {
  return Number(process.env["PROPERTY_RUNS"] ?? (isLong ? long : short));
}

/** How long to look for a smaller example of each defect, in milliseconds; where that is 0, none is looked for. */
export const patience = Number(process.env["PROPERTY_PATIENCE"] ?? 60_000);

/** Tells those who wait. */
export function tell(line: string): void {
  if (isLong) console.log(line);
}
