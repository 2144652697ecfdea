/** An E.164 number, or the address of another channel such as `whatsapp:+15558675310` or `client:alice`. */
export function isAddress(text: string): boolean {
  return /^\+[1-9]\d{6,14}$/.test(text) || /^[a-z]+:\S+$/.test(text);
}

/** What a message can be from: an address, a short code, or an alphanumeric sender ID. */
export function isSender(text: string): boolean {
  return isAddress(text) || /^[A-Za-z0-9 ]{1,11}$/.test(text);
}

function isUrl(text: string): boolean {
  return /^https?:\/\//.test(text) && URL.canParse(text);
}

function isIsoDate(text: string): boolean {
  return /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?(Z|[+-]\d\d:\d\d)$/.test(text) && !Number.isNaN(Date.parse(text));
}

function isRfc2822Date(text: string): boolean {
  return /^[A-Z][a-z]{2}, \d\d [A-Z][a-z]{2} \d{4} \d\d:\d\d:\d\d \+0000$/.test(text);
}

/**
 * The formats that the documents use, as Ajv wants them. `true`: not checked here. `phone-number` is one of those,
 * since the documents use it for every kind of sender and recipient, and each product refuses a bad one in its own way.
 */
export const FORMATS = {
  "date-time": isIsoDate,
  "date-time-rfc-2822": isRfc2822Date,
  uri: isUrl,
  date: /^\d{4}-\d\d-\d\d$/,
  currency: /^[A-Z]{3}$/,
  endpoint: true,
  "http-method": true,
  "iso-country-code": true,
  "phone-number": true,
  twiml: true,
  "uri-map": true,
} as const;
