import { expect, test } from "vitest";
import { InvalidInputError, openWorkflow } from "../../templates/runtime/twilio/index.js";
import { checked, checkedIfThere } from "../../templates/runtime/values/checked.js";
import { at } from "./support/options.js";

type Kind = Parameters<typeof checked>[2];

const run = openWorkflow("w", at("https://x.test"));

test.each<[value: unknown, kind: Kind, want: unknown]>([
  ["a", "string", "a"],
  [5, "string", "5"],
  [false, "string", "false"],
  [5, "number", 5],
  [true, "boolean", true],
  [["a"], "string[]", ["a"]],
  [[], "number[]", []],
  ["open", ["open", 2], "open"],
  [2, ["open", 2], 2],
])("%j is taken for %j", (value, kind, want) => {
  expect(checked(run, value, kind, "send", "$inputs.x")).toEqual(want);
  expect(checkedIfThere(run, value, kind, "send", "$inputs.x")).toEqual(want);
});

test.each<[value: unknown, kind: Kind, want: string]>([
  ["5", "number", "number, and is string"],
  [{}, "string", "string, and is object"],
  [null, "boolean", "boolean, and is null"],
  ["a", "string[]", "string in each item of a list, and is string"],
  [["a", 1], "string[]", "string in each item of a list, and is a list"],
  ["lost", ["open", 2], "one of open, 2, and is string"],
])("%j is refused for %j", (value, kind, want) => {
  const check = (): unknown => checked(run, value, kind, "send", "$inputs.x");
  expect(check).toThrow(InvalidInputError);
  expect(check).toThrow(`$inputs.x goes to where nothing fits but ${want}`);
});

test.each([undefined, null])("%j is nothing to check where the value may be missing", (value) => {
  expect(checkedIfThere(run, value, "number", "send", "$inputs.x")).toBe(undefined);
});
