import { describe } from "vitest";
import { Compiler, expectText, testEach } from "../support/compiler.js";
import { within } from "../support/fragment.js";
import { yaml } from "../support/yaml.js";

const compiler = new Compiler();

/** An operation that documents these answers. */
function answering(...statuses: readonly string[]): string {
  const schema = "{ type: object, required: [id], properties: { id: { type: string }, state: { type: string, enum: [ready, broken] } } }";
  const answers = statuses.map((status) => `        "${status}": { description: x, content: { application/json: { schema: ${schema} } } }`);
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
  rows: readonly { readonly name: string; readonly statuses?: readonly string[]; readonly strict?: true; readonly given: string; readonly want: string }[],
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
    { name: "succeeds with any 2xx", given: "description: One.", want: "?" },
    { name: "succeeds with any 2xx, whatever is documented", statuses: ["200", "201", "400"], given: "description: One.", want: "?" },
  ]);
});

describe("a criterion on the status", () => {
  tests([
    { name: "is what the operation documents", given: criterion("$statusCode == 201"), want: "?" },
    { name: "is a 2xx that the operation does not document", given: criterion("$statusCode == 200"), want: "?" },
    { name: "is a 2xx that the operation does not document, and two others are", statuses: ["201", "202"], given: criterion("$statusCode == 200"), want: "?" },
    { name: "is an error under --strict if the operation does not document it", strict: true, given: criterion("$statusCode == 200"), want: "?" },
    { name: "is one of two that the operation documents", statuses: ["200", "201"], given: criterion("$statusCode == 201"), want: "?" },
    { name: "stays a warning under --strict if it is one of two", statuses: ["200", "201"], strict: true, given: criterion("$statusCode == 201"), want: "?" },
    { name: "is both that the operation documents", statuses: ["200", "201"], given: criterion("$statusCode == 200 || $statusCode == 201"), want: "?" },
    { name: "is a range", statuses: ["200", "201"], given: criterion("$statusCode >= 200 && $statusCode < 300"), want: "?" },
    { name: "is a range that holds more than successes", given: criterion("$statusCode < 400"), want: "?" },
    { name: "is anything but one status", given: criterion("$statusCode != 202"), want: "?" },
    { name: "is anything but the documented one", given: criterion("$statusCode != 201"), want: "?" },
    { name: "is denied as a whole", given: criterion(`"!($statusCode == 500)"`), want: "?" },
    { name: "is text", given: criterion("$statusCode == '201'"), want: "?" },
    { name: "is never true", given: criterion("$statusCode == 201 && $statusCode == 200"), want: "?" },
    { name: "is no status that there is", given: criterion("$statusCode == 20"), want: "?" },
    { name: "is documented as a range", statuses: ["2XX"], given: criterion("$statusCode == 200"), want: "?" },
    { name: "is documented by default only", statuses: ["default", "201"], given: criterion("$statusCode == 201"), want: "?" },
    { name: "is turned around", given: criterion("201 == $statusCode"), want: "?" },
    { name: "has a typing error", given: criterion("$statusCode = 201"), want: "?" },
    { name: "is no condition", given: criterion("ok"), want: "?" },
  ]);
});

describe("several criteria", () => {
  tests([
    { name: "are all asked", given: `
        successCriteria:
        - condition: $statusCode == 201
        - condition: $response.body#/state == 'ready'
      `, want: "?" },
    { name: "do without the status", given: criterion("$response.body#/state == 'ready'"), want: "?" },
    { name: "ask twice for the status", statuses: ["200", "201"], given: `
        successCriteria:
        - condition: $statusCode >= 200
        - condition: $statusCode < 202
      `, want: "?" },
    { name: "ask for status and body in one", given: criterion("$statusCode == 201 && $response.body#/state == 'ready'"), want: "?" },
    { name: "ask for what the answer has not", given: criterion("$response.body#/stat == 'ready'"), want: "?" },
    { name: "ask for what the answer can never be", given: criterion("$response.body#/state == 'raedy'"), want: "?" },
  ]);
});

compiler.testTypes();
