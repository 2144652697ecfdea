import { readdirSync, readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { parse } from "yaml";
import * as z from "zod";
import { arazzoSchema } from "../../docs/arazzo-schema.js";
import { sampleArazzo } from "../../generator/commands/sample.js";
import { compile } from "../support/compile.js";
import { yaml } from "../support/yaml.js";

const schema = z.fromJSONSchema(JSON.parse(readFileSync("docs/arazzo.schema.json", "utf8")));

/** Where a document is not as the schema wants it, and `undefined` where it is. */
function faultIn(text: string): string | undefined {
  const result = schema.safeParse(parse(text));
  return result.success ? undefined : result.error.issues[0]?.path.join("/");
}

const whole = (steps: string): string => yaml`
  arazzo: 1.0.1
  info: { title: Orders, version: "1" }
  sourceDescriptions: [{ name: orders, url: orders.yaml, type: openapi }]
  workflows:
  - workflowId: order
    steps:
    ${steps}
`;

describe("the JSON Schema for editors takes", () => {
  const specs = readdirSync("specs/arazzo").map((name) => readFileSync(`specs/arazzo/${name}`, "utf8"));

  test("the documents of the library, and the one that `init` writes", () => {
    expect(specs.length).toBeGreaterThan(5);
    expect([...specs, sampleArazzo].map(faultIn)).toEqual([...specs, sampleArazzo].map(() => undefined));
  });

  test.each([
    [
      "our extensions",
      "- { stepId: a, operationId: b, x-poll: { interval: 100 }, x-url: $inputs.url, x-hosts: [a.b], x-callback: { event: done, match: $steps.a.outputs.id } }",
    ],
    ["extensions of others", "- { stepId: a, operationId: b, x-team: payments }"],
    ["references", "- { stepId: a, operationId: b, onSuccess: [{ reference: $components.successActions.done }] }"],
    ["findings that are meant", "- { stepId: a, operationId: b, x-allow: { unused-output: for later } }"],
  ])("%s", (_, step) => {
    expect(faultIn(whole(step))).toBeUndefined();
  });
});

describe("the JSON Schema for editors refuses", () => {
  test.each([
    ["a field that there is not", "- { stepId: a, operationId: b, onSucces: [] }", "workflows/0/steps/0"],
    ["a step without a name", "- { operationId: b }", "workflows/0/steps/0/stepId"],
    [
      "a poll that takes no time",
      "- { stepId: a, operationId: b, x-poll: { interval: 0 } }",
      "workflows/0/steps/0/x-poll/interval",
    ],
    [
      "an action of no type",
      "- { stepId: a, operationId: b, onFailure: [{ name: c, type: stop }] }",
      "workflows/0/steps/0/onFailure/0",
    ],
  ])("%s", (_, step, want) => {
    expect(faultIn(whole(step))).toBe(want);
  });
});

describe("the JSON Schema for editors has no field that the compiler does not know:", () => {
  const {
    sourceDescription,
    workflow,
    step,
    parameter,
    requestBody,
    criterion,
    successAction,
    failureAction,
    components,
    each,
    pages,
  } = arazzoSchema.$defs;
  const all = (part: unknown): string => {
    const { properties } = z.looseObject({ properties: z.record(z.string(), z.unknown()) }).parse(part);
    return JSON.stringify(Object.fromEntries(Object.keys(properties).map((name) => [name, null])));
  };
  const inStep = (fields: string): string => `workflows: [{ workflowId: w, steps: [{ stepId: a, ${fields} }] }]`;

  test.each([
    ["sourceDescription", `sourceDescriptions: [${all(sourceDescription)}]`],
    ["workflow", `workflows: [${all(workflow)}]`],
    ["step", `workflows: [{ workflowId: w, steps: [${all(step)}] }]`],
    ["parameter", inStep(`parameters: [${all(parameter)}]`)],
    ["requestBody", inStep(`requestBody: ${all(requestBody)}`)],
    ["criterion", inStep(`successCriteria: [${all(criterion)}]`)],
    ["successAction", inStep(`onSuccess: [${all(successAction)}]`)],
    ["failureAction", inStep(`onFailure: [${all(failureAction)}]`)],
    ["pages", inStep(`x-pages: ${all(pages)}`)],
    ["each", inStep(`x-each: ${all(each)}`)],
    ["components", `components: ${all(components)}`],
  ])("%s", async (_, arazzo) => {
    const { findings } = await compile({ arazzo, openapi: "paths: {}" });
    expect(findings).not.toEqual([]);
    expect(findings.filter((finding) => finding.includes("no field that is known here"))).toEqual([]);
  });
});
