import type { AskedServer, WorkflowPlan } from "../ir/model.js";
import { visit } from "../ir/walk.js";

/** The servers that a function is told of by its caller, and those that it signs for: its own, and of what it calls. */
function askedServersOf({ clients, askedServers }: Pick<WorkflowPlan, "clients" | "askedServers">): AskedServer[] {
  const own = clients.filter(({ server, security }) => server.startsWith("source:") || security !== undefined);
  return [...own.map(({ server, security, fileName }) => ({ server, security, fileName })), ...askedServers];
}

/**
 * The servers that the functions which this one calls are told of, or sign for. A function asks for all of them when it
 * begins: a caller who does not know one, or has no credentials for it, should hear of it before anything is sent.
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
  return [...asked.values()];
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
  return [...new Set(signed.flatMap(({ security }) => security?.source ?? []))].filter((source) => {
    const own = signed.filter(({ security }) => security?.source === source);
    const hosts = new Set(own.map(({ server }) => (URL.canParse(server) ? new URL(server).host : server)));
    return hosts.size > 1 && new Set(own.map(({ fileName }) => fileName)).size > 1;
  });
}

function keyOf({ server, security }: Pick<AskedServer, "server" | "security">): string {
  return JSON.stringify([server, security]);
}
