import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, it } from "vitest";
import { Findings } from "../../generator/diagnostics.js";
import { overlaysFor, readOverlay } from "../../generator/documents/overlay.js";
import { given } from "./given.js";

let base = "";
beforeAll(() => {
  base = mkdtempSync(join(tmpdir(), "overlays-"));
  for (const folder of ["openapi", "old", "overlays"]) mkdirSync(join(base, folder));
  for (const file of ["openapi/api.yml", "old/api.yml", "openapi/other.yml"]) writeFileSync(join(base, file), "a: 1");
});
afterAll(() => rmSync(base, { recursive: true }));

const tests: [name: string, given: string | undefined, want: boolean][] = [
  ["leads to the file", "../openapi/api.yml", true],
  ["leads to another file of the same name", "../old/api.yml", false],
  ["leads to another file", "../openapi/other.yml", false],
  ["leads to no file, of the same name", "./api.yml", true],
  ["is an address, of the same name", "https://example.com/v1/api.yml?raw=1#x", true],
  ["is an address, of another name", "https://example.com/v1/apis.yml", false],
  ["is percent-encoded", "https://example.com/%61pi.yml", true],
  ["is not given", undefined, true],
];
it.each(tests)("`extends` %s", (_, target, want) => {
  const line = target === undefined ? "" : `extends: ${JSON.stringify(target)}\n`;
  const text = `overlay: 1.0.0\ninfo: {title: T, version: '1'}\n${line}actions: [{target: $}]`;
  const overlay = readOverlay(given(text, join(base, "overlays/one.yml")), new Findings());
  const document = given("a: 1", join(base, "openapi/api.yml"));
  expect(overlaysFor(document, overlay ? [overlay] : [])).toEqual(want ? [overlay] : []);
});

const copies: [name: string, given: { target: string; asked: string[] }, want: boolean][] = [
  ["is not asked for", { target: "../old/api.yml", asked: ["openapi/api.yml"] }, true],
  ["is asked for too", { target: "../old/api.yml", asked: ["openapi/api.yml", "old/api.yml"] }, false],
  ["has another name", { target: "../openapi/other.yml", asked: ["openapi/api.yml"] }, false],
];
it.each(copies)("a document that was asked for, when the file of `extends` %s", (_, { target, asked }, want) => {
  const text = `overlay: 1.0.0\ninfo: {title: T, version: '1'}\nextends: ${target}\nactions: [{target: $}]`;
  const overlay = readOverlay(given(text, join(base, "overlays/one.yml")), new Findings());
  const document = given("a: 1", join(base, "openapi/api.yml"));
  const files = new Set(asked.map((file) => join(base, file)));
  expect(overlaysFor(document, overlay ? [overlay] : [], { asked: files })).toEqual(want ? [overlay] : []);
});
