import { isIP } from "node:net";

/** A format of texts: one that is of it, and whether another is. */
interface Format {
  readonly example: string;
  readonly test?: (text: string) => boolean;
}

/** Those that JSON Schema and OpenAPI have, and a few of Twilio's. A text of any other is not looked at. */
const formats: ReadonlyMap<string, Format> = new Map<string, Format>([
  ["date-time", { example: "2025-01-01T00:00:00Z", test: isDateTime }],
  ["date", { example: "2025-01-01", test: (text) => /^\d{4}-\d\d-\d\d$/.test(text) && isDate(text) }],
  ["time", { example: "00:00:00Z", test: (text) => /^\d\d:\d\d:\d\d(\.\d+)?(z|[+-]\d\d:\d\d)?$/i.test(text) }],
  ["duration", { example: "PT1H", test: (text) => /^P(?=.)[\dYMWD]*(T[\dHMS.]+)?$/.test(text) }],
  ["email", { example: "someone@example.com", test: (text) => /^[^@\s]+@[^@\s]+$/.test(text) }],
  ["hostname", { example: "example.com", test: (text) => /^[a-z0-9-]+(\.[a-z0-9-]+)*\.?$/i.test(text) }],
  ["ipv4", { example: "192.0.2.1", test: (text) => isIP(text) === 4 }],
  ["ipv6", { example: "2001:db8::1", test: (text) => isIP(text) === 6 }],
  ["uri", { example: "https://example.com/", test: (text) => URL.canParse(text) }],
  ["url", { example: "https://example.com/" }],
  ["uri-reference", { example: "/" }],
  ["uuid", { example: "00000000-0000-4000-8000-000000000000", test: isUuid }],
  ["byte", { example: "dGV4dA==", test: (text) => /^[A-Za-z0-9+/]*={0,2}$/.test(text) }],
  ["date-time-rfc-2822", { example: "Wed, 01 Jan 2025 00:00:00 +0000" }],
  ["phone-number", { example: "+15005550006" }],
  ["iso-country-code", { example: "US" }],
  ["currency", { example: "USD" }],
  ["http-method", { example: "POST" }],
]);

/** Whether a text is of a format; of one that is not known, every text is. */
export function isOfFormat(text: string, format: string): boolean {
  return formats.get(format)?.test?.(text) ?? true;
}

/** A text of a format, if that is known. */
export function exampleOfFormat(format: string | undefined): string | undefined {
  return format === undefined ? undefined : formats.get(format)?.example;
}

function isDate(text: string): boolean {
  return !Number.isNaN(Date.parse(text));
}

function isDateTime(text: string): boolean {
  return /^\d{4}-\d\d-\d\dt\d\d:\d\d:\d\d(\.\d+)?(z|[+-]\d\d:\d\d)$/i.test(text) && isDate(text);
}

function isUuid(text: string): boolean {
  return /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i.test(text);
}
