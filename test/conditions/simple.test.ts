import { compiler, criterion, testConditions, type Case } from "./support/cases.js";

const own = compiler();

function simple(given: string, want: string, more: Partial<Case> = {}): Case & { readonly want: string } {
  return { name: given, given: criterion("simple", given), want, ...more };
}

testConditions("text equals text without regard to case,", own, [
  simple("$response.body#/id == 'a-1'", `sameText(one.data.id, "a-1")`),
  simple("$response.body#/id != 'a-1'", `!sameText(one.data.id, "a-1")`),
  simple("'a-1' == $response.body#/id", `sameText("a-1", one.data.id)`),
  simple("$response.body#/id == $inputs.text", `sameText(one.data.id, input.text)`),
  simple("$response.body#/state == 'IN-PROGRESS'", 'isOneOf(one.data.state, "in-progress")'),
  simple("$response.body#/price == 'free'", `sameText(one.data.price, "free")`),
  simple("$response.header.X-State == 'ok'", `sameText(one.response.headers.get("X-State"), "ok")`),
  simple("$response.body#/id == ''", `one.data.id === ""`),
  // Only one spelling can come.
  simple("$response.body#/id == '+1555'", `one.data.id === "+1555"`),
  simple("$inputs.mode == 'fast'", `input.mode === "Fast"`),
  simple("$inputs.mode != 'SLOW'", `input.mode !== "slow"`),
]);

testConditions("numeric text is a number beside a number,", own, [
  simple("$statusCode == 200", "one.status === 200"),
  simple("$statusCode == '200'", "one.status === 200"),
  simple("$response.body#/price == 5", "toNumber(one.data.price) === 5"),
  simple("$response.body#/price > 5", "toNumber(one.data.price) > 5"),
  simple("$response.body#/id == $response.body#/count", "toNumber(one.data.id) === one.data.count"),
  simple("$response.body#/id < $statusCode", "toNumber(one.data.id) < one.status"),
  simple("$response.header.X-Count >= 3", `toNumber(one.response.headers.get("X-Count")) >= 3`),
  simple("$response.body#/mixed == 5", "toNumber(one.data.mixed) === 5"),
  simple("$response.body#/mixed == '5'", `sameText(one.data.mixed, "5")`),
  simple("$response.body#/price == $response.body#/limit", "sameText(one.data.price, one.data.limit)"),
  simple("$response.body#/price < '10'", `compareLoosely(one.data.price, "10") < 0`),
  // It is text among texts.
  simple("$response.body#/id == '5'", `one.data.id === "5"`),
]);

testConditions("numbers are ordered by value, and what is missing not at all,", own, [
  simple("$response.body#/count > 5", "one.data.count > 5"),
  simple("$response.body#/limit > 5", "(one.data.limit ?? 0) > 5"),
  simple("$response.body#/limit >= 0", "(one.data.limit ?? NaN) >= 0"),
  simple("$response.body#/nothing <= 5", "(one.data.nothing ?? NaN) <= 5"),
  simple("5 < $response.body#/limit", "5 < (one.data.limit ?? 0)"),
  simple("5 >= $response.body#/limit", "5 >= (one.data.limit ?? NaN)"),
  simple("$response.body#/count > $inputs.number", "one.data.count > (input.number ?? NaN)"),
  simple("$statusCode >= 200 && $statusCode < 300", "one.status >= 200 && one.status < 300"),
]);

testConditions("our rule: text is ordered by its characters, dates like all text,", own, [
  simple("$response.body#/date > '2026-01-31'", `one.data.date > "2026-01-31"`),
  simple("$response.body#/ended <= '2026-01-31'", `compareLoosely(one.data.ended, "2026-01-31") <= 0`),
  simple("$response.body#/date < $response.body#/ended", "compareLoosely(one.data.date, one.data.ended) < 0"),
  simple("$response.body#/id > 'm'", `compareLoosely(one.data.id, "m") > 0`),
]);

testConditions("null equals only itself and what is absent,", own, [
  simple("$response.body#/price == null", "one.data.price == null"),
  simple("null != $response.body#/price", "one.data.price != null"),
  simple("$response.header.Location == null", `one.response.headers.get("Location") == null`),
  simple("$response.body#/limit == $inputs.number", "one.data.limit === input.number"),
  simple("$response.body#/nothing == $inputs.number", "(one.data.nothing ?? null) === (input.number ?? null)"),
  // With an operator the compiler would refuse what is read of it later.
  simple("$response.body#/pets == null", "!Boolean(one.data.pets)"),
  simple("$response.body != null", "Boolean(one.data)"),
  simple("$response.body#/any == null", "sameValue(one.data.any ?? null, null)"),
]);

testConditions("truth,", own, [
  simple("$response.body#/done == true", "one.data.done === true"),
  simple("$response.body#/maybe != false", "one.data.maybe !== false"),
  simple("$response.body#/done == $inputs.flag", "one.data.done === input.flag"),
  simple("$response.body#/done", "one.data.done"),
  simple("!$response.body#/done", "!one.data.done"),
  simple("$response.body#/maybe", "one.data.maybe === true"),
  simple("!$response.body#/maybe", "one.data.maybe !== true"),
  simple("$response.body#/id", "Boolean(one.data.id)"),
  simple("!$response.body#/limit", "!Boolean(one.data.limit)"),
  simple("$response.body#/owner", "Boolean(one.data.owner)"),
  simple("$inputs.any", "Boolean(input.any)"),
  simple("!$response.body#/done == true", "!one.data.done"),
]);

testConditions("precedence is as in C, with no parentheses but those that are needed:", own, [
  simple(
    "$response.body#/done && $statusCode == 200 || $inputs.flag == true",
    "(one.data.done && one.status === 200) || input.flag === true",
  ),
  simple(
    "$response.body#/done && ($statusCode == 200 || $inputs.flag == true)",
    "one.data.done && (one.status === 200 || input.flag === true)",
  ),
  simple("!($response.body#/count < 5)", "one.data.count >= 5"),
  simple("!($response.body#/limit < 5)", "!((one.data.limit ?? NaN) < 5)"),
  simple("!($response.body#/limit > 5)", "(one.data.limit ?? 0) <= 5"),
  simple("!($response.body#/price > 5)", "!(toNumber(one.data.price) > 5)"),
  simple("!($response.body#/id == 'x')", `!sameText(one.data.id, "x")`),
  simple(
    "!($response.body#/done == true && $response.body#/count > 5)",
    "one.data.done !== true || one.data.count <= 5",
  ),
  simple("!(!$response.body#/done || $response.body#/id == 'x')", `one.data.done && !sameText(one.data.id, "x")`),
  simple("!($response.body#/done && $response.body#/price > 5)", "!(one.data.done && toNumber(one.data.price) > 5)"),
]);

testConditions("embedded in text,", own, [
  simple("$response.body#/id == 'a-{$inputs.text}'", 'sameText(one.data.id, `a-${input.text ?? ""}`)'),
  simple("$response.body#/id == 'a-{$response.body#/count}'", "sameText(one.data.id, `a-${one.data.count}`)"),
  simple("$response.body#/id == 'a-{$inputs.list}'", "sameText(one.data.id, `a-${toText(input.list)}`)"),
  simple("$response.body#/id == '{$inputs.text}'", `sameText(one.data.id, input.text ?? "")`),
  simple("{$inputs.number} == $response.body#/count", "input.number === one.data.count"),
]);

testConditions("lists, objects and what may be anything,", own, [
  simple("$response.body#/pets == $response.body#/tags", "sameText(one.data.pets, one.data.tags)"),
  simple("$response.body#/any == 5", "toNumber(one.data.any) === 5"),
  simple("$response.body#/any == 'x'", `sameText(one.data.any, "x")`),
  simple("$response.body#/any == true", "one.data.any === true"),
  simple("$response.body#/any > 5", "toNumber(one.data.any) > 5"),
  simple("$response.body#/any > 'x'", `compareLoosely(one.data.any, "x") > 0`),
  simple("$inputs.any == $response.body#/any", "sameText(input.any, one.data.any)"),
  simple("$response.body#/any/deep == 'x'", `sameText(at(one.data.any, "deep"), "x")`),
]);

own.testTypes();
