import type { WorkflowRow } from "./generate.js";

const columns = ["workflow", "function", "steps", "file"] as const satisfies readonly (keyof WorkflowRow)[];

/** The workflows of a run as a table of aligned columns. */
export function workflowTable(rows: readonly WorkflowRow[]): string {
  const lines = [columns.map(String), ...rows.map((row) => columns.map((column) => String(row[column])))];
  const widths = columns.map((_, index) => Math.max(...lines.map((line) => line[index]?.length ?? 0)));
  return lines
    .map((line) =>
      line
        .map((cell, index) => cell.padEnd(widths[index] ?? 0))
        .join("  ")
        .trimEnd(),
    )
    .join("\n");
}
