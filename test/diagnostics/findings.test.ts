import { describe, expect, it } from "vitest";
import { codes, Findings, type Place } from "../../generator/diagnostics.js";

const source = { path: "b.yml", text: "0123456789" };
const at = (start: number, path = "b.yml"): Place => ({ source: { ...source, path }, start, end: start + 1 });

describe("Findings", () => {
  it("takes the severity from the table", () => {
    const findings = new Findings();
    findings.add("unused-input", at(0), "unused");
    findings.add("poll-inferred", at(1), "polled");
    expect(findings.list().map(({ severity }) => severity)).toEqual(["warning", "note"]);
    expect(findings.hasErrors).toBe(false);
    findings.add("unknown-step", at(2), "unknown");
    expect(findings.hasErrors).toBe(true);
  });

  it("makes errors of what the table marks, when strict", () => {
    const findings = new Findings({ strict: true });
    findings.add("unused-input", at(0), "unused");
    findings.add("overlay-no-match", at(1), "nothing");
    expect(findings.list().map(({ severity }) => severity)).toEqual(["warning", "error"]);
  });

  it("counts the same of the same place once", () => {
    const findings = new Findings();
    findings.add("unknown-step", at(0), "unknown");
    findings.add("unknown-step", at(0), "unknown", "with a hint");
    findings.add("unknown-step", at(1), "unknown");
    findings.add("unknown-step", at(0), "another");
    findings.add("unknown-step", at(0, "a.yml"), "unknown");
    expect(findings.list()).toHaveLength(4);
  });

  it("cuts what is too long to read", () => {
    const findings = new Findings();
    findings.add("unknown-step", at(0), "x".repeat(2_000), "y".repeat(2_000));
    expect(findings.list()).toMatchObject([{ message: `${"x".repeat(999)}…`, hint: `${"y".repeat(999)}…` }]);
  });

  it("lists by document and place, those without a place first", () => {
    const findings = new Findings();
    findings.add("unknown-step", at(5), "third");
    findings.add("unknown-input", at(5), "second");
    findings.add("unknown-step", at(9, "a.yml"), "first");
    findings.add("file-unreadable", undefined, "before all");
    expect(findings.list().map(({ message }) => message)).toEqual(["before all", "first", "second", "third"]);
  });
});

it("every code says what it means in a sentence", () => {
  for (const [code, { meaning }] of Object.entries(codes)) {
    expect(code).toMatch(/^[a-z]+(-[a-z0-9]+)*$/);
    expect(meaning).toMatch(/^[A-Z].*\.$/);
  }
});
