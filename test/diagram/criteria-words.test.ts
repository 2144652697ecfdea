import { expect, test } from "vitest";
import { criteriaWords } from "../../generator/ir/criteria-words.js";
import type { FlowCriterion } from "../../generator/ir/flow-plan.js";

function simple(condition: string): FlowCriterion {
  return { context: undefined, condition, type: "simple" };
}

function query(condition: string, context = "$response.body"): FlowCriterion {
  return { context, condition, type: "jsonpath" };
}

test.each<[given: FlowCriterion[], want: string]>([
  [[simple("$statusCode == 404")], "HTTP status is 404"],
  [[simple("$response.body#/status == 'busy'")], "status is busy"],
  [[simple("$response.body#/status == 'in progress'")], "status is 'in progress'"],
  [[simple("$response.body#/a/0/b~1c != null")], "a.0.b/c is not null"],
  [[simple("$response.body.status == 'sent'")], "status is sent"],
  [[simple("$response.header.Retry-After > 5")], "header Retry-After > 5"],
  [[simple("$inputs.retries < 3 && $steps.first.outputs.ok == true")], "inputs.retries < 3 and first.ok is true"],
  [[simple("$response.body#/s == 'a' || $response.body#/s == 'b' || $response.body#/s == 'c'")], "s is a, b or c"],
  [[simple("$response.body#/s == 'a' || $response.body#/t == 'b'")], "s is a or t is b"],
  [
    [simple("$statusCode == 200 && ($response.body#/s == 'a' || $response.body#/t == 'b')")],
    "HTTP status is 200 and s == 'a' || t == 'b'",
  ],
  [[simple("$response.body#/s != 'a' || $response.body#/s != 'b'")], "s != 'a' || s != 'b'"],
  [
    [simple("$statusCode == 200 && ($response.body#/s == 'a' || $response.body#/s == 'b')")],
    "HTTP status is 200 and s is a or b",
  ],
  [
    [simple("$statusCode == 200 && $response.body#/s == 'a' || $response.body#/s == 'b'")],
    "HTTP status == 200 && s == 'a' || s == 'b'",
  ],
  [[simple("!($response.body#/s == 'a')")], "!(s == 'a')"],
  [[simple("$statusCode == 400"), simple("$response.body#/code == 21220")], "HTTP status is 400 and code is 21220"],
  [[query('$[?@.status == "delivered" || @.status == "read"]')], "status is delivered or read"],
  [[query("$.status == 'failed'")], "status is failed"],
  [[query("$.items[?@.ok == true]")], "body has $.items[?@.ok == true]"],
  [[query("$[?@.ok == true]", "$response.body#/items")], "items.ok is true"],
  [[{ context: "$statusCode", condition: "^20[01]$", type: "regex" }], "HTTP status matches /^20[01]$/"],
])("%j is said as %j", (given, want) => {
  expect(criteriaWords(given)).toBe(want);
});
