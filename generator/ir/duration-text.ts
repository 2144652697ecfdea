const units = [
  ["day", 86_400_000],
  ["hour", 3_600_000],
  ["minute", 60_000],
  ["second", 1_000],
] as const;

/** From one to another, with their unit said once where it is the same: `2 to 15 seconds`, `10 minutes to 4 hours`. */
export function durationRange(least: number, most: number): string {
  if (least === most) return durationText(least);
  const [from, to] = [durationText(least), durationText(most)];
  const [count = "", unit = ""] = from.split(" ");
  return to.replace(/s$/, "").endsWith(` ${unit.replace(/s$/, "")}`) ? `${count} to ${to}` : `${from} to ${to}`;
}

/** In the largest unit that divides it: `5 minutes`, `90 seconds`, `1 hour`. */
export function durationText(milliseconds: number): string {
  const [unit, size] = units.find(([, each]) => milliseconds % each === 0) ?? ["millisecond", 1];
  const count = milliseconds / size;
  return `${count} ${unit}${count === 1 ? "" : "s"}`;
}
