import type { Answer } from "../answers/call.js";
import { encodeForm } from "../encoding/form.js";
import { type Authorizer, CredentialsProblem } from "./authorizer.js";
import { hider } from "./secrets.js";
import { excerpt, fieldsOf } from "../errors/text.js";

/** OAuth client credentials: one token for all callers until shortly before it expires, one request for it at a time. */
export function oauthAuthorizer(
  clientId: string,
  clientSecret: string,
  { tokenUrl, scopes }: { readonly tokenUrl: string; readonly scopes: readonly string[] },
): Authorizer {
  const scope = scopes.length === 0 ? undefined : scopes.join(" ");
  const form = encodeForm({
    grant_type: "client_credentials",
    client_id: clientId,
    client_secret: clientSecret,
    scope,
  });
  const hide = hider(clientId, clientSecret);
  let token: Token | undefined;
  let coming: Promise<Token> | undefined;
  return {
    async header(ask) {
      if (token && Date.now() < token.renewAt) return token.header;
      coming ??= ask(tokenUrl, form)
        .then((answer) => readToken(hide(answer), tokenUrl))
        .finally(() => {
          coming = undefined;
        });
      token = await coming;
      return token.header;
    },
    refused(header) {
      if (token?.header === header) token = undefined;
      return true;
    },
    hide,
  };
}

interface Token {
  header: string;
  /** As of `Date.now()`: a minute before the token expires, so that none expires on its way. */
  renewAt: number;
}

function readToken({ status, body, failure }: Answer, url: string): Token {
  if (failure || status === 429 || status >= 500) throw new Error(`${url}: ${failure?.message ?? status}`);
  const { access_token: token, expires_in: seconds } = fieldsOf(parse(body));
  // RFC 6750's alphabet. Anything else fails as a header, and the message of that failure would repeat it.
  if (status === 200 && typeof token === "string" && /^[\w.~+/-]+=*$/.test(token)) {
    const lifetime = typeof seconds === "number" ? seconds : 3_600;
    return { header: `Bearer ${token}`, renewAt: Date.now() + (lifetime - 60) * 1_000 };
  }
  // A 200 without a token in it may still have a secret in it.
  const words = status === 200 ? " without a token" : `: ${excerpt(body)}`;
  throw new CredentialsProblem(`${url} answered ${status}${words}`);
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
