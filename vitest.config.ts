import { defineConfig } from "vitest/config";

export default defineConfig({
  test: {
    include: ["test/**/*.test.ts"],
    // One for each core: by default one core is left to itself, and on a small machine that is half of it.
    maxWorkers: "100%",
    // Finite, so that what hangs is found; never tight, since tests start compilers that share the cores.
    testTimeout: 60_000,
    hookTimeout: 60_000,
    coverage: {
      include: ["generator/**/*.ts", "templates/**/*.ts", "examples/**/*.ts"],
      reporter: ["text", "html"],
    },
  },
});
