import { found, quoted, type Findings } from "../diagnostics.js";
import {
  followReferencesToEnd,
  hasChild,
  isList,
  isMapping,
  isSecure,
  overlayFix,
  valueAt,
  type Mapping,
  type Path,
} from "../documents/index.js";
import { apiKeyIn, isCarriedAt, type ApiKey, type PlaceInRequest } from "./api-key.js";
import type { Api, Operation } from "./model.js";

/** One way to sign a request, as the runtime takes it. */
export type Scheme =
  | { readonly type: "basic" | "bearer" }
  | ApiKey
  | { readonly type: "oauth2"; readonly tokenUrl: string; readonly scopes: readonly string[] };

/** Schemes that sign a request together, by name. */
export type Schemes = Readonly<Record<string, Scheme>>;

/** What an operation asks for, by its own `security` or else by that of the document, and where that stands. */
function requirementsOf({ api: { document }, at }: Operation): {
  readonly at: Path;
  readonly alternatives: readonly Mapping[];
} {
  const isOwn = hasChild(valueAt(document.root, at), "security");
  const here = isOwn ? [...at, "security"] : ["security"];
  const list = valueAt(document.root, here);
  return { at: here, alternatives: (isList(list) ? list : []).filter(isMapping) };
}

/** Whether the document asks for credentials where it describes an operation. */
export function isSecured(operation: Operation): boolean {
  return requirementsOf(operation).alternatives.some((one) => Object.keys(one).length > 0);
}

/**
 * How requests to an operation are signed: any of these will do, one without schemes last; `undefined` where they are
 * not. Schemes that cannot be met are reported if no alternative can do without them.
 * @param given What a step gives itself, and the credentials need not
 * @see https://spec.openapis.org/oas/v3.1.1.html#security-requirement-object
 */
export function securityOf(
  operation: Operation,
  given: readonly PlaceInRequest[],
  findings: Findings,
): readonly Schemes[] | undefined {
  const { document } = operation.api;
  const { at, alternatives } = requirementsOf(operation);
  if (alternatives.length === 0) return undefined;
  const problems: string[] = [];
  const known = alternatives.flatMap((alternative) => {
    const schemes = Object.entries(alternative).map(([name, scopes]) => {
      const scheme = schemeOf(name, scopes, { operation, at, findings });
      return [name, scheme] as const;
    });
    const described = schemes.flatMap(([name, scheme]): [string, Scheme][] => {
      if (typeof scheme !== "string") return [[name, scheme]];
      problems.push(scheme);
      return [];
    });
    if (described.length < schemes.length) return [];
    const without = (met: readonly PlaceInRequest[]): Schemes =>
      Object.fromEntries(described.filter(([, scheme]) => !met.some((one) => isMetBy(scheme, one))));
    const always = given.filter((one) => !one.mayBeAbsent);
    return [{ schemes: without(always), rest: without(given) }];
  });
  if (known.length === 0) findings.report(document.place(at, "key"), found.unsupportedSecurity.scheme(problems));
  const isOptional = alternatives.some((alternative) => isEmpty(alternative));
  const ways = known.flatMap(({ schemes, rest }) => (sameNames(schemes, rest) ? [schemes] : [schemes, rest]));
  const signed = ways.filter((schemes) => !isEmpty(schemes));
  if (signed.length === 0) return undefined;
  // A step that gives a whole alternative itself needs no other.
  if (!isOptional && known.some(({ schemes }) => isEmpty(schemes))) return undefined;
  return signed.length < ways.length ? [...signed, {}] : signed;
}

function isEmpty(schemes: object): boolean {
  return Object.keys(schemes).length === 0;
}

function sameNames(one: object, other: object): boolean {
  return Object.keys(one).length === Object.keys(other).length;
}

function isMetBy(scheme: Scheme, given: PlaceInRequest): boolean {
  const header = given.in === "header" ? given.name.toLowerCase() : undefined;
  if (scheme.type !== "apiKey") return header === "authorization";
  return isCarriedAt(scheme, given) || (scheme.in === "cookie" && header === "cookie");
}

interface Site {
  readonly operation: Operation;
  readonly at: Path;
  readonly findings: Findings;
}

/** The scheme of a name, or the words for one that is not supported. */
function schemeOf(name: string, scopes: unknown, { operation, at, findings }: Site): Scheme | string {
  const { document } = operation.api;
  const described = schemeNamed(name, operation.api, findings, scopes);
  if (described !== undefined) return described;
  const update = { components: { securitySchemes: { [name]: { type: "http", scheme: "bearer" } } } };
  findings.assume(document.place(at), found.unsupportedSecurity.unknown(name), {
    that: `${quoted(name)} is a bearer token`,
    actions: () => overlayFix(document, [{ at: [], description: "The scheme is used and not described.", update }]),
  });
  return { type: "bearer" };
}

const schemesAt = ["components", "securitySchemes"];

/** The names of the schemes that a document describes. */
export function schemeNames({ document }: Api): readonly string[] {
  const schemes = valueAt(document.root, schemesAt);
  return isMapping(schemes) ? Object.keys(schemes) : [];
}

/** The scheme that a document describes under a name, or the words for one that is not supported. */
export function schemeNamed(
  name: string,
  { document }: Api,
  findings: Findings,
  scopes?: unknown,
): Scheme | string | undefined {
  if (!hasChild(valueAt(document.root, schemesAt), name)) return undefined;
  const read = followReferencesToEnd(document, [...schemesAt, name], findings);
  return read === undefined ? { type: "bearer" } : schemeIn(read.value, quoted(name), scopes);
}

/**
 * The scheme that an object describes, or the words for one that is not supported, behind what it is called.
 * @see https://spec.openapis.org/oas/v3.1.1.html#security-scheme-object
 */
export function schemeIn(described: unknown, what: string, scopes: unknown = []): Scheme | string {
  const type = valueAt(described, ["type"]);
  switch (type) {
    case "http": {
      const scheme = String(valueAt(described, ["scheme"])).toLowerCase();
      return scheme === "basic" || scheme === "bearer" ? { type: scheme } : `${what} (http ${scheme})`;
    }
    case "apiKey": {
      const key = apiKeyIn(described);
      if (key === undefined) break;
      return key;
    }
    case "oauth2": {
      const tokenUrl = valueAt(described, ["flows", "clientCredentials", "tokenUrl"]);
      if (typeof tokenUrl !== "string" || !isTokenUrl(tokenUrl)) return { type: "bearer" };
      const texts = (isList(scopes) ? scopes : []).filter((scope) => typeof scope === "string");
      return { type, tokenUrl, scopes: texts };
    }
    case "openIdConnect":
      return { type: "bearer" };
  }
  return `${what} (${String(type)})`;
}

/** What is relative, or would carry secrets in plain text, is none: the caller gets the token by other means. */
function isTokenUrl(text: string): boolean {
  if (!URL.canParse(text)) return false;
  const url = new URL(text);
  return isSecure(url) && url.username === "" && url.password === "";
}
