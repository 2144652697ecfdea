import { dedent } from "./yaml.js";

/** A text inside a document that is the same for many tests. */
export interface Fragment {
  readonly document: string;
  /** Where it begins: lines and columns before it. */
  readonly line: number;
  readonly column: number;
  /** How many lines it has. */
  readonly lines: number;
}

/** Puts a text where `<given>` stands in a document. Findings inside it then count lines and columns from its start. */
export function within(base: string, given: string): Fragment {
  const before = base.split("<given>")[0] ?? "";
  const column = before.length - (before.lastIndexOf("\n") + 1);
  const text = dedent(given);
  return {
    document: base.replace("<given>", () => text.replaceAll(/\n(?=.)/g, `\n${" ".repeat(column)}`)),
    line: before.split("\n").length - 1,
    column,
    lines: text.split("\n").length,
  };
}
