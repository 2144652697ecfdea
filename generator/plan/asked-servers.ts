import type { AskedServer, WorkflowPlan } from "../ir/model.js";
import { visit } from "../ir/walk.js";

/** The servers that a function is told of by its caller, and those that it signs for: its own, and of what it calls. */
function askedServersOf({ clients, askedServers }: Pick<WorkflowPlan, "clients" | "askedServers">): AskedServer[] {
  const own = clients.filter(({ server, security }) => server.startsWith("source:") || security !== undefined);
  return [...own.map(({ server, security }) => ({ server, security })), ...askedServers];
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

function keyOf({ server, security }: AskedServer): string {
  return JSON.stringify([server, security]);
}
