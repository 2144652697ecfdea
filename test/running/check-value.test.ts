import { expect, test } from "vitest";
import { complaintsAbout, type JsonSchema } from "../../generator/run/index.js";

const person: JsonSchema = {
  type: "object",
  properties: { name: { type: "string" }, age: { type: "number" } },
  required: ["name"],
  additionalProperties: false,
};

const input: JsonSchema = {
  type: "object",
  properties: {
    to: { type: "string" },
    count: { type: "number" },
    kind: { type: "string", enum: ["sms", "whatsapp"] },
    person,
    list: { type: "array", items: person },
    pair: { type: "array", prefixItems: [{ type: "string" }, { type: "number" }], minItems: 2, maxItems: 2 },
    either: { anyOf: [{ type: "null" }, { type: "number" }, person] },
    tags: { type: "object", additionalProperties: { type: "string" } },
    any: {},
  },
  required: ["to"],
  additionalProperties: false,
};

test.each<{ given: unknown; want: readonly string[] }>([
  { given: { to: "a" }, want: [] },
  { given: { to: "a", person: { name: "b", age: 1 }, list: [{ name: "c" }], pair: ["d", 1], any: [{}] }, want: [] },
  { given: { to: "a", either: null }, want: [] },
  { given: { to: "a", either: { name: "b" } }, want: [] },
  { given: { to: "a", tags: { b: "c" } }, want: [] },
  { given: [], want: ["the input must be an object, not a list."] },
  { given: {}, want: ["`to` is missing: a text."] },
  { given: { to: 5 }, want: ["`to` must be a text, not 5."] },
  { given: { to: null }, want: ["`to` must be a text, not null."] },
  { given: { to: "a", count: "5" }, want: ["`count` must be a number, not this text."] },
  {
    given: { to: "a", kind: "smss" },
    want: ['`kind` must be "sms" or "whatsapp", not this text. Did you mean `sms`?'],
  },
  { given: { to: "a", Count: 1 }, want: ["There is no `Count`. Did you mean `count`?"] },
  {
    given: { to: "a", person: { nam: "b" } },
    want: ["`person.name` is missing: a text.", "There is no `person.nam`. Did you mean `name`?"],
  },
  { given: { to: "a", list: [{ name: "b" }, { name: 1 }] }, want: ["`list[1].name` must be a text, not 1."] },
  { given: { to: "a", list: {} }, want: ["`list` must be a list, not an object."] },
  { given: { to: "a", pair: ["b"] }, want: ["`pair` must have 2 items, not 1."] },
  { given: { to: "a", pair: [1, 1] }, want: ["`pair[0]` must be a text, not 1."] },
  { given: { to: "a", either: "b" }, want: ["`either` must be null or a number or an object, not this text."] },
  { given: { to: "a", either: { name: 1 } }, want: ["`either.name` must be a text, not 1."] },
  { given: { to: "a", tags: { b: true } }, want: ["`tags.b` must be a text, not true."] },
])("$given: $want", ({ given, want }) => {
  expect(complaintsAbout(given, input)).toEqual(want);
});
