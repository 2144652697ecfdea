import { describe, expect, it } from "vitest";
import { answering, componentsOf, ref, taking } from "./support/given.js";

describe("references that are not followed", () => {
  const tests: [name: string, schema: object, want: string][] = [
    ["to the network", { $ref: "http://169.254.169.254/x" }, "reference-refused"],
    ["to another file", { properties: { a: { $ref: "../other.json#/a" } } }, "reference-refused"],
    ["to the disk", { allOf: [{ $ref: "file:///etc/passwd" }] }, "reference-refused"],
    ["to nothing", { $ref: "#/components/schemas/Missing" }, "reference-unresolved"],
    ["to what it inherits", { $ref: "#/components/constructor" }, "reference-unresolved"],
  ];
  it.each(tests)("lead %s", async (_, schema, code) => {
    for (const given of [answering(schema), taking({ type: "array", items: schema })]) {
      const pruned = given.pruned();
      expect(given.findings.list().map((finding) => finding.code)).toEqual([code]);
      expect(JSON.stringify(pruned)).not.toContain("$ref");
    }
  });

  it("lead back to where they began", () => {
    const schemas = { First: ref("Second"), Second: ref("First") };
    const given = answering(ref("First"), { components: { schemas } });
    expect(componentsOf(given)).toEqual({});
    expect(given.problems()).toEqual(["reference-cycle: the reference leads back to itself"]);
  });

  it("make a schema of itself", async () => {
    const schemas = {
      First: { oneOf: [ref("Second"), { type: "string" }] },
      Second: { allOf: [{ properties: { a: ref("First") } }, ref("First")] },
    };
    const given = answering(ref("First"), { components: { schemas } });
    expect(componentsOf(given)["schemas"]).toEqual({
      First: { oneOf: [ref("Second"), { type: "string" }] },
      Second: { allOf: [{ properties: { a: ref("First") } }, {}] },
    });
    expect(given.problems()).toEqual(["reference-cycle: the schema `First` is made of itself"]);
  });

  it("make a list of lists of itself, which is no mistake", () => {
    const schemas = { First: { oneOf: [{ type: "string" }, { type: "array", items: ref("First") }] } };
    const given = answering(ref("First"), { components: { schemas } });
    expect(componentsOf(given)["schemas"]).toEqual({
      First: { oneOf: [{ type: "string" }, { type: "array", items: {} }] },
    });
    expect(given.problems()).toEqual([]);
  });

  it("make schemas of so many others that the compiler would give up", () => {
    const links = Array.from({ length: 1_000 }, (_, index) => [`S${index}`, { allOf: [ref(`S${index + 1}`)] }]);
    for (const inOrder of [links, [...links].reverse()]) {
      const schemas = Object.fromEntries([...inOrder, ["S1000", { type: "string" }]]);
      const given = answering(ref("S0"), { components: { schemas } });
      given.pruned();
      expect([...new Set(given.problems())]).toEqual([
        "document-too-large: more than 100 schemas are made of one another",
      ]);
      expect(given.findings.list().length).toBe(10);
    }
  });

  it("are found at the end of a chain of any length", () => {
    const links = Array.from({ length: 10_000 }, (_, index) => [
      `S${index}`,
      { properties: { next: ref(`S${index + 1}`) } },
    ]);
    const schemas = Object.fromEntries([["First", ref("S0")], ...links, ["S10000", { $ref: "https://x" }]]);
    const given = answering(ref("First"), { components: { schemas } });
    given.pruned();
    expect(given.findings.list().map((finding) => finding.code)).toEqual(["reference-refused"]);
  });
});
