import { isInside, type Code, type Place } from "../diagnostics.js";
import { isWithin, type Path, type SourceDocument } from "../documents/document.js";
import type { ArazzoDescription } from "./model/arazzo-document.js";

/**
 * Findings about what a workflow does say, which hold whatever it may lack. All others could come of what is left out
 * of it.
 */
const aboutWhatIsWritten: ReadonlySet<Code> = new Set([
  "invalid-expression",
  "invalid-condition",
  "jsonpath-predicate",
  "slow-pattern",
  "embedded-pattern",
  "constant-condition",
  "impossible-condition",
  "unknown-source",
  "unknown-operation",
  "ambiguous-operation",
  "unknown-step",
  "unknown-input",
  "unknown-output",
  "unknown-workflow",
  "unknown-parameter",
  "ignored-parameter",
  "unknown-field",
  "unknown-pointer",
  "unknown-content-type",
  "type-conflict",
  "value-outside-enum",
  "unquoted-text",
  "expression-in-text",
  "invalid-name",
  "name-collision",
  "reference-refused",
  "reference-unresolved",
  "reference-cycle",
  "invalid-document",
  "unsupported-feature",
]);

/** Of these, the findings that what a workflow gives to others has no such part: it may be among what is left out. */
const aboutWhatOthersGive: ReadonlySet<Code> = new Set([
  "unknown-output",
  "unknown-input",
  "missing-input",
  "type-conflict",
  "unknown-pointer",
  "unmet-dependency",
  "output-maybe-unset",
  "input-required",
]);

/** A part of a document that is not read as it was written, and where that stands. */
export interface Hurt {
  readonly path: Path;
  readonly places: readonly Place[];
}

/** What is hurt where something is wrong: of a parameter, a criterion or an action all of it. */
export function hurtAt(path: Path, document: SourceDocument): Hurt {
  const places = [document.place(path), document.place(path, "key")];
  const item = path.slice(0, path.findLastIndex((key) => typeof key === "number") + 1);
  // Of a Selector Object whose type is not known nobody knows what it picks.
  const selector = path.slice(0, Math.max(path.indexOf("type"), 0));
  const wholes = [item, selector].filter((whole) => whole.length > 4);
  return { path, places: [...places, ...wholes.map((whole) => document.place(whole))] };
}

type IsEcho = (code: Code, place: Place | undefined) => boolean;

/**
 * Tells which findings only repeat that something is wrong with a document, which has been said.
 * @param hurt What could not be read, and is left out of the description
 */
export function echoesOf(description: ArazzoDescription, hurt: readonly Hurt[], document: SourceDocument): IsEcho {
  const said = hurt.flatMap(({ places }) => places);
  const paths = hurt.map(({ path }) => path);
  const ids = paths.map(([field, index]) => (field === "workflows" ? description.workflows[Number(index)] : undefined));
  const broken = new Set(ids.flatMap((workflow) => workflow?.workflowId ?? []));
  const isComponentHurt = paths.some(([field]) => field === "components");
  const rules = description.workflows.map((workflow, index): { readonly place: Place; readonly isEcho: IsEcho } => {
    const at: Path = ["workflows", index];
    const inside = paths.filter((path) => isWithin(path, at));
    const inputs = inside.some((path) => path[2] === "inputs" || path.length === 2);
    const outputs = inside.some((path) => path[2] === "steps" && (path.length < 6 || path[4] === "outputs"));
    const calls = workflow.steps.flatMap(({ workflowId = "" }, step) =>
      broken.has(workflowId) ? [document.place([...at, "steps", step])] : [],
    );
    const isEcho: IsEcho = (code, place) => {
      if (calls.length > 0 && code === "unknown-output") return true;
      if (calls.some((call) => isInside(place, call)) && aboutWhatOthersGive.has(code)) return true;
      if (inside.length === 0) return false;
      if (!aboutWhatIsWritten.has(code)) return true;
      return (inputs && code === "unknown-input") || (outputs && code === "unknown-output");
    };
    return { place: document.place(at), isEcho };
  });
  return (code, place) => {
    if (isComponentHurt && code === "unknown-component") return true;
    if (said.some((one) => isInside(place, one))) return true;
    return rules.some((rule) => isInside(place, rule.place) && rule.isEcho(code, place));
  };
}
