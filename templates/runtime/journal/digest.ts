/**
 * A digest of JSON, as 8 hex digits. It tells values apart, and has room for none: many values share each digest. The
 * order of an object's fields does not matter, and of a `Blob` only its type and size do.
 * @param salt Put before the value, so that equal values have other digests elsewhere
 */
export function digest(salt: string, value: unknown): string {
  // FNV-1a: 32 bits are enough to find a mistake, and too few to read a value from, however they are made.
  let hash = 0x811c9dc5;
  const bytes = new TextEncoder().encode(salt + JSON.stringify(ordered(value)));
  for (const byte of bytes) hash = Math.imul(hash ^ byte, 0x01000193);
  return (hash >>> 0).toString(16).padStart(8, "0");
}

function ordered(value: unknown): unknown {
  if (typeof value !== "object" || value === null) return value;
  if (value instanceof Blob) return [value.type, value.size];
  if (Array.isArray(value)) return value.map(ordered);
  // A date, for instance.
  if ("toJSON" in value) return ordered(JSON.parse(JSON.stringify(value)));
  const fields = Object.entries(value).sort(([one], [other]) => (one < other ? -1 : 1));
  return Object.fromEntries(fields.map(([name, field]) => [name, ordered(field)]));
}
