import { describe, expect, it } from "vitest";
import { Findings } from "../../generator/diagnostics.js";
import { readDocumentText } from "../../generator/documents/index.js";
import { findOperationByPointer, findOperationsById, operationIds, readApi } from "../../generator/openapi/index.js";
import { Given } from "./support/given.js";

describe("readApi", () => {
  const tests: [name: string, given: string, want: string][] = [
    ["3.0", "openapi: 3.0.4\npaths: {}", "3.0"],
    ["3.1", "openapi: 3.1.1\npaths: {}", "3.1"],
    ["3.1 without paths", "openapi: 3.1.0\ncomponents: {}", "3.1"],
    ["3.2, which 3.1 is enough for", "openapi: 3.2.0\npaths: {}", "3.1"],
    ["2.0", 'swagger: "2.0"\npaths: {}', "unsupported-version: OpenAPI `2.0` is not read here"],
    ["4.0", "openapi: 4.0.0\npaths: {}", "unsupported-version: OpenAPI `4.0.0` is not read here"],
    ["a version that is a number", "openapi: 3.1\npaths: {}", "invalid-document: `openapi` has to be text"],
    ["no version", "paths: {}", "invalid-document: `openapi` is missing"],
    ["a list", "[]", "invalid-document: The document has to be an object"],
    ["paths that are a list", "openapi: 3.0.0\npaths: []", "invalid-document: `paths` has to be an object"],
  ];
  it.each(tests)("reads %s", (_, text, want) => {
    const findings = new Findings();
    const document = readDocumentText("/given/api.yml", text, findings);
    const api = document && readApi(document, findings);
    expect(
      api?.version ??
        findings
          .list()
          .map(({ code, message }) => `${code}: ${message}`)
          .join(),
    ).toContain(want);
  });

  it("complains of nothing that nobody asked for", () => {
    const broken = { get: { operationId: "broken", parameters: [{ name: 5 }], responses: { 200: 5 }, servers: [5] } };
    const elsewhere = { $ref: "https://example.com/paths.json" };
    const given = new Given({ paths: { "/a": broken, "/b": elsewhere, "/c": 5, "/d": { get: 5 }, "x-e": broken } });
    expect(operationIds(given.api)).toEqual(["broken"]);
    expect(given.problems()).toEqual([]);
  });
});

describe("finding an operation", () => {
  const responses = {};
  const paths = {
    "/v1/Things": { get: { operationId: "listThings", responses }, post: { responses } },
    "/v1/Others": { $ref: "#/components/pathItems/Others" },
    "/v1/Same": { get: { operationId: "listThings", responses } },
  };
  const components = { pathItems: { Others: { get: { operationId: "listOthers", responses } } } };
  const given = new Given({ openapi: "3.1.0", paths, components });
  const byId = (id: string) => findOperationsById(given.api, id, given.findings).map(({ path }) => path);
  const byPointer = (...tokens: string[]) => findOperationByPointer(given.api, tokens, given.findings);

  it("goes by its id, also behind a reference", () => {
    expect(byId("listOthers")).toEqual(["/v1/Others"]);
    expect(given.api.operations.map(({ method, path, at }) => [method, path, at.join("/")])).toEqual([
      ["get", "/v1/Things", "paths//v1/Things/get"],
      ["post", "/v1/Things", "paths//v1/Things/post"],
      ["get", "/v1/Others", "components/pathItems/Others/get"],
      ["get", "/v1/Same", "paths//v1/Same/get"],
    ]);
  });

  it("finds all that share an id, and none that is not there", () => {
    expect(byId("listThings")).toEqual(["/v1/Things", "/v1/Same"]);
    expect(byId("constructor")).toEqual([]);
  });

  it("goes by the place of its path", () => {
    expect(byPointer("paths", "/v1/Things", "post")?.operationId).toBeUndefined();
    expect(byPointer("paths", "/v1/Things", "post")).toBe(given.api.operations[1]);
    expect(byPointer("paths", "/v1/Others", "get")?.operationId).toBe("listOthers");
    expect(byPointer("paths", "/v1/Things", "delete")).toBeUndefined();
    expect(byPointer("paths", "/v1/Things")).toBeUndefined();
    expect(byPointer("paths", "/v1/Things", "post", "responses")).toBeUndefined();
  });
});

describe("an operation that is looked up", () => {
  const tests: [name: string, path: string, operation: object, want: string][] = [
    ["a path without a slash", "Things", {}, "invalid-document: the path `Things` does not begin with `/`"],
    [
      "a path parameter that nothing describes",
      "/Things/{Sid}",
      { parameters: [{ name: "sid", in: "path", schema: {} }] },
      "invalid-document: no path parameter describes `{Sid}` of `/Things/{Sid}`",
    ],
    ["a parameter without a name", "/", { parameters: [{ in: "query" }] }, "invalid-document: `name` is missing"],
    ["a parameter in no place", "/", { parameters: [{ name: "a", in: "qery" }] }, "invalid-document: `in` has to be"],
    ["a body without content", "/", { requestBody: {} }, "invalid-document: `content` is missing"],
    ["a status of no kind", "/", { responses: { ok: {} } }, "invalid-document: `ok` is no status of a response"],
    [
      "a reference to nothing",
      "/",
      { responses: { 200: { $ref: "#/components/responses/None" } } },
      "reference-unresolved: `#/components/responses/None` points to nothing",
    ],
    [
      "a reference to the network",
      "/",
      { parameters: [{ $ref: "https://example.com/p.json" }] },
      "reference-refused: `https://example.com/p.json` leads out of the document",
    ],
  ];
  it.each(tests)("has %s", (_, path, operation, want) => {
    const given = new Given({ paths: { [path]: { get: { operationId: "tried", responses: {}, ...operation } } } });
    findOperationsById(given.api, "tried", given.findings);
    expect(given.problems()).toEqual([expect.stringContaining(want)]);
  });
});
