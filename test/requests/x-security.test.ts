import { describe, expect, onTestFinished, test } from "vitest";
import { to } from "../runtime/support/options.js";
import { serve, type Received } from "../runtime/support/server.js";
import { Compiler, expectText, testEach } from "../support/compiler.js";
import { Loaded } from "../support/load.js";
import { leaksOf } from "../support/secrets.js";

// What the extension `x-security` of steps and workflows puts into requests.

const compiler = new Compiler({
  ignoring: ["literal-secret", "unused-input", "input-required", "unqualified-operation"],
});

const answer = (properties: string): string =>
  `{ "200": { description: ok, content: { application/json: { schema: { type: object, properties: { ${properties} } } } } } }`;

const openapi = `
paths:
  /login: { post: { operationId: login, responses: ${answer("token: { type: string }, id: { type: integer }")} } }
  /me: { get: { operationId: me, security: [{ bearer: [] }], responses: ${answer("id: { type: string }")} } }
  /both: { get: { operationId: both, security: [{ key: [], bearer: [] }], responses: ${answer("id: { type: string }")} } }
components:
  securitySchemes:
    bearer: { type: http, scheme: bearer }
    basic: { type: http, scheme: basic }
    key: { type: apiKey, in: header, name: X-Key, description: The key. }
    inQuery: { type: apiKey, in: query, name: key }
    inCookie: { type: apiKey, in: cookie, name: sid }
    machine: { type: oauth2, flows: { clientCredentials: { tokenUrl: https://b.example.com/token, scopes: {} } } }
    oidc: { type: openIdConnect, openIdConnectUrl: https://a.example.com/.well-known/openid-configuration }
    mutual: { type: mutualTLS }
`;

interface Row {
  readonly name: string;
  /** That of the second step, and of the workflow. */
  readonly own?: string;
  readonly shared?: string;
  readonly parameters?: string;
  readonly operation?: string;
  readonly want: string;
}

type Given = Omit<Row, "name" | "want">;

function arazzo({ own, shared, parameters = "[]", operation = "me" }: Given): string {
  const security = (text: string | undefined): string => (text === undefined ? "" : `, x-security: ${text}`);
  return `
workflows:
- { workflowId: test${security(shared)}
  , inputs: { type: object, properties: { secret: { type: string }, user: { type: string } } }
  , steps:
    [ { stepId: login, operationId: login, outputs: { token: $response.body#/token, id: $response.body#/id } }
    , { stepId: me, operationId: ${operation}, parameters: ${parameters}${security(own)}, outputs: { id: $response.body#/id } } ]
  , outputs: { id: $steps.me.outputs.id } }
`;
}

const base64 = (text: string): string => Buffer.from(text).toString("base64");

function received({ url, headers }: Received): string {
  const names = ["authorization", "cookie", "x-key"].filter((name) => headers[name] !== undefined);
  return [url, ...names.map((name) => `${name}: ${String(headers[name])}`)].join(" | ");
}

const bearer = "{ scheme: { type: http, scheme: Bearer }, values: { token: $inputs.secret } }";

describe("it signs a request by", () => {
  testEach<Row>([
    {
      name: "a scheme of the document",
      own: "[{ schemeName: bearer, values: { token: $inputs.secret } }]",
      want: "/me | authorization: Bearer secr:t?",
    },
    {
      name: "a token under its other name",
      own: "[{ schemeName: bearer, values: { accessToken: $inputs.secret } }]",
      want: "/me | authorization: Bearer secr:t?",
    },
    {
      name: "the token of a login step",
      own: "[{ schemeName: bearer, values: { token: $steps.login.outputs.token } }]",
      want: "/me | authorization: Bearer of-login",
    },
    {
      name: "a text with an expression in it",
      own: '[{ schemeName: bearer, values: { token: "a-{$inputs.secret}" } }]',
      want: "/me | authorization: Bearer a-secr:t?",
    },
    {
      name: "OAuth, of which the client is not sent",
      own: "[{ schemeName: machine, values: { accessToken: $inputs.secret, clientId: $steps.login.outputs.id } }]",
      want: "/me | authorization: Bearer secr:t?",
    },
    {
      name: "OpenID Connect",
      own: "[{ schemeName: oidc, values: { accessToken: $inputs.secret } }]",
      want: "/me | authorization: Bearer secr:t?",
    },
    {
      name: "a user and a password",
      own: "[{ schemeName: basic, values: { username: $inputs.user, password: $inputs.secret } }]",
      want: `/me | authorization: Basic ${base64("jöe:secr:t?")}`,
    },
    {
      name: "a number as password",
      own: "[{ schemeName: basic, values: { username: joe, password: 12345 } }]",
      want: `/me | authorization: Basic ${base64("joe:12345")}`,
    },
    {
      name: "a fixed token",
      own: "[{ schemeName: bearer, values: { token: fixed } }]",
      want: "/me | authorization: Bearer fixed",
    },
    { name: "a scheme that is written out", own: `[${bearer}]`, want: "/me | authorization: Bearer secr:t?" },
    {
      name: "a key in a header that the document does not know",
      own: "[{ scheme: { type: apiKey, in: header, name: X-KEY }, values: { apiKey: $inputs.secret } }]",
      want: "/me | authorization: Bearer of-credentials | x-key: secr:t?",
    },
    {
      name: "several at once",
      own: `[${bearer}, { schemeName: inQuery, values: { apiKey: $inputs.secret } }, { schemeName: inCookie, values: { value: $inputs.secret } }]`,
      want: "/me?key=secr%3At%3F | authorization: Bearer secr:t? | cookie: sid=secr%3At%3F",
    },
    {
      name: "the last of several for one place",
      own: `[${bearer}, { schemeName: basic, values: { username: a, password: b } }]`,
      want: `/me | authorization: Basic ${base64("a:b")}`,
    },
    {
      name: "it before a parameter",
      own: `[${bearer}]`,
      parameters: "[{ name: authorization, in: header, value: Token x }]",
      want: "/me | authorization: Bearer secr:t?",
    },
    {
      name: "it beside credentials for the other scheme",
      own: `[${bearer}]`,
      operation: "both",
      want: "/both | authorization: Bearer secr:t? | x-key: of-credentials",
    },
    {
      name: "that of the workflow, where the operation asks for it",
      shared: `[${bearer}]`,
      want: "/me | authorization: Bearer secr:t?",
    },
    {
      name: "that of the workflow by a name, with its source",
      shared: "[{ schemeName: $sourceDescriptions.api.bearer, values: { token: $inputs.secret } }]",
      want: "/me | authorization: Bearer secr:t?",
    },
    {
      name: "its own before that of the workflow",
      own: "[{ schemeName: bearer, values: { token: own } }]",
      shared: `[{ schemeName: key, values: { apiKey: of-all } }, ${bearer}]`,
      want: "/me | authorization: Bearer own | x-key: of-all",
    },
  ])(async ({ want, ...given }) => {
    const { findings, files } = await compiler.compile({ arazzo: arazzo(given), openapi });
    expect(findings.filter((finding) => finding.includes(" error "))).toEqual([]);
    const loaded = new Loaded(files);
    onTestFinished(() => loaded.remove());
    const fn = await loaded.fn("test");
    const server = await serve([{ body: { token: "of-login", id: 7 } }, { body: { id: "me" } }]);
    const credentials = { api: { bearer: "of-credentials", key: "of-credentials" } };
    expect(await fn({ secret: "secr:t?", user: "jöe" }, { ...to(server.url), credentials })).toEqual({ id: "me" });
    expect(server.requests.map(received)).toEqual(["/login", want]);
  });
});

describe("it is refused:", () => {
  testEach<Row>([
    {
      name: "a scheme that is not supported",
      own: "[{ schemeName: mutual, values: {} }]",
      want: "7:81 error unsupported-security requests cannot be signed by 'mutual' (mutualTLS)\n  | Name another scheme, or remove the entry of 'x-security' if something else signs the requests.",
    },
    {
      name: "one that is written out",
      own: "[{ scheme: { type: http, scheme: digest }, values: { username: a, password: b } }]",
      want: "7:77 error unsupported-security requests cannot be signed by the scheme of 'x-security' (http digest)\n  | Name another scheme, or remove the entry of 'x-security' if something else signs the requests.",
    },
    {
      name: "one that there is not",
      own: "[{ schemeName: baerer, values: { token: $inputs.secret } }]",
      want: "7:81 error unsupported-security the document of 'api' describes no security scheme 'baerer'\n  | Did you mean 'bearer'?",
    },
    {
      name: "a value that is missing",
      own: "[{ schemeName: basic, values: { username: $inputs.user } }]",
      want: "7:88 error unsupported-security 'x-security' has no value 'password', which its scheme takes\n  | Add it to 'values', or remove the entry and give it as 'options.credentials'.",
    },
    {
      name: "a value by a wrong name",
      own: "[{ schemeName: bearer, values: { tokne: $inputs.secret } }]",
      want: "7:89 error unsupported-security 'x-security' has no value 'token', which its scheme takes\n  | Write it in place of 'tokne'.",
    },
    {
      name: "a value that is no text",
      own: "[{ schemeName: bearer, values: { token: { a: 1 } } }]",
      want: "7:106 error invalid-document a secret is a text or a number",
    },
    {
      name: "a value that does not exist",
      own: "[{ schemeName: bearer, values: { token: $inputs.sceret } }]",
      want: "7:106 error unknown-input '$inputs.sceret': the workflow declares no input 'sceret'\n  | Did you mean 'secret'?",
    },
    {
      name: "no scheme at all",
      own: "[{ values: { token: a } }]",
      want: "7:67 error invalid-document an entry of 'x-security' needs a 'schemeName' or a 'scheme'",
    },
    {
      name: "two schemes in one",
      own: "[{ schemeName: bearer, scheme: { type: http, scheme: bearer }, values: { token: a } }]",
      want: "7:89 error invalid-document an entry of 'x-security' has one of 'schemeName' and 'scheme', not both",
    },
    {
      name: "another form",
      own: "[{ bearer: [] }]",
      want: "7:67 error invalid-document 'values' is missing\n7:69 error invalid-document 'bearer' is no field that is known here\n  | Known here: 'schemeName', 'scheme', 'values'.",
    },
  ])(async ({ want, ...given }) => {
    expectText(await compiler.told({ arazzo: arazzo(given), openapi }, () => "accepted"), want);
  });
});

/** Two APIs that describe schemes of one name, and a workflow that calls both. */
const second = openapi
  .replaceAll("operationId: me", "operationId: other")
  .replaceAll("operationId: login", "operationId: enter")
  .replaceAll("operationId: both", "operationId: two");

async function ofTwo(shared: string, own = "[]") {
  const both = `
sourceDescriptions: [{ name: api, url: ./openapi.yaml, type: openapi }, { name: shop, url: ./shop.yaml, type: openapi }]
workflows:
- { workflowId: test, inputs: { type: object, properties: { secret: { type: string } } }, x-security: ${shared}
  , steps: [{ stepId: me, operationId: $sourceDescriptions.api.me }, { stepId: other, operationId: $sourceDescriptions.shop.other, x-security: ${own} }] }
`;
  return compiler.compile({
    arazzo: both,
    openapi,
    files: {
      "shop.yaml": `openapi: 3.1.0\ninfo: { title: Shop, version: 1.0.0 }\nservers: [{ url: https://shop.example.com }]\n${second}`,
    },
  });
}

describe("where a workflow calls two APIs", () => {
  test("its secret goes to that one alone whose scheme it names", async () => {
    const { findings, files } = await ofTwo(
      "[{ schemeName: $sourceDescriptions.api.bearer, values: { token: $inputs.secret } }]",
    );
    expect(findings).toEqual([]);
    const loaded = new Loaded(files);
    onTestFinished(() => loaded.remove());
    const fn = await loaded.fn("test");
    const [api, shop] = [await serve([{ body: {} }]), await serve([{ body: {} }])];
    const options = {
      baseUrl: { "api.example.com": api.url, "shop.example.com": shop.url },
      credentials: { shop: { bearer: "of-shop" } },
    };
    await fn({ secret: "of-api" }, options);
    expect([api, shop].map(({ requests }) => requests.map(received))).toEqual([
      ["/me | authorization: Bearer of-api"],
      ["/me | authorization: Bearer of-shop"],
    ]);
  });

  testEach<{ name: string; shared: string; own?: string; want: string }>([
    {
      name: "one that names no API is refused",
      shared: "[{ schemeName: bearer, values: { token: $inputs.secret } }]",
      want: "4:118 error unsupported-security the workflow may call several APIs, and its 'x-security' does not say which one gets the secret | Write 'schemeName: $sourceDescriptions.NAME.SCHEME', or say it at each step.",
    },
    {
      name: "and so is one that is written out",
      shared: `[${bearer}]`,
      want: "4:114 error unsupported-security the workflow may call several APIs, and its 'x-security' does not say which one gets the secret | Write 'schemeName: $sourceDescriptions.NAME.SCHEME', or say it at each step.",
    },
    {
      name: "and one of a step that is of the other API",
      shared: "[]",
      own: "[{ schemeName: $sourceDescriptions.api.bearer, values: { token: $inputs.secret } }]",
      want: "5:159 error unsupported-security the security scheme is of another API than 'shop', which the step calls | Name one of 'shop'.",
    },
  ])(async ({ shared, own, want }) => {
    const { findings } = await ofTwo(shared, own);
    expectText(findings.filter((finding) => finding.includes(" error ")).join("\n"), want);
  });
});

test("where an API asks for no credentials anywhere, those of a workflow are for all its steps", async () => {
  const open = openapi.replace(/security: .*?\]\}?, (?=responses)/g, "");
  const { files } = await compiler.compile({ arazzo: arazzo({ shared: `[${bearer}]` }), openapi: open });
  const loaded = new Loaded(files);
  onTestFinished(() => loaded.remove());
  const fn = await loaded.fn("test");
  const server = await serve([{ body: { token: "of-login", id: 7 } }, { body: { id: "me" } }]);
  await fn({ secret: "a-secret" }, to(server.url));
  expect(server.requests.map(received)).toEqual(
    ["/login", "/me"].map((url) => `${url} | authorization: Bearer a-secret`),
  );
});

test("a secret that stands in the document is warned of, once for the workflow or at its step; a user is none", async () => {
  const own = "[{ schemeName: basic, values: { username: joe, password: 12345 } }]";
  const shared =
    "[{ schemeName: key, values: { apiKey: k } }, { schemeName: bearer, values: { token: $inputs.user } }]";
  const { findings } = await compiler.compile({ arazzo: arazzo({ own, shared, operation: "both" }), openapi });
  const hint = "Take it from an input, or leave it to 'options.credentials'.";
  expect(findings.filter((finding) => finding.includes("literal-secret"))).toEqual([
    `3:17 warning literal-secret 'apiKey' of 'x-security' is a secret in plain text | ${hint}`,
    `7:17 warning literal-secret 'password' of 'x-security' is a secret in plain text | ${hint}`,
  ]);
});

test("a secret that is missing, or that no header can hold, is an error before the first request", async () => {
  const { files } = await compiler.compile({ arazzo: arazzo({ own: `[${bearer}]` }), openapi });
  const loaded = new Loaded(files);
  onTestFinished(() => loaded.remove());
  const fn = await loaded.fn("test");
  const server = await serve([{ body: {} }]);
  for (const secret of [undefined, "in two\nlines"]) {
    const error: unknown = await fn({ secret }, to(server.url)).catch((thrown: unknown) => thrown);
    expect(error).toMatchObject({ code: "invalid-input", message: expect.stringContaining("input secret") });
    expect(leaksOf(["in two\nlines"], error)).toEqual([]);
  }
  expect(server.requests).toEqual([]);
});

compiler.testTypes();
