import { expect, test } from "vitest";
import { compile } from "../support/compile.js";
import { things } from "../flow/support/things.js";
import { yaml } from "../support/yaml.js";

/** The version that the function of a workflow tells its run, with a step described like this. */
async function versionOf(description: string, operationId = "make"): Promise<string | undefined> {
  const arazzo = yaml`
    workflows:
    - workflowId: test
      steps:
      - stepId: one
        description: ${JSON.stringify(description)}
        operationId: ${operationId}
      - { stepId: two, operationId: list }
  `;
  const { files } = await compile({ arazzo, openapi: things });
  return /version: "([0-9a-f]{8})"/.exec(files.get("workflows/test.ts") ?? "")?.[1];
}

const version = await versionOf("Makes it.");

test("the version of a workflow is eight digits", () => expect(version).toMatch(/^[0-9a-f]{8}$/));

test("the version of a workflow is the same whatever its comments say, and however long they are", async () => {
  expect(await versionOf("Something else. ".repeat(30))).toBe(version);
  expect(await versionOf("")).toBe(version);
});

test("the version of a workflow is another when a step is", async () => {
  expect(await versionOf("Makes it.", "list")).not.toBe(version);
});
