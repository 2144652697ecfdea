import type { WorkflowRow } from "../generate.js";

const columns = ["workflow", "function", "steps", "file"] as const satisfies readonly (keyof WorkflowRow)[];

/** The workflows of a run as a table. */
export function workflowTable(rows: readonly WorkflowRow[]): string {
  return alignedColumns([columns, ...rows.map((row) => columns.map((column) => String(row[column])))]);
}

/** Rows as lines whose columns are aligned. */
export function alignedColumns(rows: readonly (readonly string[])[]): string {
  const widths = (rows[0] ?? []).map((_, index) => Math.max(...rows.map((row) => row[index]?.length ?? 0)));
  const lines = rows.map((row) => row.map((cell, index) => cell.padEnd(widths[index] ?? 0)).join("  "));
  return lines.map((line) => line.trimEnd()).join("\n");
}
