import { describe } from "vitest";
import { expectText, testEach } from "../support/compiler.js";
import { compiler, criterion, toldOf } from "./support/cases.js";

const own = compiler();

interface Row {
  readonly given: string;
  readonly type?: "jsonpath";
  readonly context?: string;
  readonly operationId?: string;
  readonly want: string;
}

function tests(rows: readonly Row[]): void {
  testEach(rows.map((row) => ({ ...row, name: row.given })))(async ({ given, type, context, operationId, want }) => {
    const fields = criterion(type ?? "simple", given, context);
    expectText(await toldOf(own, { given: fields, operationId: operationId ?? "read" }), want);
  });
}

describe("a value outside of the list:", () => {
  tests([
    {
      given: "$response.body#/state == 'actve'",
      want: `
        1:38 error impossible-condition never true: "actve" is none of the values that the schema lists: "active", "in-progress", "closed"
          | Did you mean 'active'?
      `,
    },
    {
      given: "'in_progress' != $response.body#/state",
      want: `
        1:13 error impossible-condition always true: "in_progress" is none of the values that the schema lists: "active", "in-progress", "closed"
          | Did you mean 'in-progress'?
      `,
    },
    {
      given: "$response.body#/level == 4",
      want: "1:38 error impossible-condition never true: 4 is none of the values that the schema lists: 1, 2, 3",
    },
    {
      given: "$inputs.mode == 'quick'",
      want: `
        1:29 error impossible-condition never true: "quick" is none of the values that the schema lists: "Fast", "slow"
          | Known here: 'Fast', 'slow'.
      `,
    },
    {
      given: "$[?@.done && @.state == 'Active']",
      type: "jsonpath",
      want: `
        1:37 error impossible-condition never true: "Active" is none of the values that the schema lists: "active", "in-progress", "closed"
          | Did you mean 'active'?
      `,
    },
  ]);
});

describe("types that are never equal, or have no order:", () => {
  tests([
    {
      given: "$response.body#/done == 'true'",
      want: `
        1:37 error impossible-condition never true: "true" can never equal true or false
          | Write 'true', without quotes.
      `,
    },
    {
      given: "$response.body#/id == true",
      want: `
        1:35 error impossible-condition never true: true can never equal text
          | Write ''true'', in quotes.
      `,
    },
    {
      given: "$response.body#/count == 'five'",
      want: `1:38 error impossible-condition never true: "five" can never equal a number`,
    },
    {
      given: "$response.body#/pets == 'Tom'",
      want: `1:37 error impossible-condition never true: "Tom" can never equal a list (each an object)`,
    },
    {
      given: "$.count == '5'",
      type: "jsonpath",
      want: `
        1:24 error impossible-condition never true: "5" can never equal a number
          | Write '5', without quotes.
      `,
    },
    {
      given: "$.id > 5",
      type: "jsonpath",
      want: `
        1:20 error impossible-condition never true: 5 can never be ordered against text
          | Write '"5"', in quotes.
      `,
    },
    {
      given: "$[?@.limit == @.ended]",
      type: "jsonpath",
      want: "1:16 error impossible-condition never true: a number can never equal text",
    },
    {
      given: "$response.body#/done < true",
      want: "1:36 error impossible-condition never true: true can never be ordered against true or false",
    },
    {
      given: "$response.body#/count < null",
      want: "1:37 error impossible-condition never true: null can never be ordered against a number",
    },
    {
      given: "$response.body#/pets > $response.body#/owner",
      want: "1:13 error impossible-condition never true: a list (each an object) can never be ordered against an object",
    },
    { given: "$.count.length > 0", type: "jsonpath", want: "1:13 error impossible-condition a number has no length" },
    {
      given: "$..a",
      type: "jsonpath",
      context: "$statusCode",
      want: "1:13 error impossible-condition never true: a query selects nothing inside of a single value",
    },
    {
      given: "$.id[?@.a == 1]",
      type: "jsonpath",
      want: "1:13 error impossible-condition never true: a query selects nothing inside of a single value",
    },
  ]);
});

describe("always the same outcome:", () => {
  tests([
    {
      given: "1 == 1",
      want: "1:13 error impossible-condition always true: this compares two literals",
    },
    {
      given: "true",
      want: `
        1:13 error impossible-condition this always holds
          | Leave the criterion out.
      `,
    },
    {
      given: "$response.body#/done && null",
      want: `
        1:37 error impossible-condition this never holds
          | Leave the criterion out.
      `,
    },
    { given: "$statusCode == 20", want: "1:12 error impossible-condition no status satisfies '$statusCode == 20'" },
    {
      given: "$statusCode == 200 && $statusCode == 201",
      want: "1:12 error impossible-condition no status satisfies '$statusCode == 200 && $statusCode == 201'",
    },
    {
      given: "$statusCode >= 100",
      want: "1:12 error impossible-condition every status satisfies '$statusCode >= 100'",
    },
  ]);
});

describe("what is not there:", () => {
  tests([
    {
      given: "$response.body#/stat == 'x'",
      want: `
        1:13 error unknown-pointer '$response.body#/stat': the schema knows no 'stat' there
          | Did you mean 'state'?
      `,
    },
    {
      given: "$[?@.nam == 'Tom']",
      type: "jsonpath",
      operationId: "list",
      want: `
        1:16 error unknown-pointer '@.nam': there is no 'nam' in this value
          | Did you mean 'name'?
      `,
    },
    {
      given: "$.a == 1",
      type: "jsonpath",
      context: "$statusCode",
      want: "1:13 error unknown-pointer '$statusCode' is one value, with nothing inside of it",
    },
    {
      given: "$inputs.txt == 'x'",
      want: `
        1:13 error unknown-input '$inputs.txt': the workflow declares no input 'txt'
          | Did you mean 'text'?
      `,
    },
    {
      given: "$response.body#/id == 'a-{$steps.two.outputs.x}'",
      want: `
        1:39 error unknown-step '$steps.two.outputs.x': there is no step 'two'
          | Known here: 'one'.
      `,
    },
  ]);
});
