/** A key of an object, or an index of a list. */
export type Key = string | number;

/** The type of what stands at a path inside of a `Value`. */
export type At<Value, Path extends readonly Key[]> = Path extends readonly [
  infer First extends Key,
  ...infer Rest extends readonly Key[],
]
  ? At<Child<Value, First>, Rest>
  : Value;

/** The keys of a value, where there is one. */
export type KeyIn<Owner> = keyof Exclude<Owner, null | undefined>;

/** What stands at a key that an object or a list has, where something does. */
export type In<Owner, K extends KeyIn<Owner>> = Exclude<Exclude<Owner, null | undefined>[K], null | undefined>;

/** Of a union, the children of all its members; of what has no such child, `undefined`. */
type Child<Value, K extends Key> = unknown extends Value
  ? unknown
  : Value extends readonly (infer Item)[]
    ? K extends number
      ? Item | undefined
      : undefined
    : Value extends object
      ? K extends keyof Value
        ? Value[K] | undefined
        : undefined
      : undefined;

/**
 * What stands at a path inside of a value, where its type cannot say whether it is there; `undefined` where it is not.
 */
export function at<Value, const Path extends readonly Key[]>(value: Value, ...path: Path): At<Value, Path> {
  let here: unknown = value;
  for (const key of path) here = childOf(here, key);
  // That the values are of the types that the API documents is taken for granted here as everywhere.
  return here as At<Value, Path>;
}

/** Own properties alone: `constructor` and the like are no data. */
function childOf(value: unknown, key: Key): unknown {
  if (typeof value !== "object" || value === null || !Object.hasOwn(value, key)) return undefined;
  return Array.isArray(value) && typeof key !== "number" ? undefined : Reflect.get(value, key);
}
