import { describe } from "vitest";
import { Compiler, expectText, testEach } from "../support/compiler.js";
import { within } from "../support/fragment.js";
import { yaml } from "../support/yaml.js";

const compiler = new Compiler();

const workflow = yaml`
  workflows:
  - workflowId: test
    steps:
    - stepId: one
      operationId: one
    - stepId: two
      operationId: two
`;

const api = yaml`
  paths:
    /2010-04-01/Accounts/Things.json:
      get: { operationId: one, responses: { "204": { description: Done. } } }
    /v1/Things:
      <two>
      get: { operationId: two, responses: { "204": { description: Done. } } }
  <given>
`;

const twoHosts = "servers: [{ url: https://api.twilio.com }, { url: https://messaging.twilio.com }]";

describe("the servers of a document", () => {
  testEach([
    {
      name: "are one",
      given: "servers: [{ url: https://api.example.com }]",
      want: `
        const api = run.api<Api>("https://api.example.com", { source: "api" });
        await api.GET("/2010-04-01/Accounts/Things.json", {
        await api.GET("/v1/Things", {
      `,
    },
    {
      name: "are one with a path and a slash",
      given: "servers: [{ url: https://api.example.com/v2/ }]",
      want: `
        const api = run.api<Api>("https://api.example.com/v2", { source: "api" });
        await api.GET("/2010-04-01/Accounts/Things.json", {
        await api.GET("/v1/Things", {
      `,
    },
    {
      name: "are several on one host",
      given: "servers: [{ url: https://api.example.com/a }, { url: https://api.example.com/b }]",
      want: `
        const api = run.api<Api>("https://api.example.com/a", { source: "api" });
        await api.GET("/2010-04-01/Accounts/Things.json", {
        await api.GET("/v1/Things", {
      `,
    },
    {
      name: "are several on two hosts of Twilio",
      given: twoHosts,
      want: `
        openapi.yaml 3:5 warning ambiguous-server 'GET /2010-04-01/Accounts/Things.json' is called on 'https://api.twilio.com'; the document names 'https://messaging.twilio.com' as well, and nothing says which
          | Give the path or the operation its own 'servers', in an overlay if the document is not yours.
        openapi.yaml 6:5 warning ambiguous-server 'GET /v1/Things' is called on 'https://messaging.twilio.com'; the document names 'https://api.twilio.com' as well, and nothing says which
          | Give the path or the operation its own 'servers', in an overlay if the document is not yours.
        const api = run.api<Pick<Api, "/2010-04-01/Accounts/Things.json">>("https://api.twilio.com");
        const messaging = run.api<Pick<Api, "/v1/Things">>("https://messaging.twilio.com");
        await api.GET("/2010-04-01/Accounts/Things.json", {
        await messaging.GET("/v1/Things", {
      `,
    },
    {
      name: "are several on two hosts, under --strict",
      strict: true,
      given: twoHosts,
      want: `
        openapi.yaml 3:5 error ambiguous-server 'GET /2010-04-01/Accounts/Things.json' is called on 'https://api.twilio.com'; the document names 'https://messaging.twilio.com' as well, and nothing says which
          | Give the path or the operation its own 'servers', in an overlay if the document is not yours.
        openapi.yaml 6:5 error ambiguous-server 'GET /v1/Things' is called on 'https://messaging.twilio.com'; the document names 'https://api.twilio.com' as well, and nothing says which
          | Give the path or the operation its own 'servers', in an overlay if the document is not yours.
      `,
    },
    {
      name: "are several, of which a path has its own",
      two: "servers: [{ url: https://messaging.twilio.com }]",
      given: twoHosts,
      want: `
        openapi.yaml 3:5 warning ambiguous-server 'GET /2010-04-01/Accounts/Things.json' is called on 'https://api.twilio.com'; the document names 'https://messaging.twilio.com' as well, and nothing says which
          | Give the path or the operation its own 'servers', in an overlay if the document is not yours.
        const api = run.api<Pick<Api, "/2010-04-01/Accounts/Things.json">>("https://api.twilio.com");
        const messaging = run.api<Pick<Api, "/v1/Things">>("https://messaging.twilio.com");
        await api.GET("/2010-04-01/Accounts/Things.json", {
        await messaging.GET("/v1/Things", {
      `,
    },
    {
      name: "have a variable",
      given: `servers: [{ url: "https://api.{region}.example.com", variables: { region: { default: us1 } } }]`,
      want: `
        const api = run.api<Api>("https://api.us1.example.com", { source: "api" });
        await api.GET("/2010-04-01/Accounts/Things.json", {
        await api.GET("/v1/Things", {
      `,
    },
    {
      name: "have a variable without a default",
      given: `servers: [{ url: "https://api.{region}.example.com" }]`,
      want: `
        openapi.yaml 7:11 warning no-server the server 'https://api.{region}.example.com' leaves {region} open: the variable has no default
          | Name it: --server api=URL, or give each call the option baseUrl: { "api": URL }.
        const api = run.api<Api>("source:api", { source: "api" });
        await api.GET("/2010-04-01/Accounts/Things.json", {
        await api.GET("/v1/Things", {
      `,
    },
    {
      name: "are not there",
      given: "servers: []",
      want: `
        openapi.yaml 8:1 warning no-server the document names no server
          | Name it: --server api=URL, or give each call the option baseUrl: { "api": URL }.
        const api = run.api<Api>("source:api", { source: "api" });
        await api.GET("/2010-04-01/Accounts/Things.json", {
        await api.GET("/v1/Things", {
      `,
    },
    {
      name: "are not https",
      given: "servers: [{ url: http://api.example.com }]",
      want: `
        openapi.yaml 7:11 warning no-server the server 'http://api.example.com' is not https
          | Name it: --server api=URL, or give each call the option baseUrl: { "api": URL }.
        const api = run.api<Api>("source:api", { source: "api" });
        await api.GET("/2010-04-01/Accounts/Things.json", {
        await api.GET("/v1/Things", {
      `,
    },
    {
      name: "are on this machine",
      given: "servers: [{ url: http://localhost:4010 }]",
      want: `
        const api = run.api<Api>("http://localhost:4010", { source: "api" });
        await api.GET("/2010-04-01/Accounts/Things.json", {
        await api.GET("/v1/Things", {
      `,
    },
    {
      name: "are relative",
      given: "servers: [{ url: /v1 }]",
      want: `
        openapi.yaml 7:11 warning no-server the server '/v1' is relative to an address that is not known
          | Name it: --server api=URL, or give each call the option baseUrl: { "api": URL }.
        const api = run.api<Api>("source:api/v1", { source: "api" });
        await api.GET("/2010-04-01/Accounts/Things.json", {
        await api.GET("/v1/Things", {
      `,
    },
    {
      name: "have user information",
      given: "servers: [{ url: https://api.example.com@evil.example }]",
      want: "openapi.yaml 7:11 error refused-server the server 'https://api.example.com@evil.example' has user information in it\n  | Name an https server, in an overlay if the document is not yours.",
    },
    {
      name: "have a query",
      given: "servers: [{ url: https://api.example.com?x=1 }]",
      want: "openapi.yaml 7:11 error refused-server the server 'https://api.example.com?x=1' has a query or a fragment\n  | Name an https server, in an overlay if the document is not yours.",
    },
    {
      name: "are code",
      given: `servers: [{ url: "javascript:alert(1)" }]`,
      want: "openapi.yaml 7:11 error refused-server the server 'javascript:alert(1)' is not https\n  | Name an https server, in an overlay if the document is not yours.",
    },
    {
      name: "try to break out",
      given: `servers: [{ url: "https://api.example.com/\\");globalThis.PWNED=1;(\\"" }]`,
      want: `openapi.yaml 7:11 error refused-server the server 'https://api.example.com/");globalThis.PWNED=1;("' is not written as it is read: https://api.example.com/%22);globalThis.PWNED=1;(%22\n  | Name an https server, in an overlay if the document is not yours.`,
    },
  ])(async ({ two = "description: Two.", given, strict = false, want }) => {
    const openapi = within(
      api.replace("<two>", () => two),
      given,
    ).document;
    const show = (text: string): string =>
      text
        .split("\n")
        .filter((line) => / run\.api|await/.test(line))
        .join("\n");
    expectText(await compiler.told({ arazzo: workflow, openapi, strict }, ({ statements }) => show(statements)), want);
  });
});

compiler.testTypes();
