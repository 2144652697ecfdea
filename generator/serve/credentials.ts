import { Findings } from "../diagnostics.js";
import { hasChild, valueAt } from "../documents/index.js";
import { securityOf, type Operation, type Scheme } from "../openapi/index.js";
import { cookiesOf, type Head } from "./parameters.js";
import { placeOf, Refusal, sentence } from "./refusal.js";

/**
 * Looks whether a request has the credentials that its operation asks for; what they are is of no matter.
 * @throws Refusal where it has not
 */
export function checkCredentials(operation: Operation, head: Head): void {
  const ways = securityOf(operation, [], new Findings()) ?? [];
  if (ways.length === 0 || ways.some((schemes) => Object.values(schemes).every((scheme) => has(scheme, head)))) return;
  const { document } = operation.api;
  const isOwn = hasChild(valueAt(document.root, operation.at), "security");
  const { place, pointer } = placeOf(document, isOwn ? [...operation.at, "security"] : ["security"]);
  const wanted = ways.map((schemes) => Object.values(schemes).map(inWords).join(" and ")).join(", or ");
  const message = `the request has to have ${wanted}`;
  const violation = { in: "header", at: "authorization", message, rule: "security", place, pointer };
  const challenges = ways.flatMap((schemes) => Object.values(schemes).map(({ type }) => type));
  const challenge = challenges.includes("basic") ? 'Basic realm="local"' : "Bearer";
  throw new Refusal(401, sentence(message, place), [violation], { "WWW-Authenticate": challenge });
}

function has(scheme: Scheme, { headers, query }: Head): boolean {
  const authorization = headers["authorization"] ?? "";
  switch (scheme.type) {
    case "basic":
      return /^basic [A-Za-z0-9+/=]+$/i.test(authorization);
    case "bearer":
    case "oauth2":
      return /^bearer \S+$/i.test(authorization);
    case "apiKey": {
      if (scheme.in === "query") return Boolean(query.get(scheme.name));
      if (scheme.in === "cookie") return Boolean(cookiesOf(headers["cookie"] ?? "").get(scheme.name));
      return Boolean(headers[scheme.name.toLowerCase()]);
    }
  }
}

function inWords(scheme: Scheme): string {
  switch (scheme.type) {
    case "basic":
      return "`Authorization: Basic …`";
    case "bearer":
    case "oauth2":
      return "`Authorization: Bearer …`";
    case "apiKey":
      return scheme.in === "header" ? `the header \`${scheme.name}\`` : `\`${scheme.name}\` in the ${scheme.in}`;
  }
}
