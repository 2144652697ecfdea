import { describe, expect, test } from "vitest";
import { cyclesOf, moduleOf } from "./modules.js";

describe("a module imports", () => {
  test.each([
    { name: "values", given: `import { a } from "yaml";`, want: ["yaml"] },
    { name: "types", given: `import type { A } from "@scope/name/deep";`, want: ["@scope/name"] },
    { name: "what it exports again", given: `export * from "zod/mini";`, want: ["zod"] },
    { name: "what it imports for its effects", given: `import "zod";`, want: ["zod"] },
    { name: "late", given: `await import("prettier/standalone");`, want: ["prettier"] },
    { name: "a type in place", given: `let a: import("yaml").Node;`, want: ["yaml"] },
    { name: "as CommonJS", given: `createRequire(import.meta.url)("ts-morph");`, want: ["ts-morph"] },
    { name: "as CommonJS by name", given: `const load = createRequire(""); load("zod");`, want: ["zod"] },
    { name: "late, as CommonJS", given: `loadPackage("ts-morph");`, want: ["ts-morph"] },
    { name: "what Node has", given: `import fs from "node:fs"; import os from "node:os";`, want: ["node"] },
    { name: "files of ours", given: `import a from "../house/modules.js";`, want: ["test/house/modules.ts"] },
    { name: "nothing by comments and texts", given: `// import "zod"\nconst a = 'import "zod"'; b("zod");`, want: [] },
  ])("$name", ({ given, want }) => {
    expect(moduleOf("test/house/given.ts", given).imports).toEqual(want);
  });
});

describe("cycles", () => {
  test.each([
    { name: "are not in a line", given: { a: ["b", "c"], b: ["c"], c: [] }, want: [] },
    { name: "are between two", given: { a: ["b"], b: ["a"] }, want: [["a", "b", "a"]] },
    { name: "are found from outside", given: { a: ["b"], b: ["c"], c: ["b"] }, want: [["b", "c", "b"]] },
    { name: "are of one alone", given: { a: ["a"] }, want: [["a", "a"]] },
  ])("$name", ({ given, want }) => {
    const modules = Object.entries(given).map(([path, imports]) => ({ path, imports, lines: 1 }));

    expect(cyclesOf(modules)).toEqual(want);
  });
});
