import { found, type Findings, type Fix } from "../diagnostics.js";
import { child, hasChild } from "../documents/data.js";
import type { SourceDocument } from "../documents/document.js";
import { overlayFix } from "../documents/overlay-fix.js";
import { checkShape, reportShape } from "../documents/validate.js";
import { inputFaults } from "./checks/inputs.js";
import { literalOutputs } from "./checks/literal-outputs.js";
import { unplacedParameters } from "./checks/parameters.js";
import { reusableFaults } from "./checks/reusable.js";
import { duplicateNames } from "./checks/unique.js";
import { unsupportedFeatures } from "./checks/unsupported.js";
import { oddOutputNames } from "./checks/output-names.js";
import { newerParts } from "./checks/version.js";
import type { Fault } from "./checks/fault.js";
import { assumedShape } from "./assumed-shape.js";
import { echoesOf, hurtAt } from "./echoes.js";
import { arazzoDescription, type ArazzoDescription } from "./model/arazzo-document.js";
import { repair } from "./repair.js";

/** The versions of the specification that are read; patches do not change what a document means. */
export type ArazzoVersion = "1.0" | "1.1";

/** An Arazzo document that keeps to the specification, as far as one document alone can show that. */
export interface ArazzoDocument extends ArazzoDescription {
  readonly document: SourceDocument;
  readonly version: ArazzoVersion;
}

/**
 * Reads a document as Arazzo. Expressions and conditions in it are still text, and what it refers to outside of itself
 * has not been looked for. Where there were findings, what could be read all the same, so that the rest can be looked
 * at in the same run; `undefined` where nothing can be made of it.
 */
export function readArazzo(document: SourceDocument, findings: Findings): ArazzoDocument | undefined {
  if (isOfAnotherKind(document)) {
    findings.report(document.place([]), found.invalidDocument.notArazzo());
    return undefined;
  }
  const version = readVersion(document, findings);
  // Of another version nothing is known, not even which fields are wrong.
  if (version === "unknown") return undefined;
  const { value, faults } = checkShape(arazzoDescription, document.root, []);
  reportShape(faults, document, findings, assumedShape);
  const repaired = value === undefined ? repair(document, faults) : { description: value, document, hurt: [] };
  if (repaired === undefined) return undefined;
  const { description, hurt } = repaired;
  if (hurt.length > 0) findings.ignore(echoesOf(description, hurt, repaired.document));
  const others = [...faultsOf(description, version ?? "1.1")];
  const passed = others.filter((fault) => report(fault, repaired.document, findings));
  // Of two sources of one name nobody knows which is meant.
  if (others.some(({ path }) => path[0] === "sourceDescriptions")) return undefined;
  const faulty = others.filter((fault) => !passed.includes(fault)).map(({ path }) => hurtAt(path, repaired.document));
  if (faulty.length > 0) findings.ignore(echoesOf(description, faulty, repaired.document));
  return { ...description, document: repaired.document, version: version ?? "1.1" };
}

/** Whether a document says that it is of another kind. */
export function isOfAnotherKind({ root }: SourceDocument): boolean {
  const kinds = ["openapi", "swagger", "asyncapi", "overlay"];
  return !hasChild(root, "arazzo") && kinds.some((kind) => hasChild(root, kind));
}

/** @returns whether the fault is let pass */
function report({ path, part, what, passes, assume }: Fault, document: SourceDocument, findings: Findings): boolean {
  const place = document.place(path, part);
  if (passes !== undefined) return findings.letPass(place, what, passes);
  const actions = (): Fix | undefined => overlayFix(document, assume?.corrections ?? []);
  findings.assume(place, what, assume && { that: assume.that, actions });
  return false;
}

function* faultsOf(description: ArazzoDescription, version: ArazzoVersion): Iterable<Fault> {
  if (version === "1.0") yield* newerParts(description);
  yield* unsupportedFeatures(description, version);
  yield* duplicateNames(description);
  yield* reusableFaults(description);
  yield* unplacedParameters(description);
  yield* inputFaults(description);
  yield* oddOutputNames(description);
  yield* literalOutputs(description);
}

/** @see https://spec.openapis.org/arazzo/v1.1.0.html#versions */
function readVersion(document: SourceDocument, findings: Findings): ArazzoVersion | "unknown" | undefined {
  const written = child(document.root, "arazzo");
  // What is missing or no text is for the shape to report; a number aside, which YAML makes of `1.0`.
  if (typeof written !== "string" && typeof written !== "number") return undefined;
  const minor = typeof written === "string" ? /^1\.([01])\.[0-9]+(?:-.+)?$/.exec(written)?.[1] : undefined;
  if (minor !== undefined) return minor === "0" ? "1.0" : "1.1";
  const meant = new Map([
    ["1", "1.0.1"],
    ["1.0", "1.0.1"],
    ["1.1", "1.1.0"],
  ]).get(String(written));
  const description = "A version has three numbers.";
  const actions = (): Fix | undefined => overlayFix(document, [{ at: [], description, update: { arazzo: meant } }]);
  const what = found.unsupportedVersion.arazzo(String(written));
  findings.assume(
    document.place(["arazzo"]),
    what,
    meant === undefined ? undefined : { that: `it is ${meant}`, actions },
  );
  return "unknown";
}
