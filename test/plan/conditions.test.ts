import { describe } from "vitest";
import { Compiler, expectText, testEach } from "../support/compiler.js";
import { within } from "../support/fragment.js";
import { yaml } from "../support/yaml.js";

const compiler = new Compiler({ ignoring: ["unused-input"] });

const things = yaml`
  paths:
    /things:
      post:
        operationId: make
        responses:
          "200":
            description: Made.
            content:
              application/json:
                schema:
                  type: object
                  required: [text, state, count, flag]
                  properties:
                    text: { type: string }
                    maybe: { type: [string, "null"] }
                    state: { type: string, enum: [active, in-progress, closed] }
                    count: { type: integer }
                    size: { type: integer }
                    number_text: { type: string }
                    flag: { type: boolean }
                    level: { type: integer, enum: [1, 2, 3] }
                    tags: { type: array, items: { type: string } }
                    owner: { type: object, properties: { name: { type: string } } }
                    any: {}
`;

/** A workflow that ends under a condition; what is asked is shown. */
const document = yaml`
  workflows:
  - workflowId: test
    inputs: { required: [name], properties: { name: { type: string }, count: { type: integer } } }
    steps:
    - stepId: one
      operationId: make
      onSuccess:
      - name: found
        type: end
        criteria:
        <given>
`;

function tests(
  rows: readonly { readonly name: string; readonly given: string; readonly strict?: true; readonly want: string }[],
  of: (given: string) => string,
): void {
  testEach(rows)(async ({ given, strict = false, want }) => {
    const documents = { arazzo: within(document, of(given)), openapi: things, strict };
    expectText(await compiler.told(documents, ({ conditions }) => conditions.join("\n")), want);
  });
}

describe("a simple condition", () => {
  tests(
    [
      {
        name: "compares text without regard to case",
        given: "$response.body#/text == 'Yes'",
        want: `sameText(one.data.text, "Yes")`,
      },
      {
        name: "compares one of a list without regard to case",
        given: "$response.body#/state == 'ACTIVE'",
        want: `isOneOf(one.data.state, "active")`,
      },
      {
        name: "denies equality",
        given: "$response.body#/state != 'closed'",
        want: `!isOneOf(one.data.state, "closed")`,
      },
      {
        name: "compares two fields",
        given: "$response.body#/text == $response.body#/maybe",
        want: "sameText(one.data.text, one.data.maybe)",
      },
      {
        name: "compares a field with an input",
        given: "$response.body#/text == $inputs.name",
        want: "sameText(one.data.text, input.name)",
      },
      { name: "compares numbers", given: "$response.body#/count == 3", want: "one.data.count === 3" },
      { name: "compares numbers by size", given: "$response.body#/count >= 3", want: "one.data.count >= 3" },
      {
        name: "compares by size what may be missing",
        given: "$response.body#/size > 3",
        want: "(one.data.size ?? 0) > 3",
      },
      {
        name: "compares downwards what may be missing",
        given: "$response.body#/size <= 3",
        want: "(one.data.size ?? NaN) <= 3",
      },
      {
        name: "compares upwards from less than nothing",
        given: "$response.body#/size > -1",
        want: "(one.data.size ?? NaN) > -1",
      },
      {
        name: "compares a number with text that is one",
        given: "$response.body#/count == '3'",
        want: "one.data.count === 3",
      },
      {
        name: "compares text with a number",
        given: "$response.body#/number_text > 3",
        want: "toNumber(one.data.number_text) > 3",
      },
      {
        name: "compares a number with text that is none",
        given: "$response.body#/count == 'many'",
        want: `1:39 error impossible-condition never true: "many" can never equal a number`,
      },
      { name: "compares true and false", given: "$response.body#/flag == true", want: "one.data.flag === true" },
      { name: "compares with null", given: "$response.body#/maybe == null", want: "one.data.maybe == null" },
      { name: "denies null", given: "$response.body#/maybe != null", want: "one.data.maybe != null" },
      { name: "compares the status", given: "$statusCode == 200", want: "one.status === 200" },
      {
        name: "joins by and",
        given: "$response.body#/count > 1 && $response.body#/count < 5",
        want: "count > 1 && count < 5",
      },
      {
        name: "joins by or, and binds and closer",
        given: "$response.body#/count == 1 || $response.body#/count == 2 && $response.body#/flag == true",
        want: "count === 1 || (count === 2 && one.data.flag === true)",
      },
      {
        name: "has parentheses",
        given: "($response.body#/count == 1 || $response.body#/count == 2) && $response.body#/flag == true",
        want: "(count === 1 || count === 2) && one.data.flag === true",
      },
      {
        name: "denies in parentheses",
        given: "!($response.body#/count == 1 || $response.body#/count == 2)",
        want: "count !== 1 && count !== 2",
      },
      { name: "goes deep", given: "$response.body#/owner/name == 'me'", want: `sameText(one.data.owner?.name, "me")` },
      { name: "goes into a list", given: "$response.body#/tags/0 == 'a'", want: `sameText(one.data.tags?.[0], "a")` },
      {
        name: "asks for what the list of values has not",
        given: "$response.body#/state == 'activ'",
        want: `
          1:39 error impossible-condition never true: "activ" is none of the values that the schema lists: "active", "in-progress", "closed"
            | Did you mean 'active'?
        `,
      },
      {
        name: "denies what the list of values has not",
        given: "$response.body#/state != 'done'",
        want: `
          1:39 error impossible-condition always true: "done" is none of the values that the schema lists: "active", "in-progress", "closed"
            | Known here: 'active', 'in-progress', 'closed'.
        `,
      },
      {
        name: "asks for a number that the list has not",
        given: "$response.body#/level == 4",
        want: "1:39 error impossible-condition never true: 4 is none of the values that the schema lists: 1, 2, 3",
      },
      {
        name: "orders text",
        given: "$response.body#/text > 'a'",
        want: `compareLoosely(one.data.text, "a") > 0`,
      },
      {
        name: "compares an object",
        given: "$response.body#/owner == 'me'",
        want: `1:39 error impossible-condition never true: "me" can never equal an object`,
      },
      {
        name: "compares true with text",
        given: "$response.body#/flag == 'yes'",
        want: `1:38 error impossible-condition never true: "yes" can never equal true or false`,
      },
      {
        name: "misspells a field",
        given: "$response.body#/stat == 'active'",
        want: `
          1:14 error unknown-pointer '$response.body#/stat': the schema knows no 'stat' there
            | Did you mean 'state'?
        `,
      },
      {
        name: "misspells an input",
        given: "$response.body#/text == $inputs.nam",
        want: `
          1:38 error unknown-input '$inputs.nam': the workflow declares no input 'nam'
            | Did you mean 'name'?
        `,
      },
      {
        name: "has one equals sign",
        given: "$response.body#/state = 'active'",
        want: `
          1:36 error invalid-condition '=' is no operator of conditions
            | Write '=='.
        `,
      },
      {
        name: "has an open quote",
        given: "$response.body#/state == 'active",
        want: "1:39 error invalid-condition expected ''' to close the text",
      },
      { name: "ends early", given: "$response.body#/count ==", want: "1:38 error invalid-condition expected a value" },
    ],
    (given) => `- condition: ${/[!#]/.test(given.charAt(0)) ? JSON.stringify(given) : given}`,
  );
});

describe("a condition of type jsonpath", () => {
  tests(
    [
      {
        name: "is a filter on the object itself",
        given: "$[?@.state == 'active']",
        want: `one.data.state === "active"`,
      },
      {
        name: "is a filter of two",
        given: "$[?@.state == 'active' || @.state == 'closed']",
        want: `state === "active" || state === "closed"`,
      },
      { name: "compares with regard to case", given: "$[?@.text == 'Yes']", want: `one.data.text === "Yes"` },
      {
        name: "is read as a comparison where it is none",
        given: "$.state == 'active'",
        want: `
          1:57 note jsonpath-predicate '$.state == 'active'' is no JSONPath query; it is read as a comparison
            | Write a filter, such as '$[?@.status == 'x']', or a condition of type 'simple'.
          one.data.state === "active"
        `,
      },
      {
        name: "is read as two comparisons",
        given: `$.state == "active" || $.state == "in-progress"`,
        want: `
          1:57 note jsonpath-predicate '$.state == "active" || $.state == "in-progress"' is no JSONPath query; it is read as a comparison
            | Write a filter, such as '$[?@.status == 'x']', or a condition of type 'simple'.
          state === "active" || state === "in-progress"
        `,
      },
      {
        name: "is an error under --strict where it is a comparison",
        strict: true,
        given: "$.state == 'active'",
        want: "1:57 error jsonpath-predicate '$.state == 'active'' is no JSONPath query; it is read as a comparison\n  | Write a filter, such as '$[?@.status == 'x']', or a condition of type 'simple'.",
      },
      {
        name: "asks for what the list of values has not",
        given: "$[?@.state == 'activ']",
        want: `
          1:72 error impossible-condition never true: "activ" is none of the values that the schema lists: "active", "in-progress", "closed"
            | Did you mean 'active'?
        `,
      },
      {
        name: "asks for what the list has in another case",
        given: "$[?@.state == 'Active']",
        want: `
          1:72 error impossible-condition never true: "Active" is none of the values that the schema lists: "active", "in-progress", "closed"
            | Did you mean 'active'?
        `,
      },
      {
        name: "misspells a field",
        given: "$[?@.stat == 'active']",
        want: `
          1:61 error unknown-pointer '$response.body#/stat': the schema knows no 'stat' there
            | Did you mean 'state'?
        `,
      },
      {
        name: "compares numbers",
        given: "$.count >= 3",
        want: `
          1:57 note jsonpath-predicate '$.count >= 3' is no JSONPath query; it is read as a comparison
            | Write a filter, such as '$[?@.status == 'x']', or a condition of type 'simple'.
          one.data.count >= 3
        `,
      },
      { name: "compares with null", given: "$[?@.maybe == null]", want: "one.data.maybe === null" },
      { name: "is no query", given: "$.state ==", want: "1:68 error invalid-condition expected a value" },
    ],
    (given) => `- { context: $response.body, type: jsonpath, condition: ${JSON.stringify(given)} }`,
  );
});

describe("a condition of another type", () => {
  tests(
    [
      {
        name: "has no context",
        given: "{ type: jsonpath, condition: $.state }",
        want: `
          1:11 error invalid-document a condition of type 'jsonpath' needs a 'context'
            | Add the value that it is applied to, such as 'context: $response.body'.
        `,
      },
      {
        name: "is XPath",
        given: "{ type: xpath, context: $response.body, condition: //state }",
        want: `
          1:11 error unsupported-feature XPath is not supported
            | Only 'jsonpath', 'regex', 'simple' and JSON Pointers are compiled: ask XML as a text, by 'regex'.
        `,
      },
      {
        name: "is of no type that there is",
        given: "{ type: jmespath, context: $response.body, condition: state }",
        want: "1:11 error invalid-document 'type' has to be 'simple', 'regex', 'jsonpath' or 'xpath', not 'jmespath'",
      },
    ],
    (given) => `- ${given}`,
  );
});

compiler.testTypes();
