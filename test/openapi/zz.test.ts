import fc from "fast-check";
import ts from "typescript";
import { test, expect } from "vitest";
import { Given, typesOf } from "./support/given.js";
import { compile } from "./support/compile.js";
const name = fc.oneof(
  fc.constantFrom("A", "B", "C", "a", "__proto__", "x-y", "properties", "enum", "items", "type", "$ref", "200"),
  fc.string({ maxLength: 5 }),
);
const junk = fc.oneof(fc.jsonValue({ maxDepth: 2 }), fc.constantFrom(null, 5, "x", [], {}, true, false));
const ref = fc.constantFrom("A", "B", "C").map((n) => ({ $ref: `#/components/schemas/${n}` }));
const deep = fc
  .constantFrom("#/components/schemas/A/properties/a", "#/paths/~1t/post/responses/200", "#/components/schemas/B/items")
  .map(($ref) => ({ $ref }));
const schema: fc.Arbitrary<unknown> = fc.letrec((tie) => ({
  s: fc.oneof(
    { maxDepth: 4 },
    { weight: 1, arbitrary: fc.boolean() as fc.Arbitrary<unknown> },
    { weight: 3, arbitrary: ref },
    { weight: 1, arbitrary: deep },
    { weight: 1, arbitrary: junk },
    {
      weight: 8,
      arbitrary: fc.record(
        {
          type: fc.oneof(
            fc.constantFrom("string", "object", "array", "integer", "null", "boolean", "number", "file"),
            fc.array(fc.constantFrom("string", "null", "object", "array", "integer"), { maxLength: 3 }),
            junk,
          ),
          enum: fc.oneof(
            fc.array(fc.oneof(fc.string(), fc.integer(), fc.constant(null), fc.boolean(), fc.double({ noNaN: true })), {
              maxLength: 3,
            }),
            junk,
          ),
          const: junk,
          nullable: fc.oneof(fc.boolean(), junk),
          default: junk,
          description: fc.oneof(fc.string(), junk),
          format: junk,
          title: junk,
          properties: fc.oneof(fc.dictionary(name, tie("s"), { maxKeys: 3 }), junk),
          required: fc.oneof(fc.array(name, { maxLength: 2 }), junk),
          additionalProperties: tie("s"),
          items: tie("s"),
          prefixItems: fc.oneof(fc.array(tie("s"), { maxLength: 2 }), junk),
          allOf: fc.oneof(fc.array(tie("s"), { maxLength: 2 }), junk),
          oneOf: fc.oneof(fc.array(tie("s"), { maxLength: 2 }), junk),
          anyOf: fc.oneof(fc.array(tie("s"), { maxLength: 2 }), junk),
          patternProperties: fc.oneof(fc.dictionary(name, tie("s"), { maxKeys: 2 }), junk),
          readOnly: fc.boolean(),
          $defs: junk,
          discriminator: junk,
          deprecated: junk,
          not: tie("s"),
          $ref: fc.constantFrom("#/components/schemas/A", "#/components/schemas/B"),
        },
        { requiredKeys: [] },
      ),
    },
  ),
})).s;
const samples: Record<string, string> = {};
test("fuzz", { timeout: 600000 }, async () => {
  let n = 0,
    threw = 0;
  await fc.assert(
    fc.asyncProperty(
      fc.constantFrom("3.0.3", "3.1.0"),
      schema,
      schema,
      schema,
      schema,
      junk,
      async (openapi, A, B, C, inline, j) => {
        const given = new Given({
          openapi,
          components: { schemas: { A, B, C } },
          paths: {
            "/t": {
              post: {
                parameters: [{ name: "q", in: "query", schema: inline }, j],
                requestBody: { content: { "application/json": { schema: inline }, "x/y": j } },
                responses: {
                  200: {
                    description: j,
                    content: {
                      "application/json": { schema: inline },
                      "a/b": { schema: { $ref: "#/components/schemas/A" } },
                    },
                  },
                  400: j,
                },
              },
            },
          } as object,
        });
        const pruned = given.pruned();
        const text = await typesOf(pruned);
        const out = ts.transpileModule(text, {
          reportDiagnostics: true,
          compilerOptions: { module: ts.ModuleKind.ESNext },
        });
        expect(out.diagnostics).toEqual([]);
        expect(out.outputText.replace(/\/\*[^]*?\*\//g, "").trim()).toBe("export {};");
        if (n++ % 4 === 0) samples[`s${n}.ts`] = text;
      },
    ),
    { numRuns: Number(process.env.RUNS ?? 1500) },
  );
  const problems = compile(samples);
  for (const p of problems.slice(0, 20)) {
    console.log(p);
    const [f, l] = p.split(/[: ]/);
    console.log(
      samples[f!]
        ?.split("\n")
        .slice(Math.max(0, Number(l) - 6), Number(l) + 5)
        .join("\n"),
    );
  }
  console.log(problems.length, Object.keys(samples).length);
});
