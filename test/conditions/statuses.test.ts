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
      outputs: { code: $response.body#/code, id: $response.body#/id, state: $response.body#/state }
      <given>
    outputs: { code: $steps.one.outputs.code, id: $steps.one.outputs.id, state: $steps.one.outputs.state }
`;

const onlyId = document.replaceAll(/(?:, )?(?:code|state): [^,}]*|(?<=\{ ), /g, "").replaceAll("{ ,", "{");

function tests(
  base: string,
  rows: readonly { readonly name: string; readonly given: string; readonly want: string }[],
): void {
  testEach(rows)(async ({ given, want }) => {
    const documents = { arazzo: within(base, given), openapi: things };
    const told = await own.told(documents, ({ statements }) =>
      statements.replace(
        /^[^]*?^\}\);\n/m,
        (request) => `${/expect: (?:\[.*?\]|[^,}]*)/.exec(request)?.[0].trim() ?? ""}\n`,
      ),
    );
    expectText(told.trim(), want);
  });
}

function success(...conditions: readonly string[]): string {
  return `successCriteria:${conditions.map((condition) => `\n- condition: ${JSON.stringify(condition)}`).join("")}`;
}

describe("a step whose success is no 2xx", () => {
  tests(document, [
    {
      name: "reads what its answer holds as an error",
      given: success("$statusCode == 404"),
      want: `
        expect: 404

        return { code: one.error?.code, id: one.data?.id, state: one.error?.state };
      `,
    },
    {
      name: "may succeed with a 2xx as well, and then reads either",
      given: success("$statusCode < 500"),
      want: `
        if (one.status >= 500) run.fail(one);

        return { code: one.error?.code, id: one.data?.id, state: (one.data ?? one.error)?.state };
      `,
    },
    {
      name: "may be known by more than its status",
      given: success("$statusCode == 200 || $statusCode == 404 && $response.body#/code == 7"),
      want: `
        expect: [200, 404]
        const code = one.error?.code;
        if (one.status !== 200 && code !== 7) run.fail(one, "HTTP status == 200 || HTTP status == 404 && code == 7");

        return { code, id: one.data?.id, state: (one.data ?? one.error)?.state };
      `,
    },
    {
      name: "has further criteria on what it holds",
      given: success("$statusCode == 404", "$response.body#/code == 7"),
      want: `
        expect: 404
        const code = one.error?.code;
        if (code !== 7) run.fail(one, "code is 7");

        return { code, id: one.data?.id, state: one.error?.state };
      `,
    },
    {
      name: "fails with a 2xx",
      given: `
        successCriteria: [{ condition: $statusCode == 404 }]
        onFailure:
        - { name: there, type: end, criteria: [{ condition: $response.body#/state == 'active' }] }
      `,
      want: `
        expect: [404, "failure"]
        if (one.status !== 404 && sameText((one.data ?? one.error)?.state, "active")) return { outcome: "there" };
        if (one.status !== 404) run.fail(one);

        return { outcome: "completed", code: one.error?.code, id: one.data?.id, state: one.error?.state };
      `,
    },
  ]);
});

describe("a step whose success is a 2xx", () => {
  tests(onlyId, [
    {
      name: "is asked for it once, however many criteria say so",
      given: success("$statusCode >= 200", "$statusCode < 300"),
      want: `
        expect: "2xx"

        return { id: one.data.id };
      `,
    },
    {
      name: "does not take a redirect for one: our rule",
      given: success("$statusCode < 400"),
      want: `
        expect: "2xx"

        return { id: one.data.id };
      `,
    },
    {
      name: "is asked for it by a regular expression",
      given: "successCriteria: [{ condition: '^2\\\\d\\\\d$', type: regex, context: $statusCode }]".replaceAll(
        "\\\\",
        "\\",
      ),
      want: `
        expect: "2xx"

        return { id: one.data.id };
      `,
    },
    {
      name: "has criteria of every type on what it holds",
      given: `
        successCriteria:
        - { condition: "$.pets[?@.sold == true]", type: jsonpath, context: $response.body }
        - { condition: ^A, type: regex, context: $response.body#/id }
        - { condition: $response.body#/done }
      `,
      want: `
        expect: "2xx"
        const { id } = one.data;
        if (!each(one.data.pets).some((item) => item?.sold === true)) run.fail(one, "body has $.pets[?@.sold == true]");
        if (!/^A/u.test(id)) run.fail(one, "id matches /^A/");
        if (!one.data.done) run.fail(one, "done");

        return { id };
      `,
    },
    {
      name: "has to hold something",
      given: success("$response.body#/state != null"),
      want: `
        expect: "2xx"
        if (one.data.state == null) run.fail(one, "state is not null");

        return { id: one.data.id };
      `,
    },
    {
      name: "is asked for it first, where a criterion asks for more",
      given: success("$statusCode == 200 && $response.body#/done == true"),
      want: `
        expect: 200
        if (one.data.done !== true) run.fail(one, "HTTP status is 200 and done is true");

        return { id: one.data.id };
      `,
    },
  ]);
});

describe("criteria of a failure", () => {
  tests(onlyId, [
    {
      name: "read the error",
      given: `
        successCriteria: [{ condition: $statusCode == 200 }]
        onFailure:
        - { name: known, type: end, criteria: [{ condition: $response.body#/code == 7 }] }
        - { name: odd, type: end, criteria: [{ condition: $response.body != null && $response.body#/message != null }] }
      `,
      want: `
        expect: [200, "failure"]
        if (one.error?.code === 7) return { outcome: "known" };
        if (Boolean(one.error) && one.error?.message != null) return { outcome: "odd" };
        if (!one.ok) run.fail(one);

        return { outcome: "completed", id: one.data.id };
      `,
    },
    {
      name: "read the data, too, where these can be the reason",
      given: `
        successCriteria: [{ condition: $statusCode == 200 }, { condition: $response.body#/done == true }]
        onFailure:
        - { name: busy, type: end, criteria: [{ condition: $response.body#/state == 'active' }] }
        - { name: text, type: end, criteria: [{ condition: act, type: regex, context: $response.body#/state }] }
        - { name: early, type: end, criteria: [{ condition: "$[?@.count < 3]", type: jsonpath, context: $response.body }] }
      `,
      want: `
        expect: [200, "failure"]
        if (one.status !== 200 || one.data?.done !== true) {
          if (sameText((one.data ?? one.error)?.state, "active")) return { outcome: "busy" };
          if (matchesPattern((one.data ?? one.error)?.state, "act", "u")) return { outcome: "text" };
          if ((one.data?.count ?? NaN) < 3) return { outcome: "early" };
        }
        if (!one.ok) run.fail(one);
        if (one.data.done !== true) run.fail(one, "done is true");

        return { outcome: "completed", id: one.data.id };
      `,
    },
  ]);
});

test("an answer of which any status is taken may have one that is not documented, and its data are read all the same", async () => {
  const arazzo = yaml`
    workflows:
    - workflowId: test
      steps:
      - stepId: one
        operationId: get
        successCriteria:
        - condition: $response.header.Location == 'x' || $statusCode == 200 || $response.body#/page/count == null
        onFailure: [{ name: again, type: goto, stepId: one }]
  `;
  const openapi = yaml`
    paths:
      /things:
        get:
          operationId: get
          responses:
            "200":
              content:
                application/json:
                  schema: { type: object, properties: { page: { type: object, properties: { count: { type: integer } } } } }
  `;
  const told = await own.told({ arazzo, openapi }, ({ statements }) => statements);
  expect(told).toContain("one.status !== 200");
});

test("a success that is not the one that was asked for is one that is not documented", async () => {
  const arazzo = yaml`
    workflows:
    - workflowId: test
      steps:
      - stepId: one
        operationId: get
        onSuccess: [{ name: done, type: end, criteria: [{ condition: $statusCode == 200 }] }]
        onFailure: [{ name: busy, type: end, criteria: [{ condition: $statusCode == 429 }] }]
        outputs: { next: $response.header.X-Next }
      - { stepId: two, operationId: get }
      outputs: { next: $steps.one.outputs.next }
  `;
  const openapi = "paths: { /things: { get: { operationId: get, responses: { '200': { description: x } } } } }";
  expect(await own.told({ arazzo, openapi }, ({ statements }) => statements)).toContain("one.status === 200");
});

test("an answer that is none of the failures which were asked for is a success, also to the compiler", async () => {
  const arazzo = yaml`
    workflows:
    - workflowId: test
      steps:
      - stepId: one
        operationId: get
        outputs: { size: $response.body#/size }
        onFailure:
        - { name: on, type: goto, stepId: two, criteria: [{ condition: $statusCode == 400 }] }
        - { name: end, type: end, criteria: [{ condition: $statusCode == 404 }] }
      - stepId: two
        operationId: get
        onSuccess: [{ name: done, type: end, criteria: [{ condition: $steps.one.outputs.size == 'b' }] }]
  `;
  const openapi = yaml`
    paths:
      /things:
        get:
          operationId: get
          responses:
            default: { content: { application/json: { schema: { type: object, properties: { size: { type: string } } } } } }
  `;
  const { workflow } = await own.compile({ arazzo, openapi });
  expect(workflow().statements).toContain("size = one.data.size");
});

own.testTypes();
