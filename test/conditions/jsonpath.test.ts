import { compiler, criterion, testConditions, type Case } from "./support/cases.js";

const own = compiler();

function path(
  given: string,
  want: string,
  context?: string,
  more: Partial<Case> = {},
): Case & { readonly want: string } {
  const name = context === undefined ? given : `${given} of ${context}`;
  return { name, given: criterion("jsonpath", given, context), want, ...more };
}

const ofList = { operationId: "list" };

testConditions("a comparison over paths is exact, and what is absent is null,", own, [
  path(`$.state == "active"`, `one.data.state === "active"`),
  path(`$.state == "active" || $.state == "closed"`, `state === "active" || state === "closed"`),
  path("$.done == false", "one.data.done === false"),
  path("!$.done", "!one.data.done"),
  path("$.count > 5", "one.data.count > 5"),
  path("$.limit > 5 && $.limit <= 10", "(limit ?? 0) > 5 && (limit ?? NaN) <= 10"),
  path("$.price == null", "one.data.price == null"),
  path("$.price == $.ended", "(one.data.price ?? null) === (one.data.ended ?? null)"),
  path(`$.date > "2026-01-31"`, `one.data.date > "2026-01-31"`),
  path(`$.ended > "2026-01-31"`, `compareExactly(one.data.ended, "2026-01-31") > 0`),
  path("$.any > 5", "compareExactly(one.data.any, 5) > 0"),
  path(`$.any == "x"`, `one.data.any === "x"`),
  path("$.owner == $.any", "sameValue(one.data.owner, one.data.any)"),
  path("$.id == $inputs.text", "one.data.id === input.text"),
  path("$.state == $inputs.mode", "sameValue(one.data.state, input.mode)"),
  path("$.a == 'x'", `at(input.any, "a") === "x"`, "$inputs.any"),
  path("$ == 200", "one.status === 200", "$statusCode"),
]);

testConditions("lengths,", own, [
  path("$.pets.length > 0", "(one.data.pets?.length ?? 0) > 0"),
  path("$.pets.length == 0", "one.data.pets?.length === 0"),
  path("$.pets.length < 3", "(one.data.pets?.length ?? NaN) < 3"),
  path("$.limit <= $.nothing", "compareExactly(one.data.limit, one.data.nothing) <= 0"),
  path("$.id.length > 3", "lengthOf(one.data.id) > 3"),
  path("count($.pets) < 3", "(one.data.pets?.length ?? 0) < 3"),
  path("$.length > 0", "one.data.length > 0", undefined, ofList),
  path("$[?length(@.id) > 3]", "lengthOf(one.data.id) > 3"),
  path("$[?length(@.any) > 3]", "lengthOf(one.data.any) > 3"),
]);

testConditions("a query asks whether something is there,", own, [
  path("$.limit", "one.data.limit !== undefined"),
  path("$.owner", "Boolean(one.data.owner)"),
  path("$.any", "!sameValue(one.data.any, undefined)"),
  path("$", "Boolean(one.data)"),
  path("$.pets[*]", "(one.data.pets?.length ?? 0) > 0"),
  path("$[*]", "one.data.length > 0", undefined, ofList),
  path("$[0].price", "one.data[0]?.price !== undefined", undefined, ofList),
  path("$.labels.*", "sizeOf(one.data.labels) > 0"),
]);

testConditions("a filter on the root of an object tests the object itself,", own, [
  path("$[?@.state == 'active']", `one.data.state === "active"`),
  path("$[?@.maybe]", "one.data.maybe !== undefined"),
  path("$[?!@.maybe]", "one.data.maybe === undefined"),
  path("$[?@.price == null]", "one.data.price === null"),
  path("$[?count(@.pets) > 0]", "(one.data.pets?.length ?? 0) > 0"),
  path("$[?count(@.pets[*]) > 0]", "(one.data.pets?.length ?? 0) > 0"),
  path("$[?count(@.owner) > 0]", "countOf(one.data.owner) > 0"),
  path("$[?@.limit <= @.count]", "(one.data.limit ?? NaN) <= one.data.count"),
  path("$[?@.limit <= @.nothing]", "compareExactly(one.data.limit, one.data.nothing) <= 0"),
  path("$[?@.limit == @.nothing]", "one.data.limit === one.data.nothing"),
  path("$[?@.state == '{$inputs.text}']", `one.data.state === (input.text ?? "")`),
  path("$[?@.count > {$inputs.number}]", "one.data.count > (input.number ?? NaN)"),
]);

testConditions("a filter on a list asks for an item,", own, [
  path("$[?@.name == 'Tom']", `one.data.some((item) => item?.name === "Tom")`, undefined, ofList),
  path("$.pets[?@.name == 'Tom']", `each(one.data.pets).some((item) => item?.name === "Tom")`),
  path(
    "$.pets[?@.price > 5 && @.sold == true]",
    "each(one.data.pets).some((item) => (item?.price ?? 0) > 5 && item?.sold === true)",
  ),
  path("$.pets[?!@.sold]", "each(one.data.pets).some((item) => item?.sold === undefined)"),
  path("$.tags[?@ == 'new']", `each(one.data.tags).some((item) => item === "new")`),
  path("$.labels[?@ == 'new']", `Object.values(one.data.labels ?? {}).some((item) => item === "new")`),
  path(
    "$.pets[?@.price > $.limit]",
    "each(one.data.pets).some((item) => (item?.price ?? NaN) > (one.data.limit ?? NaN))",
  ),
  path("$[?@ == 'x']", `(input.list ?? []).some((item) => item === "x")`, "$inputs.list"),
  // It may be a list, or an object that then means itself.
  path("$[?@.a == 'x']", `itemsOf(input.any).some((item) => at(item, "a") === "x")`, "$inputs.any"),
]);

testConditions("any other query is left to the library,", own, [
  path("$..name", `queryJson(run, one.data, "$..name").length > 0`),
  path("$.pets[-1]", `queryJson(run, one.data, "$.pets[-1]").length > 0`),
  path("$.owner[?@ == 'Tom']", `queryJson(run, one.data, "$.owner[?@ == 'Tom']").length > 0`),
  path("$.pets[?match(@.name, 'T.*')]", `queryJson(run, one.data, "$.pets[?match(@.name, 'T.*')]").length > 0`),
  path("$..['{$inputs.text}']", "queryJson(run, one.data, `$..['${queryText(input.text)}']`).length > 0"),
  path("$.pets[{$inputs.number}]", "queryJson(run, one.data, `$.pets[${queryLiteral(input.number)}]`).length > 0"),
]);

own.testTypes();
