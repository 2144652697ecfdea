import {
  copyFileSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { join, posix, resolve } from "node:path";
import { stripVTControlCharacters } from "node:util";
import { afterAll, beforeAll, describe, expect, inject, test } from "vitest";
import { type LocalTwilio, startLocalTwilio } from "../../examples/local-twilio/index.js";
import { sendMessageTrackStatus } from "../../generated/index.js";
import { orders } from "../serve/orders.js";
import { makeFolder, removeFolder } from "../support/folder.js";
import { output, started } from "./output.js";

/** A project that has nothing yet. */
const project = makeFolder({
  "tsconfig.json": JSON.stringify({
    compilerOptions: {
      target: "es2022",
      module: "nodenext",
      lib: ["es2022", "dom"],
      types: [],
      strict: true,
      exactOptionalPropertyTypes: true,
      skipLibCheck: false,
      rootDir: "src",
      outDir: "built",
    },
    include: ["src"],
  }),
});
let twilio: LocalTwilio;

beforeAll(async () => {
  twilio = await startLocalTwilio();
  writeFileSync(join(project, "package.json"), JSON.stringify(manifestWith(inject("tarball"))));
  writeFileSync(join(project, "package-lock.json"), JSON.stringify(lockfile()));
  await output("npm", ["install", "--prefer-offline", "--no-audit", "--no-fund"], project);
}, 300_000);

afterAll(async () => {
  await twilio.close();
  removeFolder(project);
});

test("the package holds what it needs to run, and nothing else", () => {
  const allowed = ["CHANGELOG.md", "LICENSE", "README.md", "dist", "docs", "package.json", "templates"];
  const installed = join(project, "node_modules/twilio-workflows");

  expect(readdirSync(installed).filter((name) => !allowed.includes(name))).toEqual([]);
  expect(readdirSync(join(installed, "dist"))).toEqual([
    "chunks",
    "examples",
    "generated",
    "generator",
    "specs",
    "templates",
  ]);
  expect(readdirSync(join(installed, "templates"))).toEqual(["runtime"]);
});

test("an app installs as many packages and megabytes as the README says", () => {
  const [, packages, megabytes] = /(\d+) packages and (\d+) MB/.exec(readFileSync("README.md", "utf8")) ?? [];
  const names = readdirSync(join(project, "node_modules")).filter((name) => !name.startsWith("."));
  const ours = names.filter((name) => name !== "typescript");

  expect(ours).toEqual(["openapi-fetch", "openapi-typescript-helpers", "twilio-workflows"]);
  expect(ours).toHaveLength(Number(packages));
  expect(Math.ceil(ours.reduce((sum, name) => sum + sizeOf(join(project, "node_modules", name)), 0) / 1e6)).toBe(
    Number(megabytes),
  );
});

test("the pages that the package brings link to what it brings", () => {
  const installed = join(project, "node_modules/twilio-workflows");
  const docs = readdirSync(join(installed, "docs")).filter((name) => name.endsWith(".md"));
  const pages = ["README.md", "CHANGELOG.md", ...docs.map((name) => `docs/${name}`)];
  const links = pages.flatMap((page) => {
    const text = readFileSync(join(installed, page), "utf8");
    const targets = [...text.matchAll(/\]\((?!https?:|#)([^)#\s]+)/g)].map(([, target = ""]) => target);
    return targets.map((target) => posix.join(posix.dirname(page), target));
  });
  // Those to our tests and our sources are for readers of the repository: the package has none.
  const own = links.filter((path) => !/^(test|generated)\//.test(path));

  expect(own).toContain("docs/tutorial.md");
  expect(own.filter((path) => !existsSync(join(installed, path)))).toEqual([]);
});

/** The bytes of all files below a folder. */
function sizeOf(folder: string): number {
  const files = readdirSync(folder, { recursive: true, encoding: "utf8" }).map((name) => statSync(join(folder, name)));
  return files.reduce((sum, stats) => sum + (stats.isFile() ? stats.size : 0), 0);
}

test("an app calls a function of ours", { timeout: 120_000 }, async () => {
  const app = `
import { sendMessageTrackStatus, type WorkflowOptions } from "twilio-workflows";

export async function main(options: WorkflowOptions): Promise<string> {
  const result = await sendMessageTrackStatus({ to: "+15558675310", from: "+15017122661", body: "Hello" }, options);
  // @ts-expect-error \`read\` is no outcome
  if (result.outcome === "read") return "";
  return result.outcome === "failed" ? \`failed with \${result.errorCode}\` : result.finalStatus;
}
`;

  expect(await compileAndRun("ours", app)).toBe("delivered");
  expect(twilio.requests.at(-1)?.operation).toBe("fetchMessage");
});

test("an app calls a function that it made of documents of its own", { timeout: 120_000 }, async () => {
  copyDocuments();
  const app = `
import { createTwilio, provisionMessagingServiceAddNumber, type WorkflowOptions } from "./workflows/index.js";

export async function main(options: WorkflowOptions): Promise<string> {
  const input = { friendlyName: "Reminders", phoneNumberSid: "PN${"1".repeat(32)}" };
  const { serviceSid, friendlyName } = await provisionMessagingServiceAddNumber(input, {
    client: createTwilio(options),
  });
  return \`\${friendlyName} \${serviceSid.slice(0, 2)}\`;
}
`;

  const args = ["provision.yml", "--source", "messagingApi=messaging.yml", "--out", "src/own/workflows"];
  const printed = await inProject("npx", "--no", "twilio-workflows", "generate", ...args);

  expect(printed).toContain("provisionMessagingServiceAddNumber");
  expect(await compileAndRun("own", app)).toBe("Reminders MG");
});

describe("functions that an app made with --runtime package", () => {
  const own = "src/shared/workflows";
  const args = ["provision.yml", "--source", "messagingApi=messaging.yml", "--out", own, "--runtime", "package"];
  const file = join(project, own, "workflows/provision-messaging-service-add-number.ts");

  beforeAll(() => copyDocuments());

  test("run on the runtime of the package, as ours do", { timeout: 120_000 }, async () => {
    const app = `
import * as ours from "twilio-workflows";
import * as entry from "twilio-workflows/workflows/send-message-track-status";
import * as own from "./workflows/index.js";

export async function main(options: ours.TwilioOptions): Promise<string> {
  const client: own.TwilioClient = ours.createTwilio(options);
  const input = { friendlyName: "Reminders", phoneNumberSid: "PN${"2".repeat(32)}" };
  const { serviceSid } = await own.provisionMessagingServiceAddNumber(input, { client });
  const sent = { to: "+15558675310", from: "+15017122661", body: "Hello" };
  const { messageSid } = await ours.sendMessageTrackStatus(sent, { client });
  const errors: unknown[] = [];
  await own.provisionMessagingServiceAddNumber({ ...input, phoneNumberSid: "PN0" }, { client }).catch((error) => errors.push(error));
  await ours.sendMessageTrackStatus({ ...sent, to: "nobody" }, { client }).catch((error) => errors.push(error));
  const same = [
    own.StepFailedError === ours.StepFailedError,
    entry.sendMessageTrackStatus === ours.sendMessageTrackStatus,
    errors.length === 2,
    ...errors.flatMap((error) => [
      error instanceof own.StepFailedError,
      error instanceof ours.StepFailedError,
      own.isWorkflowError(error),
      ours.isWorkflowError(error),
    ]),
  ];
  return [serviceSid.slice(0, 2), messageSid.slice(0, 2), ...new Set(same)].join(" ");
}
`;
    await inProject("npx", "--no", "twilio-workflows", "generate", ...args);

    expect(readdirSync(join(project, own)).sort()).toEqual([
      ".twilio-workflows.json",
      "README.md",
      "apis",
      "index.ts",
      "testing",
      "workflows",
    ]);
    expect(await compileAndRun("shared", app)).toBe("MG SM true");
  });

  test("are refused where the package keeps their contract no more", { timeout: 120_000 }, async () => {
    const text = readFileSync(file, "utf8");
    writeFileSync(file, text.replace("contract: 1", "contract: 0"));
    const tsc = ["node_modules/typescript/bin/tsc", "--pretty", "false"];
    const complaint = await inProject(process.execPath, ...tsc).catch(String);
    // What it wrote all the same.
    const told = await inProject(process.execPath, "shared.js").catch(causeOf);
    const options = ["generate", ...args];
    await inProject("npx", "--no", "twilio-workflows", ...options);

    expect(complaint).toContain(`Type '0' is not assignable to type '1 | "run: npx twilio-workflows generate"'.`);
    expect(told).toContain(
      "workflow provision-messaging-service-add-number was generated for runtime contract 0, and the installed " +
        "twilio-workflows keeps 1: run `npx twilio-workflows generate`",
    );
    expect(readFileSync(file, "utf8")).toBe(text);
  });
});

/** Documents from which an app makes functions. */
function copyDocuments(): void {
  const document = "twilio-provision-messaging-service-add-number-workflow.yml";
  copyFileSync(join("specs/arazzo", document), join(project, "provision.yml"));
  copyFileSync("specs/openapi/twilio-messaging-openapi.yml", join(project, "messaging.yml"));
}

function causeOf(error: unknown): string {
  return error instanceof Error ? String(error.cause) : "";
}

test("a program generates as the command line does", { timeout: 120_000 }, async () => {
  copyDocuments();
  const app = `
import { compareOutput, findingKinds, generate, lint, writeOutput, type Finding } from "twilio-workflows/generator";

export async function main(): Promise<string> {
  const options = { documents: ["provision.yml"], sources: { messagingApi: "messaging.yml" } };
  const wrong = lint({ ...options, sources: {} });
  const [first]: readonly Finding[] = wrong.findings;
  const { files, workflows } = await generate({ ...options, runtime: "package" });
  if (first === undefined || files === undefined) return wrong.formatted("pretty");
  const { created } = writeOutput("by-program", files);
  return JSON.stringify({
    found: [first.code, first.line, wrong.formatted("pretty").includes("> ")],
    known: findingKinds.some(({ code }) => code === first.code),
    functions: workflows.map((row) => row.function),
    created,
    again: compareOutput("by-program", files),
  });
}
`;

  expect(JSON.parse(await compileAndRun("program", app))).toEqual({
    found: ["file-unreadable", 13, true],
    known: true,
    functions: ["provisionMessagingServiceAddNumber"],
    created: [
      "README.md",
      "apis/messaging-api.ts",
      "index.ts",
      "testing/steps.ts",
      "workflows/provision-messaging-service-add-number.ts",
      ".twilio-workflows.json",
    ],
    again: { created: [], changed: [], removed: [] },
  });
});

describe("serve", () => {
  const program = join(project, "node_modules/.bin/twilio-workflows");
  const requestsAt = async (url: string): Promise<unknown> => (await fetch(`${url}/_requests`)).json();

  test("plays a document of the app", { timeout: 120_000 }, async () => {
    writeFileSync(join(project, "orders.yaml"), orders);
    const url = await started(project, program, ["serve", "orders.yaml", "--port", "0"], "Ctrl-C");
    const headers = { Authorization: "Bearer t", "Content-Type": "application/json" };
    const made = await fetch(`${url}/v1/orders`, { method: "POST", headers, body: '{ "article": "pen" }' });

    expect(await made.json()).toMatchObject({ article: "pen", status: "placed" });
    expect(await requestsAt(url)).toMatchObject([{ operation: "createOrder", status: 201, body: { article: "pen" } }]);
  });

  test("plays Twilio", { timeout: 120_000 }, async () => {
    const url = await started(project, program, ["serve", "--port", "0"], "Ctrl-C");
    const { accountSid, authToken } = twilio.credentials;
    const input = { to: "+15558675310", from: "+15017122661", body: "Hello" };
    const credentials = { accountSid, authToken };
    const sent = await sendMessageTrackStatus(input, { baseUrl: `${url}/{host}`, credentials, poll: { interval: 1 } });

    expect(sent.outcome).toBe("delivered");
    expect(await requestsAt(url)).toMatchObject([{ operation: "createMessage" }, {}, {}]);
  });
});

describe("the page about testing, in an app", () => {
  const page = readFileSync("docs/testing.md", "utf8");
  const files = { "notify.ts": "notify.ts", vitest: "a.test.ts", "node:test": "b.ts", local: "c.test.ts" };

  beforeAll(() => {
    for (const [marker, file] of Object.entries(files)) {
      const [, text = ""] = new RegExp(`<!-- ${marker} -->\n\n\`\`\`ts\n([^]*?)\`\`\``).exec(page) ?? [];
      mkdirSync(join(project, "tests"), { recursive: true });
      writeFileSync(join(project, "tests", file), text);
    }
    const compilerOptions = { rootDir: "tests", outDir: "built/tests", types: ["node"], skipLibCheck: true };
    const config = { extends: "./tsconfig.json", compilerOptions, include: ["tests"] };
    writeFileSync(join(project, "tsconfig.tests.json"), JSON.stringify(config));
    // These are not what is tested here.
    mkdirSync(join(project, "node_modules/@types"));
    for (const name of ["vitest", "@types/node"]) {
      symlinkSync(resolve("node_modules", name), join(project, "node_modules", name), "dir");
    }
  });

  test("shows code that the compiler takes", { timeout: 120_000 }, async () => {
    expect(await inProject(process.execPath, "node_modules/typescript/bin/tsc", "-p", "tsconfig.tests.json")).toBe("");
  });

  test("shows tests for Vitest that pass", { timeout: 120_000 }, async () => {
    const printed = await inProject(
      process.execPath,
      "node_modules/vitest/vitest.mjs",
      "run",
      "--root",
      "tests",
      "--testTimeout=60000",
    );
    expect(stripVTControlCharacters(printed)).toMatch(/Tests +2 passed \(2\)/);
  });

  test("shows a test for node:test that passes", { timeout: 120_000 }, async () => {
    expect(await inProject(process.execPath, "--test", "built/tests/b.js")).toMatch(/pass 1\n/);
  });
});

function manifestWith(tarball: string): object {
  return {
    name: "app",
    private: true,
    type: "module",
    dependencies: { "twilio-workflows": `file:${tarball}` },
    devDependencies: { typescript: lock.packages["node_modules/typescript"]?.version },
  };
}

interface Lock {
  readonly packages: Readonly<Record<string, { readonly dev?: boolean; readonly version: string }>>;
}

const lock: Lock = JSON.parse(readFileSync("package-lock.json", "utf8"));

/**
 * The versions of our own lockfile. With them npm finds everything in the cache that `npm ci` filled, and asks nobody.
 * What the package needs, it still says itself: of all that stands here npm installs only that.
 */
function lockfile(): object {
  const ofApp = (path: string, dev: boolean | undefined): boolean => dev !== true || path === "node_modules/typescript";
  const packages = Object.entries(lock.packages).filter(([path, { dev }]) => path !== "" && ofApp(path, dev));
  return { name: "app", lockfileVersion: 3, requires: true, packages: { "": {}, ...Object.fromEntries(packages) } };
}

/** Has the compiler build `main` and all that it imports, and gives what it returns when it is run. */
async function compileAndRun(name: string, app: string): Promise<string> {
  const { baseUrl, credentials } = twilio;
  const { accountSid, authToken } = credentials;
  const start = `
import { main } from "./built/${name}/app.js";
const credentials = ${JSON.stringify({ accountSid, authToken })};
const baseUrl = (host) => ${JSON.stringify(baseUrl(""))} + host;
process.stdout.write(await main({ baseUrl, credentials, region: "", edge: "", poll: { interval: 1 } }));
`;
  mkdirSync(join(project, "src", name), { recursive: true });
  writeFileSync(join(project, "src", name, "app.ts"), app);
  writeFileSync(join(project, `${name}.js`), start);
  await inProject(process.execPath, "node_modules/typescript/bin/tsc");
  return inProject(process.execPath, `${name}.js`);
}

function inProject(command: string, ...args: readonly string[]): Promise<string> {
  return output(command, args, project);
}
