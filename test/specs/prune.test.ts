import { describe, expect, test } from "vitest";
import { withDescriptionsOf } from "../../specs/update/descriptions.js";
import { prune } from "../../specs/update/prune.js";

const thing = {
  type: "object",
  description: "A thing.",
  properties: {
    sid: { type: "string", nullable: true, pattern: "^TH[0-9a-fA-F]{32}$", description: "The SID." },
    description: { type: "string", description: "A field with the name of a text." },
    state: { $ref: "#/components/schemas/state" },
    data: { nullable: true, "x-twilio": { pii: true } },
  },
};

const official = {
  openapi: "3.0.1",
  info: { title: "Things", version: "1", description: "All of it." },
  servers: [{ url: "https://things.twilio.com" }],
  security: [{ basic: [] }],
  tags: [{ name: "Things" }],
  paths: {
    "/Things/{Sid}": {
      servers: [{ url: "https://things.twilio.com" }],
      description: "One of them.",
      get: {
        operationId: "FetchThing",
        summary: "Reads a thing",
        tags: ["Things"],
        parameters: [{ $ref: "#/components/parameters/Sid" }],
        responses: {
          200: {
            description: "A thing",
            content: { "application/json": { schema: { $ref: "#/components/schemas/thing" }, examples: { a: {} } } },
          },
        },
      },
      delete: { operationId: "DeleteThing", parameters: [], responses: { 204: { description: "Gone" } } },
    },
  },
  components: {
    securitySchemes: { basic: { type: "http", scheme: "basic" } },
    parameters: {
      Sid: { name: "Sid", in: "path", required: true, description: "The SID.", schema: { type: "string" } },
    },
    schemas: { thing, state: { type: "string", enum: ["new", "old"] }, other: { type: "string" } },
  },
};

describe("a pruned document", () => {
  const { paths, components, info } = prune(official, ["FetchThing"]);

  test("has the operation, without texts, and with the answer to a failed request", () => {
    expect(info).toEqual({ title: "Things", version: "1" });
    expect(paths).toEqual({
      "/Things/{Sid}": {
        servers: [{ url: "https://things.twilio.com" }],
        get: {
          operationId: "FetchThing",
          parameters: [{ $ref: "#/components/parameters/Sid" }],
          responses: {
            200: {
              description: "OK",
              content: { "application/json": { schema: { $ref: "#/components/schemas/thing" } } },
            },
            default: { $ref: "#/components/responses/Error" },
          },
        },
      },
    });
  });

  test("has what the operation reaches, with every field, and a SID that is always there", () => {
    expect(components).toMatchObject({
      parameters: { Sid: { name: "Sid", in: "path", required: true, schema: { type: "string" } } },
      schemas: {
        thing: {
          type: "object",
          required: ["sid"],
          properties: {
            sid: { type: "string", pattern: "^TH[0-9a-fA-F]{32}$" },
            description: { type: "string" },
            state: { $ref: "#/components/schemas/state" },
            data: {},
          },
        },
        state: { type: "string", enum: ["new", "old"] },
      },
    });
    expect(components).not.toHaveProperty("schemas.other");
    expect(JSON.stringify(components)).not.toMatch(/The SID|x-twilio|A thing\./);
  });

  test("is refused where the official one lacks an operation", () => {
    expect(() => prune(official, ["FetchThing", "MakeThing"])).toThrow("no operation MakeThing");
  });
});

test("texts of our own stay where they stood, also when parameters change places", () => {
  const earlier = {
    summary: "Ours",
    parameters: [{ name: "a", description: "Our a" }],
    gone: { description: "Of what is no longer there" },
  };
  const document = { parameters: [{ name: "b" }, { name: "a", in: "path" }], fresh: {} };

  expect(withDescriptionsOf(earlier, document)).toEqual({
    summary: "Ours",
    parameters: [{ name: "b" }, { name: "a", in: "path", description: "Our a" }],
    fresh: {},
  });
});
