/** A text without the indentation that it has among code, and without the line break that it begins with. */
export function yaml(strings: TemplateStringsArray, ...values: readonly string[]): string {
  return dedent(String.raw(strings, ...values));
}

/** Takes away as many leading spaces as every line has, and the blank lines around. */
export function dedent(text: string): string {
  const lines = text.replace(/^[^\S\n]*\n|\n[^\S\n]*$/g, "").split("\n");
  const indents = lines.filter((line) => line.trim() !== "").map((line) => line.search(/\S/));
  const indent = Math.min(...indents, Infinity);
  return lines.map((line) => line.slice(indent)).join("\n");
}
