import { describe, expect, it } from "vitest";
import { parsePointer } from "../../generator/documents/pointer.js";
import { schemaAtPointer } from "../../generator/schema/index.js";
import { schemaOf } from "./given-schema.js";

const yaml = `
it:
  type: object
  required: [sid, links, base, choice]
  properties:
    sid: {type: string}
    status: {type: string, nullable: true}
    links: {type: object, required: [self], properties: {self: {type: string}, next: {type: string}}}
    maybe: {type: [object, 'null'], required: [sid], properties: {sid: {type: string}}}
    items: {type: array, items: {type: object, required: [id], properties: {id: {type: integer}}}}
    pair: {type: array, prefixItems: [{type: string}, {type: number}]}
    list: {type: array}
    triple: {type: array, prefixItems: [{type: string}], items: false}
    barred: {type: object, properties: {a: {type: string}, b: false}}
    map: {type: object, additionalProperties: {type: number}}
    open: {type: object, properties: {a: {type: string}}, additionalProperties: true}
    closed: {type: object, additionalProperties: false}
    free: {type: object}
    any: {}
    pattern: {type: object, properties: {a: {}}, patternProperties: {'^b': {type: string}}}
    a/b: {type: boolean}
    base:
      allOf:
        - {properties: {id: {type: string}, kind: {type: string}}}
        - {required: [id], properties: {kind: {enum: [a, b]}}}
        - {allOf: [{properties: {deep: {type: number}}}]}
    choice:
      required: [common]
      properties: {common: {type: string}}
      oneOf:
        - {required: [x, both], properties: {x: {type: string}, both: {type: string}}}
        - {required: [both], properties: {y: {type: string}, both: {type: integer, nullable: true}}}
    nullableRef:
      anyOf: [{$ref: '#/it'}, {type: 'null'}]
    wrapped: {oneOf: [{anyOf: [{properties: {in: {type: string}}}]}]}
    loop: {allOf: [{$ref: '#/it/properties/loop'}]}
    loops: {oneOf: [{$ref: '#/it/properties/loops'}, {properties: {out: {type: string}}}]}
`;
const schema = schemaOf(yaml);

describe("schemaAtPointer", () => {
  interface Want {
    readonly types: string[];
    readonly optional?: true;
  }
  const found: [pointer: string, want: Want][] = [
    ["", { types: ["object"] }],
    ["/sid", { types: ["string"] }],
    ["/status", { types: ["string"], optional: true }],
    ["/links/self", { types: ["string"] }],
    ["/links/next", { types: ["string"], optional: true }],
    ["/maybe", { types: ["object"], optional: true }],
    ["/maybe/sid", { types: ["string"], optional: true }],
    ["/items/0/id", { types: ["integer"], optional: true }],
    ["/pair/1", { types: ["number"], optional: true }],
    ["/list/7/whatever", { types: [], optional: true }],
    ["/map/anything", { types: ["number"], optional: true }],
    ["/open/other", { types: [], optional: true }],
    ["/open/a", { types: ["string"], optional: true }],
    ["/free/a/b/c", { types: [], optional: true }],
    ["/any/0/x", { types: [], optional: true }],
    ["/pattern/bcd", { types: [], optional: true }],
    ["/a~1b", { types: ["boolean"], optional: true }],
    ["/base/id", { types: ["string"] }],
    ["/base/kind", { types: ["string"], optional: true }],
    ["/base/deep", { types: ["number"], optional: true }],
    ["/choice/common", { types: ["string"] }],
    ["/choice/x", { types: ["string"], optional: true }],
    ["/choice/both", { types: ["string", "integer"] }],
    ["/nullableRef/sid", { types: ["string"], optional: true }],
    ["/wrapped/in", { types: ["string"], optional: true }],
    ["/loops/out", { types: ["string"], optional: true }],
  ];
  it.each(found)("finds %j", (pointer, want) => {
    const landing = schemaAtPointer(schema, parsePointer(pointer) ?? []);
    if ("failedAt" in landing) throw new Error(JSON.stringify(landing));
    const { optional } = landing;
    expect({ types: [...landing.schema.types], ...(optional ? { optional } : {}) }).toEqual(want);
  });

  it("works the values of allOf in", () => {
    const landing = schemaAtPointer(schema, ["base", "kind"]);
    expect("schema" in landing && landing.schema.values).toEqual(["a", "b"]);
  });

  it("lists the alternatives", () => {
    const landing = schemaAtPointer(schema, ["choice", "both"]);
    expect("schema" in landing && landing.schema.anyOf.map(({ types }) => [...types])).toEqual([
      ["string"],
      ["integer"],
    ]);
  });

  const missed: [pointer: string, want: { failedAt: number; candidates: string[] }][] = [
    ["/links/prev", { failedAt: 1, candidates: ["self", "next"] }],
    ["/links/prev/x", { failedAt: 1, candidates: ["self", "next"] }],
    ["/sid/x", { failedAt: 1, candidates: [] }],
    ["/items/id", { failedAt: 1, candidates: [] }],
    ["/items/0/idd", { failedAt: 2, candidates: ["id"] }],
    ["/items/-", { failedAt: 1, candidates: [] }],
    ["/items/00", { failedAt: 1, candidates: [] }],
    ["/pair/2", { failedAt: 1, candidates: [] }],
    ["/triple/1", { failedAt: 1, candidates: [] }],
    ["/barred/b", { failedAt: 1, candidates: ["a"] }],
    ["/closed/a", { failedAt: 1, candidates: [] }],
    ["/links/constructor", { failedAt: 1, candidates: ["self", "next"] }],
    ["/base/other", { failedAt: 1, candidates: ["id", "kind", "deep"] }],
    ["/choice/z", { failedAt: 1, candidates: ["common", "x", "both", "y"] }],
  ];
  it.each(missed)("misses %j", (pointer, want) => {
    expect(schemaAtPointer(schema, parsePointer(pointer) ?? [])).toEqual(want);
  });

  it("comes to an end in circles and among very many alternatives", () => {
    expect(schemaAtPointer(schema, Array<string>(50).fill("loop"))).toMatchObject({ optional: true });
    const wide = schemaOf(`it: {anyOf: [${"{properties: {a: {$ref: '#/it'}}},".repeat(40)}]}`);
    expect(schemaAtPointer(wide, Array<string>(20).fill("a"))).toMatchObject({ optional: true });
  });
});
