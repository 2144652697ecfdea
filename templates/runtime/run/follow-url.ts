import { isOfHost } from "../client/hosts.js";
import { nameOf } from "../options/names.js";
import { WorkflowRun } from "./run.js";
import type { Followed } from "./step.js";

/** What is particular about the URL. */
export interface FollowOptions {
  /** Hosts beside the API's own, `*.` in front for all below one. @default none */
  hosts?: readonly string[] | undefined;
  /** The name of its source. @default none */
  source?: string | undefined;
}

/**
 * Where a URL leads that came with an answer, by itself or from the root of the server. Throws an `InvalidInputError`
 * unless that is the server of the operation or one of `hosts`.
 */
export function followUrl(
  run: WorkflowRun,
  stepId: string,
  server: string,
  url: string,
  { hosts = [], source }: FollowOptions = {},
): Followed {
  const session = WorkflowRun.sessionOf(run);
  const {
    client,
    outer: { servers },
  } = session;
  return session.checked(stepId, () => {
    const root = server.replace(/^((?:source:|https:\/\/)[^/?]*).*$/s, "$1");
    const real = client.locate(root, { source: nameOf(root, source, servers, client.profile) }).replace(/\/$/, "");
    if (!URL.canParse(url, `${real}/`)) throw new TypeError("the URL is none");
    const to = new URL(url, `${real}/`);
    to.hash = "";
    if (to.username || to.password) throw new TypeError("the URL has a user or a password in it");
    // A path from the root is the server's own, also where a base URL has put something before it.
    const isPath = url.startsWith("/") && to.origin === new URL(real).origin && !to.href.startsWith(`${real}/`);
    if (isPath) return { url: root + to.pathname + to.search, isElsewhere: false };
    if (to.href.startsWith(`${real}/`)) return { url: root + to.href.slice(real.length), isElsewhere: false };
    if (to.origin === root) return { url: to.href, isElsewhere: false };
    if (hosts.some((host) => isOfHost(host, to.host))) return { url: to.href, isElsewhere: true };
    throw new TypeError(`the URL leads to ${to.host}, which is no host of the API and none of \`x-hosts\``);
  });
}
