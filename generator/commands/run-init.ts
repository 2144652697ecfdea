import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join, posix } from "node:path";
import { arazzoDocumentsBelow } from "../find-documents.js";
import { ask } from "./ask.js";
import { configNames } from "./config.js";
import type { InitCommand } from "./command.js";
import { sampleApi, sampleApiFile, sampleArazzo } from "./sample.js";
import { exit, type Session } from "./session.js";

const [configName] = configNames;
const ciFile = ".github/workflows/twilio-workflows.yml";
const scripts = { generate: "twilio-workflows generate", "generate:check": "twilio-workflows generate --check" };

/** What a project is to be like. */
interface Answers {
  readonly documents: string;
  readonly out: string;
  readonly runtime: string;
  readonly ci: string;
}

/** Sets a project up. What is there already is left as it is, but for scripts that its `package.json` lacks. */
export async function runInit(session: Session, command: InitCommand): Promise<number> {
  const { documents, out, runtime, ci } = await answersTo(session, command);
  session.hasWritten = true;
  const hasConfig = configNames.some((name) => existsSync(name));
  const hasDocuments = existsSync(documents) && arazzoDocumentsBelow(documents).length > 0;
  const files = [
    ...(hasConfig ? [] : [[configName, configText(documents, out, runtime)] as const]),
    ...(hasDocuments
      ? []
      : [
          [join(documents, "send-text.yml"), sampleArazzo] as const,
          [join(documents, sampleApiFile), sampleApi] as const,
        ]),
    ...(ci === "github" ? [[ciFile, ciText] as const] : []),
  ];
  for (const [file, text] of files) session.print(writeNew(file, text) ? `made: ${file}` : `is there already: ${file}`);
  if (hasConfig) session.print(`is there already: ${configNames.find((name) => existsSync(name))}`);
  session.print(addScripts());
  session.print(nextSteps(runtime));
  return exit.done;
}

/** What to type next, by where the runtime is: what the project needs and does not have is installed first. */
function nextSteps(runtime: string): string {
  const { dependencies = {}, devDependencies = {} } = readManifest()?.data ?? {};
  const hasToRun = (name: string): boolean => Object.hasOwn(Object(dependencies), name);
  const has = (name: string): boolean => hasToRun(name) || Object.hasOwn(Object(devDependencies), name);
  const copied = [
    ...(hasToRun("openapi-fetch") ? [] : ["npm install openapi-fetch"]),
    ...(has("twilio-workflows") ? [] : ["npm install --save-dev twilio-workflows"]),
  ];
  const installed = hasToRun("twilio-workflows") ? [] : ["npm install --save-prod twilio-workflows"];
  const steps = [...(runtime === "copy" ? copied : installed), "npm run generate"];
  return ["\nNext:", ...steps].join("\n  ");
}

async function answersTo({ terminal }: Session, { documents, out, runtime, ci, yes }: InitCommand): Promise<Answers> {
  const otherwise: Answers = { documents: "workflows", out: "src/generated", runtime: "package", ci: "github" };
  const told = { documents, out, runtime, ci };
  const questions: readonly (readonly [keyof Answers, string])[] = [
    ["documents", "Which folder holds the Arazzo documents?"],
    ["out", "Which folder is generated code written to?"],
    ["ci", "Where does CI run: github, or none?"],
  ];
  const open = questions.filter(([name]) => told[name] === undefined);
  const mayAsk = !yes && terminal.stdin?.isTTY === true;
  const asked = open.map(([name, question]) => ({ question, otherwise: otherwise[name] }));
  const answers = mayAsk ? await ask(terminal, asked) : [];
  const answered = Object.fromEntries(open.map(([name], index) => [name, answers[index] ?? otherwise[name]]));
  const given = Object.fromEntries(Object.entries(told).filter(([, value]) => value !== undefined));
  return { ...otherwise, ...answered, ...given };
}

function configText(documents: string, out: string, runtime: string): string {
  const config = {
    $schema: "./node_modules/twilio-workflows/docs/config.schema.json",
    documents: [posix.normalize(documents)],
    out: posix.normalize(out),
    runtime,
  };
  return `${JSON.stringify(config, undefined, 2)}\n`;
}

/** Checks that what is committed is what the documents say. */
const ciText = `name: twilio-workflows
on: [push, pull_request]
permissions:
  contents: read
jobs:
  check:
    runs-on: ubuntu-latest
    steps:
      - uses: actions/checkout@v4
      - uses: actions/setup-node@v4
        with:
          node-version: 22
      - run: npm ci
      - run: npx twilio-workflows lint --format github
      - run: npx twilio-workflows generate --check
`;

/** Writes a file that is not there yet. @returns whether it was not */
function writeNew(file: string, text: string): boolean {
  if (existsSync(file)) return false;
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, text, { flag: "wx" });
  return true;
}

/** Adds the scripts that `package.json` lacks; the rest of it is left as it is written. @returns what was done */
function addScripts(): string {
  const manifest = readManifest();
  if (manifest === undefined) return `no ${manifestFile} here: run \`npm init\`, and then this again for its scripts`;
  const { text, data } = manifest;
  const present = data?.scripts ?? {};
  if (data === undefined || typeof present !== "object") return `left as it is: ${manifestFile}, which cannot be read`;
  const missing = Object.entries(scripts).filter(([name]) => !Object.hasOwn(present, name));
  if (missing.length === 0) return `is there already: the scripts in ${manifestFile}`;
  const indent = /^\s*\{\r?\n([ \t]+)/.exec(text)?.[1] ?? "  ";
  const added = { ...data, scripts: { ...present, ...Object.fromEntries(missing) } };
  writeFileSync(manifestFile, `${JSON.stringify(added, undefined, indent)}\n`);
  return `added: ${missing.map(([name]) => `\`${name}\``).join(" and ")} to the scripts in ${manifestFile}`;
}

const manifestFile = "package.json";

interface Manifest {
  readonly scripts?: unknown;
  readonly dependencies?: unknown;
  readonly devDependencies?: unknown;
}

/** The project's manifest, `data` being `undefined` where it cannot be read; `undefined` where there is none. */
function readManifest(): { readonly text: string; readonly data: Manifest | undefined } | undefined {
  if (!existsSync(manifestFile)) return undefined;
  const text = readFileSync(manifestFile, "utf8");
  return { text, data: objectIn(text) };
}

function objectIn(text: string): Readonly<Record<string, unknown>> | undefined {
  try {
    const data: unknown = JSON.parse(text.replace(/^\ufeff/, ""));
    return typeof data === "object" && data !== null && !Array.isArray(data) ? { ...data } : undefined;
  } catch {
    return undefined;
  }
}
