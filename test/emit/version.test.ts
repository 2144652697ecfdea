import { describe, expect, test } from "vitest";
import { compile } from "../support/compile.js";
import { things } from "../flow/support/things.js";
import { yaml } from "../support/yaml.js";

const document = yaml`
  workflows:
  - workflowId: test
    summary: Makes a thing and waits for it.
    inputs: { type: object, required: [name], properties: { name: { type: string, maxLength: 10 } } }
    steps:
    - stepId: make
      description: Makes it.
      operationId: make
      requestBody: { payload: { name: $inputs.name, note: new } }
      successCriteria: [{ condition: $statusCode == 201 }]
      outputs: { id: $response.body#/id }
    - stepId: look
      operationId: look
      parameters: [{ name: id, in: path, value: $steps.make.outputs.id }]
      outputs: { state: $response.body#/state }
      onSuccess:
      - { name: ready, type: end, criteria: [{ condition: $response.body#/state == 'ready' }] }
      - { name: broken, type: goto, stepId: make, criteria: [{ condition: $response.body#/state == 'broken' }] }
      onFailure: [{ name: again, type: retry, retryLimit: 3, retryAfter: 1 }]
    - { stepId: rest, operationId: list, parameters: [{ name: cursor, in: query, value: a }] }
    outputs: { state: $steps.look.outputs.state }
  - workflowId: other
    steps: [{ stepId: list, operationId: list }]
`;

/** The version that the function of the workflow tells its run, with this for that in the documents. */
async function versionWith(changes: readonly (readonly [string, string])[]): Promise<string | undefined> {
  const [arazzo, openapi] = [document, things].map((text) =>
    changes.reduce((changed, [from, to]) => changed.replaceAll(from, to), text),
  );
  expect([arazzo, openapi]).not.toEqual(changes.length === 0 ? [] : [document, things]);
  const { files, findings } = await compile({ arazzo: arazzo ?? "", openapi: openapi ?? "" });
  const version = /version: "([0-9a-f]{8})"/.exec(files.get("workflows/test.ts") ?? "")?.[1];
  expect(version, findings.join("\n")).toBeDefined();
  return version;
}

const version = await versionWith([]);

// A checkpoint goes on with the answers of an earlier run: what these answered has to be asked still.
describe("the version of a workflow is the same with", () => {
  test.each<{ readonly name: string; readonly given: readonly (readonly [string, string])[] }>([
    { name: "another comment", given: [["Makes it.", "Something else. ".repeat(30)]] },
    { name: "no comment", given: [["description: Makes it.", "description: ''"]] },
    { name: "another summary", given: [["Makes a thing and waits for it.", "Makes one."]] },
    { name: "another name of an output of a step", given: [["state: $response", "how: $response"], ["look.outputs.state", "look.outputs.how"]] }, // prettier-ignore
    { name: "another name of an output", given: [["outputs: { state: $steps", "outputs: { how: $steps"]] },
    { name: "another type of an input", given: [["maxLength: 10", "enum: [a, b]"]] },
    { name: "another name of an input", given: [["required: [name]", "required: [called]"], ["{ name: { type: string, m", "{ called: { type: string, m"], ["$inputs.name", "$inputs.called"]] }, // prettier-ignore
    { name: "another type of an answer", given: [["[new, ready, broken]", "[new, ready, broken, gone]"]] },
    { name: "another condition of an end", given: [["state == 'ready'", "state != 'new'"]] },
    { name: "another success criterion", given: [["$statusCode == 201", "$statusCode < 300"]] },
    { name: "another name of an end", given: [["name: ready", "name: done"]] },
    { name: "other times and limits", given: [["retryLimit: 3, retryAfter: 1", "retryLimit: 5, retryAfter: 2"]] }, // prettier-ignore
    { name: "another value of a parameter", given: [["value: a }", "value: b }"]] },
    { name: "another order of fields in a body", given: [["name: $inputs.name, note: new", "note: new, name: $inputs.name"]] }, // prettier-ignore
  ])("$name", async ({ given }) => {
    expect(await versionWith(given)).toBe(version);
  });
});

describe("the version of a workflow is another with", () => {
  test.each<{ readonly name: string; readonly given: readonly (readonly [string, string])[] }>([
    {
      name: "another id of a step",
      given: [
        ["stepId: make", "stepId: create"],
        ["$steps.make", "$steps.create"],
      ],
    },
    { name: "another operation", given: [["stepId: rest, operationId: list, parameters: [{ name: cursor, in: query", "stepId: rest, operationId: drop, parameters: [{ name: id, in: path"]] }, // prettier-ignore
    { name: "another path", given: [["/things/{id}", "/stuff/{id}"]] },
    {
      name: "another server",
      given: [["/things:\n", "/things:\n    servers: [{ url: https://other.example.com }]\n"]],
    },
    { name: "another method", given: [["    delete:", "    put:"], ["    get:\n      operationId: look", "    delete:\n      operationId: look"]] }, // prettier-ignore
    { name: "one parameter less", given: [[", parameters: [{ name: cursor, in: query, value: a }]", ""]] },
    { name: "one field of the body less", given: [[", note: new", ""]] },
    { name: "another media type", given: [["application/json:\n            schema: { type: object, properties: { name", "application/x-www-form-urlencoded:\n            schema: { type: object, properties: { name"]] }, // prettier-ignore
    { name: "one step less", given: [["- { stepId: rest, operationId: list, parameters: [{ name: cursor, in: query, value: a }] }\n", "# Nothing.\n"]] }, // prettier-ignore
    { name: "a jump to another step", given: [["type: goto, stepId: make", "type: goto, stepId: look"]] },
    { name: "an end in place of a jump", given: [["type: goto, stepId: make", "type: end"]] },
    { name: "a failure that ends in place of a retry", given: [["type: retry, retryLimit: 3, retryAfter: 1", "type: end"]] }, // prettier-ignore
    { name: "a jump to another workflow", given: [["type: goto, stepId: make", "type: goto, workflowId: other"]] },
    { name: "the call of a workflow in place of a request", given: [["stepId: rest, operationId: list, parameters: [{ name: cursor, in: query, value: a }]", "stepId: rest, workflowId: other"]] }, // prettier-ignore
  ])("$name", async ({ given }) => {
    expect(await versionWith(given)).toMatch(/^[0-9a-f]{8}$/);
    expect(await versionWith(given)).not.toBe(version);
  });
});

test("the order of actions is that of questions, not of requests", async () => {
  const ready = "{ name: ready, type: end, criteria: [{ condition: $response.body#/state == 'ready' }] }";
  const broken =
    "{ name: broken, type: goto, stepId: make, criteria: [{ condition: $response.body#/state == 'broken' }] }";
  const swapped = [[ready, "<ready>"], [broken, ready], ["<ready>", broken]] as const; // prettier-ignore
  expect(await versionWith(swapped)).toBe(version);
});
