import { found, type Findings } from "../diagnostics.js";
import { mentionsIn, type Mention } from "./mentions.js";
import type { WorkflowEntry, WorkflowIndex } from "./workflow-index.js";

/** A workflow that another one names, and where. */
interface Link extends Mention {
  readonly to: WorkflowEntry;
}

/** The workflows of a run and all that these lead to, in the order in which they were met. */
export function reachedFrom(
  entries: readonly WorkflowEntry[],
  index: WorkflowIndex,
): ReadonlyMap<WorkflowEntry, readonly Link[]> {
  const reached = new Map<WorkflowEntry, readonly Link[]>();
  const open = [...entries];
  for (const entry of open) {
    if (reached.has(entry)) continue;
    const { workflow, at, linked } = entry;
    const links = mentionsIn(workflow, at, linked).flatMap((mention): readonly Link[] => {
      const to = index.lookUp(mention.text, linked);
      return to !== undefined && "plan" in to ? [{ ...mention, to }] : [];
    });
    reached.set(entry, links);
    open.push(...links.map(({ to }) => to));
  }
  return reached;
}

/** Each workflow behind those that it names. Workflows that lead back to themselves are reported. */
export function inOrder(
  reached: ReadonlyMap<WorkflowEntry, readonly Link[]>,
  findings: Findings,
): readonly WorkflowEntry[] {
  const done = new Set<WorkflowEntry>();
  for (const start of reached.keys()) {
    // By hand, because documents may chain more workflows than the stack holds.
    const trail = [{ entry: start, next: 0 }];
    const within = new Set([start]);
    for (let top = trail.at(-1); top !== undefined; top = trail.at(-1)) {
      const link = done.has(top.entry) ? undefined : reached.get(top.entry)?.[top.next++];
      if (link === undefined) {
        done.add(top.entry);
        within.delete(top.entry);
        trail.pop();
      } else if (within.has(link.to)) {
        const from = trail.findIndex(({ entry }) => entry === link.to);
        reportCycle([...trail.slice(from).map(({ entry }) => entry), link.to], link, findings);
      } else if (!done.has(link.to)) {
        trail.push({ entry: link.to, next: 0 });
        within.add(link.to);
      }
    }
  }
  return [...done];
}

function reportCycle(cycle: readonly WorkflowEntry[], { at }: Mention, findings: Findings): void {
  const last = cycle.at(-2);
  const ids = cycle.map(({ workflow }) => workflow.workflowId);
  findings.report(last?.linked.document.place(at), found.workflowCycle(ids, !at.includes("dependsOn")));
}
