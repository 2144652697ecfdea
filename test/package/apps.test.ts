import { copyFileSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join, resolve } from "node:path";
import { build } from "esbuild";
import { Miniflare } from "miniflare";
import { afterAll, beforeAll, describe, expect, inject, onTestFinished, test } from "vitest";
import { type LocalTwilio, startLocalTwilio } from "../../examples/local-twilio/index.js";
import { makeFolder, removeFolder } from "../support/folder.js";
import { output, started } from "./output.js";

/** The apps, each in a folder of its own, and above them what they are built and run with. */
const project = makeFolder();
let twilio: LocalTwilio;

beforeAll(async () => {
  twilio = await startLocalTwilio();
  const tools: Tools = JSON.parse(readFileSync("test/package/apps/package.json", "utf8"));
  const dependencies = { "twilio-workflows": `file:${inject("tarball")}` };
  writeFileSync(join(project, "package.json"), JSON.stringify({ ...tools, dependencies }));
  copyFileSync("test/package/apps/package-lock.json", join(project, "package-lock.json"));
  await output("npm", ["install", "--prefer-offline", "--no-audit", "--no-fund"], project);
}, 600_000);

afterAll(async () => {
  await twilio.close();
  removeFolder(project);
});

interface Tools {
  readonly devDependencies: Readonly<Record<string, string>>;
}

/** What each app does: it sends a message, and one that no compiler takes, and tells what becomes of both. */
const send = `
import { isWorkflowError } from "twilio-workflows";
import { sendMessageTrackStatus, type WorkflowOptions } from "twilio-workflows/messaging";

export async function send(options: WorkflowOptions): Promise<string> {
  const input = { to: "+15558675310", from: "+15017122661", body: "Hello" };
  const all = { ...options, poll: { interval: 1 } };
  const { outcome } = await sendMessageTrackStatus(input, all);
  // @ts-expect-error \`to\` is a text
  const wrong = sendMessageTrackStatus({ ...input, to: 1 }, all);
  const code = await wrong.catch((error: unknown) => (isWorkflowError(error) ? error.code : String(error)));
  return \`\${outcome} \${code}\`;
}
`;

/** What comes of it. */
const sent = "delivered invalid-input";

/** Writes an app. @returns its folder */
function appOf(name: string, files: Readonly<Record<string, string>>): string {
  const folder = join(project, name);
  for (const [file, text] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, file)), { recursive: true });
    writeFileSync(join(folder, file), text);
  }
  return folder;
}

/** The options of a call of the local Twilio, as JSON. */
function optionsText(): string {
  const { accountSid, authToken } = twilio.credentials;
  const credentials = { accountSid, authToken };
  return JSON.stringify({ baseUrl: `${twilio.baseUrl("")}{host}`, credentials, region: "", edge: "" });
}

function configOf(compilerOptions: object = {}): string {
  const all = {
    target: "es2022",
    module: "nodenext",
    lib: ["es2023", "dom"],
    types: ["node"],
    strict: true,
    exactOptionalPropertyTypes: true,
    skipLibCheck: false,
    ...compilerOptions,
  };
  return JSON.stringify({ compilerOptions: all });
}

function tool(path: string): string {
  return join(project, "node_modules", path);
}

function compile(folder: string): Promise<string> {
  return output(process.execPath, [tool("typescript/bin/tsc")], folder);
}

const main = `
import { send } from "./send.js";

console.log(await send(JSON.parse(process.argv[2] ?? "")));
`;

describe("an app of ES modules", () => {
  const files = {
    "package.json": '{ "type": "module" }',
    "send.ts": send,
    "app.ts": main,
    "tsconfig.json": configOf(),
  };

  test("is compiled and runs on Node.js", { timeout: 120_000 }, async () => {
    const folder = appOf("node", files);
    expect(await compile(folder)).toBe("");
    expect(await output(process.execPath, ["app.js", optionsText()], folder)).toBe(`${sent}\n`);
  });

  test("runs on Bun", { timeout: 120_000 }, async () => {
    expect(await output(tool(".bin/bun"), ["app.ts", optionsText()], appOf("bun", files))).toBe(`${sent}\n`);
  });

  test("is checked and runs on Deno", { timeout: 120_000 }, async () => {
    const args = ["run", "--check", "--allow-net", "--allow-env", "--node-modules-dir=manual", "app.ts", optionsText()];
    // Deno wants the names of files as they are.
    const app = { ...files, "app.ts": main.replace("./send.js", "./send.ts") };
    expect(await output(tool(".bin/deno"), args, appOf("deno", app))).toBe(`${sent}\n`);
  });
});

describe("an app of CommonJS", () => {
  const app = `
import twilio = require("twilio-workflows");
import messaging = require("twilio-workflows/messaging");
${send
  .replace(/^import .*$/gm, "")
  .replaceAll("sendMessageTrackStatus(", "messaging.sendMessageTrackStatus(")
  .replaceAll("WorkflowOptions", "messaging.WorkflowOptions")
  .replaceAll("isWorkflowError", "twilio.isWorkflowError")}
void send(JSON.parse(process.argv[2] ?? "")).then(console.log);
`;

  test("is compiled and runs on Node.js", { timeout: 120_000 }, async () => {
    const folder = appOf("commonjs", { "package.json": "{}", "app.cts": app, "tsconfig.json": configOf() });
    expect(await compile(folder)).toBe("");
    expect(await output(process.execPath, ["app.cjs", optionsText()], folder)).toBe(`${sent}\n`);
  });

  test("has every entry that needs no other package", { timeout: 120_000 }, async () => {
    const all = `
const { exports: entries } = require("twilio-workflows/package.json");
const lacking = Object.keys(entries).flatMap((entry) => {
  try {
    require("twilio-workflows" + entry.slice(1).replace("*", "send-message-track-status"));
    return [];
  } catch (error) {
    return [entry + ": " + /package '(.*?)'/.exec(error.message)?.[1]];
  }
});
console.log(JSON.stringify(lacking));
`;
    const folder = appOf("entries", { "package.json": "{}", "app.cjs": all });
    expect(JSON.parse(await output(process.execPath, ["app.cjs"], folder))).toEqual([
      "./runtime/jsonpath: json-p3",
      "./opentelemetry: @opentelemetry/api",
      "./engines/dbos: @dbos-inc/dbos-sdk",
      "./engines/inngest: inngest",
      "./engines/restate: @restatedev/restate-sdk",
      "./engines/temporal: @temporalio/workflow",
    ]);
  });
});

test("an app that Vite builds has only what it uses, and runs", { timeout: 120_000 }, async () => {
  const folder = appOf("vite", {
    "package.json": '{ "type": "module" }',
    "send.ts": send,
    "vite.config.js": `export default { build: { lib: { entry: "send.ts", formats: ["es"], fileName: "send" } } };`,
    "app.js": main.replace("./send.js", "./dist/send.js"),
    "tsconfig.json": configOf({ module: "esnext", moduleResolution: "bundler", noEmit: true }),
  });
  expect(await compile(folder)).toBe("");
  await output(process.execPath, [resolve("node_modules/vite/bin/vite.js"), "build"], folder);
  expect(await output(process.execPath, ["app.js", optionsText()], folder)).toBe(`${sent}\n`);
  const built = readFileSync(join(folder, "dist/send.js"), "utf8");
  expect(built).toContain("send-message-track-status");
  expect(built).not.toContain("create-conversation");
});

test("a route of Next.js is checked, built and runs", { timeout: 300_000 }, async () => {
  const folder = appOf("next", {
    "package.json": '{ "private": true }',
    "next.config.mjs": `import { resolve } from "node:path";\n\nexport default { turbopack: { root: resolve("..") } };`,
    "app/layout.tsx": `import type { ReactNode } from "react";

export default function Layout({ children }: { children: ReactNode }) {
  return <html><body>{children}</body></html>;
}
`,
    "app/send/send.ts": send,
    "app/send/route.ts": `import { send } from "./send";

export async function POST(request: Request): Promise<Response> {
  return new Response(await send(await request.json()));
}
`,
  });
  expect(await output(tool(".bin/next"), ["build"], folder)).toContain("ƒ /send");
  const url = await started(folder, tool(".bin/next"), ["start", "--hostname", "127.0.0.1", "--port", "0"], "Ready");
  const response = await fetch(`${url}/send`, { method: "POST", body: optionsText() });
  expect(await response.text()).toBe(sent);
});

test("a Worker is checked, bundled and runs on workerd", { timeout: 120_000 }, async () => {
  const folder = appOf("worker", {
    "package.json": '{ "type": "module" }',
    "send.ts": send,
    "worker.ts": `import { send } from "./send.js";

export default {
  async fetch(request: Request): Promise<Response> {
    return new Response(await send(await request.json()));
  },
};
`,
    "tsconfig.json": configOf({ noEmit: true, types: [] }),
  });
  expect(await compile(folder)).toBe("");
  const bundle = await build({
    absWorkingDir: folder,
    entryPoints: ["worker.ts"],
    bundle: true,
    format: "esm",
    conditions: ["workerd", "worker", "browser"],
    write: false,
  });
  const script = bundle.outputFiles[0]?.text ?? "";
  const miniflare = new Miniflare({ modules: true, script, compatibilityDate: "2026-01-01" });
  onTestFinished(() => miniflare.dispose());
  const response = await miniflare.dispatchFetch("http://worker/", { method: "POST", body: optionsText() });
  expect(await response.text()).toBe(sent);
});

describe("what tools that look at packages have to say", () => {
  test("of publint: nothing", { timeout: 120_000 }, async () => {
    const app = `
import { readFileSync } from "node:fs";
import { publint } from "publint";

const { buffer, byteOffset, byteLength } = readFileSync(process.argv[2]);
const tarball = buffer.slice(byteOffset, byteOffset + byteLength);
const { messages } = await publint({ pack: { tarball }, strict: true, level: "suggestion" });
console.log(JSON.stringify(messages));
`;
    const folder = appOf("publint", { "app.mjs": app });
    expect(JSON.parse(await output(process.execPath, ["app.mjs", inject("tarball")], folder))).toEqual([]);
  });

  test(
    "of Are the types wrong?: that there are no copies for two ways that nobody needs",
    { timeout: 120_000 },
    async () => {
      const app = `
import { readFileSync } from "node:fs";
import { checkPackage, createPackageFromTarballData } from "@arethetypeswrong/core";

const { problems } = await checkPackage(createPackageFromTarballData(new Uint8Array(readFileSync(process.argv[2]))));
console.log(JSON.stringify([...new Set(problems.map(({ kind, resolutionKind }) => kind + " " + resolutionKind))]));
`;
      const folder = appOf("types", { "app.mjs": app });
      expect(JSON.parse(await output(process.execPath, ["app.mjs", inject("tarball")], folder))).toEqual([
        // `moduleResolution: node10` knows no `exports`, and is of a time before all versions of Node.js that we run on.
        "NoResolution node10",
        // `require` gets ES modules, which Node.js gives it since 20.19, and TypeScript by `module: nodenext`: a copy for
        // CommonJS would bring a second runtime, with errors of other classes.
        "CJSResolvesToESM node16-cjs",
      ]);
    },
  );
});

describe("the page about testing shows a test for Jest", () => {
  const page = readFileSync("docs/testing.md", "utf8");
  const shown = (marker: string, language: string): string =>
    new RegExp(`<!-- ${marker} -->\n\n\`\`\`${language}\n([^]*?)\`\`\``).exec(page)?.[1] ?? "";

  test("that passes", { timeout: 120_000 }, async () => {
    const { scripts, ...settings }: JestManifest = JSON.parse(shown("jest: package.json", "json"));
    const folder = appOf("jest", {
      "package.json": JSON.stringify({ ...settings, scripts }),
      "notify.ts": shown("notify.ts", "ts"),
      "notify.test.ts": shown("jest", "ts"),
      "tsconfig.json": configOf({ isolatedModules: true, skipLibCheck: true }),
    });
    const [, ...args] = scripts.test.replace("node_modules/", `${tool("")}/`).split(" ");
    const report = JSON.parse(await output(process.execPath, [...args, "--json"], folder));
    expect(report).toMatchObject({ numPassedTests: 1, numTotalTests: 1 });
  });
});

interface JestManifest {
  readonly scripts: { readonly test: string };
}
