import { describe, expect, it } from "vitest";
import { formatPointer, parsePointer, parsePointerFragment } from "../../generator/documents/pointer.js";

describe("parsePointer", () => {
  const tests: [given: string, want: string[] | undefined][] = [
    ["", []],
    ["/", [""]],
    ["/a/0/b", ["a", "0", "b"]],
    ["/paths/~1Accounts~1{Sid}.json", ["paths", "/Accounts/{Sid}.json"]],
    ["/~01", ["~1"]],
    ["/a~0b", ["a~b"]],
    ["/a b", ["a b"]],
    ["a", undefined],
    ["/~", undefined],
    ["/~2", undefined],
    ["#/a", undefined],
  ];
  it.each(tests)("%j", (given, want) => {
    expect(parsePointer(given)).toEqual(want);
    if (want) expect(formatPointer(want)).toBe(given);
  });
});

describe("parsePointerFragment", () => {
  const tests: [given: string, want: string[] | undefined][] = [
    ["#", []],
    ["#/a%20b", ["a b"]],
    ["#/%7E1x", ["/x"]],
    ["#/c%25d", ["c%d"]],
    ["#/50%", ["50%"]],
    ["/a", undefined],
    ["#a", undefined],
  ];
  it.each(tests)("%j", (given, want) => {
    expect(parsePointerFragment(given)).toEqual(want);
  });
});

it("formatPointer takes indexes", () => {
  expect(formatPointer(["a", 0, "b/c~d"])).toBe("/a/0/b~1c~0d");
});
