import { describe, expect } from "vitest";
import { Compiler, expectText, testEach } from "../support/compiler.js";
import { within } from "../support/fragment.js";
import { yaml } from "../support/yaml.js";

const compiler = new Compiler();

const openapi = yaml`
  paths:
    /calls:
      post:
        operationId: placeCall
        responses:
          "200":
            description: The call.
            content:
              application/json:
                schema:
                  type: object
                  required: [state]
                  properties: { state: { type: string, enum: [done, busy, failed] }, level: { type: integer, enum: [1, 2, 3] } }
`;

/** A workflow that calls another one, which returns only calls that are done and of the level 1 or 2. */
const base = yaml`
  workflows:
  - workflowId: test
    steps:
    - stepId: first
      workflowId: place
      <given>
    - { stepId: second, operationId: placeCall }
  - workflowId: place
    steps:
    - stepId: place
      operationId: placeCall
      successCriteria:
      - { condition: "$[?@.state == 'done' && @.level != 3]", context: $response.body, type: jsonpath }
      outputs: { state: $response.body#/state, level: $response.body#/level }
    outputs: { state: $steps.place.outputs.state, level: $steps.place.outputs.level }
`;

describe("a criterion that the criteria of a called workflow rule out", () => {
  testEach([
    {
      name: "is no error, and its branch is left out",
      given: "onSuccess: [{ name: busy, type: end, criteria: [{ condition: $outputs.state == 'busy' }] }]",
      want: `
        1:62 warning constant-condition never true: the workflow that was called returns only "done"
          | Its own criteria let nothing else through, so that this need not be asked.
        const api = run.api<Api>("https://api.example.com", { source: "api" });

        await place({}, nestedRun(run, "first"));

        await api.POST("/calls", {
          ...run.step("second", { expect: "2xx", unread: true }),
        });

        return {};
      `,
    },
    {
      name: "is asked no more where it always holds",
      given: yaml`
        outputs: { level: $outputs.level }
        onSuccess: [{ name: low, type: end, criteria: [{ condition: $outputs.level != 3 && $outputs.level == 1 }] }]
      `,
      want: `
        2:61 warning constant-condition always true: the workflow that was called returns only one of 1, 2
          | Its own criteria let nothing else through, so that this need not be asked.
        const api = run.api<Api>("https://api.example.com", { source: "api" });

        const first = await place({}, nestedRun(run, "first"));
        if (first.level === 1) return { outcome: "low" };

        await api.POST("/calls", {
          ...run.step("second", { expect: "2xx", unread: true }),
        });

        return { outcome: "completed" };
      `,
    },
    {
      name: "is asked all the same where a step succeeds by it",
      given: "successCriteria: [{ condition: $outputs.state == 'failed' }]",
      want: `
        1:32 warning constant-condition never true: the workflow that was called returns only "done"
          | Its own criteria let nothing else through, so that this need not be asked.
        const api = run.api<Api>("https://api.example.com", { source: "api" });

        const first = await place({}, nestedRun(run, "first"));
        expectResult(run, "first", sameText(first.state, "failed"), "$outputs.state == 'failed'");

        await api.POST("/calls", {
          ...run.step("second", { expect: "2xx", unread: true }),
        });

        return {};
      `,
    },
    {
      name: "is an error where no schema lists the value",
      given: "onSuccess: [{ name: busy, type: end, criteria: [{ condition: $outputs.state == 'bussy' }] }]",
      want: `
        1:80 error impossible-condition never true: "bussy" is none of the values that the schema lists: "done", "busy", "failed"
          | Did you mean 'busy'?
      `,
    },
  ])(async ({ given, want }) => {
    expectText(await compiler.told({ arazzo: within(base, given), openapi }, ({ statements }) => statements), want);
  });
});

/** A workflow that ends early where another one, which succeeds under a condition, returns `busy`. */
const asking = (criterion: string): string => yaml`
    workflows:
    - workflowId: test
      steps:
      - stepId: first
        workflowId: place
        onSuccess: [{ name: busy, type: end, criteria: [{ condition: $outputs.state == 'busy' }] }]
      - { stepId: second, operationId: placeCall }
    - workflowId: place
      steps:
      - stepId: place
        operationId: placeCall
        successCriteria: [${criterion}]
        outputs: { state: $response.body#/state }
      outputs: { state: $steps.place.outputs.state }
`;

describe("a text that a called workflow has asked about may come in another case, and is asked for all the same", () => {
  testEach([
    {
      name: "where it is excluded",
      given: `{ condition: "$[?@.state != 'busy']", context: $response.body, type: jsonpath }`,
      want: `if (sameText(first.state, "busy")) return { outcome: "busy" };`,
    },
    {
      name: "where it was found without regard to case",
      given: "{ condition: $response.body#/state == 'busy' || $response.body#/state == 'failed' }",
      want: `if (isOneOf(first.state, "busy")) return { outcome: "busy" };`,
    },
  ])(async ({ given, want }) => {
    const { findings, workflow } = await compiler.compile({ arazzo: asking(given), openapi });
    expect(findings).toEqual([]);
    expect(workflow().statements).toContain(want);
  });
});

compiler.testTypes();
