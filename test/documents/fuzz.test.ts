import fc from "fast-check";
import { expect, it } from "vitest";
import { stringify } from "yaml";
import { codeFrame, Findings, formatFindings } from "../../generator/diagnostics.js";
import { isList, isMapping } from "../../generator/documents/data.js";
import type { Path, SourceDocument } from "../../generator/documents/document.js";
import { readDocumentText } from "../../generator/documents/read.js";
import { given } from "./given.js";

// The same examples each time: what fails here fails for whoever looks into it.
fc.configureGlobal({ seed: Number(process.env["SEED"] ?? 20_260_502) });

/** Values as documents can hold them: no control characters. */
const json = fc
  .jsonValue({ stringUnit: "grapheme" })
  .map((value): unknown => JSON.parse(JSON.stringify(value).replaceAll(/\\u00[01][0-9a-f]|\\[bf]|\u007f/g, "")));

function paths(value: unknown, path: Path = []): Path[] {
  const entries: [string | number, unknown][] = isList(value)
    ? [...value.entries()]
    : isMapping(value)
      ? Object.entries(value)
      : [];
  return [path, ...entries.flatMap(([key, entry]) => paths(entry, [...path, key]))];
}

function everyPlaceIsInside(document: SourceDocument): void {
  for (const path of paths(document.root)) {
    for (const part of ["key", "value"] as const) {
      const { start, end, source } = document.place(path, part);
      expect(0 <= start && start <= end && end <= source.text.length).toBe(true);
    }
  }
}

it("JSON comes through as JSON.parse has it, indented or not", () => {
  fc.assert(
    fc.property(json, fc.constantFrom(undefined, 2, "\t"), (value, indent) => {
      const document = given(JSON.stringify({ value }, undefined, indent));
      expect(JSON.stringify(document.root)).toBe(JSON.stringify({ value }));
      everyPlaceIsInside(document);
    }),
  );
});

it("YAML comes through as it was written", () => {
  fc.assert(
    fc.property(json, (value) => {
      const document = given(stringify({ value }, { aliasDuplicateObjects: false }));
      expect(JSON.stringify(document.root)).toBe(JSON.stringify({ value }));
      everyPlaceIsInside(document);
    }),
  );
});

it("text of any kind ends in a document or in findings", () => {
  const piece = fc.constantFrom(
    ..."[]{},:?-&*!|>'\"%@`#\n\r\t \\~<=.0123456789ab",
    "- ",
    ": ",
    "\n  ",
    "&a ",
    "*a",
    "!!",
    "<<: ",
    "---\n",
    "...\n",
    "\u2028",
    "é",
  );
  fc.assert(
    fc.property(
      fc.oneof(
        fc.string({ unit: "binary" }),
        fc.array(piece, { maxLength: 60 }).map((parts) => parts.join("")),
      ),
      (text) => {
        const findings = new Findings();
        const document = readDocumentText("given.yml", text, findings);
        expect(document === undefined).toBe(findings.hasErrors);
        for (const format of ["pretty", "json", "github"] as const) {
          expect(formatFindings(findings.list(), format, { color: false })).not.toMatch(/[^\P{Cc}\n]/u);
        }
        if (document) everyPlaceIsInside(document);
      },
    ),
    { numRuns: 2000 },
  );
});

it("a frame can be drawn of any place in any text", () => {
  fc.assert(
    fc.property(fc.string({ unit: "binary", maxLength: 300 }), fc.nat(400), fc.nat(400), (text, start, end) => {
      const frame = codeFrame({ source: { path: "given.yml", text }, start, end });
      expect(frame).not.toMatch(/[^\P{Cc}\n]|[\u202a-\u202e\u2066-\u2069]/u);
      expect(frame).toContain("^");
    }),
    { numRuns: 1000 },
  );
});
