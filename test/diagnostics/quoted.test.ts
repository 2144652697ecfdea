import { expect, it } from "vitest";
import { quoted } from "../../generator/diagnostics.js";

const tests: [name: string, given: string, want: string][] = [
  ["a name", "stepId", "`stepId`"],
  ["controls", "a\u001b[31m\nb", "`a␛[31m␊b`"],
  ["a name too long to read", "x".repeat(10_000), `\`${"x".repeat(79)}…\``],
  ["no half of a surrogate pair at the cut", `${"x".repeat(78)}😀😀`, `\`${"x".repeat(78)}…\``],
];
it.each(tests)("quotes %s", (_, given, want) => {
  expect(quoted(given)).toBe(want);
});
