import { inspect } from "node:util";

/**
 * Everything that can be read off values: their texts, in every way in which somebody may print them, and those of all
 * that they lead to, hidden properties, prototypes' getters, causes, maps and errors' stacks included.
 */
export function textsOf(...values: readonly unknown[]): readonly string[] {
  const texts: string[] = [];
  const seen = new Set<unknown>();
  const visit = (value: unknown): void => {
    if (typeof value === "string") texts.push(value);
    if ((typeof value !== "object" && typeof value !== "function") || value === null || seen.has(value)) return;
    seen.add(value);
    texts.push(
      printed(() => inspect(value, { depth: null, showHidden: true, getters: true })),
      printed(() => JSON.stringify(value)),
    );
    if (value instanceof Map || value instanceof Set) for (const item of value) visit(item);
    if (value instanceof Headers) for (const pair of value) visit(pair);
    for (let owner: object | null = value; owner && !builtin.has(owner); owner = Object.getPrototypeOf(owner)) {
      for (const key of Reflect.ownKeys(owner)) visit(readOr(value, key));
    }
  };
  values.forEach(visit);
  return texts;
}

/** What a way of printing makes of a value; nothing where it cannot, as with the prototypes of the platform. */
function printed(print: () => string | undefined): string {
  try {
    return print() ?? "";
  } catch {
    return "";
  }
}

const builtin: ReadonlySet<object> = new Set([Object.prototype, Function.prototype, Array.prototype]);

function readOr(value: object, key: PropertyKey): unknown {
  try {
    return Reflect.get(value, key);
  } catch {
    return undefined;
  }
}

/** The secrets, in all their spellings, that stand in what can be read off the values. */
export function leaksOf(secrets: readonly string[], ...values: readonly unknown[]): readonly string[] {
  const spellings = secrets.flatMap((secret) => [secret, btoa(secret), encodeURIComponent(secret)]);
  const texts = textsOf(...values);
  return [...new Set(spellings)].filter((spelling) => texts.some((text) => text.includes(spelling)));
}
