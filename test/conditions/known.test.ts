import { describe, expect, test } from "vitest";
import { expectText, testEach } from "../support/compiler.js";
import { within } from "../support/fragment.js";
import { yaml } from "../support/yaml.js";
import { compiler, things } from "./support/cases.js";

const own = compiler();

const document = yaml`
  workflows:
  - workflowId: test
    steps:
    - stepId: one
      operationId: read
      x-poll: false
      onSuccess:
      <given>
`;

/** Actions that end, one after the other, each under a condition. */
function ending(...conditions: readonly string[]): string {
  const actions = conditions.map((condition, index) => {
    const type = condition.includes("$.") ? ", type: jsonpath, context: $response.body" : "";
    return `- { name: end-${index}, type: end, criteria: [{ condition: ${JSON.stringify(condition)}${type} }] }`;
  });
  return actions.join("\n");
}

describe("what is known", () => {
  testEach([
    {
      name: "ends the list where one action takes what the other leaves",
      given: ending("$.state == 'active'", "$.state != 'active'"),
      want: `
        if (one.data.state === "active") return { outcome: "end-0" };

        return { outcome: "end-1" };
      `,
    },
    {
      name: "ends it where one action denies the other in its words",
      given: ending("$.count > 1 || $.limit > 1", "!($.count > 1 || $.limit > 1)"),
      want: `
        if (one.data.count > 1 || (one.data.limit ?? 0) > 1) return { outcome: "end-0" };

        return { outcome: "end-1" };
      `,
    },
    {
      name: "is not that a value is one of those that the API lists today",
      given: ending("$.state == 'active'", "$.state == 'in-progress'", "$.state == 'closed'"),
      want: `
        const { state } = one.data;
        if (state === "active") return { outcome: "end-0" };
        if (state === "in-progress") return { outcome: "end-1" };
        if (state === "closed") return { outcome: "end-2" };

        return { outcome: "completed" };
      `,
    },
    {
      name: "is that a text which is one, whatever its case, is no other",
      given: ending(
        "$response.body#/state != 'active' && $response.body#/state == 'Closed'",
        "$response.body#/state == 'active'",
        "$response.body#/state == 'ACTIVE' || $response.body#/state == 'in-progress'",
        "$response.body#/state != 'closed'",
      ),
      want: `
        const { state } = one.data;
        if (isOneOf(state, "closed")) return { outcome: "end-0" };
        if (isOneOf(state, "active")) return { outcome: "end-1" };
        if (isOneOf(state, "in-progress")) return { outcome: "end-2" };

        return { outcome: "end-3" };
      `,
    },
    {
      name: "is that what is missing is no text",
      given: ending(
        "$response.body#/price == null && !($response.body#/price != 'none')",
        "$response.body#/price == 'free'",
      ),
      want: `
        if (sameText(one.data.price, "free")) return { outcome: "end-1" };

        return { outcome: "completed" };
      `,
    },
    {
      name: "is not that numeric texts differ, which may be one number",
      given: ending("$response.body#/mixed != '1' && $response.body#/mixed == '1.0'"),
      want: `
        const { mixed } = one.data;
        if (!sameText(mixed, "1") && sameText(mixed, "1.0")) return { outcome: "end-0" };

        return { outcome: "completed" };
      `,
    },
    {
      name: "is said by the condition that says more",
      given: ending("$.maybe != true && $.maybe == false", "$.id != 'a' && $.id == 'b'"),
      want: `
        if (one.data.maybe === false) return { outcome: "end-0" };
        if (one.data.id === "b") return { outcome: "end-1" };

        return { outcome: "completed" };
      `,
    },
    {
      name: "is that the condition which is left of two did not hold",
      given: ending("$.count > 1 && $.count == 5", "$.count == 5 || $.state == 'closed'"),
      want: `
        if (one.data.count === 5) return { outcome: "end-0" };
        if (one.data.state === "closed") return { outcome: "end-1" };

        return { outcome: "completed" };
      `,
    },
    {
      name: "is said by the alternative that says less",
      given: ending("$.id == 'b' || $.id != 'a'"),
      want: `
        if (one.data.id !== "a") return { outcome: "end-0" };

        return { outcome: "completed" };
      `,
    },
    {
      name: "is said of the length of a list once",
      given: ending("length($.tags) <= 0 && length($.tags) == 0", "count($.pets[*]) > 0 && count($.pets[*]) > 0"),
      want: `
        if (one.data.tags?.length === 0) return { outcome: "end-0" };
        if ((one.data.pets?.length ?? 0) > 0) return { outcome: "end-1" };

        return { outcome: "completed" };
      `,
    },
    {
      name: "is said of what is there once",
      given: ending("!$response.body#/any && !$response.body#/any"),
      want: `
        if (!Boolean(one.data.any)) return { outcome: "end-0" };

        return { outcome: "completed" };
      `,
    },
    {
      name: "removes an action that is never taken",
      given: ending("$.id == 'a'", "$.id == 'a' && $.count > 1"),
      want: `
        if (one.data.id === "a") return { outcome: "end-0" };

        return { outcome: "completed" };
      `,
    },
  ])(async ({ given, want }) => {
    const documents = { arazzo: within(document, given), openapi: things };
    expectText(await own.told(documents, ({ afterwards }) => afterwards), want);
  });
});

describe("an action that stands behind one which goes on is asked for alone where it implies that that one is not", () => {
  testEach([
    {
      name: "as one of several values",
      on: "$.state == 'active'",
      over: "$.state == 'in-progress' || $.state == 'closed'",
      want: ['state === "in-progress" || state === "closed"'],
    },
    { name: "as the opposite", on: "$.maybe == true", over: "$.maybe == false", want: ["one.data.maybe === false"] },
    {
      name: "as a list without items",
      on: "$.pets.length > 0",
      over: "$.pets.length == 0",
      want: ["one.data.pets?.length === 0"],
    },
    {
      name: "but not where it does not",
      on: "$.maybe == true",
      over: "$.done == true",
      want: ["one.data.maybe !== true && one.data.done === true"],
    },
  ])(async ({ on, over, want }) => {
    const criteria = (condition: string): string =>
      `[{ type: jsonpath, context: $response.body, condition: ${JSON.stringify(condition)} }]`;
    const actions = `
      - { name: on, type: goto, stepId: two, criteria: ${criteria(on)} }
      - { name: over, type: end, criteria: ${criteria(over)} }
    `;
    const arazzo = within(`${document}\n  - { stepId: two, operationId: list }`, actions);
    const { workflow } = await own.compile({ arazzo, openapi: things });
    expect(workflow().conditions).toEqual(want);
  });
});

test("what success criteria ask is not asked again", async () => {
  const given = ending("$response.body#/state == 'active'", "$.done == true");
  const arazzo = within(
    document.replace(
      "x-poll: false",
      "x-poll: false\n    successCriteria: [{ condition: $response.body#/state == 'active' }]",
    ),
    given,
  );
  const { workflow } = await own.compile({ arazzo, openapi: things });
  expect(workflow().conditions).toEqual([]);
  expect(workflow().output).not.toContain("end-1");
});

test("what was asked in an earlier pass of a loop is asked again in the next one", async () => {
  const arazzo = yaml`
    workflows:
    - workflowId: test
      steps:
      - stepId: one
        operationId: read
        outputs: { state: $response.body#/state }
        x-poll: false
        onSuccess:
        - { name: done, type: end, criteria: [{ condition: $response.body#/state == 'closed' }] }
        - { name: on, type: goto, stepId: one, criteria: [{ condition: $response.body#/state != 'closed' }] }
      outputs: { state: $steps.one.outputs.state }
  `;
  const { workflow } = await own.compile({ arazzo, openapi: things });
  expect(workflow().conditions).toEqual(['isOneOf(state, "closed")']);
  expect(workflow().statements).toContain("for (;;)");
});

own.testTypes();
