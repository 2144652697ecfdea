import { describe, expect, test } from "vitest";
import { runtimeNames } from "../../generator/ir/runtime-files.js";
import { runtimeContract, runtimeModule, withRuntime } from "../../generator/emit/runtime-place.js";
import { keepContract } from "../../templates/package/contract.js";
import * as neutral from "../../templates/package/index.js";
import * as jsonpath from "../../templates/package/jsonpath.js";
import * as twilio from "../../templates/package/twilio.js";

describe("in place of a file of the copied runtime, functions import", () => {
  test.each([
    { given: "../runtime/index.js", neutral: "twilio-workflows/runtime", twilio: "twilio-workflows/runtime/twilio" },
    {
      given: "../runtime/values/at.js",
      neutral: "twilio-workflows/runtime",
      twilio: "twilio-workflows/runtime/twilio",
    },
    {
      given: "../runtime/values/jsonpath.js",
      neutral: "twilio-workflows/runtime/jsonpath",
      twilio: "twilio-workflows/runtime/jsonpath",
    },
    {
      given: "./runtime/caller.js",
      neutral: "twilio-workflows/runtime/caller",
      twilio: "twilio-workflows/runtime/caller",
    },
    {
      given: "./runtime/twilio/caller.js",
      neutral: "twilio-workflows/runtime/twilio/caller",
      twilio: "twilio-workflows/runtime/twilio/caller",
    },
    { given: "../apis/runtime.js", neutral: "../apis/runtime.js", twilio: "../apis/runtime.js" },
    { given: "./runtime.js", neutral: "./runtime.js", twilio: "./runtime.js" },
  ])("$neutral for $given", ({ given, ...want }) => {
    expect(runtimeModule(given, { place: "package", callsTwilio: false })).toBe(want.neutral);
    expect(runtimeModule(given, { place: "package", callsTwilio: true })).toBe(want.twilio);
    expect(runtimeModule(given, { place: "copy", callsTwilio: true })).toBe(given);
  });
});

test("what comes from one module is imported at once", () => {
  const lines = [
    { from: "../apis/a.js", values: [], types: ["A"] },
    { from: "../runtime/index.js", values: ["openWorkflow"], types: ["WorkflowRun"] },
    { from: "../runtime/values/at.js", values: ["at"], types: [] },
  ];

  expect(withRuntime(lines, { place: "package", callsTwilio: false })).toEqual([
    { from: "../apis/a.js", values: [], types: ["A"] },
    { from: "twilio-workflows/runtime", values: ["openWorkflow", "at"], types: ["WorkflowRun"] },
  ]);
});

describe("the package has", () => {
  const ofTwilio: readonly string[] = ["accountSidOf"];
  const names = runtimeNames.map((name) => ({ name }));

  test.each(names)("$name", ({ name }) => {
    const modules = ofTwilio.includes(name) ? [twilio] : [neutral, twilio];
    for (const module of modules) expect({ ...module, ...jsonpath }).toHaveProperty(name);
  });

  test("the contract that functions are made for, and says of others what to run", () => {
    expect(() => keepContract("send", runtimeContract)).not.toThrow();
    // A text is none.
    expect(() => keepContract("send", "run: npx twilio-workflows generate")).toThrow(
      /^workflow send was generated for runtime contract .*, and the installed twilio-workflows keeps 1: run `npx twilio-workflows generate`$/,
    );
  });
});
