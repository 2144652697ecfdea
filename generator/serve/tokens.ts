import { isMapping, valueAt } from "../documents/index.js";
import type { Reply } from "./play.js";
import { Refusal } from "./refusal.js";
import type { ServedApi } from "./routes.js";

/** Where the documents say that tokens come from: the path of each `tokenUrl`, as it is, or behind a name or its host. */
export class TokenUrls {
  readonly #paths: ReadonlySet<string>;

  constructor(all: readonly ServedApi[]) {
    this.#paths = new Set(
      all.flatMap(({ name, api }) => tokenUrlsIn(api.document.root).flatMap((url) => pathsOf(url, name))),
    );
  }

  has(path: string): boolean {
    return this.#paths.has(path);
  }
}

/**
 * Answers a request for a token. Whoever asks gets one; what it is is of no matter.
 * @throws Refusal where it is no such request
 * @see https://www.rfc-editor.org/rfc/rfc6749#section-4.4
 */
export function tokenFor(method: string, form: string): Reply {
  if (method !== "POST") throw new Refusal(405, "Tokens are asked for by POST.", [], { Allow: "POST" });
  const grant = new URLSearchParams(form).get("grant_type");
  if (!grant) throw new Refusal(400, "A request for a token is a form with a `grant_type`.");
  const value = { access_token: "local-token", token_type: "Bearer", expires_in: 3_600 };
  return { status: 200, headers: { "Cache-Control": "no-store" }, mediaType: "application/json", value };
}

function tokenUrlsIn(root: unknown): readonly string[] {
  const schemes = valueAt(root, ["components", "securitySchemes"]);
  const flows = Object.values(isMapping(schemes) ? schemes : {}).map((scheme) => valueAt(scheme, ["flows"]));
  const urls = flows.flatMap((flow) =>
    Object.values(isMapping(flow) ? flow : {}).map((one) => valueAt(one, ["tokenUrl"])),
  );
  return urls.filter((url) => typeof url === "string");
}

/** A relative one is below the server. */
function pathsOf(text: string, name: string): readonly string[] {
  if (!URL.canParse(text, "http://relative/")) return [];
  const { host, pathname } = new URL(text, "http://relative/");
  return [pathname, `/${name}${pathname}`, `/${host}${pathname}`];
}
