import { found, quoted, type Findings } from "../diagnostics.js";
import {
  followReferencesToEnd,
  hasChild,
  isList,
  isMapping,
  overlayFix,
  valueAt,
  type Path,
} from "../documents/index.js";
import type { Operation } from "./model.js";

/** One way to sign a request, as the runtime takes it. */
export type Scheme =
  | { readonly type: "basic" | "bearer" }
  | { readonly type: "apiKey"; readonly in: "header" | "query" | "cookie"; readonly name: string }
  | { readonly type: "oauth2"; readonly tokenUrl: string; readonly scopes: readonly string[] };

/** Schemes that sign a request together, by name. */
export type Schemes = Readonly<Record<string, Scheme>>;

/** What a step gives to its request itself. */
interface Given {
  readonly name: string;
  readonly in: string;
}

/**
 * How requests to an operation are signed: any of these will do, one without schemes last; `undefined` where they are
 * not. Schemes that cannot be met are reported if no alternative can do without them.
 * @param given What a step gives itself, and the credentials need not
 * @see https://spec.openapis.org/oas/v3.1.1.html#security-requirement-object
 */
export function securityOf(
  operation: Operation,
  given: readonly Given[],
  findings: Findings,
): readonly Schemes[] | undefined {
  const { document } = operation.api;
  const own = [...operation.at, "security"];
  const at = hasChild(valueAt(document.root, operation.at), "security") ? own : ["security"];
  const list = valueAt(document.root, at);
  const alternatives = (isList(list) ? list : []).flatMap((one) => (isMapping(one) ? [one] : []));
  if (alternatives.length === 0) return undefined;
  const problems: string[] = [];
  const known = alternatives.flatMap((alternative) => {
    const schemes: [string, Scheme][] = [];
    let isKnown = true;
    for (const [name, scopes] of Object.entries(alternative)) {
      const scheme = schemeOf(name, scopes, { operation, at, findings });
      if (typeof scheme === "string") problems.push(scheme);
      if (typeof scheme === "string") isKnown = false;
      else if (!given.some((one) => isMetBy(scheme, one))) schemes.push([name, scheme]);
    }
    return isKnown ? [Object.fromEntries(schemes)] : [];
  });
  if (known.length === 0) findings.report(document.place(at, "key"), found.unsupportedSecurity.scheme(problems));
  const signed = known.filter((schemes) => Object.keys(schemes).length > 0);
  if (signed.length === 0) return undefined;
  // A step that gives a whole alternative itself needs no other.
  const isOptional = alternatives.some((alternative) => Object.keys(alternative).length === 0);
  if (signed.length < known.length && !isOptional) return undefined;
  return isOptional ? [...signed, {}] : signed;
}

function isMetBy(scheme: Scheme, { name, in: where }: Given): boolean {
  if (scheme.type !== "apiKey") return where === "header" && name.toLowerCase() === "authorization";
  if (scheme.in === "cookie" && where === "header") return name.toLowerCase() === "cookie";
  if (scheme.in !== where) return false;
  return where === "header" ? scheme.name.toLowerCase() === name.toLowerCase() : scheme.name === name;
}

interface Site {
  readonly operation: Operation;
  readonly at: Path;
  readonly findings: Findings;
}

/**
 * The scheme of a name, or the words for one that is not supported.
 * @see https://spec.openapis.org/oas/v3.1.1.html#security-scheme-object
 */
function schemeOf(name: string, scopes: unknown, { operation, at, findings }: Site): Scheme | string {
  const { document } = operation.api;
  const path = ["components", "securitySchemes", name];
  if (!hasChild(valueAt(document.root, path.slice(0, -1)), name)) {
    const update = { components: { securitySchemes: { [name]: { type: "http", scheme: "bearer" } } } };
    findings.assume(document.place(at), found.unsupportedSecurity.unknown(name), {
      that: `${quoted(name)} is a bearer token`,
      actions: () => overlayFix(document, [{ at: [], description: "The scheme is used and not described.", update }]),
    });
    return { type: "bearer" };
  }
  const read = followReferencesToEnd(document, path, findings);
  if (read === undefined) return { type: "bearer" };
  const type = valueAt(read.value, ["type"]);
  switch (type) {
    case "http": {
      const scheme = String(valueAt(read.value, ["scheme"])).toLowerCase();
      return scheme === "basic" || scheme === "bearer" ? { type: scheme } : `${quoted(name)} (http ${scheme})`;
    }
    case "apiKey": {
      const where = valueAt(read.value, ["in"]);
      const key = valueAt(read.value, ["name"]);
      if (typeof key !== "string" || (where !== "header" && where !== "query" && where !== "cookie")) break;
      return { type, in: where, name: key };
    }
    case "oauth2": {
      const tokenUrl = valueAt(read.value, ["flows", "clientCredentials", "tokenUrl"]);
      if (typeof tokenUrl !== "string" || !isTokenUrl(tokenUrl)) return { type: "bearer" };
      const texts = (isList(scopes) ? scopes : []).filter((scope) => typeof scope === "string");
      return { type, tokenUrl, scopes: texts };
    }
    case "openIdConnect":
      return { type: "bearer" };
  }
  return `${quoted(name)} (${String(type)})`;
}

/** What is relative, or would carry secrets in plain text, is none: the caller gets the token by other means. */
function isTokenUrl(text: string): boolean {
  if (!URL.canParse(text)) return false;
  const { protocol, hostname, username } = new URL(text);
  const isLocal = protocol === "http:" && /^(localhost|127\.\d+\.\d+\.\d+|\[::1\])$/.test(hostname);
  return (protocol === "https:" || isLocal) && username === "";
}

/** Whether an operation is one of Twilio's, to which the credentials of Twilio go whatever its document says of them. */
export function isOfTwilio({ servers }: Operation, server: string): boolean {
  return [server, ...servers.list.map(({ url }) => url)].some((url) =>
    /^https:\/\/[^/]*\.twilio\.com(\/|$)/i.test(url),
  );
}
