import { describe, expect, it } from "vitest";
import { prunedName } from "../../generator/openapi/index.js";
import { answering, componentsOf, Given, ref, taking } from "./support/given.js";

describe("the two versions of a schema", () => {
  const colour = { type: "string", enum: ["red"] };
  const open = { ...colour, "x-open-enum": true };
  const content = (schema: object) => ({ "application/json": { schema } });

  function both(schemas: object): Given {
    const requestBody = { content: content(ref("First")) };
    const responses = { 200: { description: "", content: content(ref("First")) } };
    return new Given({ paths: { "/things": { put: { requestBody, responses } } }, components: { schemas } });
  }

  it("are made where something below is an enum, and only there", () => {
    const schemas = {
      First: { properties: { colour: ref("Colour"), size: ref("Size"), first: ref("First") } },
      Size: { type: "number" },
      Colour: colour,
    };
    const madeFrom = (component: string) => ({ "x-made-from": { component, side: "request" } });
    const request = { colour: ref("Colour.request"), size: ref("Size"), first: ref("First.request") };
    expect(componentsOf(both(schemas))["schemas"]).toEqual({
      ...schemas,
      "First.request": { properties: request, ...madeFrom("First") },
      Colour: open,
      "Colour.request": { ...colour, ...madeFrom("Colour") },
    });
  });

  it("are not made of what only one side uses", () => {
    const components = { schemas: { First: colour } };
    expect(componentsOf(answering(ref("First"), { components }))).toEqual({ schemas: { First: open } });
    expect(componentsOf(taking(ref("First"), { components }))).toEqual({ schemas: { First: colour } });
  });

  it("take no name that is there already", () => {
    const schemas = { First: { properties: { a: ref("First.request") }, ...colour }, "First.request": colour };
    const names = Object.keys(componentsOf(both(schemas))["schemas"] as object);
    expect(names).toEqual(["First", "First.request_2", "First.request", "First.request.request"]);
  });

  it("are found by the name that the document has for them", () => {
    const pruned = both({ First: colour, Other: {} }).pruned();
    expect(prunedName(pruned, "First", "response")).toBe("First");
    expect(prunedName(pruned, "First", "request")).toBe("First.request");
    expect(prunedName(pruned, "Other", "response")).toBeUndefined();
  });

  it("are found by names that the specification does not allow", () => {
    const schemas = { "List«Thing»": { type: "array" }, "List Thing": { type: "object" } };
    const given = answering({ oneOf: Object.keys(schemas).map(ref) }, { components: { schemas } });
    const pruned = given.pruned();
    expect(Object.keys(schemas).map((name) => prunedName(pruned, name, "response"))).toEqual([
      "List_Thing_",
      "List_Thing",
    ]);
  });
});
