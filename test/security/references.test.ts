import { describe, expect, test } from "vitest";
import { serve } from "../runtime/support/server.js";
import { Compiler } from "../support/compiler.js";
import { attack, shown } from "./attack.js";
import { arazzoOf, openapiOf } from "./documents.js";

// Group 7: `$ref`, and the `url` of source descriptions.

const compiler = new Compiler();

const elsewhere = [
  { name: "a private address", given: "http://169.254.169.254/latest/meta-data" },
  { name: "this machine", given: "http://127.0.0.1:PORT/api.yaml", code: "not-fetched" },
  { name: "this machine by https", given: "https://127.0.0.1:PORT/api.yaml", code: "not-fetched" },
  { name: "an address that redirects", given: "http://127.0.0.1:PORT/redirect", code: "not-fetched" },
  { name: "a file by its URL", given: "file:///etc/passwd" },
  { name: "an absolute path", given: "/etc/passwd" },
  { name: "a path upwards", given: "../../../../etc/passwd" },
  { name: "a path upwards, encoded", given: "%2e%2e/%2e%2e/etc/passwd" },
];

describe("nothing is asked of, nor read from,", () => {
  for (const { name, given, code = "reference-refused" } of elsewhere) {
    test(`${name} that a $ref names`, async () => {
      const server = await serve([{ status: 302, headers: { location: "/again" } }]);
      const $ref = given.replace("127.0.0.1:PORT", new URL(server.url).host);
      const outcome = await attack(compiler, { arazzo: arazzoOf({}), openapi: openapiOf({ body: { $ref } }) });
      expect(shown(outcome)).toEqual([expect.stringMatching(new RegExp(`^refused: ${code} .*'${$ref}'`))]);
      expect(server.requests).toEqual([]);
    });

    test(`${name} that a source names`, async () => {
      const server = await serve([{ status: 302, headers: { location: "/again" } }]);
      const url = given.replace("127.0.0.1:PORT", new URL(server.url).host);
      const sourceDescriptions = [{ name: "api", url, type: "openapi" }];
      const arazzo = arazzoOf({ document: { sourceDescriptions } });
      const outcome = await attack(compiler, { arazzo, openapi: openapiOf() });
      expect(shown(outcome)).toEqual([expect.stringMatching(new RegExp(`^refused: ${code} .*'${url}'`))]);
      expect(server.requests).toEqual([]);
    });
  }
});

describe("references", () => {
  const to = (name: string): object => ({ $ref: `#/components/schemas/${name}` });
  const chain = (count: number): object =>
    Object.fromEntries(Array.from({ length: count }, (_, index) => [`S${index}`, to(`S${index + 1}`)]));
  const end = { type: "object", properties: { a: { type: "string" } } };
  const sent = [`POST /things {"a":"b"}`, `{"sid":"TH1"}`];
  const cycle = ["refused: reference-cycle the reference leads back to itself"];

  test.each([
    { name: "in a circle", schemas: { S0: to("S0") }, want: cycle },
    { name: "in a circle of 1,000", schemas: { ...chain(1_000), S1000: to("S0") }, want: cycle },
    { name: "10,000 deep", schemas: { ...chain(10_000), S10000: end }, want: sent },
    {
      name: "in a circle by way of a property",
      schemas: { S0: { type: "object", properties: { again: to("S0"), a: { type: "string" } } } },
      want: sent,
    },
    {
      name: "to the prototype",
      schemas: { S0: to("__proto__") },
      want: [
        "refused: reference-unresolved '#/components/schemas/__proto__' points to nothing: there is no '__proto__' in '#/components/schemas'",
      ],
    },
  ])("$name", async ({ schemas, want }) => {
    const outcome = await attack(compiler, {
      arazzo: arazzoOf({ step: { requestBody: { payload: { a: "b" } } } }),
      openapi: openapiOf({ body: to("S0"), document: { components: { schemas } } }),
    });
    expect(shown(outcome)).toEqual(want);
  });
});
