import { expect, onTestFinished, test } from "vitest";
import { isWorkflowError } from "../../templates/runtime/index.js";
import { credentials, quick } from "../runtime/support/options.js";
import { type Server, serve } from "../runtime/support/server.js";
import { Compiler } from "../support/compiler.js";
import { Loaded } from "../support/load.js";

const { runner } = quick();
const secret = { credentials: { api: { bearer: "the-token" } }, runner };
const compiler = new Compiler({ ignoring: ["literal-secret"] });

/** What the first step is told, where the second goes with it, and what comes there. */
interface Case {
  readonly name: string;
  /** The `url` in the answer to the first step, by the API's server and another one. */
  readonly url: (api: string, other: string) => string;
  /** @default https://api.example.com */
  readonly server?: string;
  /** What stands at the second step, in YAML. @default reads on, by `x-url` alone */
  readonly step?: (other: string) => string;
  readonly options?: (api: string, other: string) => object;
  /** What came to the API behind the first request, and to the other server; else how the run ended. */
  readonly want: { readonly api?: string; readonly other?: string; readonly error?: string };
}

const upload = (other: string, hosts = host(other)): string =>
  `operationId: put\n    x-url: $steps.one.outputs.url\n    x-hosts: ["${hosts}"]\n    requestBody: { contentType: text/plain, payload: hello }`;
const twilio = { server: "https://api.twilio.com/2010-04-01" };
const refused = (where: string): string =>
  `workflow test, step two: the URL leads to ${where}, which is no host of the API and none of \`x-hosts\``;

const cases: readonly Case[] = [
  {
    name: "the path of a page",
    url: () => "/2010-04-01/A/AC1/M.json?Page=1&T=a%20b",
    want: { api: "GET /2010-04-01/A/AC1/M.json?Page=1&T=a%20b" },
  },
  { name: "a path with braces and a fragment", url: () => "/a?b={c}#d", want: { api: "GET /a?b={c}" } },
  { name: "the documented server", url: () => "https://api.example.com/a?b", want: { api: "GET /a?b" } },
  { name: "the server that stands in for it", url: (api) => `${api}/a?b`, want: { api: "GET /a?b" } },
  {
    name: "a server with a path",
    server: "https://api.example.com/v1",
    url: () => "/v1/a?b",
    want: { api: "GET /v1/a?b" },
  },
  {
    name: "behind a base URL with a path",
    url: (api) => `${api}/proxy/a`,
    options: (api) => ({ ...secret, baseUrl: `${api}/proxy` }),
    want: { api: "GET /proxy/a" },
  },
  {
    name: "a path from the root, behind a base URL with a path",
    url: () => "/a?b",
    options: (api) => ({ ...secret, baseUrl: `${api}/proxy` }),
    want: { api: "GET /proxy/a?b" },
  },
  {
    name: "a source whose server the caller names",
    server: "/v1",
    url: () => "/v1/a",
    options: (api) => ({ ...secret, baseUrl: api }),
    want: { api: "GET /v1/a" },
  },
  { name: "nothing", url: () => "", want: { api: "GET /" } },
  { name: "another host", url: (_, other) => `${other}/a`, want: { error: "another host" } },
  { name: "another host without a scheme", url: () => "//evil.example/a", want: { error: refused("evil.example") } },
  { name: "another port", url: () => "https://api.example.com:444/a", want: { error: refused("api.example.com:444") } },
  {
    name: "a host that only begins like it",
    url: () => "https://api.example.com.evil.example/a",
    want: { error: refused("api.example.com.evil.example") },
  },
  {
    name: "a user",
    url: () => "https://api.example.com@evil.example/a",
    want: { error: "workflow test, step two: the URL has a user or a password in it" },
  },
  { name: "what is no URL", url: () => "https://a b/", want: { error: "workflow test, step two: the URL is none" } },
  { name: "a script", url: () => "data:text/plain,x", want: { error: refused("") } },
  {
    name: "a host of x-hosts, without credentials",
    url: (_, other) => `${other}/bucket/key?sig=abc`,
    step: upload,
    want: { other: "PUT /bucket/key?sig=abc\nhello" },
  },
  {
    name: "a host of x-hosts, without what the step gives to sign requests",
    url: (_, other) => `${other}/key`,
    step: (other) =>
      `${upload(other)}\n    parameters: [{ name: Authorization, in: header, value: Bearer own }, { name: Cookie, in: header, value: a=b }]`,
    want: { other: "PUT /key\nhello" },
  },
  {
    name: "a host of x-hosts, without an API key that the step gives",
    url: (_, other) => `${other}/key`,
    step: (other) => `${upload(other)}\n    parameters: [{ name: X-Own, in: header, value: the-own-key }]`,
    want: { other: "PUT /key\nhello" },
  },
  {
    name: "a host of x-hosts, without the headers of all requests",
    url: (_, other) => `${other}/key`,
    step: upload,
    options: (api) => ({ ...secret, baseUrl: api, headers: { "X-Own": "secret" } }),
    want: { other: "PUT /key\nhello" },
  },
  {
    name: "a host of x-hosts, from where a base URL leads on",
    url: () => "https://bucket.storage.example/key",
    step: () => upload("", "*.storage.example"),
    options: (api, other) => ({ ...secret, baseUrl: { "api.example.com": api, "bucket.storage.example": other } }),
    want: { other: "PUT /key\nhello" },
  },
  {
    name: "the name of x-hosts itself, where only those below it are meant",
    url: () => "https://storage.example/key",
    step: () => upload("", "*.storage.example"),
    want: { error: refused("storage.example") },
  },
  {
    name: "a host of x-hosts that takes plain text over the network",
    url: () => "http://bucket.example/key",
    step: () => upload("", "bucket.example"),
    want: {
      error: "workflow test, step two: the server must be https, or http to this machine, not http://bucket.example",
    },
  },
  {
    name: "a page of Twilio",
    ...twilio,
    url: () => "/2010-04-01/A/AC1/M.json?Page=1",
    want: { api: "GET /2010-04-01/A/AC1/M.json?Page=1" },
  },
  {
    name: "a host of x-hosts beside Twilio",
    ...twilio,
    url: (_, other) => `${other}/key`,
    step: upload,
    want: { other: "PUT /key\nhello" },
  },
];

test.each(cases)("a step goes to the URL of an answer: $name", { timeout: 60_000 }, async (given) => {
  const other = await serve([{ body: { url: "x" } }]);
  const api: Server = await serve(() => ({ body: { url: given.url(api.url, other.url) } }));
  const step = given.step?.(other.url) ?? "operationId: page\n    x-url: $steps.one.outputs.url";
  const { files, findings } = await compiler.compile({ arazzo: arazzo(step), openapi: openapi(given.server) });
  if (files.size === 0) throw new Error(findings.join("\n"));
  const loaded = new Loaded(files);
  onTestFinished(() => loaded.remove());
  const isTwilio = given.server?.includes("twilio");
  const options = given.options?.(api.url, other.url) ?? {
    ...(isTwilio ? { credentials, runner } : secret),
    baseUrl: api.url,
  };
  const fn = await loaded.fn("test");
  const error = await fn({}, { ...options, retries: 0 }).then(
    () => undefined,
    (reason: unknown) => (isWorkflowError(reason) ? reason.message : reason),
  );
  const [first, second] = api.requests;
  if (given.want.error === "another host") expect(error).toBe(refused(host(other.url)));
  else expect(error).toBe(given.want.error);
  expect(first?.headers["authorization"]).toMatch(isTwilio ? /^Basic / : /^Bearer the-token$/);
  expect({
    api: second && `${second.method} ${second.url}`,
    other: other.requests[0] && `${other.requests[0].method} ${other.requests[0].url}\n${other.requests[0].body}`,
  }).toEqual({ api: given.want.api, other: given.want.other });
  if (second) expect(second.headers["authorization"]).toBe(first?.headers["authorization"]);
  for (const { headers } of other.requests) {
    expect([headers["authorization"], headers["cookie"], headers["x-own"]]).toEqual([undefined, undefined, undefined]);
  }
});

compiler.testTypes();

function host(url: string): string {
  return url === "" ? "" : new URL(url).host;
}

function openapi(server = "https://api.example.com"): string {
  const security = server.includes("twilio") ? "" : "security: [{ bearer: [] }]";
  const answer = `responses: { "200": { description: Done., content: { application/json: { schema: { type: object, properties: { url: { type: string } } } } } } }`;
  return `
servers: [{ url: "${server}" }]
${security}
components: { securitySchemes: { bearer: { type: http, scheme: bearer }, own: { type: apiKey, in: header, name: X-Own } } }
paths:
  /first:
    get: { operationId: first, ${answer} }
  /page/{id}:
    get:
      operationId: page
      parameters:
      - { name: id, in: path, required: true, schema: { type: string } }
      - { name: size, in: query, required: true, schema: { type: integer } }
      ${answer}
  /files/{key}:
    put:
      operationId: put
      parameters: [{ name: key, in: path, required: true, schema: { type: string } }, { name: X-Own, in: header, schema: { type: string } }]
      requestBody: { content: { text/plain: { schema: { type: string } } } }
      ${answer}
`;
}

function arazzo(step: string): string {
  return `
arazzo: 1.0.1
workflows:
- workflowId: test
  steps:
  - stepId: one
    operationId: first
    outputs: { url: $response.body#/url }
  - stepId: two
    ${step}
    outputs: { next: $response.body#/url }
  outputs: { next: $steps.two.outputs.next }
`;
}
