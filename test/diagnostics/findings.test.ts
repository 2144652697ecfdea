import { describe, expect, it } from "vitest";
import { Findings, found, kinds, type Found, type Kind, type Place } from "../../generator/diagnostics.js";

const source = { path: "b.yml", text: "0123456789" };
const at = (start: number, path = "b.yml"): Place => ({ source: { ...source, path }, start, end: start + 1 });

const { unusedInput, pollInferred, unknownStep, unknownInput, overlayNoMatch, fileUnreadable } = found;

function said({ kind }: { readonly kind: Kind }, message: string, hint?: string): Found {
  return { kind, message, hint };
}

describe("Findings", () => {
  it("takes the severity from the table", () => {
    const findings = new Findings();
    findings.report(at(0), said(unusedInput, "unused"));
    findings.report(at(1), said(pollInferred, "polled"));
    expect(findings.list().map(({ severity }) => severity)).toEqual(["warning", "note"]);
    expect(findings.hasErrors).toBe(false);
    findings.report(at(2), said(unknownStep, "unknown"));
    expect(findings.hasErrors).toBe(true);
  });

  it("makes errors of what the table marks, when strict", () => {
    const findings = new Findings({ strict: true });
    findings.report(at(0), said(unusedInput, "unused"));
    findings.report(at(1), said(overlayNoMatch, "nothing"));
    expect(findings.list().map(({ severity }) => severity)).toEqual(["warning", "error"]);
  });

  it("counts the same of the same place once", () => {
    const findings = new Findings();
    findings.report(at(0), said(unknownStep, "unknown"));
    findings.report(at(0), said(unknownStep, "unknown", "with a hint"));
    findings.report(at(1), said(unknownStep, "unknown"));
    findings.report(at(0), said(unknownStep, "another"));
    findings.report(at(0, "a.yml"), said(unknownStep, "unknown"));
    expect(findings.list()).toHaveLength(4);
  });

  it("cuts what is too long to read", () => {
    const findings = new Findings();
    findings.report(at(0), said(unknownStep, "x".repeat(2_000), "y".repeat(2_000)));
    expect(findings.list()).toMatchObject([{ message: `${"x".repeat(999)}…`, hint: `${"y".repeat(999)}…` }]);
  });

  it("lists by document and place, those without a place first", () => {
    const findings = new Findings();
    findings.report(at(5), said(unknownStep, "third"));
    findings.report(at(5), said(unknownInput, "second"));
    findings.report(at(9, "a.yml"), said(unknownStep, "first"));
    findings.report(undefined, said(fileUnreadable, "before all"));
    expect(findings.list().map(({ message }) => message)).toEqual(["before all", "first", "second", "third"]);
  });
});

it("every code says what it means in a sentence", () => {
  for (const { code, meaning } of kinds) {
    expect(code).toMatch(/^[a-z]+(-[a-z0-9]+)*$/);
    expect(meaning).toMatch(/^[A-Z].*\.$/);
  }
});
