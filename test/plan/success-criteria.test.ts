import { describe } from "vitest";
import { Compiler, expectText, testEach } from "../support/compiler.js";
import { within } from "../support/fragment.js";
import { yaml } from "../support/yaml.js";

const compiler = new Compiler();

/** An operation that documents these answers. */
function answering(...statuses: readonly string[]): string {
  const schema =
    "{ type: object, required: [id], properties: { id: { type: string }, state: { type: string, enum: [ready, broken] } } }";
  const answers = statuses.map(
    (status) => `        "${status}": { description: x, content: { application/json: { schema: ${schema} } } }`,
  );
  return `paths:\n  /things:\n    post:\n      operationId: make\n      responses:\n${answers.join("\n")}\n`;
}

const oneStep = yaml`
  workflows:
  - workflowId: test
    steps:
    - stepId: one
      operationId: make
      outputs: { id: $response.body#/id }
      <given>
    outputs: { id: $steps.one.outputs.id }
`;

function tests(
  rows: readonly {
    readonly name: string;
    readonly statuses?: readonly string[];
    readonly strict?: true;
    readonly given: string;
    readonly want: string;
  }[],
): void {
  testEach(rows)(async ({ statuses = ["201"], strict = false, given, want }) => {
    const documents = { arazzo: within(oneStep, given), openapi: answering(...statuses), strict };
    expectText(await compiler.told(documents, ({ expectations }) => expectations.join("\n")), want);
  });
}

function criterion(condition: string): string {
  return `successCriteria:\n- condition: ${condition}`;
}

describe("a step without success criteria", () => {
  tests([
    { name: "succeeds with any 2xx", given: "description: One.", want: '"2xx"' },
    {
      name: "succeeds with any 2xx, whatever is documented",
      statuses: ["200", "201", "400"],
      given: "description: One.",
      want: '"2xx"',
    },
  ]);
});

describe("a criterion on the status", () => {
  tests([
    {
      name: "is what the operation documents",
      given: criterion("$statusCode == 201"),
      want: "201",
    },
    {
      name: "is a 2xx that the operation does not document",
      given: criterion("$statusCode == 200"),
      want: `
        2:14 warning success-status-mismatch 'make' answers 201 when it succeeds, never what '$statusCode == 200' asks for; 201 is accepted as well
          | Write 'condition: $statusCode == 201'.
        [200, 201]
      `,
    },
    {
      name: "is a 2xx that the operation does not document, and two others are",
      statuses: ["201", "202"],
      given: criterion("$statusCode == 200"),
      want: `
        2:14 warning success-status-mismatch 'make' answers 201 or 202 when it succeeds, never what '$statusCode == 200' asks for; 201 or 202 is accepted as well
          | Write 'condition: $statusCode == 201 || $statusCode == 202'.
        [200, 201, 202]
      `,
    },
    {
      name: "is an error under --strict if the operation does not document it",
      strict: true,
      given: criterion("$statusCode == 200"),
      want: `
        2:14 error success-status-mismatch 'make' answers 201 when it succeeds, never what '$statusCode == 200' asks for; 201 is accepted as well
          | Write 'condition: $statusCode == 201'.
      `,
    },
    {
      name: "is one of two that the operation documents",
      statuses: ["200", "201"],
      given: criterion("$statusCode == 201"),
      want: `
        2:14 warning success-status-ambiguous 'make' also succeeds with 200, which '$statusCode == 201' takes for a failure
          | To accept it, write 'condition: $statusCode == 200 || $statusCode == 201'.
        201
      `,
    },
    {
      name: "stays a warning under --strict if it is one of two",
      statuses: ["200", "201"],
      strict: true,
      given: criterion("$statusCode == 201"),
      want: `
        2:14 warning success-status-ambiguous 'make' also succeeds with 200, which '$statusCode == 201' takes for a failure
          | To accept it, write 'condition: $statusCode == 200 || $statusCode == 201'.
        201
      `,
    },
    {
      name: "is both that the operation documents",
      statuses: ["200", "201"],
      given: criterion("$statusCode == 200 || $statusCode == 201"),
      want: "[200, 201]",
    },
    {
      name: "is a range",
      statuses: ["200", "201"],
      given: criterion("$statusCode >= 200 && $statusCode < 300"),
      want: '"2xx"',
    },
    {
      name: "is a range that holds more than successes",
      given: criterion("$statusCode < 400"),
      want: '"2xx"',
    },
    {
      name: "is anything but one status",
      given: criterion("$statusCode != 202"),
      want: "one.status === 202",
    },
    {
      name: "is anything but the documented one",
      given: criterion("$statusCode != 201"),
      want: `
        2:14 warning success-status-mismatch 'make' answers 201 when it succeeds, never what '$statusCode != 201' asks for; 201 is accepted as well
          | Write 'condition: $statusCode == 201'.

      `,
    },
    {
      name: "is denied as a whole",
      given: criterion(`"!($statusCode == 500)"`),
      want: "one.status === 500",
    },
    {
      name: "is text",
      given: criterion("$statusCode == '201'"),
      want: "201",
    },
    {
      name: "is never true",
      given: criterion("$statusCode == 201 && $statusCode == 200"),
      want: "2:14 error impossible-condition no status satisfies '$statusCode == 201 && $statusCode == 200'",
    },
    {
      name: "is no status that there is",
      given: criterion("$statusCode == 20"),
      want: "2:14 error impossible-condition no status satisfies '$statusCode == 20'",
    },
    {
      name: "is documented as a range",
      statuses: ["2XX"],
      given: criterion("$statusCode == 200"),
      want: "200",
    },
    {
      name: "is documented by default only",
      statuses: ["default", "201"],
      given: criterion("$statusCode == 201"),
      want: "201",
    },
    { name: "is turned around", given: criterion("201 == $statusCode"), want: "201" },
    {
      name: "has a typing error",
      given: criterion("$statusCode = 201"),
      want: `
        2:26 error invalid-condition '=' is no operator of conditions
          | Write '=='.
      `,
    },
    {
      name: "is no condition",
      given: criterion("ok"),
      want: `
        2:14 error invalid-condition 'ok' is neither text in quotes nor a runtime expression
          | Text goes in single quotes: ''ok''.
      `,
    },
  ]);
});

describe("several criteria", () => {
  tests([
    {
      name: "are all asked",
      given: `
        successCriteria:
        - condition: $statusCode == 201
        - condition: $response.body#/state == 'ready'
      `,
      want: `
        201
        !isOneOf(one.data.state, "ready")
      `,
    },
    {
      name: "do without the status",
      given: criterion("$response.body#/state == 'ready'"),
      want: `
        "2xx"
        !isOneOf(one.data.state, "ready")
      `,
    },
    {
      name: "ask twice for the status",
      statuses: ["200", "201"],
      given: `
        successCriteria:
        - condition: $statusCode >= 200
        - condition: $statusCode < 202
      `,
      want: "[200, 201]",
    },
    {
      name: "ask for status and body in one",
      given: criterion("$statusCode == 201 && $response.body#/state == 'ready'"),
      want: `
        201
        !isOneOf(one.data.state, "ready")
      `,
    },
    {
      name: "mention the body where the status alone decides",
      given: criterion("($statusCode == 201 && $response.body == null) || $statusCode == 201"),
      want: "201",
    },
    {
      name: "ask for what the answer has not",
      given: criterion("$response.body#/stat == 'ready'"),
      want: `
        2:14 error unknown-pointer '$response.body#/stat': the schema knows no 'stat' there
          | Did you mean 'state'?
      `,
    },
    {
      name: "ask for what the answer can never be",
      given: criterion("$response.body#/state == 'raedy'"),
      want: `
        2:39 error impossible-condition never true: "raedy" is none of the values that the schema lists: "ready", "broken"
          | Did you mean 'ready'?
      `,
    },
  ]);
});

compiler.testTypes();
