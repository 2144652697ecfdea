import { stringify } from "yaml";

/** A new document as YAML, in the order of its fields. */
export function documentText(document: object): string {
  return stringify(document, { lineWidth: 100, indentSeq: false, aliasDuplicateObjects: false });
}
