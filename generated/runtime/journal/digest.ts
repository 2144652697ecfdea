// Written by twilio-workflows with each run: what is changed here is lost.
/**
 * A digest of JSON, as 8 hex digits. It tells values apart, and has room for none: many values share each digest. The
 * order of an object's fields does not matter, and of a `Blob` only its type and size do.
 * @param salt Put before the value, so that equal values have other digests elsewhere
 */
export function digest(salt: string, value: unknown): string {
  // FNV-1a: 32 bits are enough to find a mistake, and too few to read a value from, however they are made.
  let hash = 0x811c9dc5;
  for (const byte of new TextEncoder().encode(salt + JSON.stringify(value, ordered))) {
    hash = Math.imul(hash ^ byte, 0x01000193);
  }
  return (hash >>> 0).toString(16).padStart(8, "0");
}

function ordered(_name: string, value: unknown): unknown {
  if (typeof value !== "object" || value === null || Array.isArray(value)) return value;
  if (value instanceof Blob) return [value.type, value.size];
  return Object.fromEntries(Object.entries(value).sort(([one], [other]) => (one < other ? -1 : 1)));
}
