import { defineConfig, type Plugin } from "vitest/config";

/**
 * Rooms whose tests only compile documents, and call what came out: they leave nothing behind, so that files share the
 * compilers that they load, which take longer than most tests.
 */
const compiling =
  "arazzo,assumptions,conditions,diagram,documents,emit,expressions,findings,flow,openapi,plan,requests,samples,schema,security".split(
    ",",
  );

/** What packs the package, installs it, and has compilers of several versions look at it: `npm run test:package`. */
const packaging = ["test/package/**/*.test.ts", "test/generated/type-check.test.ts", "test/runtime/compile.test.ts"];

/** What looks at pages in a browser: `npm run test:pages`. */
const pages = "test/pages/**/*.test.ts";

/** What does the same very often: kills, faults, loads, large and random documents. `npm run test:large`. */
const large = [
  "checkpoints/kills",
  "checkpoints/wakeups",
  "conditions/random",
  "durable/callbacks",
  "faults/faults",
  "fuzz/fuzz",
  "generated/{long,many}",
  "kills/{kills,many}",
  "load/{load,pages}",
  "openapi/fuzz",
  "plan/bombs",
  "properties/*",
  "requests/schema-agreement",
  "security/pattern-time",
].map((name) => `test/${name}.test.ts`);

/** What need packages of their own, and Node.js 22: parts of `npm run test:nodes`. */
const aws = "test/aws/**/*.test.ts";
const inspector = "test/inspector/**/*.test.ts";

const files = compiling.map((room) => `test/${room}/**/*.test.ts`);

/** Has tests of generated functions count for the runtime that these have a copy of: `npm run test:coverage`. */
const oneRuntime: Plugin = {
  name: "one runtime",
  enforce: "pre",
  async resolveId(source, importer) {
    const found = await this.resolve(source, importer, { skipSelf: true });
    return found?.id.replace("/generated/runtime/", "/templates/runtime/");
  },
};

export default defineConfig(({ mode }) => ({
  plugins: process.argv.includes("--coverage") ? [oneRuntime] : [],
  test: {
    // Asked for by `--mode properties`, of which projects are not told.
    env: { ...(mode === "properties" && { PROPERTY_LONG: "yes" }) },
    projects: [
      { extends: true, test: { name: "compiling", include: files, exclude: large, isolate: false } },
      {
        extends: true,
        test: {
          name: "others",
          include: ["test/**/*.test.ts"],
          exclude: [...files, ...packaging, ...large, aws, inspector, pages],
          globalSetup: "test/support/build-cli.ts",
        },
      },
      { extends: true, test: { name: "large", include: large } },
      { extends: true, test: { name: "package", include: packaging, globalSetup: "test/support/pack.ts" } },
      { extends: true, test: { name: "pages", include: [pages] } },
      { extends: true, test: { name: "aws", include: [aws] } },
      {
        extends: true,
        test: { name: "inspector", include: [inspector], globalSetup: "test/support/build-cli.ts" },
      },
    ],
    // One for each core: by default one core is left to itself, and on a small machine that is half of it.
    maxWorkers: "100%",
    // What a sample should come to is written when it is asked for, and is missed when it is not there.
    update: "none",
    // Finite, so that what hangs is found; never tight, since tests start compilers that share the cores.
    testTimeout: 60_000,
    hookTimeout: 60_000,
    coverage: {
      include: ["generator/**/*.ts", "templates/**/*.ts", "examples/**/*.ts"],
      reporter: ["text", "html"],
    },
  },
}));
