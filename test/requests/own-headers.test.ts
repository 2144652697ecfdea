import { describe, expect, onTestFinished, test } from "vitest";
import { inProcess, type Answer, type Checkpoint, type Runner } from "../../templates/runtime/index.js";
import { to } from "../runtime/support/options.js";
import { serve, type Received, type Reply } from "../runtime/support/server.js";
import { Compiler, expectText, testEach } from "../support/compiler.js";
import { Loaded } from "../support/load.js";
import { leaksOf } from "../support/secrets.js";

const compiler = new Compiler({ ignoring: ["input-required"] });

const token = "t0k3n.of-the/login+step==";

const openapi = `
security: [{ bearer: [] }, {}]
components:
  securitySchemes:
    bearer: { type: http, scheme: bearer }
    key: { type: apiKey, in: header, name: X-API-Key, description: The key of a shop. }
    query: { type: apiKey, in: query, name: api_key }
    session: { type: apiKey, in: cookie, name: session }
paths:
  /login:
    post:
      operationId: login
      security: []
      responses:
        "200": { description: In., content: { application/json: { schema: { type: object, required: [token], properties: { token: { type: string } } } } } }
  /me:
    get:
      operationId: me
      parameters:
      - { name: Accept, in: header, schema: { type: string } }
      - { name: X-Page, in: header, schema: { type: integer } }
      - { name: lang, in: cookie, schema: { type: string } }
      responses:
        "200": { description: Me., content: { application/json: { schema: { type: object, properties: { id: { type: string }, echo: { type: string } } } } } }
`;

interface Row {
  readonly name: string;
  /** What the second step gives as parameters, in YAML, and the workflow to all of its steps. */
  readonly parameters: string;
  readonly shared?: string;
  readonly input?: Readonly<Record<string, unknown>>;
  readonly want: string;
}

/** A login, and a step that gives what it got. */
function arazzo({ parameters, shared = "[]" }: Pick<Row, "parameters" | "shared">): string {
  return `
workflows:
- workflowId: test
  inputs: { type: object, properties: { key: { type: string } } }
  parameters: ${shared}
  steps:
  - { stepId: login, operationId: login, outputs: { token: $response.body#/token } }
  - { stepId: me, operationId: me, parameters: ${parameters}, outputs: { id: $response.body#/id } }
  outputs: { id: $steps.me.outputs.id }
`;
}

const seen = ["authorization", "cookie", "accept", "x-api-key", "x-page", "x-other"];

function received({ method, url, headers }: Received): string {
  const shown = seen.filter((name) => headers[name] !== undefined && headers[name] !== "application/json, */*;q=0.1");
  return [`${method} ${url}`, ...shown.map((name) => `${name}: ${String(headers[name])}`)].join(" | ");
}

async function load(given: Pick<Row, "parameters" | "shared">, assume = false) {
  const { files, findings } = await compiler.compile({ arazzo: arazzo(given), openapi, assume });
  const heard = findings.filter((finding) => !/ (input-required|literal-secret|unused-input) /.test(finding));
  if (files.size === 0) return { heard, fn: undefined };
  const loaded = new Loaded(files);
  onTestFinished(() => loaded.remove());
  return { heard, fn: await loaded.fn("test") };
}

const replies: readonly Reply[] = [{ body: { token } }, { body: { id: "me" } }];

describe("a step gives its request", () => {
  testEach<Row>([
    {
      name: "the token of a login step, in place of the credentials",
      parameters: '[{ name: Authorization, in: header, value: "Bearer {$steps.login.outputs.token}" }]',
      want: `
        POST /login
        GET /me | authorization: Bearer ${token}
      `,
    },
    {
      name: "no credentials where an input that it takes them from is not given: then those of the client go",
      parameters: "[{ name: authorization, in: header, value: $inputs.key }]",
      want: `
        POST /login
        GET /me
      `,
    },
    {
      name: "credentials of the whole workflow, only where the operation asks for some",
      parameters: "[]",
      shared: "[{ name: Authorization, in: header, value: Token abc }]",
      want: `
        POST /login
        GET /me | authorization: Token abc
      `,
    },
    {
      name: "a cookie, beside those that are parameters",
      parameters: '[{ name: Cookie, in: header, value: "a=b" }, { name: lang, in: cookie, value: de }]',
      want: `
        POST /login
        GET /me | cookie: a=b; lang=de
      `,
    },
    {
      name: "an API key that the document has as a security scheme, in a header",
      parameters: "[{ name: x-api-key, in: header, value: $inputs.key }, { name: X-Page, in: header, value: 2 }]",
      input: { key: "the-key-of-the-shop" },
      want: `
        POST /login
        GET /me | x-api-key: the-key-of-the-shop | x-page: 2
      `,
    },
    {
      name: "one in the query, and one in a cookie",
      parameters:
        "[{ name: api_key, in: query, value: $inputs.key }, { name: session, in: cookie, value: $inputs.key }]",
      input: { key: "the key" },
      want: `
        POST /login
        GET /me?api_key=the%20key | cookie: session=the%20key
      `,
    },
    {
      name: "what it accepts",
      parameters: "[{ name: Accept, in: header, value: application/vnd.me+json }]",
      want: `
        POST /login
        GET /me | accept: application/vnd.me+json
      `,
    },
  ])(async ({ want, input = {}, ...given }) => {
    const { heard, fn } = await load(given);
    const server = await serve(replies);
    await fn?.(input, to(server.url));
    expectText([...heard, ...server.requests.map(received)].join("\n"), want);
  });
});

test("a header that no document knows is sent, with a warning", async () => {
  const given = { parameters: "[{ name: X-Other, in: header, value: yes }]" };
  const { heard, fn } = await load(given, true);
  const server = await serve(replies);
  await fn?.({}, to(server.url));
  expect(heard.map((finding) => finding.split(" ").slice(1, 3))).toEqual([["warning", "unknown-parameter"]]);
  expect(server.requests.map(received)[1]).toContain("x-other: yes");
});

const secrets: [name: string, parameters: string][] = [
  ["a token", '[{ name: Authorization, in: header, value: "Bearer {$steps.login.outputs.token}" }]'],
  ["a key in a header", "[{ name: X-API-Key, in: header, value: $steps.login.outputs.token }]"],
  ["a key in the query", "[{ name: api_key, in: query, value: $steps.login.outputs.token }]"],
  ["a key in a cookie", "[{ name: session, in: cookie, value: $steps.login.outputs.token }]"],
];

const echoes: [name: string, reply: (text: string) => Reply][] = [
  ["refused", (text) => ({ status: 401, body: { message: text, more: [encodeURIComponent(text)] } })],
  ["answered with a page", (text) => ({ status: 200, body: `<p>${text}</p>` })],
  ["answered", (text) => ({ status: 200, headers: { "x-seen": text }, body: { id: "me", echo: text } })],
  ["redirected to another origin", (text) => ({ status: 302, headers: { location: `http://localhost:9/?k=${text}` } })],
];

describe.each(secrets)("%s that a step gives", (_name, parameters) => {
  test.each(echoes)("is not repeated where it is %s", async (_how, reply) => {
    const { fn } = await load({ parameters });
    const server = await serve(({ url }) => (url === "/login" ? { body: { token } } : reply(token)));
    const handed: unknown[] = [];
    // A good answer is kept as it came, for later steps to work with.
    const keep = (answer: Answer | undefined): void => void (answer && answer.status > 299 && handed.push(answer));
    const onCheckpoint = ({ answers }: Checkpoint): void => keep(answers["me"]);
    const onStep = (event: unknown): void => void handed.push(event);
    const request: Runner["request"] = async (call, send) => {
      const answer = await send(call);
      if (call.stepId === "me") keep(answer);
      return answer;
    };
    const options = to(server.url, { onCheckpoint, onStep, retries: 0, runner: { ...inProcess, request } });
    const ended = await fn?.({}, options).catch((error: unknown) => error);
    const said = ended instanceof Error ? [ended.message, JSON.stringify(ended), ended.stack] : [ended];
    expect(server.requests.map(({ url }) => url.replace(/\?.*/, ""))).toEqual(["/login", "/me"]);
    expect(leaksOf([token], ...handed, ...said)).toEqual([]);
  });
});

test("a login is not repeated by a run that resumes", async () => {
  const { fn } = await load({
    parameters: '[{ name: Authorization, in: header, value: "Bearer {$steps.login.outputs.token}" }]',
  });
  const server = await serve(({ url }) => (url === "/login" ? { body: { token } } : { status: 503, body: "" }));
  const kept: Checkpoint[] = [];
  const onCheckpoint = (checkpoint: Checkpoint): void => void kept.push(checkpoint);
  await expect(fn?.({}, to(server.url, { onCheckpoint, retries: 0 }))).rejects.toMatchObject({ code: "step-failed" });
  const back = await serve([{ body: { id: "me" } }]);
  await expect(fn?.({}, to(back.url, { resume: kept.at(-1) }))).resolves.toEqual({ id: "me" });
  expect(back.requests.map(received)).toEqual([`GET /me | authorization: Bearer ${token}`]);
});

test("a token that no header can hold is not repeated either", async () => {
  const parameters = '[{ name: Authorization, in: header, value: "Bearer {$steps.login.outputs.token}" }]';
  const { fn } = await load({ parameters });
  const server = await serve([{ body: { token: `${token}\n` } }]);
  const error: unknown = await fn?.({}, to(server.url)).catch((thrown: unknown) => thrown);
  expect(error).toMatchObject({ code: "invalid-input", message: expect.stringContaining("the header Authorization") });
  expect(leaksOf([token], error instanceof Error ? [error.message, error.stack, error.cause] : error)).toEqual([]);
});

compiler.testTypes();
