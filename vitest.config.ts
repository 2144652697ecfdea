import { defineConfig } from "vitest/config";

export default defineConfig({
  test: {
    include: ["test/**/*.test.ts"],
    // Tests that start compilers and servers share two cores: finite, so that a hang is found, and never tight.
    testTimeout: 30_000,
    hookTimeout: 60_000,
    coverage: {
      include: ["generator/**/*.ts", "templates/**/*.ts", "examples/**/*.ts"],
      reporter: ["text", "html"],
    },
  },
});
