/** The longest name that a path begins with, and what is left of the path. */
export function longestName(
  path: readonly string[],
  names: Iterable<string>,
): { readonly name: string; readonly rest: readonly string[] } | undefined {
  const known = new Set(names);
  const lengths = path.map((_, index) => path.length - index);
  const length = lengths.find((each) => known.has(path.slice(0, each).join(".")));
  return length === undefined ? undefined : { name: path.slice(0, length).join("."), rest: path.slice(length) };
}
