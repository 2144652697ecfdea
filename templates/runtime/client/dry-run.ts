import type { Call } from "../answers/call.js";
import { encodeForm } from "../encoding/form.js";
import type { Authorizer } from "./authorizer.js";
import { isSecret } from "./headers.js";
import type { Signing } from "./signing.js";

/** A request as it would be sent, with `***` in place of credentials and of what else may be a secret. */
export interface DryRequest {
  readonly workflowId: string;
  readonly stepId: string;
  readonly method: string;
  readonly url: string;
  /** Names in lower case. */
  readonly headers: Readonly<Record<string, string>>;
  /** As text, bytes in base64; absent where there is none. */
  readonly body?: string | undefined;
}

/** Answers requests that are not sent. */
export type DryRun = (request: DryRequest) => Response | Promise<Response>;

const HIDDEN = "***";

/** Stands in for what signs the requests to known servers, and needs no credentials. */
export const dryAuthorizer: Authorizer = {
  header: async () => HIDDEN,
  refused: () => false,
  hide: (answer) => answer,
};

/** Stands in for what signs all others: by the first way that their documents name. */
export const drySigning: Signing = {
  with: () => drySigning,
  complaintAbout: () => undefined,
  async sign({ headers: given, secrets = [] }, { security: [schemes = {}] }, to) {
    const headers = { ...given };
    const names = [...secrets];
    let { url } = to;
    for (const scheme of Object.values(schemes)) {
      if (scheme.type !== "apiKey") headers["authorization"] ??= HIDDEN;
      else if (scheme.in === "header") headers[scheme.name.toLowerCase()] ??= HIDDEN;
      else if (scheme.in === "cookie") headers["cookie"] ??= HIDDEN;
      else url += `${url.includes("?") ? "&" : "?"}${encodeForm({ [scheme.name]: HIDDEN })}`;
      if (scheme.type === "apiKey") names.push(scheme.name);
    }
    return { call: { headers, url, secrets: names }, hide: (answer) => answer, refused: () => false };
  },
};

type Carried = Pick<Call, "workflowId" | "stepId" | "method" | "url" | "headers" | "body" | "secrets">;

/** Has a request answered that is not sent. */
export async function dryFetch(dryRun: DryRun, { secrets = [], ...request }: Carried): Promise<Response> {
  const names = secrets.map((name) => name.toLowerCase());
  const { workflowId, stepId, method, body } = request;
  const headers = Object.entries(request.headers).map(([name, value]) => {
    return [name, isSecret(name) || names.includes(name) ? HIDDEN : value] as const;
  });
  const url = request.url.replace(/([?&]([^=&]*)=)[^&]*/g, (whole, start: string, text: string) => {
    const named = new URLSearchParams(text.toLowerCase());
    const isOfSecret = names.some((name) => named.has(name));
    return isOfSecret ? start + HIDDEN : whole;
  });
  return dryRun({ workflowId, stepId, method, url, headers: Object.fromEntries(headers), body });
}
