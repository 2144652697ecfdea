import { describe, expect, test } from "vitest";
import { serve } from "../runtime/support/server.js";
import { Compiler, expectText, testEach } from "../support/compiler.js";
import { expectEnd, Running } from "./support/running.js";

// Sources whose documents do not say where they are: the server is named when generating, or by each call.

const compiler = new Compiler();
const running = new Running(compiler);

const open = `
servers: [{ url: /v1 }]
paths:
  /shelves: { get: { operationId: shelves, responses: { "204": { description: None. } } } }
`;

const known = `
servers: [{ url: https://api.example.com/v2 }]
paths:
  /things: { get: { operationId: things, responses: { "204": { description: None. } } } }
`;

function arazzo(shop = "", workflows = ""): string {
  return `
sourceDescriptions:
- { name: shop, url: ./shop.yaml, type: openapi${shop} }
- { name: api, url: ./openapi.yaml, type: openapi }
workflows:
- workflowId: test
  steps:
  - { stepId: things, operationId: $sourceDescriptions.api.things }
  - { stepId: shelves, operationId: $sourceDescriptions.shop.shelves }
${workflows}`;
}

const files = { "shop.yaml": `openapi: 3.1.0\ninfo: { title: Given, version: 1.0.0 }\n${open}` };
const given = { openapi: known, files };

const ask = `option baseUrl must say where the source "shop" is: { "shop": "https://…" }`;

describe("a source without a host", () => {
  test("is called where the caller says, each source on its own", async () => {
    const shop = await serve([{ status: 204 }]);
    const call = await running.load({ arazzo: arazzo(), ...given });
    const options = { baseUrl: (host: string) => (host === "shop" ? shop.url : undefined) };
    const sent: string[] = [];
    const fetch = async (url: string): Promise<Response> => new Response(null, { status: sent.push(url) && 204 });
    await call({ replies: [], options: { ...options, fetch } });
    expect(sent).toEqual(["https://api.example.com/v2/things", `${shop.url}/v1/shelves`]);
  });

  testEach([
    { name: "is asked for before anything is sent", arazzo: arazzo() },
    {
      name: "that a called workflow needs is asked for before anything is sent",
      arazzo: `
sourceDescriptions: [{ name: shop, url: ./shop.yaml, type: openapi }, { name: api, url: ./openapi.yaml, type: openapi }]
workflows:
- workflowId: test
  steps:
  - { stepId: things, operationId: $sourceDescriptions.api.things }
  - { stepId: between, workflowId: between }
- workflowId: between
  steps: [{ stepId: inner, workflowId: inner }]
- workflowId: inner
  steps: [{ stepId: shelves, operationId: $sourceDescriptions.shop.shelves }]
`,
    },
  ])(async ({ arazzo: text }) => {
    const options = { baseUrl: { "api.example.com": "http://127.0.0.1:9" } };
    const ran = await running.run({ arazzo: text, ...given }, { replies: [{ status: 204 }], options });
    expect(ran.sent).toEqual([]);
    expect(ran.error).toMatchObject({
      name: "InvalidInputError",
      message: `workflow test: ${ask}`,
      cause: { name: "InvalidOptionError", option: "baseUrl" },
    });
  });

  test("gets no credentials of Twilio", async () => {
    const call = await running.load({ arazzo: arazzo(), ...given });
    const sent: string[] = [];
    const fetch = async (url: string, { headers }: RequestInit): Promise<Response> => {
      sent.push(`${url} ${new Headers(headers).has("authorization")}`);
      return new Response(null, { status: 204 });
    };
    await call({ replies: [], options: { fetch, baseUrl: { shop: "https://shop.example.com" } } });
    await call({ replies: [], options: { fetch, baseUrl: () => "https://all.example.com" } });
    expect(sent).toEqual([
      "https://api.example.com/v2/things false",
      "https://shop.example.com/v1/shelves false",
      "https://all.example.com/v2/things false",
      "https://all.example.com/v1/shelves false",
    ]);
  });

  test("and another one do not share one base URL", async () => {
    const ran = await running.run({ arazzo: arazzo(), ...given }, { replies: [{ status: 204 }] });
    expect(ran.sent).toEqual([]);
    expect(ran.error).toMatchObject({
      name: "InvalidInputError",
      cause: {
        name: "InvalidOptionError",
        message: `option baseUrl must say which server it is for, as several are called: { "api": "https://…", "shop": "https://…" }`,
      },
    });
  });

  test("may be called inside of another run once it is named", async () => {
    const text = `
sourceDescriptions: [{ name: shop, url: ./shop.yaml, type: openapi }]
workflows:
- workflowId: test
  steps: [{ stepId: inner, workflowId: inner }]
- workflowId: inner
  steps: [{ stepId: shelves, operationId: shelves }]
`;
    const ran = await running.run({ arazzo: text, ...given }, { replies: [{ status: 204 }] });
    expectEnd(ran, { sent: ["GET /v1/shelves"], result: {} });
  });
});

describe("the server of a source", () => {
  const code = (server: string): string => `const shop = run.api<Shop>("${server}", { source: "shop" });`;
  const hint = `  | Name it: --server shop=URL, or give each call the option baseUrl: { "shop": URL }.`;
  testEach([
    {
      name: "is not known",
      want: `shop.yaml 4:11 warning no-server the server '/v1' is relative to an address that is not known\n${hint}\n${code("source:shop/v1")}`,
    },
    {
      name: "is named when generating",
      servers: { shop: "https://shop.example.com/v3" },
      want: code("https://shop.example.com/v3"),
    },
    {
      name: "is named at the source description",
      shop: ", x-serverUrl: https://shop.example.com/v3/",
      want: code("https://shop.example.com/v3"),
    },
    {
      name: "is named in both places",
      shop: ", x-serverUrl: https://shop.example.com/v3",
      servers: { shop: "https://other.example.com" },
      want: code("https://other.example.com"),
    },
    {
      name: "is named wrongly",
      shop: ", x-serverUrl: http://shop.example.com",
      want: `3:63 error refused-server the server 'http://shop.example.com' is not https\n  | Name an https server, in an overlay if the document is not yours.\nshop.yaml 4:11 warning no-server the server '/v1' is relative to an address that is not known\n${hint}`,
    },
    {
      name: "is not known, under --strict",
      strict: true,
      want: `shop.yaml 4:11 error no-server the server '/v1' is relative to an address that is not known\n${hint}`,
    },
  ])(async ({ shop = "", servers = {}, strict = false, want }) => {
    const said = await compiler.told({ arazzo: arazzo(shop), ...given, servers, strict }, ({ statements }) => {
      return statements.split("\n").find((line) => line.includes("<Shop>")) ?? "";
    });
    expectText(said, want);
  });
});

compiler.testTypes();
