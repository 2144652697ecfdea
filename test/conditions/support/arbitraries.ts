import fc from "fast-check";
import type { World } from "./interpret.js";

/** The fields of a criterion. */
export interface Criterion {
  readonly type: "simple" | "jsonpath" | "regex";
  readonly condition: string;
  readonly context: string;
}

const fields = "id state done maybe count limit nothing level price date ended pets tags labels owner any mixed".split(
  " ",
);
const inputs = "text number flag mode list any".split(" ");
const texts = ["", "a", "A", "5", "5.0", "-1", "active", "Closed", "fast", "2026-06-01", "true"];
const numbers = [-1, 0, 1, 2, 5, 2.5];

const field = fc.constantFrom(...fields);
const input = fc.constantFrom(...inputs);
const op = fc.constantFrom("==", "!=", "<", "<=", ">", ">=");
const literal = fc.oneof(
  { weight: 4, arbitrary: fc.constantFrom(...texts.map((text) => `'${text}'`)) },
  { weight: 3, arbitrary: fc.constantFrom(...numbers.map(String)) },
  fc.constantFrom("true", "false", "null"),
);

/** Joins conditions by operators, with as many parentheses as that takes. */
function joined(leaf: fc.Arbitrary<string>): fc.Arbitrary<string> {
  const { tree } = fc.letrec<{ tree: string }>((tie) => ({
    tree: fc.oneof(
      { maxDepth: 3, depthSize: "small", withCrossShrink: true },
      { weight: 3, arbitrary: leaf },
      fc.tuple(tie("tree"), fc.constantFrom("&&", "||"), tie("tree")).map(([a, by, b]) => `(${a}) ${by} (${b})`),
      fc.tuple(leaf, fc.constantFrom("&&", "||"), leaf).map(([a, by, b]) => `${a} ${by} ${b}`),
      tie("tree").map((inner) => `!(${inner})`),
    ),
  }));
  return tree;
}

function comparisons(reference: fc.Arbitrary<string>, other: fc.Arbitrary<string>): fc.Arbitrary<string> {
  return fc.oneof(
    { weight: 5, arbitrary: fc.tuple(reference, op, literal).map((parts) => parts.join(" ")) },
    fc.tuple(literal, op, reference).map((parts) => parts.join(" ")),
    { weight: 2, arbitrary: fc.tuple(reference, op, other).map((parts) => parts.join(" ")) },
    reference,
  );
}

const value = fc.oneof(
  { weight: 5, arbitrary: field.map((name) => `$response.body#/${name}`) },
  { weight: 2, arbitrary: input.map((name) => `$inputs.${name}`) },
  fc.constantFrom("$statusCode", "$response.header.X-A", "$response.body#/owner/name", "$response.body"),
);

const simple = joined(
  comparisons(
    value,
    fc.oneof(
      value,
      input.map((name) => `'a{$inputs.${name}}'`),
    ),
  ),
);

const predicatePath = fc.oneof(
  { weight: 4, arbitrary: field.map((name) => `$.${name}`) },
  fc.constantFrom("$.pets.length", "$.id.length", "$.owner.name", "$.pets[0].price", "count($.tags)"),
);
const predicate = joined(comparisons(predicatePath, predicatePath));

const filterPath = fc.oneof(
  { weight: 4, arbitrary: field.map((name) => `@.${name}`) },
  fc.constantFrom("$.count", "$.limit", "@.owner.name"),
);
const measured = fc.oneof(
  { weight: 4, arbitrary: filterPath },
  field.map((name) => `count(@.${name}[*])`),
  field.map((name) => `length(@.${name})`),
);
const filterLeaf = fc.oneof(
  { weight: 5, arbitrary: fc.tuple(measured, op, literal).map((parts) => parts.join(" ")) },
  { weight: 2, arbitrary: fc.tuple(filterPath, op, filterPath).map((parts) => parts.join(" ")) },
  filterPath,
);
const petLeaf = fc.oneof(
  fc.tuple(fc.constantFrom("@.name", "@.price", "@.sold"), op, literal).map((parts) => parts.join(" ")),
  fc.constantFrom("@.sold", "@.price > $.limit", "@.name == $.id"),
);
const query = fc.oneof(
  { weight: 4, arbitrary: joined(filterLeaf).map((filter) => `$[?${filter}]`) },
  { weight: 3, arbitrary: joined(petLeaf).map((filter) => `$.pets[?${filter}]`) },
  literal.map((text) => `$.tags[?@ == ${text}]`),
  literal.map((text) => `$.labels[?@ == ${text}]`),
  field.map((name) => `$.${name}`),
  field.map((name) => `$.${name}[*]`),
  fc.constantFrom("$..name", "$.pets[-1]", "$.tags[0, 1]", "$"),
);

const pattern = fc.constantFrom("^a", "5", "^-?\\d+$", "^$", "\\-", "[/]", "e$", "^(?<x>a|A)\\k<x>?$", "\\p{Lu}");

const body = "$response.body";
const criteria: fc.Arbitrary<Criterion> = fc.oneof(
  { weight: 4, arbitrary: simple.map((condition) => ({ type: "simple" as const, condition, context: body })) },
  { weight: 2, arbitrary: predicate.map((condition) => ({ type: "jsonpath" as const, condition, context: body })) },
  { weight: 3, arbitrary: query.map((condition) => ({ type: "jsonpath" as const, condition, context: body })) },
  fc.tuple(pattern, value).map(([condition, context]) => ({ type: "regex" as const, condition, context })),
);

const text = fc.constantFrom(...texts);
const number = fc.constantFrom(-1, 0, 1, 2, 5);
const pet = fc.record(
  { name: text, price: fc.option(fc.constantFrom(...numbers)), sold: fc.boolean() },
  { requiredKeys: ["name"] },
);
const thing = fc.record(
  {
    id: text,
    state: fc.constantFrom("active", "in-progress", "closed", "brand-new"),
    done: fc.boolean(),
    maybe: fc.boolean(),
    count: number,
    limit: number,
    nothing: fc.option(number),
    level: fc.constantFrom(1, 2, 3),
    price: fc.option(text),
    date: fc.constantFrom("2026-06-01", "2026-06-01T10:00:00Z"),
    ended: fc.constantFrom("2026-06-01", "2026-06-01T10:00:00Z"),
    pets: fc.array(pet, { maxLength: 2 }),
    tags: fc.array(text, { maxLength: 2 }),
    labels: fc.dictionary(fc.constantFrom("x", "y"), text),
    owner: fc.record({ name: text }, { requiredKeys: [] }),
    any: fc.oneof(text, number, fc.boolean(), fc.constant(null), fc.constant([1]), fc.constant({ a: 1 })),
    mixed: fc.oneof(text, number),
  },
  { requiredKeys: ["id", "state", "done", "count", "date", "level"] },
);
const given = fc.record(
  {
    text,
    number: fc.constantFrom(...numbers),
    flag: fc.boolean(),
    mode: fc.constantFrom("Fast", "slow"),
    list: fc.array(text, { maxLength: 2 }),
    any: fc.oneof(text, number, fc.constant({ a: "a" })),
  },
  { requiredKeys: [] },
);
/** Answers and inputs as their schemas have them, or nearly so: lists of values may grow. */
export const worlds: fc.Arbitrary<World> = fc.record({
  status: fc.constant(200),
  headers: fc.oneof(
    fc.constant({}),
    text.map((sent) => ({ "x-a": sent })),
  ),
  body: thing,
  inputs: given,
});

/** Criteria that ask again and again for a few values, whose types have few. */
const insisting = fc
  .tuple(
    fc.constantFrom(
      ...["true", "false"].map((each) => ["$response.body#/done", each]),
      ...["1", "2", "3", "'1'"].map((each) => ["$response.body#/level", each]),
      ...["'fast'", "'slow'", "null"].map((each) => ["$inputs.mode", each]),
      ...["'5'", "'-1'", "5", "null"].map((each) => ["$response.body#/price", each]),
      ...["$response.body#/owner", "$response.body#/maybe"].map((name) => [name, "null"]),
    ),
    fc.constantFrom("==", "==", "!="),
  )
  .map(([[name, other], by]) => `${name} ${by} ${other}`);
const insistingCriterion: fc.Arbitrary<Criterion> = fc.oneof(
  {
    weight: 3,
    arbitrary: joined(insisting).map((condition) => ({ type: "simple" as const, condition, context: body })),
  },
  criteria,
);

/** What is asked of one answer, action by action. */
export const sequences = fc.oneof(
  criteria.map((each) => [each]),
  fc.array(insistingCriterion, { minLength: 2, maxLength: 4 }),
);
