import type { Operation } from "./model.js";

/** Whether an operation is one of Twilio, by the servers of its document and the one that was chosen. */
export function isOfTwilio({ servers }: Operation, ...chosen: readonly string[]): boolean {
  const urls = [...chosen, ...servers.list.map(({ url }) => url)];
  return urls.some((url) => /^https:\/\/[^/?#]+\.twilio\.com(:443)?(\/|$)/i.test(url));
}

/**
 * Whether a server can serve a path, as far as it is known of Twilio's hosts: api.twilio.com has only its 2010 API,
 * all of which lies below `Accounts`, and no other product has such paths.
 *
 * @see https://www.twilio.com/docs/usage/api
 */
export function canServe(server: string, path: string): boolean {
  const { hostname, pathname } = new URL(server);
  if (!/(^|\.)twilio\.com$/.test(hostname)) return true;
  const below = `${pathname.replace(/\/$/, "")}${path}`;
  // Regions and edges come after the product: api.dublin.ie1.twilio.com.
  const isAccounts = /^\/2010-04-01\/Accounts(\.json|\/|$)/.test(below);
  return hostname.startsWith("api.") ? isAccounts : !isAccounts && !/^(\/v\d+)?\/Accounts\//.test(below);
}
