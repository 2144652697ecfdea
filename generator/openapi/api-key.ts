import { Findings } from "../diagnostics.js";
import { followReferencesToEnd, isMapping, valueAt } from "../documents/index.js";
import type { Api } from "./model.js";

/** An API key, by where requests carry it. */
export type ApiKey = Readonly<{ type: "apiKey"; in: "header" | "query" | "cookie"; name: string }>;

/** Where a value goes, as parameters say it. */
export interface PlaceInRequest {
  readonly name: string;
  readonly in: string;
  /** There may be nothing, where a caller leaves it out. */
  readonly mayBeAbsent?: boolean;
}

/** The API key that a Security Scheme Object describes; `undefined` where it describes none that a request can carry. */
export function apiKeyIn(scheme: unknown): ApiKey | undefined {
  const [type, where, name] = ["type", "in", "name"].map((field) => valueAt(scheme, [field]));
  if (type !== "apiKey" || typeof name !== "string") return undefined;
  if (name === "" || (where === "header" && !/^[\w!#$%&'*+.^`|~-]+$/.test(name))) return undefined;
  return where === "header" || where === "query" || where === "cookie" ? { type, in: where, name } : undefined;
}

/** Whether an API key is carried at a place. */
export function isCarriedAt(key: ApiKey, { name, in: where }: PlaceInRequest): boolean {
  return key.in === where && sameName(key, name);
}

/** Whether a place in a request is called so. Headers are the same whatever their case. */
export function sameName({ name, in: where }: PlaceInRequest, other: string): boolean {
  return where === "header" ? name.toLowerCase() === other.toLowerCase() : name === other;
}

/**
 * The API key of a document that is carried at a place, by what the document says of it.
 * @see https://spec.openapis.org/oas/v3.1.1.html#security-scheme-object
 */
export function apiKeyAt(
  { document }: Api,
  place: PlaceInRequest,
): { readonly description: string | undefined } | undefined {
  const at = ["components", "securitySchemes"];
  const schemes = valueAt(document.root, at);
  for (const name of isMapping(schemes) ? Object.keys(schemes) : []) {
    const scheme = followReferencesToEnd(document, [...at, name], new Findings())?.value;
    const key = apiKeyIn(scheme);
    if (key === undefined || !isCarriedAt(key, place)) continue;
    const description = valueAt(scheme, ["description"]);
    return { description: typeof description === "string" ? description : undefined };
  }
  return undefined;
}
