import fc from "fast-check";
import { expect, it } from "vitest";
import { writeApiTypes } from "../../generator/openapi/index.js";
import { commentLines } from "../../generator/emit/comment.js";
import { compile } from "./support/compile.js";
import { Given } from "./support/given.js";

/** More were run by hand. */
const runs = 30;

const junk = fc.oneof(fc.jsonValue({ maxDepth: 2 }), fc.constantFrom(null, 5, "x", [], {}, true, false));
const name = fc.oneof(
  fc.constantFrom("A", "B", "a", "__proto__", "properties", "enum", "$ref", "200", "%"),
  fc.string(),
);
const typeName = fc.constantFrom("string", "object", "array", "integer", "null", "boolean", "file");
const reference = fc.record({
  $ref: fc.constantFrom(
    ...["A", "B", "C"].map((component) => `#/components/schemas/${component}`),
    "#/components/schemas/A/properties/a",
    "#/paths/~1things/post/responses/200",
    "https://api.twilio.com/x.json",
  ),
});

/** Mostly schemas; keywords are mostly of the right kind. */
const { schema } = fc.letrec((tie) => {
  const schemas = fc.oneof(fc.array(tie("schema"), { maxLength: 2 }), junk);
  const map = fc.oneof(fc.dictionary(name, tie("schema"), { maxKeys: 3 }), junk);
  const keywords = fc.record(
    {
      type: fc.oneof(typeName, fc.array(typeName, { maxLength: 3 }), junk),
      enum: fc.oneof(fc.array(fc.oneof(fc.string(), fc.integer(), fc.double(), fc.boolean()), { maxLength: 3 }), junk),
      const: junk,
      nullable: fc.oneof(fc.boolean(), junk),
      properties: map,
      patternProperties: map,
      required: fc.oneof(fc.array(name, { maxLength: 2 }), junk),
      additionalProperties: tie("schema"),
      items: tie("schema"),
      prefixItems: schemas,
      allOf: schemas,
      oneOf: schemas,
      anyOf: schemas,
      readOnly: fc.boolean(),
      $ref: fc.constantFrom("#/components/schemas/A", "#/components/schemas/B"),
      ...Object.fromEntries(
        ["title", "description", "format", "default", "discriminator", "$defs"].map((key) => [key, junk]),
      ),
    },
    { requiredKeys: [] },
  );
  return {
    schema: fc.oneof(
      { maxDepth: 4 },
      { weight: 1, arbitrary: fc.oneof(fc.boolean(), junk) },
      { weight: 3, arbitrary: reference },
      { weight: 8, arbitrary: keywords },
    ),
  };
});

it("writes types that compile for whatever stands in a document", { timeout: 60_000 }, async () => {
  const files: Record<string, string> = {};
  const property = fc.asyncProperty(
    fc.constantFrom("3.0.3", "3.1.0"),
    fc.record({ A: schema, B: schema, C: schema }),
    fc.tuple(schema, schema, junk),
    async (openapi, schemas, [sent, answered, other]) => {
      const parameters = [{ name: "q", in: "query", schema: sent }, other];
      const requestBody = { content: { "application/json": { schema: sent }, "x/y": other } };
      const response = { description: other, content: { "application/json": { schema: answered } } };
      const post = { parameters, requestBody, responses: { 200: response, 400: other } };
      const given = new Given({ openapi, components: { schemas }, paths: { "/things": { post } } });
      const options = { interfaceName: "FuzzedApi", aliases: new Map<string, string>(), docLines: commentLines };
      files[`fuzzed-${Object.keys(files).length}.ts`] = await writeApiTypes(given.pruned(), options);
    },
  );
  await fc.assert(property, { numRuns: runs, seed: 20_260_414, endOnFailure: true });
  expect(compile(files)).toEqual([]);
});
