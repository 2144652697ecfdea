import { afterEach, describe, expect, onTestFinished, test, vi } from "vitest";
import { type Received, type Server, serve } from "../runtime/support/server.js";
import { Compiler, expectText, testEach } from "../support/compiler.js";
import { Loaded } from "../support/load.js";
import { showing } from "../support/generated-workflow.js";

// What documents say of how requests are signed, up to what arrives at the servers.

const compiler = new Compiler({ ignoring: ["literal-secret", "unused-input"] });

afterEach(() => {
  vi.unstubAllEnvs();
});

/** An API with one operation, in a file of its own. */
function api(name: string, server: string, scheme: string): string {
  return `
openapi: 3.1.0
info: { title: ${name}, version: 1.0.0 }
servers: [{ url: ${server} }]
security: [{ ${name}Sign: [read] }]
paths:
  /${name}: { get: { operationId: ${name}, responses: { "204": { description: Done. } } } }
components: { securitySchemes: { ${name}Sign: ${scheme} } }
`;
}

const several = `
sourceDescriptions:
- { name: orders, url: ./orders.yaml, type: openapi }
- { name: stock, url: ./stock.yaml, type: openapi }
- { name: crm, url: ./crm.yaml, type: openapi }
- { name: messaging, url: ./messaging.yaml, type: openapi }
workflows:
- workflowId: test
  steps:
  - { stepId: orders, operationId: $sourceDescriptions.orders.orders }
  - { stepId: stock, operationId: $sourceDescriptions.stock.stock }
  - { stepId: crm, operationId: $sourceDescriptions.crm.crm }
  - { stepId: messaging, operationId: $sourceDescriptions.messaging.Accounts }
- workflowId: outer
  steps: [{ stepId: inner, workflowId: test }]
`;

function seen({ url, headers }: Received): string {
  return `${url} ${headers["authorization"] ?? "unsigned"}`;
}

test("four APIs are called in one workflow, and each server sees its own credentials only", async () => {
  const servers = new Map<string, Server>();
  for (const name of ["orders", "stock", "crm", "messaging"]) servers.set(name, await serve([{ status: 204 }]));
  const tokens = await serve([{ body: { access_token: "token-for-the-crm" } }]);
  const urlOf = (name: string): string => servers.get(name)?.url ?? "";
  const oauth = `{ type: oauth2, flows: { clientCredentials: { tokenUrl: "${tokens.url}/token", scopes: { read: Reads. } } } }`;
  const files = {
    "orders.yaml": api("orders", "https://orders.example.com", "{ type: http, scheme: bearer }"),
    "stock.yaml": api("stock", "https://stock.example.com", "{ type: apiKey, in: query, name: key }"),
    "crm.yaml": api("crm", "https://crm.example.com", oauth),
    "messaging.yaml": api("Accounts", "https://api.twilio.com/2010-04-01", "{ type: http, scheme: basic }"),
  };
  const compiled = await compiler.compile({ arazzo: several, openapi: "paths: {}", files });
  expect(compiled.findings).toEqual([]);
  const loaded = new Loaded(compiled.files);
  onTestFinished(() => loaded.remove());
  const twilio = { accountSid: "AC1", authToken: "token-of-twilio" };
  const given = {
    orders: { ordersSign: async () => "token-for-orders" },
    stock: { stockSign: "key-for-stock" },
    crm: { crmSign: { clientId: "client", clientSecret: "secret-for-the-crm" } },
    twilio,
  };
  const baseUrl = {
    orders: urlOf("orders"),
    stock: urlOf("stock"),
    crm: urlOf("crm"),
    "api.twilio.com": urlOf("messaging"),
  };
  const want = {
    orders: ["/orders Bearer token-for-orders"],
    stock: ["/stock?key=key-for-stock unsigned"],
    crm: ["/crm Bearer token-for-the-crm"],
    messaging: [`/2010-04-01/Accounts Basic ${Buffer.from("AC1:token-of-twilio").toString("base64")}`],
  };
  for (const name of ["test", "outer"]) {
    const fn = await loaded.fn(name);
    await fn({}, { baseUrl, credentials: given });
    const arrived = [...servers].map(([source, { requests }]) => [source, requests.splice(0).map(seen)]);
    expect(Object.fromEntries(arrived)).toEqual(want);
    expect(tokens.requests.splice(0).map(({ url, body, headers }) => [url, body, headers["authorization"]])).toEqual([
      [
        "/token",
        "grant_type=client_credentials&client_id=client&client_secret=secret-for-the-crm&scope=read",
        undefined,
      ],
    ]);
    const { crm: _, ...others } = given;
    await expect(fn({}, { baseUrl, credentials: others })).rejects.toMatchObject({
      name: "InvalidInputError",
      message: expect.stringContaining("CRM_CRM_SIGN_CLIENT_ID and CRM_CRM_SIGN_CLIENT_SECRET"),
    });
    expect([...servers.values(), tokens].flatMap(({ requests }) => requests)).toEqual([]);
  }
});

describe("two documents that call one another", () => {
  const outer = `
sourceDescriptions:
- { name: orders, url: ./orders.yaml, type: openapi }
- { name: other, url: ./other.arazzo.yaml, type: arazzo }
workflows:
- workflowId: test
  steps:
  - { stepId: orders, operationId: $sourceDescriptions.orders.orders }
  - { stepId: inner, workflowId: $sourceDescriptions.other.inner }
`;
  const other = (source: string): string => `
arazzo: 1.0.1
info: { title: Other, version: 1.0.0 }
sourceDescriptions: [{ name: ${source}, url: ./stock.yaml, type: openapi }]
workflows:
- { workflowId: inner, steps: [{ stepId: stock, operationId: stock }] }
`;
  const bearer = "{ type: http, scheme: bearer }";
  testEach<{ name: string; source: string; server: string; want: string[] }>([
    { name: "have a name for each API", source: "stock", server: "https://stock.example.com", want: [] },
    { name: "may call one server by one name", source: "orders", server: "https://orders.example.com", want: [] },
    {
      name: "are refused where one name stands for two APIs, which would share secrets",
      source: "orders",
      server: "https://stock.example.com",
      want: [
        "6:15 error unsupported-security a run signs for two APIs that are both called 'orders', in documents that call one another: each would get the credentials of the other | Give one of the source descriptions another name, in an overlay if the document is not yours.",
      ],
    },
  ])(async ({ source, server, want }) => {
    const files = {
      "orders.yaml": api("orders", "https://orders.example.com", bearer),
      "stock.yaml": api("stock", server, bearer),
      "other.arazzo.yaml": other(source),
    };
    const { findings } = await compiler.compile({ arazzo: outer, openapi: "paths: {}", files });
    expect(findings).toEqual(want);
  });
});

const inputs =
  "inputs: { type: object, required: [must], properties: { token: { type: string }, must: { type: string } } }";

const arazzo = (parameters = "[]"): string => `
workflows:
- workflowId: test
  ${parameters.includes("$inputs") ? inputs : ""}
  steps: [{ stepId: list, operationId: list, parameters: ${parameters} }]
`;

const openapi = (security: string, own = ""): string => `
security: ${security}
paths:
  /orders: { get: { operationId: list${own}, responses: { "204": { description: Done. } } } }
components:
  securitySchemes:
    basic: { type: http, scheme: Basic }
    token: { $ref: "#/components/securitySchemes/bearer" }
    bearer: { type: http, scheme: bearer, bearerFormat: JWT }
    apiKey: { type: apiKey, in: header, name: X-Key }
    session: { type: apiKey, in: cookie, name: sid }
    code: { type: oauth2, flows: { authorizationCode: { authorizationUrl: https://a.example.com, tokenUrl: https://b.example.com, scopes: {} } } }
    machine: { type: oauth2, flows: { clientCredentials: { tokenUrl: https://b.example.com/token, scopes: {} } } }
    relative: { type: oauth2, flows: { clientCredentials: { tokenUrl: /token, scopes: {} } } }
    oidc: { type: openIdConnect, openIdConnectUrl: https://a.example.com/.well-known/openid-configuration }
    guarded: { type: oauth2, flows: { clientCredentials: { tokenUrl: "https://:word@b.example.com/token", scopes: {} } } }
    lines: { type: apiKey, in: header, name: "X-Key\\r\\nX-Other: 1" }
    blank: { type: apiKey, in: header, name: "X Key" }
    nameless: { type: apiKey, in: query, name: "" }
    mutual: { type: mutualTLS }
    digest: { type: http, scheme: digest }
`;

describe("what is written of", () => {
  /** However the lines are broken. */
  const flat = (text: string): string => text.replace(/\s+/g, "").replace(/,(?=[\]})])/g, "");
  const client = (text: string): string => flat(/run\.api<Api>\([^;]*\)/s.exec(text)?.[0] ?? "");
  const api = `run.api<Api>("https://api.example.com", { source: "api" })`;
  const signed = (security: string): string => api.replace("}", `, security: [${security}] }`);
  testEach<{ name: string; security: string; own?: string; parameters?: string; assume?: boolean; want: string }>([
    { name: "HTTP basic", security: "[{ basic: [] }]", want: signed(`{ basic: { type: "basic" } }`) },
    { name: "a scheme behind a reference", security: "[{ token: [] }]", want: signed(`{ token: { type: "bearer" } }`) },
    {
      name: "an API key",
      security: "[{ apiKey: [] }]",
      want: signed(`{ apiKey: { type: "apiKey", in: "header", name: "X-Key" } }`),
    },
    {
      name: "alternatives",
      security: "[{ bearer: [] }, { session: [], basic: [] }]",
      want: signed(
        `{ bearer: { type: "bearer" } }, { session: { type: "apiKey", in: "cookie", name: "sid" }, basic: { type: "basic" } }`,
      ),
    },
    {
      name: "none as the first alternative",
      security: "[{}, { bearer: [] }]",
      want: signed(`{ bearer: { type: "bearer" } }, {}`),
    },
    { name: "OAuth for people", security: "[{ code: [a] }]", want: signed(`{ code: { type: "bearer" } }`) },
    {
      name: "OAuth for machines",
      security: "[{ machine: [a, b] }]",
      want: signed(`{ machine: { type: "oauth2", tokenUrl: "https://b.example.com/token", scopes: ["a", "b"] } }`),
    },
    { name: "a relative token URL", security: "[{ relative: [] }]", want: signed(`{ relative: { type: "bearer" } }`) },
    {
      name: "a token URL with a password",
      security: "[{ guarded: [] }]",
      want: signed(`{ guarded: { type: "bearer" } }`),
    },
    {
      name: "keys that no request can carry",
      security: "[{ lines: [] }, { blank: [] }, { nameless: [] }]",
      want: "openapi.yaml 2:1 error unsupported-security requests cannot be signed by 'lines' (apiKey) or 'blank' (apiKey) or 'nameless' (apiKey)\n  | Describe another scheme in an overlay of the OpenAPI document, or set 'security: []' on the operation if something else signs its requests.",
    },
    { name: "OpenID Connect", security: "[{ oidc: [] }]", want: signed(`{ oidc: { type: "bearer" } }`) },
    {
      name: "an operation of its own",
      security: "[{ basic: [] }]",
      own: ", security: [{ bearer: [] }]",
      want: signed(`{ bearer: { type: "bearer" } }`),
    },
    {
      name: "an open operation",
      security: "[{ basic: [] }]",
      own: ", security: []",
      want: api,
    },
    {
      name: "an operation of which none may be given",
      security: "[{ basic: [] }]",
      own: ", security: [{}]",
      want: api,
    },
    { name: "no security", security: "[]", want: api },
    {
      name: "what a step gives itself",
      security: "[{ bearer: [] }]",
      parameters: "[{ name: Authorization, in: header, value: Bearer x }]",
      want: api,
    },
    {
      name: "a key that a step gives itself",
      security: "[{ apiKey: [], basic: [] }]",
      parameters: "[{ name: x-key, in: header, value: k }]",
      want: signed(`{ basic: { type: "basic" } }`),
    },
    {
      name: "what a caller may leave out",
      security: "[{ bearer: [] }]",
      parameters: "[{ name: Authorization, in: header, value: $inputs.token }]",
      want: signed(`{ bearer: { type: "bearer" } }, {}`),
    },
    {
      name: "what a caller may leave out of several",
      security: "[{ apiKey: [], basic: [] }, { bearer: [] }]",
      parameters: "[{ name: X-Key, in: header, value: $inputs.token }]",
      want: signed(
        `{ apiKey: { type: "apiKey", in: "header", name: "X-Key" }, basic: { type: "basic" } }, { basic: { type: "basic" } }, { bearer: { type: "bearer" } }`,
      ),
    },
    {
      name: "what a caller has to give",
      security: "[{ bearer: [] }]",
      parameters: "[{ name: Authorization, in: header, value: $inputs.must }]",
      want: api,
    },
    {
      name: "an alternative that is not supported",
      security: "[{ mutual: [] }, { bearer: [] }]",
      want: signed(`{ bearer: { type: "bearer" } }`),
    },
    {
      name: "what is not supported",
      security: "[{ mutual: [] }, { digest: [] }]",
      want: "openapi.yaml 2:1 error unsupported-security requests cannot be signed by 'mutual' (mutualTLS) or 'digest' (http digest)\n  | Describe another scheme in an overlay of the OpenAPI document, or set 'security: []' on the operation if something else signs its requests.",
    },
    {
      name: "what is not described",
      security: "[{ lost: [] }]",
      want: "openapi.yaml 2:11 error unsupported-security the document does not describe the security scheme 'lost'\n  | Describe it below 'components.securitySchemes', in an overlay if the document is not yours.",
    },
  ])(async ({ security, own, parameters, want }) => {
    const given = { arazzo: arazzo(parameters), openapi: openapi(security, own) };
    expect(flat(await compiler.told(given, ({ text }) => client(text)))).toBe(flat(want));
  });

  test("what is not described is assumed to be a bearer token", async () => {
    const { files, findings } = await compiler.compile({
      arazzo: arazzo(),
      openapi: openapi("[{ lost: [] }]"),
      assume: true,
    });
    expect(findings).toEqual([expect.stringContaining("warning unsupported-security")]);
    expect(client(files.get("workflows/test.ts") ?? "")).toBe(flat(signed(`{ lost: { type: "bearer" } }`)));
  });

  test("a function says what it needs", async () => {
    const given = { arazzo: arazzo(), openapi: openapi("[{ basic: [] }, { apiKey: [], machine: [] }]") };
    const said = await compiler.told(
      given,
      (workflow) => `${workflow.doc.split("\n").slice(0, 7).join("\n")}\n${showing("signature")(workflow)}`,
    );
    expectText(
      said,
      `
      /**
       * Signs its requests with these, or those of the environment:
       * - \`credentials.api.basic\`, else \`API_BASIC_USERNAME\` and \`API_BASIC_PASSWORD\`
       * - \`credentials.api.apiKey\`, else \`API_API_KEY\`
       * - \`credentials.api.machine\`, else \`API_MACHINE_CLIENT_ID\` and \`API_MACHINE_CLIENT_SECRET\`
       *
       * @generated from workflow test (arazzo.yaml#/workflows/0)
      export async function test(_input: TestInput = {}, options?: WorkflowOptions< "api", { api?: { basic?: BasicSecret | undefined; apiKey?: Secret | undefined; machine?: OAuthSecret | undefined } | undefined; } >): Promise<TestOutput>`,
    );
  });
});

test("a token that the caller leaves out is that of the credentials, if there are any", async () => {
  const given = {
    arazzo: arazzo("[{ name: Authorization, in: header, value: $inputs.token }]"),
    openapi: openapi("[{ bearer: [] }]"),
  };
  const { files } = await compiler.compile(given);
  const loaded = new Loaded(files);
  onTestFinished(() => loaded.remove());
  const fn = await loaded.fn("test");
  const server = await serve([{ status: 204 }]);
  const baseUrl = { api: server.url };
  const credentials = { api: { bearer: "of-the-credentials" } };
  await fn({ must: "x", token: "Bearer of-the-caller" }, { baseUrl, credentials });
  await fn({ must: "x" }, { baseUrl, credentials });
  await fn({ must: "x" }, { baseUrl });
  vi.stubEnv("API_BEARER", "of-the-environment");
  await fn({ must: "x" }, { baseUrl });
  await fn({ must: "x", token: "Bearer of-the-caller" }, { baseUrl });
  expect(server.requests.map(({ headers }) => headers["authorization"])).toEqual([
    "Bearer of-the-caller",
    "Bearer of-the-credentials",
    undefined,
    "Bearer of-the-environment",
    "Bearer of-the-caller",
  ]);
});

describe("an environment variable", () => {
  const two = (sources: readonly [string, string], schemes: readonly [string, string], alone: boolean): string => `
sourceDescriptions:
- { name: ${sources[0]}, url: ./one.yaml, type: openapi }
- { name: ${sources[1]}, url: ./two.yaml, type: openapi }
workflows:
- workflowId: test
  steps:
  - { stepId: one, operationId: $sourceDescriptions.${sources[0]}.one }
  ${alone ? "" : `- { stepId: two, operationId: $sourceDescriptions.${sources[1]}.two }`}
- { workflowId: other, steps: [{ stepId: two, operationId: $sourceDescriptions.${sources[1]}.two }] }
`;
  const of = (path: string, scheme: string): string =>
    api(path, `https://${path}.example.com`, "{ type: http, scheme: bearer }").replaceAll(`${path}Sign`, scheme);
  const wayOut = (source: string): string =>
    `Give the source description '${source}' another name, in an overlay if the document is not yours.`;
  const collision = (at: string, source: string): string =>
    `${at} error unsupported-security the environment variable ORDERS_API_KEY would hold the secret of 'key' of '${source}' and 'api_key' of 'orders': each would get that of the other | ${wayOut(source)}`;
  testEach<{ name: string; sources: [string, string]; schemes: [string, string]; alone?: boolean; want: string[] }>([
    { name: "is one for each", sources: ["orders", "stock"], schemes: ["key", "key"], want: [] },
    {
      name: "that two would read is refused",
      sources: ["orders", "orders_api"],
      schemes: ["api_key", "key"],
      want: [collision("6:15", "orders_api")],
    },
    {
      name: "that two would read is refused, however they are written",
      sources: ["orders", "ordersApi"],
      schemes: ["api_key", "key"],
      want: [collision("6:15", "ordersApi")],
    },
    {
      name: "that two functions would read is refused",
      sources: ["orders", "orders_api"],
      schemes: ["api_key", "key"],
      alone: true,
      want: [collision("10:17", "orders_api")],
    },
    {
      name: "of Twilio is for no source of that name",
      sources: ["twilio", "stock"],
      schemes: ["authToken", "key"],
      want: [
        `6:15 error unsupported-security the environment variable TWILIO_AUTH_TOKEN would hold the secret of 'authToken' of 'twilio' and a setting for Twilio: each would get that of the other | ${wayOut("twilio")}`,
      ],
    },
  ])(async ({ sources, schemes, alone = false, want }) => {
    const files = { "one.yaml": of("one", schemes[0]), "two.yaml": of("two", schemes[1]) };
    const { findings } = await compiler.compile({ arazzo: two(sources, schemes, alone), openapi: "paths: {}", files });
    expect(findings).toEqual(want);
  });
});

compiler.testTypes();
