import { symlinkSync } from "node:fs";
import { join, resolve } from "node:path";
import { pathToFileURL } from "node:url";
import { afterEach, beforeEach, expect, onTestFinished, test, vi } from "vitest";
import { type Received, type Reply, serve } from "../runtime/support/server.js";
import { Compiler } from "../support/compiler.js";
import { makeFolder, removeFolder } from "../support/folder.js";

// What is generated for APIs that are not Twilio's has nothing of Twilio, and what is generated for both has one client.

const compiler = new Compiler({ ignoring: ["literal-secret"] });

const secret = "auth-token-of-twilio";

beforeEach(() => {
  vi.stubEnv("TWILIO_ACCOUNT_SID", "AC1");
  vi.stubEnv("TWILIO_AUTH_TOKEN", secret);
  vi.stubEnv("TWILIO_REGION", "no region");
});

afterEach(() => {
  vi.unstubAllEnvs();
});

/** An operation for each security scheme, and a job that takes its time. */
const shop = (tokens: string): string => `
openapi: 3.1.0
info: { title: Shop, version: 1.0.0 }
servers: [{ url: https://shop.example.com/v1 }]
paths:
  /basic: { get: { operationId: basic, security: [{ basic: [] }], responses: { "204": { description: Done. } } } }
  /bearer: { get: { operationId: bearer, security: [{ bearer: [] }], responses: { "204": { description: Done. } } } }
  /header: { get: { operationId: header, security: [{ header: [] }], responses: { "204": { description: Done. } } } }
  /query: { get: { operationId: query, security: [{ query: [] }], responses: { "204": { description: Done. } } } }
  /cookie: { get: { operationId: cookie, security: [{ cookie: [] }], responses: { "204": { description: Done. } } } }
  /oauth: { get: { operationId: oauth, security: [{ oauth: [] }], responses: { "204": { description: Done. } } } }
  /oidc: { get: { operationId: oidc, security: [{ oidc: [] }], responses: { "204": { description: Done. } } } }
  /jobs:
    post:
      operationId: startJob
      responses:
        "201":
          description: The job.
          content: { application/json: { schema: { type: object, properties: { id: { type: string } } } } }
  /jobs/{id}:
    get:
      operationId: readJob
      parameters: [{ name: id, in: path, required: true, schema: { type: string } }]
      responses:
        "200":
          description: The job.
          content: { application/json: { schema: { type: object, properties: { state: { type: string } } } } }
components:
  securitySchemes:
    basic: { type: http, scheme: basic }
    bearer: { type: http, scheme: bearer }
    header: { type: apiKey, in: header, name: X-Key }
    query: { type: apiKey, in: query, name: key }
    cookie: { type: apiKey, in: cookie, name: sid }
    oauth: { type: oauth2, flows: { clientCredentials: { tokenUrl: "${tokens}/token", scopes: {} } } }
    oidc: { type: openIdConnect, openIdConnectUrl: https://id.example.com/.well-known/openid-configuration }
`;

const schemes = ["basic", "bearer", "header", "query", "cookie", "oauth", "oidc"];

const shopping = `
sourceDescriptions: [{ name: shop, url: ./shop.yaml, type: openapi }]
workflows:
- workflowId: test
  steps:
${schemes.map((name) => `  - { stepId: ${name}, operationId: ${name} }`).join("\n")}
  - stepId: start
    operationId: startJob
    successCriteria: [{ condition: $statusCode == 201 }]
    outputs: { id: $response.body#/id }
  - stepId: watch
    operationId: readJob
    parameters: [{ name: id, in: path, value: $steps.start.outputs.id }]
    successCriteria: [{ condition: $statusCode == 200 }]
    onSuccess:
    - { name: done, type: end, criteria: [{ condition: $response.body#/state == 'done' }] }
    outputs: { state: $response.body#/state }
  outputs: { state: $steps.watch.outputs.state }
- workflowId: outer
  steps: [{ stepId: inner, workflowId: test }]
`;

type Exports = Readonly<Record<string, unknown>>;

/** What the index of generated files exports, from a folder that holds them and nothing else. */
async function load(files: ReadonlyMap<string, string>): Promise<Exports> {
  const folder = makeFolder(Object.fromEntries(files));
  onTestFinished(() => removeFolder(folder));
  symlinkSync(resolve("node_modules"), join(folder, "node_modules"), "dir");
  return import(pathToFileURL(join(folder, "index.ts")).href);
}

async function call(exports: Exports, name: string, options: object): Promise<unknown> {
  const { [name]: fn } = exports;
  if (typeof fn !== "function") throw new TypeError(`no function ${name} is exported`);
  return fn({}, options);
}

function signs({ url, headers }: Received): string {
  const of = (name: string): string => (headers[name] === undefined ? "" : ` ${name}: ${headers[name]}`);
  return `${url}${of("authorization")}${of("x-key")}${of("cookie")}`;
}

test("another API's functions have no word of Twilio, and sign, poll, fail and resume", async () => {
  const tokens = await serve([{ body: { access_token: "token-by-oauth" } }]);
  const files = { "shop.yaml": shop(tokens.url) };
  const compiled = await compiler.compile({ arazzo: shopping, openapi: "paths: {}", files });

  // The name of the package is the one exception: in the first line of a file, and where a program names who it is.
  const lines = [...compiled.files].flatMap(([path, text]) => [path, ...text.split("\n").slice(1)]);
  const banners = [...compiled.files.values()].map(
    (text) => text.split("\n")[0]?.replace("twilio-workflows", "") ?? "",
  );
  expect([...lines, ...banners].filter((line) => /twilio/i.test(line)).map((line) => line.trim())).toEqual([
    'return isServer ? { "user-agent": `twilio-workflows/${VERSION}` } : {};',
    'const BRAND: symbol = Symbol.for("twilio-workflows.WorkflowError");',
    "* Tells a listener of an event, and the channel `twilio-workflows:step` of `node:diagnostics_channel`, where there is such",
    'return host.process?.getBuiltinModule?.("node:diagnostics_channel")?.channel("twilio-workflows:step");',
  ]);
  expect([...lines].filter((line) => /account.?sid|\bregion\b|\bedge\b|more_info/i.test(line))).toEqual([]);

  const exports = await load(compiled.files);
  expect(Object.keys(exports)).toEqual(expect.arrayContaining(["createClient", "isWorkflowError", "test"]));
  const replies: Reply[] = [
    ...schemes.map(() => ({ status: 204 })),
    { status: 409, headers: { "x-request-id": "R1" }, body: { code: 7, message: "Busy", more_info: "https://x.test" } },
    { status: 201, body: { id: "J1" } },
    { body: { state: "new" } },
    { body: { state: "done" } },
  ];
  const { url, requests } = await serve(() => replies.shift() ?? { status: 500 });
  const login = { username: "me", password: "a-password" };
  const client = { clientId: "me", clientSecret: "a-client-secret" };
  const credentials = {
    shop: { basic: login, bearer: "a-token", header: "k-1", query: "k-2", cookie: "k-3", oauth: client, oidc: "an-id" },
  };
  const options = { baseUrl: url, poll: { interval: 0 }, retries: 0 };
  const failed = call(exports, "test", { ...options, credentials });
  await expect(failed).rejects.toThrow(
    `workflow test, step start: POST ${url}/v1/jobs answered 409: Busy (code 7); request R1`,
  );
  const error: unknown = await failed.catch((reason: unknown) => reason);
  expect(error).toMatchObject({ status: 409, requestId: "R1", body: { code: 7 } });
  expect(error).not.toHaveProperty("moreInfo");
  expect(requests.map(signs)).toEqual([
    `/v1/basic authorization: Basic ${btoa("me:a-password")}`,
    "/v1/bearer authorization: Bearer a-token",
    "/v1/header x-key: k-1",
    "/v1/query?key=k-2",
    "/v1/cookie cookie: sid=k-3",
    "/v1/oauth authorization: Bearer token-by-oauth",
    "/v1/oidc authorization: Bearer an-id",
    "/v1/jobs",
  ]);

  const { createClient } = exports;
  if (typeof createClient !== "function") throw new TypeError("no client");
  const shared: unknown = createClient({ credentials, baseUrl: url });
  const resume: unknown = error instanceof Object && "checkpoint" in error ? error.checkpoint : undefined;
  expect(await call(exports, "test", { client: shared, poll: { interval: 0 }, resume })).toEqual({ state: "done" });
  expect(requests.slice(8).map(signs)).toEqual(["/v1/jobs", "/v1/jobs/J1", "/v1/jobs/J1"]);
  const sent = JSON.stringify([...requests, ...tokens.requests].map(({ headers, body }) => [headers, body]));
  expect(sent).not.toContain(secret);
  expect(sent).not.toContain(btoa(`AC1:${secret}`));
  await expect(call(exports, "outer", { ...options, credentials, region: "au1" })).rejects.toThrow(
    "option region is none",
  );
});

/** One that only goes by the name, and Twilio's. */
const both = `
sourceDescriptions:
- { name: twilio, url: ./twin.yaml, type: openapi }
- { name: messaging, url: ./messaging.yaml, type: openapi }
workflows:
- workflowId: test
  steps:
  - { stepId: twin, operationId: $sourceDescriptions.twilio.twin }
  - { stepId: message, operationId: $sourceDescriptions.messaging.message }
- workflowId: alone
  steps: [{ stepId: twin, operationId: $sourceDescriptions.twilio.twin }]
- workflowId: outer
  steps: [{ stepId: inner, workflowId: test }, { stepId: last, workflowId: alone }]
`;

const one = (path: string, server: string, security: string): string => `
openapi: 3.1.0
info: { title: ${path}, version: 1.0.0 }
servers: [{ url: ${server} }]
security: ${security}
paths: { /${path}: { get: { operationId: ${path}, responses: { "204": { description: Done. } } } } }
components: { securitySchemes: { key: { type: http, scheme: bearer } } }
`;

test("a run over Twilio and another API, of that name too, has one client that knows which is which", async () => {
  vi.unstubAllEnvs();
  const files = {
    "twin.yaml": one("twin", "https://twin.example.com", "[{ key: [] }]"),
    "messaging.yaml": one("message", "https://messaging.twilio.com", "[]"),
  };
  const compiled = await compiler.compile({ arazzo: both, openapi: "paths: {}", files });
  expect(compiled.findings).toEqual([]);
  expect(compiled.files.get("workflows/alone.ts")).toContain('from "../runtime/index.js"');
  expect(compiled.files.get("workflows/outer.ts")).toContain('from "../runtime/twilio/index.js"');
  const exports = await load(compiled.files);

  const replies: Reply[] = [];
  const body = { code: 20404, message: "No such thing", more_info: "https://x.test/20404" };
  const headers = { "twilio-request-id": "RQ1" };
  const { url, requests } = await serve(() => replies.shift() ?? { status: 204 });
  const { createTwilio } = exports;
  if (typeof createTwilio !== "function") throw new TypeError("no client");
  const baseUrl = { twilio: url, "messaging.twilio.com": url };
  const shared: unknown = createTwilio({ credentials: { accountSid: "AC1", authToken: secret }, baseUrl });
  const options = { client: shared, credentials: { twilio: { key: "key-of-the-twin" } } };

  await call(exports, "outer", options);
  const twilios = `/message authorization: Basic ${btoa(`AC1:${secret}`)}`;
  const twins = "/twin authorization: Bearer key-of-the-twin";
  expect(requests.splice(0).map(signs)).toEqual([twins, twilios, twins]);

  replies.push({ status: 404, body, headers });
  const ofTwin: unknown = await call(exports, "test", options).catch((reason: unknown) => reason);
  expect(ofTwin).toMatchObject({ status: 404, body });
  expect(ofTwin).not.toHaveProperty("twilioCode");
  replies.push({ status: 204 }, { status: 404, body, headers });
  await expect(call(exports, "test", options)).rejects.toMatchObject({
    status: 404,
    twilioCode: 20404,
    twilioMessage: "No such thing",
    moreInfo: "https://x.test/20404",
    requestId: "RQ1",
    message: expect.stringContaining("No such thing (code 20404); see https://x.test/20404; request RQ1"),
  });
});

compiler.testTypes();
