import { describe, expect, test } from "vitest";
import { Compiler } from "../support/compiler.js";
import { Running } from "../flow/support/running.js";

const compiler = new Compiler({ ignoring: ["success-status-ambiguous"] });
const running = new Running(compiler);

/** What every object of JavaScript has by inheritance. */
const inherited = ["constructor", "toString", "__proto__"];

const openapi = (name: string, rest: string): string => `
paths:
  /things:
    get:
      operationId: read
      responses:
        "200":
          description: It.
          content:
            application/json:
              schema:
                type: object
                ${rest}
                properties: { ${name}: { type: string }, inside: { type: object, properties: { ${name}: { type: string } } } }
`;

const arazzo = (name: string): string => `
workflows:
- workflowId: test
  steps:
  - stepId: one
    operationId: read
    outputs:
      outer: $response.body#/${name}
      inner: $response.body#/inside/${name}
    onSuccess:
    - { name: absent, type: end, criteria: [{ condition: $response.body#/${name} == null }] }
    - { name: queried, type: end, criteria: [{ context: $response.body, type: jsonpath, condition: "$[?@.${name} == 'a']" }] }
    x-poll: false
  outputs: { outer: $steps.one.outputs.outer, inner: $steps.one.outputs.inner }
`;

describe.each(["{}", "additionalProperties: { type: string }"])("of an answer with %s", (rest) => {
  describe.each(inherited)("%s", (name) => {
    test.each([
      { name: "is absent where it is not there", given: { inside: {} }, want: { outcome: "absent" } },
      { name: "is absent where nothing is there", given: {}, want: { outcome: "absent" } },
      {
        name: "is what it is",
        given: { [name]: "a", inside: { [name]: "b" } },
        want: { outcome: "queried", outer: "a", inner: "b" },
      },
    ])("$name", async ({ given, want }) => {
      const other = rest === "{}" ? "description: A thing." : rest;
      const documents = { arazzo: arazzo(name), openapi: openapi(name, other) };
      const { result, error } = await running.run(documents, { replies: [{ status: 200, body: given }] });
      if (error !== undefined) throw error;
      expect(JSON.parse(JSON.stringify(result))).toEqual(want);
    });
  });
});

compiler.testTypes();
