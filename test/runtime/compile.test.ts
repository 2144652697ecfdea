import { execFile } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, expect, test } from "vitest";

const root = fileURLToPath(new URL("../..", import.meta.url));
// Inside the repository, so that packages are found from there.
const folder = mkdtempSync(join(root, "node_modules/.runtime-types-"));
afterAll(() => rmSync(folder, { recursive: true }));

const strict = {
  target: "ES2022",
  lib: ["ES2022", "DOM"],
  types: [],
  strict: true,
  exactOptionalPropertyTypes: true,
  noUncheckedIndexedAccess: true,
  noPropertyAccessFromIndexSignature: true,
  noImplicitOverride: true,
  noImplicitReturns: true,
  noFallthroughCasesInSwitch: true,
  noUnusedLocals: true,
  noUnusedParameters: true,
  verbatimModuleSyntax: true,
  isolatedModules: true,
  isolatedDeclarations: true,
  declaration: true,
  erasableSyntaxOnly: true,
  skipLibCheck: false,
  noEmit: true,
};

test.each([
  ["typescript", "nodenext"],
  ["typescript6", "bundler"],
  ["typescript7", "nodenext"],
  ["typescript7", "bundler"],
])(
  "the runtime, and functions written on it, pass %s with %s and every strict flag",
  async (typescript, resolution) => {
    const config = join(folder, `${typescript}-${resolution}.json`);
    const module = resolution === "bundler" ? "esnext" : resolution;
    const include = ["templates/runtime", "test/runtime/support/typing.ts", "test/runtime/support/workflows.ts"];
    writeFileSync(
      config,
      JSON.stringify({
        compilerOptions: { ...strict, module, moduleResolution: resolution },
        include: include.map((path) => join(root, path)),
      }),
    );
    const manifest = createRequire(import.meta.url).resolve(`${typescript}/package.json`);
    const output = await new Promise((resolve) => {
      execFile(process.execPath, [join(dirname(manifest), "bin/tsc"), "-p", config], (_error, stdout, stderr) =>
        resolve(stdout + stderr),
      );
    });
    expect(output).toBe("");
  },
  240_000,
);
