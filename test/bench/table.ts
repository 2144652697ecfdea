/** One line of the table: something of ours, beside the same of another or beside a limit. */
export interface Line {
  readonly what: string;
  /** The version of Node.js that it was measured on, as far as it matters. */
  readonly node?: string;
  readonly ours: number;
  readonly unit: "ms" | "µs" | "s" | "KB" | "MB";
  readonly beside?: { readonly name: string; readonly value: number; readonly ratio: number };
  /** The most that `ratio`, or without one `ours`, is to be. */
  readonly goal?: number;
}

const head = ["what", "Node.js", "ours", "beside", "ratio", "goal", "met"];

/** The lines as a table of Markdown. */
export function tableOf(lines: readonly Line[]): string {
  const rows = lines.map(({ what, node = "", ours, unit, beside, goal }) => [
    what,
    node,
    `${shown(ours)} ${unit}`,
    beside ? `${beside.name}: ${shown(beside.value)} ${unit}` : "",
    beside ? beside.ratio.toFixed(2) : "",
    goal === undefined ? "" : `≤ ${goal}${beside ? "" : ` ${unit}`}`,
    goal === undefined ? "" : (beside?.ratio ?? ours) <= goal ? "yes" : "no",
  ]);
  const widths = head.map((name, column) => Math.max(name.length, ...rows.map((row) => row[column]?.length ?? 0)));
  const line = (cells: readonly string[]): string =>
    `| ${cells.map((cell, column) => cell.padEnd(widths[column] ?? 0)).join(" | ")} |`;
  return [line(head), line(widths.map((width) => "-".repeat(width))), ...rows.map(line)].join("\n");
}

function shown(value: number): string {
  return value >= 100 ? value.toFixed(0) : value >= 10 ? value.toFixed(1) : value.toFixed(2);
}
