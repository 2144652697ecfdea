import type { Call } from "../answers/call.js";
import { toBase64 } from "../encoding/base64.js";
import { encodeCookies } from "../encoding/cookies.js";
import { encodeForm } from "../encoding/form.js";
import { complaintAboutHeader } from "../encoding/header.js";
import { fieldsOf } from "../errors/text.js";
import { InvalidOptionError } from "../options/option-rules.js";
import { type AskForToken, type Authorizer, checkSafe, CredentialsProblem } from "./authorizer.js";
import { environment } from "./environment.js";
import type { Destination } from "./hosts.js";
import { oauthAuthorizer } from "./oauth.js";
import { type Hide, hider } from "./secrets.js";
import { complaintAboutSecret, type Scheme, type Security, type SourceCredentials, variablesOf } from "./security.js";
import type { Secured, Signed, Signing } from "./signing.js";

/** Signs requests as documents say, with what clients are given and what the environment has. */
export function signers(): Signing {
  return new Signers();
}

/** The credentials of sources as their documents ask for them; the secrets stay in its private fields. */
class Signers implements Signing {
  readonly #given: SourceCredentials;
  /** What has been got by a function or from a token endpoint, by source, scheme and scopes. */
  readonly #signers = new Map<string, Authorizer>();

  constructor(given: SourceCredentials = {}) {
    this.#given = given;
  }

  with(given: SourceCredentials): Signers {
    return new Signers({ ...this.#given, ...given });
  }

  complaintAbout(source: string, anyOf: Security): InvalidOptionError | undefined {
    const chosen = this.#chosen(source, anyOf);
    for (const [name, scheme] of Object.entries(chosen ?? {})) {
      const secret = this.#find(source, name, scheme)?.secret;
      const complaint = typeof secret === "function" ? undefined : complaintAboutSecret(scheme, secret);
      if (complaint !== undefined) return new InvalidOptionError(`credentials.${source}.${name}`, complaint);
    }
    if (anyOf.length === 0 || chosen) return undefined;
    const missing = anyOf.map((schemes) =>
      Object.entries(schemes).filter(([name, scheme]) => !this.#find(source, name, scheme)),
    );
    const words = missing.map((some) => some.map(([name, scheme]) => wanted(source, name, scheme)).join(" and "));
    const [name] = missing.flat().map(([each]) => each);
    return new InvalidOptionError(`credentials.${source}.${name}`, `is missing: give ${words.join("; or ")}`);
  }

  async sign(
    call: Pick<Call, "headers" | "secrets">,
    { source, security }: Secured,
    to: Destination,
    ask: AskForToken,
  ): Promise<Signed> {
    const keys = security
      .flatMap((all) => Object.values(all))
      .flatMap((one) => (one.type === "apiKey" ? one.name : []));
    const secrets = [...(call.secrets ?? []), ...keys];
    const draft: Draft = { headers: { ...call.headers }, url: new URL(to.url), secrets };
    const used: [Authorizer, string][] = [];
    const missing = this.complaintAbout(source, security);
    const given = security.some((all) => Object.values(all).every((scheme) => isTaken(scheme, draft)));
    if (missing && !given) throw new CredentialsProblem(missing.message);
    for (const [name, scheme] of Object.entries(this.#chosen(source, security) ?? {})) {
      const found = this.#find(source, name, scheme);
      if (!found || isTaken(scheme, draft)) continue;
      const option = found.isOfEnvironment ? `credentials.${source}` : undefined;
      const own = `credentials.${source}.${name}`;
      if (option !== undefined) checkSafe(to, option);
      const key = JSON.stringify([source, name, scheme, found.isOfEnvironment]);
      const signer = this.#signers.get(key) ?? signerOf(scheme, found.secret, own);
      this.#signers.set(key, signer);
      const value = await signer.header((url, form) => ask(url, form, option), to);
      const complaint = complaintAboutHeader(value);
      if (complaint !== undefined) throw new CredentialsProblem(`${own} ${complaint}`);
      used.push([signer, value]);
      add(scheme, value, draft);
    }
    return {
      call: { ...draft, url: draft.url.href },
      hide: (answer) => used.reduce((hidden, [signer, value]) => signer.hide(hidden, value), answer),
      refused: () => used.map(([signer, value]) => signer.refused(value)).includes(true),
    };
  }

  /** The first alternative that credentials are given for, or else that there are any for. */
  #chosen(source: string, anyOf: Security): Readonly<Record<string, Scheme>> | undefined {
    const found = anyOf.map((schemes) =>
      Object.entries(schemes).map(([name, scheme]) => this.#find(source, name, scheme)),
    );
    const given = found.findIndex((all) => all.length > 0 && all.every((one) => one && !one.isOfEnvironment));
    return anyOf[given] ?? anyOf[found.findIndex((all) => all.every((one) => one))];
  }

  #find(source: string, name: string, scheme: Scheme): Found | undefined {
    const given = new Map<string, unknown>(Object.entries(fieldsOf(this.#given[source]))).get(name);
    if (given !== undefined) return { secret: given, isOfEnvironment: false };
    const values = Object.entries(variablesOf(source, name, scheme)).map(([field, variable]) => [
      field,
      environment(variable),
    ]);
    if (values.some(([, value]) => value === undefined)) return undefined;
    const fields = Object.fromEntries(values);
    return { secret: fields[""] ?? fields, isOfEnvironment: true };
  }
}

interface Found {
  readonly secret: unknown;
  readonly isOfEnvironment: boolean;
}

interface Draft {
  readonly headers: Record<string, string>;
  readonly url: URL;
  readonly secrets: readonly string[];
}

/** Whether a step gives the header, query parameter or cookie itself, which goes before the credentials. */
function isTaken(scheme: Scheme, { headers, url }: Draft): boolean {
  if (scheme.type !== "apiKey") return "authorization" in headers;
  const { name } = scheme;
  if (scheme.in === "header") return name.toLowerCase() in headers;
  if (scheme.in === "query") return url.searchParams.has(name);
  return [name, encodeURIComponent(name)].some((one) => `; ${headers["cookie"] ?? ""}`.includes(`; ${one}=`));
}

function add(scheme: Scheme, value: string, { headers, url }: Draft): void {
  if (scheme.type !== "apiKey") headers["authorization"] = value;
  else if (scheme.in === "header") headers[scheme.name.toLowerCase()] = value;
  else if (scheme.in === "query") url.search += `${url.search && "&"}${encodeForm({ [scheme.name]: value })}`;
  else headers["cookie"] = [headers["cookie"], encodeCookies({ [scheme.name]: value })].filter(Boolean).join("; ");
}

/** @param option That of the secret, for errors */
function signerOf(scheme: Scheme, secret: unknown, option: string): Authorizer {
  const { clientId, clientSecret } = fieldsOf(secret);
  if (scheme.type === "oauth2" && typeof clientId === "string" && typeof clientSecret === "string") {
    return oauthAuthorizer(clientId, clientSecret, scheme);
  }
  const prefix = scheme.type === "apiKey" ? "" : scheme.type === "basic" ? "Basic " : "Bearer ";
  let coming: Promise<unknown> | undefined;
  let latest = "";
  let hide: Hide = (answer) => answer;
  const get = async (): Promise<unknown> => {
    const value: unknown = await (typeof secret === "function" ? secret() : secret);
    // The id and secret of a client stand by themselves.
    const complaint = complaintAboutSecret(scheme.type === "oauth2" ? { type: "bearer" } : scheme, value);
    if (complaint !== undefined) throw new CredentialsProblem(new InvalidOptionError(option, complaint).message);
    return value;
  };
  return {
    async header() {
      // One call of the function for all that wait for it; what it throws is told to them alone.
      coming ??= get();
      const now = coming;
      const value = await now.catch((error: unknown) => {
        if (coming === now) coming = undefined;
        throw error;
      });
      latest = prefix + String(value);
      if (scheme.type === "basic") {
        const { username, password } = fieldsOf(value);
        hide = hider(String(username), String(password));
        latest = prefix + toBase64(`${String(username)}:${String(password)}`);
      }
      return latest;
    },
    refused(value) {
      if (value === latest) coming = undefined;
      return typeof secret === "function";
    },
    hide: (answer, value = "") => hide(hider("", value.replace(/^(Basic|Bearer) /, ""))(answer)),
  };
}

/** How a secret is given, for those who have not. */
function wanted(source: string, name: string, scheme: Scheme): string {
  const variables = Object.values(variablesOf(source, name, scheme));
  return `options.credentials.${source}.${name}, or set ${variables.join(" and ")}`;
}
