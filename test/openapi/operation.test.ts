import { describe, expect, it } from "vitest";
import { contentFor, documentedSuccess, jsonSchema, responseFor } from "../../generator/openapi/index.js";
import { Given } from "./support/given.js";

describe("the parameters of an operation", () => {
  const onPath = [
    { name: "Sid", in: "path", schema: { type: "string" } },
    { name: "Page", in: "query", schema: { type: "string" } },
  ];
  const components = {
    parameters: { Page: { name: "Page", in: "query", required: true, schema: { type: "integer" } } },
  };

  it("are its path's and its own, which go before those of the same name and place", () => {
    const own = [{ $ref: "#/components/parameters/Page" }, { name: "Page", in: "header" }];
    const paths = { "/{Sid}": { parameters: onPath, get: { parameters: own } } };
    const { operation } = new Given({ paths, components });
    expect(
      operation.parameters.map(({ name, in: place, required, at }) => [name, place, required, at.join(".")]),
    ).toEqual([
      ["Sid", "path", true, "paths./{Sid}.parameters.0"],
      ["Page", "query", true, "components.parameters.Page"],
      ["Page", "header", false, "paths./{Sid}.get.parameters.1"],
    ]);
    expect([...(operation.parameters[1]?.schema?.types ?? [])]).toEqual(["integer"]);
  });

  it("are none of the headers that other fields describe", () => {
    const headers = ["Accept", "content-type", "Authorization", "X-Twilio-Api-Version"];
    const parameters = headers.map((name) => ({ name, in: "header" }));
    const { operation } = new Given({ paths: { "/": { get: { parameters } } } });
    expect(operation.parameters.map(({ name }) => name)).toEqual(["X-Twilio-Api-Version"]);
  });

  const styles: [given: object, want: [style: string, explode: boolean]][] = [
    [{ in: "query" }, ["form", true]],
    [{ in: "cookie" }, ["form", true]],
    [{ in: "path" }, ["simple", false]],
    [{ in: "header" }, ["simple", false]],
    [{ in: "query", style: "pipeDelimited" }, ["pipeDelimited", false]],
    [{ in: "query", explode: false }, ["form", false]],
  ];
  it.each(styles)("%j are written as they are by default", (given, want) => {
    const { operation } = new Given({ paths: { "/": { get: { parameters: [{ name: "a", ...given }] } } } });
    expect(operation.parameters.map(({ style, explode }) => [style, explode])).toEqual([want]);
  });
});

describe("the body of an operation", () => {
  const content = { "application/json; charset=utf-8": { schema: { type: "object" } }, "text/*": {}, "image/png": {} };
  const requestBodies = { Given: { content } };
  const put = { requestBody: { $ref: "#/components/requestBodies/Given" } };
  const { operation } = new Given({ paths: { "/": { put } }, components: { requestBodies } });

  it("is found behind a reference", () => {
    expect(operation.requestBody?.required).toBe(false);
    expect(operation.requestBody?.at).toEqual(["components", "requestBodies", "Given"]);
  });

  const tests: [given: string, want: string | undefined][] = [
    ["application/json", "application/json; charset=utf-8"],
    ["Application/JSON;charset=latin1", "application/json; charset=utf-8"],
    ["text/plain", "text/*"],
    ["image/png", "image/png"],
    ["image/gif", undefined],
    ["", undefined],
  ];
  it.each(tests)("has for %j the content %j", (mediaType, want) => {
    expect(contentFor(operation.requestBody?.contents ?? [], mediaType)?.mediaType).toBe(want);
  });
});

describe("the responses of an operation", () => {
  const json = (type: string, mediaType = "application/json") => ({ content: { [mediaType]: { schema: { type } } } });
  const headers = { "Retry-After": { $ref: "#/components/headers/Seconds" } };
  const responses = {
    201: json("string"),
    200: { ...json("number", "application/problem+json; v=1"), headers },
    "4xx": { ...json("array", "text/html") },
    404: {},
    default: json("boolean"),
    "x-more": {},
  };
  const components = { headers: { Seconds: { schema: { type: "integer" } } } };
  const { operation } = new Given({ paths: { "/": { get: { responses } } }, components });

  it("are told by their status", () => {
    expect(operation.responses.map(({ status }) => status)).toEqual(["200", "201", "404", "4XX", "default"]);
    expect(
      [...(operation.responses[0]?.headers ?? [])].map(([name, schema]) => [name, ...(schema?.types ?? [])]),
    ).toEqual([["Retry-After", "integer"]]);
  });

  const tests: [status: number, want: string | undefined, type: string | undefined][] = [
    [200, "200", "number"],
    [201, "201", "string"],
    [404, "404", undefined],
    [429, "4XX", undefined],
    [500, "default", "boolean"],
  ];
  it.each(tests)("are for %j that of %j, with JSON of type %j", (status, key, type) => {
    const response = responseFor(operation, status);
    expect(response?.status).toBe(key);
    expect(jsonSchema(response)?.types.values().next().value).toBe(type);
  });

  it("say which codes mean success", () => {
    const success = (...statuses: string[]) => {
      const given = new Given({
        paths: { "/": { get: { responses: Object.fromEntries(statuses.map((key) => [key, {}])) } } },
      });
      return documentedSuccess(given.operation);
    };
    expect(success("404", "204", "200", "default")).toEqual([200, 204]);
    expect(success("200", "2XX")).toEqual([]);
    expect(success("default")).toEqual([]);
  });
});
