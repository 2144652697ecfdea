import { asData, type Data, isData } from "./prune.js";

const TEXTS = ["description", "summary"];

/** Gives a document the descriptions and summaries that an earlier version of it has at the same places. */
export function withDescriptionsOf(earlier: unknown, document: Data): Data {
  return asData(described(document, earlier));
}

function described(value: unknown, earlier: unknown): unknown {
  if (Array.isArray(value)) {
    const before = Array.isArray(earlier) ? earlier : [];
    return value.map((item, index) => described(item, counterpart(item, index, before)));
  }
  if (!isData(value)) return value;
  const before = asData(earlier);
  const texts = TEXTS.filter((key) => typeof before[key] === "string" && !isData(value[key]));
  const entries = Object.entries(value).map(([key, child]) => [key, described(child, before[key])] as const);
  return { ...Object.fromEntries(entries), ...Object.fromEntries(texts.map((key) => [key, before[key]])) };
}

/** Parameters are known by their names, wherever they stand in the list. */
function counterpart(item: unknown, index: number, before: readonly unknown[]): unknown {
  const { name } = asData(item);
  return name === undefined ? before[index] : before.find((other) => asData(other)["name"] === name);
}
