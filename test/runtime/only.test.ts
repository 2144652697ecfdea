import { expect, test } from "vitest";
import { InvalidInputError, openWorkflow } from "../../templates/runtime/twilio/index.js";
import { only } from "../../templates/runtime/values/only.js";
import { at } from "./support/options.js";

const run = openWorkflow("w", at("https://x.test"));

test.each<[list: readonly number[] | null | undefined, want: number | undefined]>([
  [[7], 7],
  [[], undefined],
  [null, undefined],
  [undefined, undefined],
])("of %j it is %j", (list, want) => {
  expect(only(run, list, "find", "$steps.find.outputs.ids")).toBe(want);
});

test("of several it is none, and nothing is sent", () => {
  const choose = (): unknown => only(run, [1, 2, 3], "find", "$steps.find.outputs.ids");

  expect(choose).toThrow(InvalidInputError);
  expect(choose).toThrow("workflow w, step find: $steps.find.outputs.ids means the only item of a list, which has 3");
});
