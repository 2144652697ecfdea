import { found, type Found } from "../diagnostics.js";
import { isAlias, isScalar, type ParsedNode } from "yaml";

/** The text of a key, or what is wrong with it. */
export type Key = { readonly text: string } | Found;

/**
 * The key as JSON would have it. `200:` and `true:` count as their source text, since OpenAPI documents are full of
 * such status codes; a merge key, an alias, a list or a mapping has no equal.
 */
export function readKey(node: ParsedNode): Key {
  if (isAlias(node)) return found.unsupportedYaml.aliasAsKey();
  if (!isScalar(node)) return found.unsupportedYaml.key("a list or a mapping");
  const written = node.source;
  if (typeof node.value === "string") {
    if (node.value !== "<<" || node.type !== "PLAIN") return { text: node.value };
    return found.unsupportedYaml.mergeKey();
  }
  if (node.value === null || written === "") return found.unsupportedYaml.key("null");
  return { text: written };
}
