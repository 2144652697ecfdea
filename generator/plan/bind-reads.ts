import type { Statement } from "./model.js";
import type { WorkflowPlanning } from "./planning.js";
import { readsOf } from "./reads.js";
import { upperFirst } from "./names.js";

/** Gives a variable to each field of an answer that is read more than once, or that a later step needs. */
export function bindReads(body: readonly Statement[], planning: WorkflowPlanning): void {
  const all = readsOf(body);
  for (const step of planning.steps) {
    for (const read of step.reads.values()) {
      const uses = all.filter((other) => other === read).length;
      if (uses === 0 || (uses === 1 && !read.needed)) continue;
      const { suggestedName: name } = read;
      read.local = planning.scope.take(name, `${step.answer}${upperFirst(name)}`);
      step.bound.push(read);
    }
  }
}
