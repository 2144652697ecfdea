import type { Statement } from "./model.js";

/** Whether the statements can run to their end, so that what follows them is reached. */
export function completes(statements: readonly Statement[]): boolean {
  return statements.every((statement, index) => {
    switch (statement.kind) {
      case "end":
      case "fail":
      case "break":
      case "continue":
      case "machine":
      case "transfer":
        return false;
      case "block":
        return completes(statement.body) || jumpsOut(statement.body, statement.label, 0);
      case "loop":
        return jumpsOut(statement.body, statement.label, 0);
      default:
        return index < statements.length;
    }
  });
}

/** Whether a `break` leaves the block or loop of this label; `depth` counts the loops around the statements. */
export function jumpsOut(statements: readonly Statement[], label: string | undefined, depth: number): boolean {
  return statements.some((statement) => {
    switch (statement.kind) {
      case "break":
        return statement.label === undefined ? depth === 0 : statement.label === label;
      case "if":
      case "again":
        return jumpsOut(statement.then, label, depth);
      case "block":
        return jumpsOut(statement.body, label, depth);
      case "loop":
        return jumpsOut(statement.body, label, depth + 1);
      default:
        return false;
    }
  });
}
