import { fieldsOf } from "../errors/text.js";

/**
 * How requests are signed, in the words of an OpenAPI document: each of these will do, with all of its schemes by name;
 * one without schemes is a request that is not signed.
 */
export type Security = readonly Readonly<Record<string, Scheme>>[];

/** One way to sign a request. */
export type Scheme =
  | { readonly type: "basic" | "bearer" }
  | { readonly type: "apiKey"; readonly in: "header" | "query" | "cookie"; readonly name: string }
  /** Client credentials; the token URL is an absolute one. */
  | { readonly type: "oauth2"; readonly tokenUrl: string; readonly scopes: readonly string[] };

/** A value, or a function that gets it: called when it is needed first, and again once a request is answered by a 401. */
export type Given<T> = T | (() => T | Promise<T>);

/** A bearer token or an API key. */
export type Secret = Given<string>;

/** What HTTP Basic takes. */
export type BasicSecret = Given<{ username: string; password: string }>;

/** What OAuth client credentials take; or a token that is had by other means. */
export type OAuthSecret = { clientId: string; clientSecret: string } | Secret;

/** By source, then by scheme. */
export type SourceCredentials<Names extends string = string> = Readonly<Partial<Record<Names, object>>>;

/** What is wrong with a secret that is given for a scheme, in words without it; `undefined` if nothing is. */
export function complaintAboutSecret({ type }: Pick<Scheme, "type">, secret: unknown): string | undefined {
  const { username, password, clientId, clientSecret } = fieldsOf(secret);
  const isClient = type === "oauth2" && typeof secret === "object";
  const parts = type === "basic" ? [username, password] : isClient ? [clientId, clientSecret] : [secret];
  if (parts.every((part) => typeof part === "string") && parts.some((part) => part !== "")) return undefined;
  const pair = type === "basic" ? "{ username, password }" : "{ clientId, clientSecret } or a token";
  return `must be ${type === "basic" || type === "oauth2" ? pair : "a text"}, and not empty; or a function of that`;
}

/** The environment variables of a scheme, by the fields of its secret; the empty field is the secret itself. */
export function variablesOf(source: string, name: string, { type }: Scheme): Readonly<Record<string, string>> {
  const variable = [source, name].map(constantCase).join("_");
  if (type === "basic") return { username: `${variable}_USERNAME`, password: `${variable}_PASSWORD` };
  if (type === "oauth2") return { clientId: `${variable}_CLIENT_ID`, clientSecret: `${variable}_CLIENT_SECRET` };
  return { "": variable };
}

function constantCase(name: string): string {
  const words = name.replace(/([a-z\d])([A-Z])/g, "$1_$2");
  return words
    .replace(/[^A-Za-z\d]+/g, "_")
    .replace(/^_|_$/g, "")
    .toUpperCase();
}
