import { Findings } from "../diagnostics.js";
import { followReferencesToEnd, isList, isMapping, valueAt } from "../documents/index.js";
import type { Api, Operation } from "./model.js";

/**
 * The API key of a document that goes to a place under a name, by what the document says of it.
 * @see https://spec.openapis.org/oas/v3.1.1.html#security-scheme-object
 */
export function apiKeyAt(
  { document }: Api,
  place: { readonly name: string; readonly in: string },
): { readonly description: string | undefined } | undefined {
  const at = ["components", "securitySchemes"];
  const schemes = valueAt(document.root, at);
  for (const key of isMapping(schemes) ? Object.keys(schemes) : []) {
    const scheme = followReferencesToEnd(document, [...at, key], new Findings())?.value;
    const [type, where, name, description] = ["type", "in", "name", "description"].map((field) =>
      valueAt(scheme, [field]),
    );
    if (type !== "apiKey" || where !== place.in || typeof name !== "string") continue;
    const isSame = where === "header" ? name.toLowerCase() === place.name.toLowerCase() : name === place.name;
    if (isSame) return { description: typeof description === "string" ? description : undefined };
  }
  return undefined;
}

/** Whether the document asks for credentials where it describes an operation. */
export function isSecured({ api: { document }, at }: Operation): boolean {
  const own = valueAt(document.root, [...at, "security"]);
  const security = own === undefined ? valueAt(document.root, ["security"]) : own;
  return isList(security) && security.some((one) => isMapping(one) && Object.keys(one).length > 0);
}
