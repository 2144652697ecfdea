import { describe, expect, it } from "vitest";
import { Findings } from "../../generator/diagnostics.js";
import type { Path } from "../../generator/documents/document.js";
import { followReferencesToEnd } from "../../generator/documents/reference.js";
import { brief, given } from "./given.js";

const document = given(`
components:
  schemas:
    Message: {type: object}
    Alias: {$ref: '#/components/schemas/Message'}
    a/b~c d: {type: string}
    list: [{type: integer}]
uses:
  direct: {type: number}
  one: {$ref: '#/components/schemas/Message'}
  two: {$ref: '#/components/schemas/Alias'}
  escaped: {$ref: '#/components/schemas/a~1b~0c%20d'}
  item: {$ref: '#/components/schemas/list/0'}
  property: {$ref: {type: string}}
  file: {$ref: 'other.yml#/Message'}
  network: {$ref: 'http://169.254.169.254/latest/meta-data'}
  root: {$ref: '#'}
  anchor: {$ref: '#message'}
  typo: {$ref: '#/components/schemas/Mesage'}
  above: {$ref: '#/component/schemas/Message'}
  pointer: {$ref: '#/components/~2'}
  prototype: {$ref: '#/components/schemas/constructor'}
  self: {$ref: '#/uses/self'}
  ring: {$ref: '#/uses/ring2'}
  ring2: {$ref: '#/uses/ring3'}
  ring3: {$ref: '#/uses/ring2'}
`);

describe("followReferencesToEnd", () => {
  const followed: [name: string, at: Path, passed: number][] = [
    ["direct", ["uses", "direct"], 0],
    ["one", ["components", "schemas", "Message"], 1],
    ["two", ["components", "schemas", "Message"], 2],
    ["escaped", ["components", "schemas", "a/b~c d"], 1],
    ["item", ["components", "schemas", "list", 0], 1],
    ["property", ["uses", "property"], 0],
  ];
  it.each(followed)("follows %s", (name, at, passed) => {
    const findings = new Findings();
    const resolved = followReferencesToEnd(document, ["uses", name], findings);
    expect(brief(findings)).toEqual([]);
    expect(resolved?.at).toEqual(at);
    expect(resolved?.passed).toHaveLength(passed);
  });

  const outside = "leads out of the document, and is not followed here";
  const bundle = "(Only the `$ref`s of OpenAPI documents are followed into other files.)";
  const refused: [name: string, want: string][] = [
    ["file", `reference-refused: \`other.yml#/Message\` ${outside} ['other.yml#/Message'] ${bundle}`],
    [
      "network",
      `reference-refused: \`http://169.254.169.254/latest/meta-data\` ${outside} ['http://169.254.169.254/latest/meta-data'] ${bundle}`,
    ],
    ["root", `reference-refused: \`#\` ${outside} ['#'] ${bundle}`],
    ["anchor", `reference-refused: \`#message\` ${outside} ['#message'] ${bundle}`],
    [
      "typo",
      "reference-unresolved: `#/components/schemas/Mesage` points to nothing: there is no `Mesage` in `#/components/schemas` ['#/components/schemas/Mesage'] (Did you mean `Message`?)",
    ],
    [
      "above",
      "reference-unresolved: `#/component/schemas/Message` points to nothing: there is no `component` in `#` ['#/component/schemas/Message'] (Did you mean `components`?)",
    ],
    ["pointer", "reference-unresolved: `#/components/~2` is no JSON Pointer ['#/components/~2']"],
    [
      "prototype",
      "reference-unresolved: `#/components/schemas/constructor` points to nothing: there is no `constructor` in `#/components/schemas` ['#/components/schemas/constructor'] (Known here: `Message`, `Alias`, `a/b~c d`, `list`.)",
    ],
    ["self", "reference-cycle: the reference leads back to itself ['#/uses/self']"],
    ["ring", "reference-cycle: the reference leads back to itself ['#/uses/ring2']"],
  ];
  it.each(refused)("refuses %s", (name, want) => {
    const findings = new Findings();
    expect(followReferencesToEnd(document, ["uses", name], findings)).toBeUndefined();
    expect(brief(findings)).toEqual([want]);
  });

  it("ends after many hops", () => {
    const chain = Array.from({ length: 10_000 }, (_, hop) => `r${hop}: {$ref: '#/r${hop + 1}'}`).join("\n");
    const findings = new Findings();
    expect(followReferencesToEnd(given(`${chain}\nr10000: 1`), ["r0"], findings)).toBeUndefined();
    expect(brief(findings)).toEqual([
      "reference-cycle: the reference leads on and on, over more than 100 references ['#/r1']",
    ]);
  });
});
