import { quoted, type Findings } from "../diagnostics.js";
import { child, hasChild } from "../documents/data.js";
import type { SourceDocument } from "../documents/document.js";
import { validateShape } from "../documents/validate.js";
import { inputFaults } from "./checks/inputs.js";
import { unplacedParameters } from "./checks/parameters.js";
import { reusableFaults } from "./checks/reusable.js";
import { duplicateNames } from "./checks/unique.js";
import { unsupportedFeatures } from "./checks/unsupported.js";
import { newerParts } from "./checks/version.js";
import type { Fault } from "./checks/fault.js";
import { arazzoDescription, type ArazzoDescription } from "./model/arazzo-document.js";

/** The versions of the specification that are read; patches do not change what a document means. */
export type ArazzoVersion = "1.0" | "1.1";

/** An Arazzo document that keeps to the specification, as far as one document alone can show that. */
export interface ArazzoDocument extends ArazzoDescription {
  readonly document: SourceDocument;
  readonly version: ArazzoVersion;
}

/**
 * Reads a document as Arazzo. Expressions and conditions in it are still text, and what it refers to outside of itself
 * has not been looked for; `undefined` where there were findings.
 */
export function readArazzo(document: SourceDocument, findings: Findings): ArazzoDocument | undefined {
  if (isOfAnotherKind(document)) {
    const hint =
      "Name the Arazzo document: OpenAPI documents are named in its `sourceDescriptions`, overlays by `--overlays`.";
    findings.add("invalid-document", document.place([]), "this is no Arazzo document", hint);
    return undefined;
  }
  const version = readVersion(document, findings);
  // Of another version nothing is known, not even which fields are wrong.
  if (version === "unknown") return undefined;
  const description = validateShape(arazzoDescription, document, [], findings);
  if (version === undefined || description === undefined) return undefined;
  const faults = [...faultsOf(description, version)];
  for (const { code, path, part, message, hint } of faults)
    findings.add(code, document.place(path, part), message, hint);
  return faults.length === 0 ? { ...description, document, version } : undefined;
}

/** Whether a document says that it is of another kind. */
export function isOfAnotherKind({ root }: SourceDocument): boolean {
  const kinds = ["openapi", "swagger", "asyncapi", "overlay"];
  return !hasChild(root, "arazzo") && kinds.some((kind) => hasChild(root, kind));
}

function* faultsOf(description: ArazzoDescription, version: ArazzoVersion): Iterable<Fault> {
  if (version === "1.0") yield* newerParts(description);
  yield* unsupportedFeatures(description, version);
  yield* duplicateNames(description);
  yield* reusableFaults(description);
  yield* unplacedParameters(description);
  yield* inputFaults(description);
}

/** @see https://spec.openapis.org/arazzo/v1.1.0.html#versions */
function readVersion(document: SourceDocument, findings: Findings): ArazzoVersion | "unknown" | undefined {
  const written = child(document.root, "arazzo");
  // What is missing or no text is for the shape to report; a number aside, which YAML makes of `1.0`.
  if (typeof written !== "string" && typeof written !== "number") return undefined;
  const minor = typeof written === "string" ? /^1\.([01])\.[0-9]+(?:-.+)?$/.exec(written)?.[1] : undefined;
  if (minor !== undefined) return minor === "0" ? "1.0" : "1.1";
  const hint = "Versions 1.0.x and 1.1.x are read: `arazzo: 1.0.1` or `arazzo: 1.1.0`.";
  const message = `${quoted(String(written))} is no version of Arazzo that is read here`;
  findings.add("unsupported-version", document.place(["arazzo"]), message, hint);
  return "unknown";
}
