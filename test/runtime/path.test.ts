import { expect, test } from "vitest";
import { encodePath } from "../../templates/runtime/encoding/path.js";

test.each([
  ["text", { sid: "SM1" }, "/Messages/SM1.json"],
  ["a number", { sid: 7 }, "/Messages/7.json"],
  ["a boolean", { sid: false }, "/Messages/false.json"],
  ["slashes and marks", { sid: "a/b?c#d e" }, "/Messages/a%2Fb%3Fc%23d%20e.json"],
  ["a per cent sign", { sid: "50%" }, "/Messages/50%25.json"],
  ["dots that are no dot segment", { sid: "a..b" }, "/Messages/a..b.json"],
  ["three dots", { sid: "..." }, "/Messages/....json"],
  ["what looks like a parameter", { sid: "{sid}" }, "/Messages/%7Bsid%7D.json"],
  ["what looks like a replacement", { sid: "$&" }, "/Messages/%24%26.json"],
])("%s is encoded", (_name, values, want) => {
  expect(encodePath("/Messages/{sid}.json", values)).toBe(want);
});

test.each([
  ["nothing", {}, "sid is undefined"],
  ["undefined", { sid: undefined }, "sid is undefined"],
  ["null", { sid: null }, "sid is null"],
  ["the empty string", { sid: "" }, "sid is empty"],
  ["half a character", { sid: "a\ud800" }, "sid ends amid a character"],
  ["an object", { sid: { a: 1 } }, "sid is no text or number"],
  ["an array", { sid: ["a"] }, "sid is no text or number"],
  ["a function", { sid: () => "a" }, "sid is no text or number"],
  ["a dot", { sid: "." }, 'sid climbs the path: "."'],
  ["two dots", { sid: ".." }, 'sid climbs the path: ".."'],
  ["encoded dots", { sid: "%2e%2E" }, 'sid climbs the path: "%2e%2E"'],
  ["half-encoded dots", { sid: ".%2e" }, 'sid climbs the path: ".%2e"'],
  ["dots encoded thrice", { sid: "%25252e." }, 'sid climbs the path: "%25252e."'],
  ["dots before a slash", { sid: "../x" }, 'sid climbs the path: "../x"'],
  ["dots after an encoded slash", { sid: "x%2f.." }, 'sid climbs the path: "x%2f.."'],
  ["dots after a backslash", { sid: "x\\.." }, 'sid climbs the path: "x\\\\.."'],
])("%s is refused, with a caret", (_name, values, complaint) => {
  expect(() => encodePath("/A/{sid}/B", values)).toThrow(
    new TypeError(`path parameter ${complaint}\n  /A/{sid}/B\n     ^^^^^`),
  );
});

test("all that is wrong is shown at once", () => {
  expect(() => encodePath("/A/{a}/{b}/{c}", { a: "", b: "x", c: ".." })).toThrow(
    new TypeError('path parameter a is empty; c climbs the path: ".."\n  /A/{a}/x/{c}\n     ^^^   ^^^'),
  );
});

test("names that every object has are not found in it", () => {
  expect(() => encodePath("/{constructor}/{__proto__}", {})).toThrow(
    "constructor is undefined; __proto__ is undefined",
  );
});
