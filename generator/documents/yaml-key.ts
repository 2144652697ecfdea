import { isAlias, isScalar, type ParsedNode } from "yaml";

/** The text of a key, or what is wrong with it. */
export type Key = { readonly text: string } | { readonly problem: string; readonly hint: string };

const QUOTE = "Write the key as text; quotes make text of anything.";

/**
 * The key as JSON would have it. `200:` and `true:` count as their source text, since OpenAPI documents are full of
 * such status codes; a merge key, an alias, a list or a mapping has no equal.
 */
export function readKey(node: ParsedNode): Key {
  if (isAlias(node)) return { problem: "A key may not be an alias", hint: QUOTE };
  if (!isScalar(node)) return { problem: "A key has to be text, not a list or a mapping", hint: QUOTE };
  const written = node.source;
  if (typeof node.value === "string") {
    if (node.value !== "<<" || node.type !== "PLAIN") return { text: node.value };
    const hint = "Write the merged fields out; an alias can stand for a whole value.";
    return { problem: "Merge keys (`<<`) are no part of YAML 1.2", hint };
  }
  if (node.value === null || written === "") return { problem: "A key has to be text, not null", hint: QUOTE };
  return { text: written };
}
