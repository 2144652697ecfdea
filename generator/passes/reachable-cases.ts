import type { MachineStatement } from "../ir/model.js";
import { visit } from "../ir/walk.js";

/** The same machine without the cases, and their polls, that nothing leads to from its first one. */
export function withReachableCases(machine: MachineStatement): MachineStatement {
  const [first] = machine.cases;
  const reached = new Set(first === undefined ? [] : [first.stepId]);
  // A set goes on to what is added to it meanwhile.
  for (const stepId of reached) {
    visit(machine.cases.find((each) => each.stepId === stepId)?.body ?? [], {
      statement: (statement) => statement.kind === "goto" && reached.add(statement.stepId),
    });
  }
  const cases = machine.cases.filter(({ stepId }) => reached.has(stepId));
  const setups = machine.setups.filter(({ stepId }) => reached.has(stepId));
  return { ...machine, cases, setups };
}
