import { resolve } from "node:path";
import { describe, expect, test } from "vitest";
import { Findings } from "../../generator/diagnostics.js";
import { bundle } from "../../generator/documents/bundle.js";
import { valueAt } from "../../generator/documents/data.js";
import type { SourceDocument } from "../../generator/documents/document.js";
import { followReferencesToEnd } from "../../generator/documents/reference.js";
import { brief, given } from "./given.js";

/** A document bundled with those beside it, by their names. */
function bundled(text: string, files: Readonly<Record<string, string>>): SourceDocument {
  const main = given(text, "main.yml");
  const read = new Map<string, SourceDocument>([[main.file, main]]);
  return bundle(main, (_, url) => {
    const file = resolve(url);
    const document = read.get(file) ?? given(files[url] ?? "", file);
    read.set(file, document);
    return document;
  });
}

describe("a bundled document", () => {
  test("is the same one where nothing stands in other files", () => {
    const main = given("a: { $ref: '#/b' }\nb: 1");
    expect(bundle(main, () => main)).toBe(main);
  });

  test.each([
    { name: "a value", ref: "a.yml#/one", want: { to: { x: 1 }, file: "a.yml", text: "{ x: 1 }" } },
    { name: "one by way of another file", ref: "a.yml#/two", want: { to: [2], file: "b.yml", text: "[2]" } },
    { name: "one of its own by way of another file", ref: "a.yml#/back", want: { to: 3, file: "main.yml", text: "3" } },
    { name: "an item of a list", ref: "a.yml#/list/0", want: { to: { x: 4 }, file: "a.yml", text: "{ x: 4 }" } },
    { name: "a name with a slash", ref: "a.yml#/a~1b", want: { to: { x: 5 }, file: "a.yml", text: "{ x: 5 }" } },
    { name: "the prototype's name", ref: "a.yml#/__proto__", want: { to: { x: 6 }, file: "a.yml", text: "{ x: 6 }" } },
  ])("leads to $name, at the place where it stands", ({ ref, want }) => {
    const document = bundled(`use: { $ref: '${ref}' }\nown: 3`, {
      "a.yml":
        "one: { x: 1 }\ntwo: { $ref: b.yml }\nback: { $ref: 'main.yml#/own' }\nlist: [{ x: 4 }]\na/b: { x: 5 }\n__proto__: { x: 6 }",
      "b.yml": "[2]",
    });
    const findings = new Findings();
    const target = followReferencesToEnd(document, ["use"], findings);
    const place = document.place(target?.at ?? []);
    expect(brief(findings)).toEqual([]);
    expect({
      to: target?.value,
      file: place.source.path,
      text: place.source.text.slice(place.start, place.end),
    }).toEqual(want);
  });

  test("leaves data of the author's as it is", () => {
    const text = "use: { $ref: a.yml }\nschema: { example: { $ref: a.yml }, enum: [{ $ref: a.yml }], default: 1 }";
    const document = bundled(text, { "a.yml": "x: 1" });
    expect(valueAt(document.root, ["schema", "example"])).toEqual({ $ref: "a.yml" });
    expect(valueAt(document.root, ["schema", "enum"])).toEqual([{ $ref: "a.yml" }]);
  });

  test("shares what several references lead to, one inside of another", () => {
    const deep = (levels: number): string => (levels === 0 ? "{ $ref: '#/a' }" : `{ a: ${deep(levels - 1)} }`);
    const uses = Array.from({ length: 150 }, (_, level) => `u${level}: { $ref: 'a.yml#${"/a".repeat(level)}' }`);
    const document = bundled(uses.join("\n"), { "a.yml": deep(160) });
    const one = valueAt(document.root, ["components", "x-other-files", "a", "a"]);
    expect(one).toBe(followReferencesToEnd(document, ["u1"], new Findings())?.value);
  });

  test("follows a chain of 1,000 files", () => {
    const chain = Object.fromEntries(Array.from({ length: 1_000 }, (_, at) => [`f${at}.yml`, `$ref: f${at + 1}.yml`]));
    const document = bundled("use: { $ref: f0.yml }", { ...chain, "f1000.yml": "1" });
    const findings = new Findings();
    followReferencesToEnd(document, ["use"], findings);
    expect(brief(findings)).toEqual([
      "reference-cycle: the reference leads on and on, over more than 100 references [f0.yml]",
    ]);
  });

  test("more than 50 MB in all are an error", () => {
    const large = `a: 1 # ${"x".repeat(9 * 1024 * 1024)}`;
    const names = Array.from({ length: 6 }, (_, at) => `f${at}.yml`);
    const uses = names.map((name) => `u${name}: { $ref: '${name}' }`).join("\n");
    const document = bundled(uses, Object.fromEntries(names.map((name) => [name, large])));
    const findings = new Findings();
    for (const name of names) followReferencesToEnd(document, [`u${name}`], findings);
    expect(brief(findings)).toEqual([
      "document-too-large: The files that the document refers to have more than 50 MB together ['f5.yml']",
    ]);
  });
});
