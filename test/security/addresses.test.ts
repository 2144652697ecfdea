import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { Compiler } from "../support/compiler.js";
import { attack, shown } from "./attack.js";
import { arazzoOf, openapiOf } from "./documents.js";

// Group 4: path templates and servers.

const compiler = new Compiler();

beforeEach(() => {
  vi.stubEnv("TWILIO_ACCOUNT_SID", "AC1");
  vi.stubEnv("TWILIO_AUTH_TOKEN", "that-of-the-environment");
});

afterEach(() => {
  vi.unstubAllEnvs();
});

describe("a path template with", () => {
  const sent = (path: string): readonly string[] => [`POST ${path}`, `{"sid":"TH1"}`];
  const strange = (path: string, what: string): readonly string[] => [
    `refused: invalid-document the path '${path}' holds '${what}', which would not be sent as it is written`,
  ];
  const undescribed = (path: string, what: string): readonly string[] => [
    `refused: invalid-document no path parameter describes '${what}' of '${path}'`,
  ];

  test.each([
    {
      name: "double quotes",
      given: `/"+globalThis.PWNED+"/{a}`,
      want: sent("/%22+globalThis.PWNED+%22/a%2F%3F%23"),
    },
    { name: "single quotes", given: `/'+globalThis.PWNED+'/{a}`, want: sent("/'+globalThis.PWNED+'/a%2F%3F%23") },
    { name: "backticks", given: "/`+globalThis.PWNED+`/{a}", want: sent("/%60+globalThis.PWNED+%60/a%2F%3F%23") },
    {
      name: "${}",
      given: "/${globalThis.PWNED=1}/{a}",
      want: undescribed("/${globalThis.PWNED=1}/{a}", "{globalThis.PWNED=1}"),
    },
    {
      name: "a newline",
      given: "/x\nglobalThis.PWNED=1\n/{a}",
      want: strange("/x␊globalThis.PWNED=1␊/{a}", "␊"),
    },
    { name: "a backslash", given: "/\\/{a}", want: strange("/\\/{a}", "\\") },
    { name: "two parameters side by side", given: "/{a}{b}", want: sent("/a%2F%3F%23b%2F%3F%23") },
    { name: "empty braces", given: "/{}/{a}", want: undescribed("/{}/{a}", "{}") },
    { name: "a parameter that nobody describes", given: "/{a}/{c}", want: undescribed("/{a}/{c}", "{c}") },
    { name: "dot segments", given: "/x/../{a}", want: strange("/x/../{a}", "..") },
    { name: "encoded dot segments", given: "/x/.%2E/{a}", want: strange("/x/.%2E/{a}", ".%2E") },
    { name: "two slashes and another host", given: "//evil.example/{a}", want: sent("//evil.example/a%2F%3F%23") },
    {
      name: "an @ and another host",
      given: "@evil.example/{a}",
      want: ["refused: invalid-document the path '@evil.example/{a}' does not begin with '/'"],
    },
    { name: "a query", given: "/x?y=1/{a}", want: strange("/x?y=1/{a}", "?") },
    { name: "a fragment", given: "/x#y/{a}", want: strange("/x#y/{a}", "#") },
    { name: "a comment in it", given: "/*/x*/{a}", want: sent("/*/x*/a%2F%3F%23") },
  ])("$name", async ({ given, want }) => {
    const names = ["a", ...(given.includes("{b}") ? ["b"] : [])];
    const parameters = names.map((name) => ({ name, in: "path", required: true, schema: { type: "string" } }));
    const outcome = await attack(compiler, {
      arazzo: arazzoOf({ step: { parameters: names.map((name) => ({ name, in: "path", value: `${name}/?#` })) } }),
      openapi: openapiOf({ path: given, operation: { parameters } }),
    });
    expect(shown(outcome)).toEqual(want);
  });
});

describe("a server that", () => {
  test.each([
    {
      name: "has quotes in it",
      given: `https://api.example.com/"+globalThis.PWNED+"`,
      want: "is not written as it is read",
    },
    {
      name: "has ${} in it",
      given: "https://api.example.com/`${globalThis.PWNED=1}`",
      want: "leaves {globalThis.PWNED=1} open",
    },
    { name: "has a newline in it", given: "https://api.example.com/\nx()", want: "is not written as it is read" },
    {
      name: "has a backslash in it",
      given: "https://api.example.com\\@evil.example",
      want: "has user information in it",
    },
    { name: "has a user in it", given: "https://evil@api.example.com", want: "has user information in it" },
    {
      name: "is another host behind an @",
      given: "https://api.twilio.com@evil.example",
      want: "has user information in it",
    },
    { name: "is code", given: "javascript:globalThis.PWNED=1", want: "is not https" },
    { name: "is data", given: "data:text/javascript,globalThis.PWNED=1", want: "is not https" },
    { name: "is a file", given: "file:///etc/passwd", want: "is not https" },
    {
      name: "has a letter that looks like another",
      given: "https://аpi.twilio.com",
      want: "is not written as it is read",
    },
  ])("$name", async ({ given, want }) => {
    const openapi = openapiOf({ document: { servers: [{ url: given }] } });
    const refused = shown(await attack(compiler, { arazzo: arazzoOf({}), openapi }));
    expect(refused).toEqual([
      expect.stringContaining(
        `refused: refused-server the server '${given.replace("\n", "␊").replaceAll("`", "'")}' ${want}`,
      ),
    ]);
  });

  test.each([
    { name: "is http", given: "http://api.twilio.com" },
    { name: "is on the cloud's own network", given: "http://169.254.169.254/latest" },
    { name: "only looks like this machine", given: "http://localhost.evil.example" },
    { name: "has a variable without a value", given: "https://{host}.twilio.com" },
  ])("$name is not asked: the caller has to name one", async ({ given }) => {
    const sent: string[] = [];
    const fetch = async (url: string): Promise<Response> => Response.json({ sid: sent.push(url) });
    const openapi = openapiOf({ document: { servers: [{ url: given }] } });
    const outcome = await attack(compiler, { arazzo: arazzoOf({}), openapi, options: { fetch, baseUrl: undefined } });
    expect(shown(outcome)).toEqual([
      `InvalidInputError: workflow test: option baseUrl must say where the source "api" is: { "api": "https://…" }`,
    ]);
    expect(sent).toEqual([]);
  });

  test.each([
    { name: "that is not Twilio's", base: "https://api.example.com", want: [false, false, true] },
    { name: "that is Twilio's", base: "https://api.twilio.com", want: [false, false, true] },
  ])("of a caller's own $name", async ({ base, want }) => {
    const authorized: boolean[] = [];
    const fetch = async (_: string, { headers }: RequestInit): Promise<Response> => {
      authorized.push(new Headers(headers).has("authorization"));
      return Response.json({ sid: "TH1" });
    };
    const credentials = { accountSid: "AC1", authToken: "given-by-the-caller" };
    const runs = [
      { servers: [], options: { fetch, baseUrl: { api: base } } },
      { servers: [{ url: "https://shop.example.com" }], options: { fetch, baseUrl: base } },
      { servers: [{ url: "https://api.twilio.com" }], options: { fetch, baseUrl: base, credentials } },
    ];
    for (const { servers, options } of runs) {
      await attack(compiler, { arazzo: arazzoOf({}), openapi: openapiOf({ document: { servers } }), options });
    }
    expect(authorized).toEqual(want);
  });

  test.each([
    { name: "a user", value: "api.twilio.com@evil.example", want: "refused-server" },
    { name: "code", value: `");globalThis.PWNED=1;("`, want: "refused-server" },
    { name: "no text", value: { toString: "x" }, want: "invalid-document" },
    { name: "nothing", value: undefined, want: "invalid-document" },
  ])("has a variable that stands for $name", async ({ value, want }) => {
    const servers = [{ url: "https://{host}.twilio.com", variables: { host: { default: value } } }];
    const refused = shown(
      await attack(compiler, { arazzo: arazzoOf({}), openapi: openapiOf({ document: { servers } }) }),
    );
    expect(refused).toEqual([expect.stringContaining(`refused: ${want} `)]);
  });

  const variables = { host: { default: "evil.example/" } };
  test.each([
    { name: "is Twilio's gets the credentials", servers: [{ url: "https://api.twilio.com" }], want: true },
    { name: "is another gets none", servers: [{ url: "https://evil.example" }], want: false },
    {
      name: "is another by a variable gets none",
      servers: [{ url: "https://{host}.twilio.com", variables }],
      want: false,
    },
    { name: "begins like Twilio's gets none", servers: [{ url: "https://api.twilio.com.evil.example" }], want: false },
    { name: "ends like Twilio's gets none", servers: [{ url: "https://eviltwilio.com" }], want: false },
  ])("$name", async ({ servers, want }) => {
    const authorized: boolean[] = [];
    const fetch = async (_: string, { headers }: RequestInit): Promise<Response> => {
      authorized.push(new Headers(headers).has("authorization"));
      return Response.json({ sid: "TH1" });
    };
    const openapi = openapiOf({ document: { servers } });
    await attack(compiler, { arazzo: arazzoOf({}), openapi, options: { fetch, baseUrl: undefined } });
    expect(authorized).toEqual([want]);
  });
});
