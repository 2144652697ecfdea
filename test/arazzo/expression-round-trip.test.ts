import * as fc from "fast-check";
import { expect, test } from "vitest";
import {
  formatExpression,
  formatTemplate,
  isFailure,
  parseExpression,
  parseOperationPath,
  parseOperationReference,
  parseStepReference,
  parseTemplate,
  parseText,
  parseWorkflowReference,
  type Expression,
} from "../../generator/arazzo/index.js";

// The same examples each time: what fails here fails for whoever looks into it.
fc.configureGlobal({ seed: Number(process.env["SEED"] ?? 20_260_502) });

const nameOf = (characters: string) => fc.string({ unit: fc.constantFrom(...characters), minLength: 1, maxLength: 8 });
const name = nameOf("abzAZ019_-é");
const path = fc.array(name, { minLength: 1, maxLength: 3 });
const pointer = fc.array(fc.string({ maxLength: 6 }), { maxLength: 3 });
const of = fc.constantFrom("request", "response");
// An id that holds the name of a field would end there.
const id = name.filter((text) => text !== "inputs" && text !== "outputs");

const expression: fc.Arbitrary<Expression> = fc.oneof(
  fc.record({ kind: fc.constantFrom("url", "method", "statusCode", "self") }),
  fc.record({ kind: fc.constant("header"), of, name: nameOf("aZ0!#$%&'*+-.^_`|~") }),
  fc.record({ kind: fc.constantFrom("query", "path"), name: fc.string({ minLength: 1 }) }),
  fc.record({ kind: fc.constant("body"), of, pointer }),
  fc.record({ kind: fc.constantFrom("inputs", "outputs"), path, pointer }),
  fc.record({ kind: fc.constant("steps"), stepId: id, path: fc.oneof(path, fc.constant([])), pointer }),
  fc.record({
    kind: fc.constant("workflows"),
    workflowId: id,
    field: fc.constantFrom("inputs", "outputs"),
    path: fc.oneof(path, fc.constant([])),
    pointer,
  }),
  fc.record({ kind: fc.constant("sourceDescriptions"), name, reference: fc.string({ minLength: 1 }) }),
  fc.record({
    kind: fc.constant("components"),
    type: fc.constantFrom("inputs", "parameters", "successActions", "failureActions"),
    name: nameOf("aZ0.-_"),
  }),
);

test("an expression that is printed and parsed again is the same", () => {
  fc.assert(
    fc.property(expression, (given) => {
      expect(parseExpression(formatExpression(given))).toEqual(given);
    }),
    { numRuns: 2000 },
  );
});

test("a text that parses is canonical after one printing", () => {
  fc.assert(
    fc.property(meantTexts(), (text) => {
      const parsed = parseExpression(text);
      if (isFailure(parsed)) return;
      expect(parseExpression(formatExpression(parsed))).toEqual(parsed);
    }),
    { numRuns: 2000 },
  );
});

test("a template that is printed and parsed again is the same", () => {
  const braced = expression.filter((given) => !/[{}]/.test(formatExpression(given)));
  const literal = fc.string({ minLength: 1 }).filter((text) => !text.includes("$"));
  fc.assert(
    fc.property(fc.array(fc.tuple(literal, braced), { maxLength: 4 }), (pairs) => {
      const text = pairs.map(([before, given]) => `${before}{${formatExpression(given)}}`).join("");
      const parts = parseTemplate(text);
      expect(isFailure(parts) || formatTemplate(parts)).toBe(text);
      expect(
        isFailure(parts) || parts.flatMap((part) => (part.kind === "expression" ? [part.expression] : [])),
      ).toEqual(pairs.map(([, given]) => given));
    }),
    { numRuns: 1000 },
  );
});

test("no text makes a parser throw, and failures lie within it", () => {
  const parsers = [
    parseExpression,
    parseTemplate,
    parseText,
    parseOperationPath,
    parseOperationReference,
    parseStepReference,
    parseWorkflowReference,
  ];
  fc.assert(
    fc.property(fc.oneof(fc.string(), fc.string({ unit: "binary" }), meantTexts()), (text) => {
      for (const parse of parsers) {
        const found = parse(text);
        if (!isFailure(found)) continue;
        expect(found.start).toBeGreaterThanOrEqual(0);
        expect(found.end).toBeGreaterThanOrEqual(found.start);
        expect(found.end).toBeLessThanOrEqual(text.length);
        expect(found.message).not.toBe("");
      }
    }),
    { numRuns: 5000 },
  );
});

/** Texts made of what expressions are made of, so that they get past the first character. */
function meantTexts(): fc.Arbitrary<string> {
  const roots = ["$url", "$statusCode", "$request.", "$response.", "$inputs.", "$outputs.", "$steps.", "$workflows."];
  const more = ["$sourceDescriptions.", "$components.", "$message.", "$self", "{", "}", "body", "header.", "query."];
  const marks = [".", "#", "/", "~", "~1", "[", "]", "[0]", "'", '"', "outputs", "inputs", "parameters", "a", "-", " "];
  return fc.array(fc.constantFrom(...roots, ...more, ...marks), { maxLength: 10 }).map((parts) => parts.join(""));
}
