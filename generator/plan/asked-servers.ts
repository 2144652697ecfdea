import type { AskedServer, WorkflowPlan } from "../ir/model.js";
import { visit } from "../ir/walk.js";

/** The servers that the options of a function may say something of by name: its own, and those of what it calls. */
function askedServersOf({ clients, askedServers }: Pick<WorkflowPlan, "clients" | "askedServers">): AskedServer[] {
  const own = clients.filter(({ server, source }) => source !== undefined || server.startsWith("source:"));
  return [
    ...own.map(({ server, source, security, hosts, fileName }) => ({ server, source, security, hosts, fileName })),
    ...askedServers,
  ];
}

/**
 * The servers that the functions which this one calls can be told of. A function asks for all of them when it begins: a
 * caller who does not know one, misspells its name, or has no credentials for it, should hear of it before anything is
 * sent.
 * @param named The workflows that this one names
 */
export function askedServersIn(
  plan: Pick<WorkflowPlan, "body" | "clients">,
  named: readonly WorkflowPlan[],
): AskedServer[] {
  const asked = new Map(
    calledIn(plan, named)
      .flatMap(askedServersOf)
      .map((one) => [keyOf(one), one]),
  );
  for (const client of plan.clients) asked.delete(keyOf(client));
  const known = [...plan.clients, ...asked.values()];
  return [...asked.values()].filter((one) => one.security || !known.some((other) => saysMore(other, one)));
}

/** Those of the workflows that are named which are called. */
export function calledIn({ body }: Pick<WorkflowPlan, "body">, named: readonly WorkflowPlan[]): WorkflowPlan[] {
  const called = new Set<string>();
  visit(body, {
    statement: (statement) => {
      if (statement.kind === "call" || statement.kind === "transfer") called.add(statement.call.fileName);
    },
  });
  return named.filter(({ fileName }) => called.has(fileName));
}

/** The names of sources under which a run signs for several APIs, of which each would get the secrets of the others. */
export function sharedSources(called: readonly AskedServer[]): readonly string[] {
  const signed = called.filter(({ security }) => security !== undefined);
  return [...new Set(signed.flatMap(({ source = [] }) => source))].filter((source) => {
    const own = signed.filter((one) => one.source === source);
    const hosts = new Set(own.map(({ server }) => (URL.canParse(server) ? new URL(server).host : server)));
    return hosts.size > 1 && new Set(own.map(({ fileName }) => fileName)).size > 1;
  });
}

function keyOf({ server, source, security, hosts }: Omit<AskedServer, "fileName">): string {
  return JSON.stringify([server, source, security, hosts]);
}

/** Whether a server is asked for by another one of the same source, which says more of it. */
function saysMore(other: AskedServer, { server, source, hosts }: AskedServer): boolean {
  const isSame = other.server === server && other.source === source;
  return isSame && other.security !== undefined && hosts.every((host) => other.hosts.includes(host));
}
