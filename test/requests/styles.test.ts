import { describe, expect, test } from "vitest";
import { encodeCookies } from "../../templates/runtime/encoding/cookies.js";
import { styledPath } from "../../templates/runtime/encoding/path-style.js";
import { styledQuery, wholeQuery } from "../../templates/runtime/encoding/query-style.js";

// The values of the tables in the OpenAPI Specification, "Style Examples".
const list = ["blue", "black", "brown"];
const object = { R: 100, G: 200, B: 150 };

describe("a query parameter", () => {
  test.each([
    ["form, exploded", { explode: true }, list, "color=blue&color=black&color=brown"],
    ["form, exploded", { explode: true }, object, "R=100&G=200&B=150"],
    ["form", { explode: false }, list, "color=blue,black,brown"],
    ["form", { explode: false }, object, "color=R,100,G,200,B,150"],
    ["form", { explode: false }, "blue", "color=blue"],
    ["form", { explode: false }, "", "color="],
    ["spaceDelimited", { style: "spaceDelimited" }, list, "color=blue%20black%20brown"],
    ["spaceDelimited", { style: "spaceDelimited" }, object, "color=R%20100%20G%20200%20B%20150"],
    ["pipeDelimited", { style: "pipeDelimited" }, list, "color=blue%7Cblack%7Cbrown"],
    ["pipeDelimited, exploded", { style: "pipeDelimited", explode: true }, list, "color=blue&color=black&color=brown"],
    ["deepObject", { style: "deepObject" }, object, "color%5BR%5D=100&color%5BG%5D=200&color%5BB%5D=150"],
    [
      "deepObject",
      { style: "deepObject" },
      { a: { b: [1, 2] }, c: undefined },
      "color%5Ba%5D%5Bb%5D=1&color%5Ba%5D%5Bb%5D=2",
    ],
    [
      "deepObject",
      { style: "deepObject" },
      { a: [{ b: 1, c: [2, 3] }, { b: 4 }] },
      "color%5Ba%5D%5B0%5D%5Bb%5D=1&color%5Ba%5D%5B0%5D%5Bc%5D=2&color%5Ba%5D%5B0%5D%5Bc%5D=3&color%5Ba%5D%5B1%5D%5Bb%5D=4",
    ],
    ["deepObject", { style: "deepObject" }, [{ b: 1 }, undefined, 2], "color%5B0%5D%5Bb%5D=1&color%5B2%5D=2"],
    ["deepObject", { style: "deepObject" }, { at: new Date(0) }, "color%5Bat%5D=1970-01-01T00%3A00%3A00Z"],
    ["deepObject", { style: "deepObject" }, "blue", "color=blue"],
    ["form", { explode: false }, [], ""],
    ["form", { explode: false }, undefined, ""],
    ["form", { explode: false }, null, ""],
    ["form", { explode: false }, ["a,b", "c&d"], "color=a%2Cb,c%26d"],
    ["form", { explode: false }, [undefined, "a", null], "color=a"],
    ["reserved", { allowReserved: true }, "a/b?c=d,e:f@[1]", "color=a/b?c=d,e:f@[1]"],
    ["reserved, but what would end it", { allowReserved: true }, "a#b&c d%", "color=a%23b%26c%20d%25"],
    ["reserved, encoded already", { allowReserved: true }, "100%25", "color=100%25"],
  ] as const)("%s: %o of %o", (_, style, value, want) => {
    expect(styledQuery({ color: style })({ color: value })).toBe(want);
  });

  test("has its style alone, and its name encoded", () => {
    const query = { "a&b": [1, 2], other: [1, 2], none: undefined };
    expect(styledQuery({ "a&b": { explode: false } })(query)).toBe("a%26b=1,2&other=1&other=2");
  });

  test("is not that which all objects have", () => {
    expect(styledQuery({})({ constructor: [1] })).toBe("constructor=1");
  });
});

describe("a path parameter", () => {
  test.each([
    [{ style: "simple" }, "blue", "/blue/x"],
    [{ style: "simple" }, list, "/blue,black,brown/x"],
    [{ style: "simple" }, object, "/R,100,G,200,B,150/x"],
    [{ style: "simple", explode: true }, object, "/R=100,G=200,B=150/x"],
    [{ style: "label" }, "blue", "/.blue/x"],
    [{ style: "label" }, list, "/.blue,black,brown/x"],
    [{ style: "label", explode: true }, list, "/.blue.black.brown/x"],
    [{ style: "label", explode: true }, object, "/.R=100.G=200.B=150/x"],
    [{ style: "matrix" }, "blue", "/;color=blue/x"],
    [{ style: "matrix" }, list, "/;color=blue,black,brown/x"],
    [{ style: "matrix", explode: true }, list, "/;color=blue;color=black;color=brown/x"],
    [{ style: "matrix" }, object, "/;color=R,100,G,200,B,150/x"],
    [{ style: "matrix", explode: true }, object, "/;R=100;G=200;B=150/x"],
    [{ style: "simple" }, ["a/b", "c d"], "/a%2Fb,c%20d/x"],
  ] as const)("%o of %o", (style, value, want) => {
    expect(styledPath({ color: style })("/{color}/x", { color: value })).toBe(want);
  });

  test.each([
    ["..", "climbs the path"],
    [["a", ".."], "climbs the path"],
    [[".", "a"], "climbs the path"],
    [{ "..": 1 }, "climbs the path"],
    [[], "is empty"],
    [{}, "is empty"],
    [["a", ""], "is empty"],
    [["a", undefined], "is undefined"],
    [[["a"]], "is no text or number"],
    ["", "is empty"],
    [undefined, "is undefined"],
  ])("refuses %o", (value, want) => {
    const write = (): string => styledPath({ color: { style: "label" } })("/{color}", { color: value });
    expect(write).toThrow(want);
  });

  test("is a plain value without a style", () => {
    expect(() => styledPath({})("/{color}", { color: ["a"] })).toThrow("is no text or number");
    expect(styledPath({})("/{color}", { color: "a b" })).toBe("/a%20b");
  });
});

describe("a whole query", () => {
  test.each([
    ["a text, which is one", "a=1&b=x/y", undefined, "a=1&b=x/y"],
    ["a text with what a query cannot hold", "a=1 2#é", undefined, "a=1%202%23%C3%A9"],
    ["fields", { a: "x&y", b: undefined, c: [1, 2] }, undefined, "a=x%26y&c=1&c=2"],
    ["JSON", { a: "x&y" }, "application/json", "%7B%22a%22%3A%22x%26y%22%7D"],
    ["a JSON text", "x", "application/json", "%22x%22"],
    ["nothing", undefined, undefined, ""],
    ["null", null, "application/json", ""],
  ] as const)("of %s", (_, value, mediaType, want) => {
    expect(wholeQuery(value, mediaType)()).toBe(want);
  });
});

describe("cookies", () => {
  test.each([
    [{ a: "1", b: 2, c: true }, "a=1; b=2; c=true"],
    [{ a: undefined, b: null, c: "" }, "c="],
    [{ a: "x; y=z\r\nSet: 1" }, "a=x%3B%20y%3Dz%0D%0ASet%3A%201"],
    [{ "a;b": ["1", "2,3"] }, "a%3Bb=1,2%2C3"],
    [{}, ""],
  ])("of %o", (values, want) => {
    expect(encodeCookies(values)).toBe(want);
  });
});
