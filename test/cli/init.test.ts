import { existsSync, readFileSync, symlinkSync } from "node:fs";
import { join, resolve } from "node:path";
import { PassThrough } from "node:stream";
import { afterEach, describe, expect, test } from "vitest";
import { startLocalTwilio } from "../../examples/local-twilio/index.js";
import { main } from "../../generator/commands/main.js";
import { contentOf } from "../support/cli.js";
import { makeFolder, removeFolder } from "../support/folder.js";
import { typeErrors } from "../support/type-check.js";
import { good, openapi } from "./documents.js";

const home = process.cwd();
let folder = "";

afterEach(() => {
  process.chdir(home);
  removeFolder(folder);
});

/** Runs in a project with these files; what is typed there is typed on a terminal. */
async function runIn(files: Readonly<Record<string, string>>, args: readonly string[], typed?: string) {
  if (!existsSync(folder)) folder = makeFolder(files);
  process.chdir(folder);
  const said: string[] = [];
  const output = { write: (text: string) => said.push(text) };
  const stdin = Object.assign(new PassThrough(), { isTTY: typed !== undefined });
  if (typed !== undefined) stdin.end(typed);
  const code = await main(args, { stdout: output, stderr: output, stdin });
  return { code, text: said.join("") };
}

const manifest = '{\n    "name": "app",\n    "type": "module",\n    "scripts": { "generate": "mine" }\n}\n';

describe("init", () => {
  test("makes a project that generates without a word, type-checks and runs", { timeout: 120_000 }, async () => {
    const { code, text } = await runIn({ "package.json": '{ "type": "module" }\n' }, [
      "init",
      "--yes",
      "--runtime",
      "copy",
    ]);
    expect({ code, text }).toEqual({
      code: 0,
      text: `made: twilio-workflows.config.json
made: workflows/send-text.yml
made: workflows/apis/twilio-messages.yml
made: .github/workflows/twilio-workflows.yml
added: \`generate\` and \`generate:check\` to the scripts in package.json

Next:
  npm install openapi-fetch
  npm install --save-dev twilio-workflows
  npm run generate
`,
    });
    const generated = await runIn({}, ["generate", "--strict"]);
    expect(generated).toEqual({
      code: 0,
      text: expect.stringMatching(
        /^workflow +function +steps +file\nsend-text +sendText +2 +\S+\n\n\d+ new in src\/generated\n$/,
      ),
    });
    expect((await runIn({}, ["generate", "--check"])).code).toBe(0);
    const written = Object.entries(contentOf(join(folder, "src/generated"))).filter(([name]) => name.endsWith(".ts"));
    expect(typeErrors([new Map(written.map(([name, { text }]) => [name, text]))])).toEqual([]);
    symlinkSync(resolve(home, "node_modules"), join(folder, "node_modules"));
    const module: unknown = await import(join(folder, "src/generated/index.ts"));
    const twilio = await startLocalTwilio();
    const { baseUrl, credentials } = twilio;
    const send = module !== null && typeof module === "object" && "sendText" in module ? module.sendText : undefined;
    if (typeof send !== "function") throw new TypeError("there is no function sendText");
    const result: unknown = await send(
      { to: "+15558675310", from: "+15017122661", body: "Hello" },
      { baseUrl, credentials, region: "", edge: "", poll: { interval: 1 } },
    );
    await twilio.close();
    expect(result).toMatchObject({ outcome: "delivered", status: "delivered" });
  });

  test("asks on a terminal what no option says", async () => {
    const { code, text } = await runIn({ "package.json": manifest }, ["init", "--out", "made"], "specs\nnone\n");
    expect(code).toBe(0);
    expect(text).toContain("Which folder holds the Arazzo documents? (workflows) ");
    expect(text).toContain("Where does CI run: github, or none? (github) ");
    expect(text).not.toContain("Which folder is generated code written to?");
    expect(text).toMatch(/\nNext:\n {2}npm install --save-prod twilio-workflows\n {2}npm run generate\n$/);
    expect(Object.keys(contentOf(folder))).toEqual([
      "package.json",
      "specs/apis/twilio-messages.yml",
      "specs/send-text.yml",
      "twilio-workflows.config.json",
    ]);
    expect(JSON.parse(readFileSync("twilio-workflows.config.json", "utf8"))).toEqual({
      $schema: "./node_modules/twilio-workflows/docs/config.schema.json",
      documents: ["specs"],
      out: "made",
      runtime: "package",
    });
  });

  test.each([
    { given: {}, args: [], want: ["npm install --save-prod twilio-workflows"] },
    {
      given: { devDependencies: { "twilio-workflows": "1" } },
      args: [],
      want: ["npm install --save-prod twilio-workflows"],
    },
    { given: { dependencies: { "twilio-workflows": "1" } }, args: [], want: [] },
    {
      given: { devDependencies: { "twilio-workflows": "1" } },
      args: ["--runtime", "copy"],
      want: ["npm install openapi-fetch"],
    },
    {
      given: { dependencies: { "openapi-fetch": "0.17.0" } },
      args: ["--runtime", "copy"],
      want: ["npm install --save-dev twilio-workflows"],
    },
  ])("says of $given that $want is missing", async ({ given, args, want }) => {
    const { text } = await runIn({ "package.json": JSON.stringify(given) }, ["init", "--yes", ...args]);
    expect(text.slice(text.indexOf("Next:"))).toBe(`${["Next:", ...want, "npm run generate"].join("\n  ")}\n`);
  });

  test("takes the defaults for what nobody answers", async () => {
    expect((await runIn({}, ["init"], "\n")).code).toBe(0);
    expect(Object.keys(contentOf(folder))).toContain("workflows/send-text.yml");
    expect(existsSync(".github/workflows/twilio-workflows.yml")).toBe(true);
  });

  test("overwrites nothing, and adds only what is missing", async () => {
    const files = {
      "package.json": manifest,
      "twilio-workflows.config.json": "{}",
      ".github/workflows/twilio-workflows.yml": "mine",
      "workflows/good.yaml": good,
      "workflows/openapi.yaml": openapi,
    };
    const { code, text } = await runIn(files, ["init", "-y"]);
    expect({ code, lines: text.split("\n").slice(0, 3) }).toEqual({
      code: 0,
      lines: [
        "is there already: .github/workflows/twilio-workflows.yml",
        "is there already: twilio-workflows.config.json",
        "added: `generate:check` to the scripts in package.json",
      ],
    });
    const { "package.json": changed, ...rest } = contentOf(folder);
    const { "package.json": _, ...before } = files;
    expect(Object.fromEntries(Object.entries(rest).map(([name, { text: own }]) => [name, own]))).toEqual(before);
    expect(changed?.text).toMatch(/^\{\n {4}"name": "app",/);
    expect(JSON.parse(changed?.text ?? "")).toEqual({
      name: "app",
      type: "module",
      scripts: { generate: "mine", "generate:check": "twilio-workflows generate --check" },
    });
    const again = await runIn({}, ["init", "-y"]);
    expect(again.text).toContain("is there already: the scripts in package.json\n");
  });

  test.each([
    { name: "none", files: {}, want: "no package.json here" },
    { name: "one that cannot be read", files: { "package.json": "{" }, want: "left as it is: package.json" },
  ])("says what becomes of package.json where there is $name", async ({ files, want }) => {
    expect((await runIn(files, ["init", "-y"])).text).toContain(want);
  });

  test("takes no names, and no other CI", async () => {
    expect(await runIn({}, ["init", "x"])).toMatchObject({ code: 2 });
    expect((await runIn({}, ["init", "--ci", "gitlab"])).text).toContain(
      "`--ci` is one of github, none, not `gitlab`.",
    );
  });
});
