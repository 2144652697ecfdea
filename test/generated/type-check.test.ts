import { execFile } from "node:child_process";
import { cpSync, mkdirSync, symlinkSync, writeFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { promisify } from "node:util";
import { afterAll, beforeAll, expect, test } from "vitest";
import { makeFolder, removeFolder } from "../support/folder.js";
import { strictest } from "../support/strictest.js";

const run = promisify(execFile);

const options = {
  ...strictest,
  target: "es2022",
  lib: ["es2022", "dom"],
  types: [],
  forceConsistentCasingInFileNames: true,
  skipLibCheck: false,
};

/** What an app does, and what the types do not let it do: each wrong line has to be an error. */
const app = `
import { sendMessageTrackStatus, type SendMessageTrackStatusOutput } from "./generated/index.js";

const result: SendMessageTrackStatusOutput = await sendMessageTrackStatus({ to: "+1", from: "+1", body: "Hello" });
const code: number | null | undefined = result.outcome === "failed" ? result.errorCode : 0;
// @ts-expect-error no such outcome
if (result.outcome === "finished") throw new Error(String(code));
// @ts-expect-error no such output
result.messageSids;
// @ts-expect-error misspelt
await sendMessageTrackStatus({ too: "+1", from: "+1", body: "Hello" });
// @ts-expect-error without \`body\`
await sendMessageTrackStatus({ to: "+1", from: "+1" });
`;

const folder = makeFolder({
  "package.json": JSON.stringify({ type: "module" }),
  "app.ts": app,
});

beforeAll(() => {
  // It stands alone: beside the one library that it needs, nothing of ours is in reach.
  cpSync("generated", join(folder, "generated"), { recursive: true });
  mkdirSync(join(folder, "node_modules"));
  symlinkSync(resolve("node_modules/openapi-fetch"), join(folder, "node_modules/openapi-fetch"), "dir");
});

afterAll(() => removeFolder(folder));

test.each([
  { compiler: "typescript", release: "5.9", module: "nodenext", moduleResolution: "nodenext" },
  { compiler: "typescript", release: "5.9", module: "esnext", moduleResolution: "bundler" },
  { compiler: "typescript6", release: "6.", module: "nodenext", moduleResolution: "nodenext" },
  { compiler: "typescript6", release: "6.", module: "esnext", moduleResolution: "bundler" },
  { compiler: "typescript7", release: "7.", module: "nodenext", moduleResolution: "nodenext" },
  { compiler: "typescript7", release: "7.", module: "esnext", moduleResolution: "bundler" },
])(
  "$compiler accepts it, with module $module",
  { timeout: 120_000 },
  async ({ compiler, release, module, moduleResolution }) => {
    const project = join(folder, `tsconfig.${compiler}.${module}.json`);
    const compilerOptions = { ...options, module, moduleResolution };
    writeFileSync(project, JSON.stringify({ compilerOptions, include: ["app.ts", "generated"] }));

    expect(await tsc(compiler, ["--version"])).toContain(`Version ${release}`);
    expect(await tsc(compiler, ["--project", project, "--pretty", "false"])).toBe("");
  },
);

/** What the compiler says; nothing if it is content. */
async function tsc(compiler: string, args: readonly string[]): Promise<string> {
  const bin = resolve("node_modules", compiler, "bin/tsc");
  try {
    return (await run(process.execPath, [bin, ...args], { cwd: folder })).stdout;
  } catch (error) {
    if (error instanceof Error && "stdout" in error && error.stdout) return String(error.stdout);
    throw error;
  }
}
