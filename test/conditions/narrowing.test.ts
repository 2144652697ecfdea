import { describe, expect, test } from "vitest";
import { expectText, testEach } from "../support/compiler.js";
import { within } from "../support/fragment.js";
import { yaml } from "../support/yaml.js";
import { compiler, things } from "./support/cases.js";

const own = compiler();

const document = yaml`
  workflows:
  - workflowId: test
    inputs:
      properties:
        mode: { type: string, enum: [fast, slow] }
        level: { type: integer, enum: [1, 2] }
        later: {}
    steps:
    - stepId: one
      operationId: read
      onSuccess:
      <given>
    - stepId: two
      operationId: read
      outputs: { owner: $response.body#/owner/name }
    outputs: { owner: $steps.one.outputs.owner, second: $steps.two.outputs.owner }
`.replace("operationId: read\n", "operationId: read\n    outputs: { owner: $response.body#/owner/name }\n");

/** Actions that end under conditions, one after the other. */
function ending(...conditions: readonly string[]): string {
  return conditions
    .map((condition, index) => {
      const type = condition.startsWith("$[") || /\$\./.test(condition) ? "type: jsonpath\n    " : "";
      const context = type === "" ? "" : "\n    context: $response.body";
      const written = JSON.stringify(condition);
      return `- name: end-${index}\n  type: end\n  criteria:\n  - ${type}condition: ${written}${context}`;
    })
    .join("\n");
}

// TypeScript refuses `a === "x"` where it knows that it is false. What is known is not asked again, so that all of it
// compiles, however often a document asks.
describe("asked again,", () => {
  testEach([
    {
      name: "other values are compared as ever",
      given: ending("$.state == 'active'", "$.state == 'closed' || $.state == 'in-progress'"),
      want: `
        state === "active"
        state === "closed" || state === "in-progress"
      `,
    },
    {
      name: "the other truth value is compared as ever",
      given: ending("$.done == true", "$.done == false"),
      want: `
        done === true
        done === false
      `,
    },
    {
      name: "the same truth value is not asked for again",
      given: ending("$.done == true", "$.done == true && $.count > 1", "$.done == false", "$.done == false"),
      want: `
        done === true
        done === false
      `,
    },
    {
      name: "nor is a flag",
      given: ending("$response.body#/done", "$response.body#/done && $response.body#/count > 1"),
      want: `one.data.done`,
    },
    {
      name: "nor is the same value of a closed list",
      given: ending("$response.body#/level == 1", "$response.body#/level == 1", "$response.body#/level == 2"),
      want: `
        level === 1
        level === 2
      `,
    },
    {
      name: "an input too",
      given: ending("$inputs.mode == 'fast'", "$inputs.mode == 'fast' || $inputs.level == 1", "$inputs.level == 1"),
      want: `
        input.mode === "fast"
        input.level === 1
      `,
    },
    {
      name: "two values at once are no question",
      given: ending("$.id == 'a' && $.id == 'b'", "$.id != 'a' || $.id != 'b'"),
      want: "",
    },
    {
      name: "nor is one under the condition that it is another",
      given: ending("!($.id == 'a' || $.done == true) && $.done == true"),
      want: "",
    },
    {
      name: "null is asked for once",
      given: ending("$.price == null && $.price == null", "$.price != null && $.price == 'x'"),
      want: `
        price == null
        price === "x"
      `,
    },
    {
      name: "what is null is nothing else",
      given: ending("$.price == null && $.price == 'x'"),
      want: "",
    },
    {
      name: "an object is there or it is not",
      given: ending("$response.body#/owner == null", "$response.body#/owner != null", "$response.body == null"),
      want: `!Boolean(one.data.owner)`,
    },
    {
      name: "two fields are compared by a function if the list of one would hold for the other",
      given: ending("$.id == $.state && $.id == 'x'"),
      want: `sameValue(id, one.data.state) && id === "x"`,
    },
    {
      name: "inside of a filter",
      given: ending(
        "$.pets[?@.sold == true && @.sold == true && @.sold == false]",
        "$.pets[?@.sold == true && @.sold == true]",
      ),
      want: `each(one.data.pets).some((item) => item?.sold === true)`,
    },
  ])(async ({ given, want }) => {
    const documents = { arazzo: within(document, given), openapi: things };
    expectText(await own.told(documents, ({ conditions }) => conditions.join("\n")), want);
  });
});

test("a retry under what an earlier action is taken for goes", async () => {
  const arazzo = yaml`
    workflows:
    - workflowId: test
      steps:
      - stepId: one
        operationId: make
        onFailure:
        - { name: there, type: end, criteria: [{ condition: $response.body != null }] }
        - { name: again, type: retry, criteria: [{ condition: $response.body != null }] }
  `;
  const openapi = yaml`
    paths:
      /things:
        post:
          operationId: make
          responses:
            "201": { description: Made., content: { application/json: { schema: { type: string } } } }
            "409": { description: There., content: { application/json: { schema: { type: number } } } }
  `;
  const { workflow } = await own.compile({ arazzo, openapi });
  expect(workflow().conditions).toEqual(["!one.ok && one.error != null"]);
});

describe("behind a jump,", () => {
  const jumping = yaml`
    workflows:
    - workflowId: test
      steps:
      - stepId: one
        operationId: read
        outputs: { done: $response.body#/done, level: $response.body#/level }
        onSuccess:
        <given>
      - stepId: two
        operationId: read
      - stepId: three
        operationId: read
        x-poll: false
        onSuccess:
        - name: late
          type: end
          criteria: [{ condition: $steps.one.outputs.done == true }]
        - name: later
          type: end
          criteria: [{ condition: $steps.one.outputs.level == 1 }]
  `;

  testEach([
    {
      name: "what was found before the block is known",
      given: `
        - name: skip
          type: goto
          stepId: three
          criteria: [{ condition: $response.body#/count > 1 }]
        - name: over
          type: end
          criteria: [{ condition: $response.body#/done == true }]
      `,
      want: `
        one.data.count <= 1
        done === true
        done === true
        one.data.level === 1
      `,
    },
    {
      name: "what was found on every way is known",
      given: `
        - name: over
          type: end
          criteria: [{ condition: $response.body#/done == true }]
        - name: skip
          type: goto
          stepId: three
          criteria: [{ condition: $response.body#/level == 1 }]
      `,
      want: `
        one.data.done === true
        level !== 1
        level === 1
      `,
    },
  ])(async ({ given, want }) => {
    const documents = { arazzo: within(jumping, given), openapi: things };
    expectText(await own.told(documents, ({ conditions }) => conditions.join("\n")), want);
  });
});

test("an input is not compared with what a later step cannot send", async () => {
  const arazzo = yaml`
    workflows:
    - workflowId: test
      inputs: { required: [order], properties: { order: {} } }
      steps:
      - stepId: one
        operationId: sort
        onSuccess:
        - { name: end, type: end, criteria: [{ condition: $ == "up", type: jsonpath, context: $inputs.order }] }
      - stepId: two
        operationId: sort
        parameters: [{ name: Order, in: query, value: $inputs.order }]
  `;
  const openapi = yaml`
    paths:
      /sorted:
        get:
          operationId: sort
          parameters: [{ name: Order, in: query, schema: { type: string, enum: [asc, desc] } }]
          responses: { "204": { description: x } }
  `;
  const { findings } = await own.compile({ arazzo, openapi });
  expect(findings.filter((finding) => finding.includes(" error "))).toEqual([
    expect.stringContaining(`impossible-condition never true: "up" is none of the values that the schema lists`),
  ]);
});

test("what says of which of several types an answer is does not rule out the answer", async () => {
  const arazzo = yaml`
    workflows:
    - workflowId: test
      steps:
      - stepId: one
        operationId: choose
        onSuccess:
        - { name: good, type: end, criteria: [{ condition: $response.body#/ok == true }] }
        - { name: bad, type: end, criteria: [{ condition: $response.body#/ok == false }] }
        - { name: flag, type: end, criteria: [{ condition: $response.body#/ok }] }
      - stepId: two
        operationId: choose
        outputs: { id: $response.body#/id }
      outputs: { id: $steps.two.outputs.id, first: $steps.one.outputs.id }
  `.replace("operationId: choose\n", "operationId: choose\n    outputs: { id: $response.body#/id }\n");
  const openapi = yaml`
    paths:
      /choice:
        get:
          operationId: choose
          responses:
            "200":
              description: x
              content:
                application/json:
                  schema:
                    oneOf:
                    - type: object
                      required: [ok, id, a]
                      properties: { ok: { type: boolean, const: true }, id: { type: string }, a: { type: string } }
                    - type: object
                      required: [ok, id, b]
                      properties: { ok: { type: boolean, const: false }, id: { type: string }, b: { type: string } }
  `;
  const { workflow } = await own.compile({ arazzo, openapi });
  expect(workflow().conditions).toEqual(["sameValue(ok, true)", "sameValue(ok, false)"]);
});

own.testTypes();
