import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join, resolve } from "node:path";
import { generate, writeOutput } from "../../generator/api.js";
import { yaml } from "../support/yaml.js";

/** Pages whose samples other tests compile and carry out, and these tests. */
export const carriedOut: Readonly<Record<string, string>> = {
  "docs/durable.md": "test/engines/support/page.ts",
  "docs/testing.md": "test/package/consumer.test.ts",
  "docs/tutorial.md": "test/package/tutorial.test.ts",
};

/** A block of TypeScript on a page. */
export interface Sample {
  readonly page: string;
  /** Its first line, counted from 1. */
  readonly line: number;
  readonly text: string;
  /** What the comment above it says. */
  readonly said: string;
}

/** The pages that people read, by their files. */
export function pages(): readonly string[] {
  const docs = readdirSync("docs").filter((name) => name.endsWith(".md"));
  return ["README.md", ...docs.map((name) => `docs/${name}`)];
}

export function samplesOf(page: string): readonly Sample[] {
  const text = readFileSync(page, "utf8");
  return [...text.matchAll(/(?:<!-- (.+) -->\n\n)?^```ts\n([^]*?)^```$/gm)].map((match) => {
    const [whole, said = "", code = ""] = match;
    const start = match.index + whole.lastIndexOf(code);
    return { page, line: text.slice(0, start).split("\n").length, text: code, said };
  });
}

/** Where the samples are compiled: in the repository, so that its packages are found. */
const folder = resolve("test/built/samples");

/**
 * Writes all samples as modules of a project, as the page would have it: below the imports of the samples before it,
 * beside the functions that the page generates, and with the values that an app would have.
 * @returns The folder of the project
 */
export async function writeSamples(samples: readonly Sample[]): Promise<string> {
  rmSync(folder, { recursive: true, force: true });
  for (const page of new Set(samples.map((one) => one.page))) {
    let imports = "";
    for (const { line, text } of samples.filter((one) => one.page === page)) {
      const own = text.match(/^import [^;]*;\n/gm)?.join("") ?? "";
      if (own !== "") imports = own;
      write(fileOf(page, line), own === "" ? continued(text, imports || libraryImports(text)) : `${text}export {};\n`);
    }
  }
  write("documents/shop.yaml", shop);
  write("documents/wait-for-order.yaml", withCallback);
  const waiting = join(folder, "documents/wait-for-order.yaml");
  await writeGenerated("docs", ["examples/your-own-api/place-order.yaml", waiting]);
  write("documents/place-order.yaml", withTwilio);
  await writeGenerated(".", [join(folder, "documents/place-order.yaml")]);
  write("values.d.ts", values);
  write("packages.d.ts", packages);
  write("package.json", '{ "type": "module" }');
  const compilerOptions = { paths: pathsOfPackage(), types: ["node"] };
  const config = { extends: "../../../tsconfig.json", compilerOptions, include: ["."], exclude: [] };
  write("tsconfig.json", JSON.stringify(config));
  return folder;
}

function fileOf(page: string, line: number): string {
  return page.replace(/\.md$/, `-${line}.ts`);
}

/** A sample without imports goes on from an earlier one, or calls functions of the library. */
function continued(text: string, imports: string): string {
  return `${imports}export async function sample() {\n${text}}\n`;
}

const libraryNames: ReadonlySet<string> = new Set(readFileSync("generated/index.ts", "utf8").match(/\w+/g));

function libraryImports(text: string): string {
  const called = [...text.matchAll(/\bawait (\w+)\(/g)].map(([, name = ""]) => name);
  const names = new Set(called.filter((name) => libraryNames.has(name)));
  return `import { ${[...names].join(", ")} } from "twilio-workflows";\n`;
}

async function writeGenerated(below: string, documents: readonly string[]): Promise<void> {
  const { files, formatted } = await generate({ documents, roots: ["."], runtime: "package" });
  if (files === undefined) throw new Error(formatted("pretty"));
  writeOutput(join(folder, below, "generated"), files);
}

function write(name: string, text: string): void {
  mkdirSync(dirname(join(folder, name)), { recursive: true });
  writeFileSync(join(folder, name), text);
}

/** What the package exports, as the sources that it is built from. */
function pathsOfPackage(): Readonly<Record<string, readonly string[]>> {
  const { exports }: { exports: Record<string, { types: string } | string> } = JSON.parse(
    readFileSync("package.json", "utf8"),
  );
  const paths = Object.entries(exports).flatMap(([name, target]) => {
    if (typeof target === "string") return [];
    const source = target.types.replace("./dist/", "").replace(/\.d\.ts$/, ".ts");
    return [
      [`twilio-workflows${name.slice(1)}`, [resolve(source === "generator/index.ts" ? "generator/api.ts" : source)]],
    ];
  });
  return Object.fromEntries(paths);
}

/** What the words around samples take for given. */
const values = `
import type { SendMessageTrackStatusInput } from "twilio-workflows";

declare global {
  const accountSid: string;
  const authToken: string;
  const to: string;
  const from: string;
  const body: string;
  const bearer: string;
  const input: SendMessageTrackStatusInput & { readonly article: string };
  const vault: { read(name: string): Promise<string> };
  const askForCode: () => Promise<string>;
}
`;

/** Of packages that are not installed here, what samples use. */
const packages = `
declare module "fastify" {
  import type { IncomingMessage, ServerResponse } from "node:http";
  interface Reply { readonly raw: ServerResponse; hijack(): void }
  interface App {
    post(path: string, work: (request: { readonly raw: IncomingMessage }, reply: Reply) => unknown): void;
    register(plugin: (app: App) => Promise<void>): Promise<void>;
    removeAllContentTypeParsers(): void;
    addContentTypeParser(type: string, work: (request: unknown, body: unknown, done: (error: null) => void) => void): void;
    listen(where: { readonly port: number }): Promise<void>;
  }
  export default function Fastify(): App;
}
`;

/** An API that tells the app of orders, as docs/callbacks.md has it. */
const shop = yaml`
  openapi: 3.1.0
  info: { title: Shop, version: 1.0.0 }
  servers: [{ url: https://shop.example.com }]
  paths:
    /orders/{id}:
      get:
        operationId: getOrder
        parameters: [{ name: id, in: path, required: true, schema: { type: string } }]
        responses: { "200": { $ref: "#/components/responses/Order" } }
    /orders:
      post:
        operationId: createOrder
        responses: { "201": { $ref: "#/components/responses/Order" } }
  ${/^webhooks:[^]*?(?=^```)/m.exec(readFileSync("docs/callbacks.md", "utf8"))?.[0].trimEnd().replaceAll("\n", "\n  ") ?? ""}
  components:
    responses:
      Order:
        description: The order.
        content:
          application/json:
            schema:
              type: object
              required: [id]
              properties: { id: { type: string }, state: { type: string } }
`;

const withCallback = yaml`
  arazzo: 1.0.1
  info: { title: Wait for an order, version: 1.0.0 }
  sourceDescriptions: [{ name: shop, url: shop.yaml, type: openapi }]
  workflows:
  - workflowId: wait-for-order
    steps:
    - stepId: make
      operationId: createOrder
      outputs: { id: $response.body#/id }
    - stepId: wait
      operationId: getOrder
      parameters: [{ name: id, in: path, value: $steps.make.outputs.id }]
      x-poll: { interval: 2000 }
      x-callback: { event: order-paid, match: $steps.make.outputs.id }
      onSuccess: [{ name: paid, type: end, criteria: [{ condition: $response.body#/state == 'paid' }] }]
`;

/** The workflow of the README, which calls an API of one's own and Twilio. */
const withTwilio = yaml`
  arazzo: 1.0.1
  info: { title: Place an order, version: 1.0.0 }
  sourceDescriptions:
  - { name: orders, url: ${resolve("examples/your-own-api/orders.yaml")}, type: openapi }
  - { name: twilio, url: ${resolve("specs/openapi/twilio-messaging-openapi.yml")}, type: openapi }
  workflows:
  - workflowId: place-order
    inputs:
      type: object
      required: [article, to, from]
      properties: { article: { type: string }, to: { type: string }, from: { type: string } }
    steps:
    - stepId: createOrder
      operationId: $sourceDescriptions.orders.createOrder
      requestBody: { contentType: application/json, payload: { article: $inputs.article } }
      outputs: { id: $response.body#/id }
    - stepId: tell
      operationId: $sourceDescriptions.twilio.createMessage
      parameters: [{ name: AccountSid, in: path, value: AC0123456789abcdef0123456789abcdef }]
      requestBody:
        contentType: application/x-www-form-urlencoded
        payload: { To: $inputs.to, From: $inputs.from, Body: $steps.createOrder.outputs.id }
`;
