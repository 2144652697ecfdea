import type { WorkflowPlan } from "../ir/model.js";
import { visit } from "../ir/walk.js";

/** The servers that a function is told of by its caller: those of its own requests, and those of what it calls. */
export function askedServersOf({ clients, askedServers }: Pick<WorkflowPlan, "clients" | "askedServers">): string[] {
  return [...clients.map(({ server }) => server).filter((server) => server.startsWith("source:")), ...askedServers];
}

/**
 * The servers that the functions which this one calls are told of. A function asks for all of them when it begins: a
 * caller who does not know one should hear of it before anything is sent.
 * @param named The workflows that this one names
 */
export function askedServersIn(plan: Pick<WorkflowPlan, "body" | "clients">, named: readonly WorkflowPlan[]): string[] {
  const called = new Set<string>();
  visit(plan.body, {
    statement: (statement) => {
      if (statement.kind === "call" || statement.kind === "transfer") called.add(statement.call.fileName);
    },
  });
  const asked = new Set(named.filter(({ fileName }) => called.has(fileName)).flatMap(askedServersOf));
  for (const { server } of plan.clients) asked.delete(server);
  return [...asked];
}
