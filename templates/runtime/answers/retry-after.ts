const MONTHS = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];

/** The three forms of a date in HTTP: that of today, and the two that are obsolete. */
const DATES: readonly RegExp[] = [
  /^\w{3}, (?<day>\d\d) (?<month>\w{3}) (?<year>\d{4}) (?<time>\d\d:\d\d:\d\d) GMT$/,
  /^\w{6,9}, (?<day>\d\d)-(?<month>\w{3})-(?<year>\d\d) (?<time>\d\d:\d\d:\d\d) GMT$/,
  /^\w{3} (?<month>\w{3}) (?<day>[ \d]\d) (?<time>\d\d:\d\d:\d\d) (?<year>\d{4})$/,
];

/**
 * How many milliseconds a `Retry-After` header asks to wait, from its answer on: seconds, of which decimals are rounded
 * up, or a date; 0 for one in the past. `undefined` for anything else.
 * @param at When the answer was had; a date says nothing without
 * @see https://www.rfc-editor.org/rfc/rfc9110#name-retry-after
 */
export function parseRetryAfter(header: string | null | undefined, at: number = Number.NaN): number | undefined {
  if (header === undefined || header === null) return undefined;
  if (/^\d+(\.\d+)?$/.test(header)) return Math.ceil(Number(header)) * 1_000;
  const ms = parseDate(header, at) - at;
  return Number.isNaN(ms) ? undefined : Math.max(0, ms);
}

/** A date of HTTP as `Answer.at` counts; NaN if it is none. */
function parseDate(text: string, at: number): number {
  const parts = DATES.map((form) => form.exec(text)?.groups).find((groups) => groups !== undefined);
  const { day = "", month = "", year = "", time = "" } = parts ?? {};
  const monthNumber = String(MONTHS.indexOf(month) + 1);
  // Unlike the forms of HTTP, this one is read alike on all platforms.
  return Date.parse(`${fullYear(year, at)}-${monthNumber.padStart(2, "0")}-${day.trim().padStart(2, "0")}T${time}Z`);
}

/** Two digits are a year of this century, unless that is more than 50 years ahead: then of the last one. */
function fullYear(year: string, at: number): string {
  if (year.length !== 2) return year;
  const now = new Date(at).getUTCFullYear();
  const inThisCentury = now - (now % 100) + Number(year);
  return String(inThisCentury > now + 50 ? inThisCentury - 100 : inThisCentury);
}
