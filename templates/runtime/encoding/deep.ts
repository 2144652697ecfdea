/**
 * The fields of a value, as deep as it goes, as `name[key]` and what stands there; the items of a list repeat the name,
 * with their index if there are objects.
 */
export function deepFields(name: string, value: unknown): readonly (readonly [name: string, value: unknown])[] {
  if (value === undefined || value === null) return [];
  if (Array.isArray(value) && !value.some(isDeep)) return value.flatMap((item: unknown) => deepFields(name, item));
  if (!isDeep(value)) return [[name, value]];
  return Object.entries(value).flatMap(([key, item]) => deepFields(`${name}[${key}]`, item));
}

function isDeep(value: unknown): value is object {
  return typeof value === "object" && value !== null && !(value instanceof Date) && !(value instanceof Blob);
}
