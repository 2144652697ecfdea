/** Dates as all products but api.twilio.com write them: ISO 8601, to the second. */
export function iso(date: Date): string {
  return date.toISOString().replace(/\.\d+Z$/, "Z");
}

/** Dates as api.twilio.com writes them. */
export function rfc2822(date: Date): string {
  return date.toUTCString().replace("GMT", "+0000");
}

const DURATION = /^P(?=.)(?:(\d+)D)?(?:T(?=.)(?:(\d+)H)?(?:(\d+)M)?(?:(\d+)S)?)?$/;

/** Milliseconds of an ISO 8601 duration of days or less; `undefined` for any other text. */
export function milliseconds(duration: string): number | undefined {
  const parts = DURATION.exec(duration);
  if (!parts) return undefined;
  const [days, hours, minutes, seconds] = parts.slice(1).map((part: string | undefined) => Number(part ?? 0));
  return ((((days ?? 0) * 24 + (hours ?? 0)) * 60 + (minutes ?? 0)) * 60 + (seconds ?? 0)) * 1000;
}
