import type { Assumption } from "../diagnostics.js";
import { child, isList, isMapping, valueAt } from "../documents/data.js";
import type { Path, SourceDocument } from "../documents/document.js";
import { overlayFix, type Correction } from "../documents/overlay-fix.js";
import type { ShapeFault } from "../documents/validate.js";
import { meansExpression } from "./expression/roots.js";
import { habitualShape, type Amended } from "./habitual-shape.js";

/** What is taken to be meant by a part of the document that is not of the shape it should be, where that is plain. */
export function assumedShape(fault: ShapeFault, document: SourceDocument): Assumption | undefined {
  const { at, missing: [missing] = [], isIdle, wanted } = fault;
  const field = at.at(-1);
  const value = valueAt(document.root, at);
  const assumed = (that: string, ...corrections: readonly Correction[]): Assumption => {
    return { that, actions: () => overlayFix(document, corrections) };
  };
  if (missing !== undefined) {
    const reference = referenceIn(missing, document);
    if (reference !== undefined) return assumed(reference.that, ...reference.corrections);
    const added = addedField(missing, at, document);
    return added && assumed(added.that, { at: missing.slice(0, -1), ...added });
  }
  const habitual = habitualShape(fault, document);
  if (habitual !== undefined) return assumed(habitual.that, ...habitual.corrections);
  if (typeof field !== "string") return undefined;
  if (isIdle) {
    const compared = comparedIn(at, document);
    if (compared !== undefined) return assumed(compared.that, ...compared.corrections);
    const description = "The specification has no such field there.";
    return assumed("it says nothing, and is ignored", { at, description });
  }
  if (value === null || value === "") {
    return assumed("it is as if it were not there", { at, description: "Nothing is said here." });
  }
  if (wanted === "array" && typeof value === "string") {
    const correction = { at: at.slice(0, -1), description: "A list of one.", update: { [field]: [value] } };
    return assumed("it is a list of this one", correction);
  }
  return undefined;
}

/** An entry that has a reference to a component for its name, and nothing that makes it an entry of its own. */
function referenceIn(missing: Path, { root }: SourceDocument): Amended | undefined {
  const owner = missing.slice(0, -1);
  const name = child(valueAt(root, owner), "name");
  if (typeof name !== "string" || !name.startsWith("$components.")) return undefined;
  const description = "This is a reference and no name.";
  const corrections = [
    { at: owner, description, update: { reference: name } },
    { at: [...owner, "name"], description },
  ];
  return { that: `\`reference: ${name}\` is meant`, corrections };
}

/** A condition whose sides stand in fields of their own: `context: $statusCode`, `condition: ==`, `value: 200`. */
function comparedIn(at: Path, { root }: SourceDocument): Amended | undefined {
  const owner = at.slice(0, -1);
  const criterion = valueAt(root, owner);
  const [context, operator, value] = ["context", "condition", "value"].map((name) => child(criterion, name));
  if (at.at(-1) !== "value" || typeof context !== "string" || !/^(?:[=!]=|[<>]=?)$/.test(String(operator))) {
    return undefined;
  }
  if (typeof value === "object" && value !== null) return undefined;
  const isPlain = typeof value !== "string" || meansExpression(value);
  const other = isPlain ? String(value) : `'${value.replaceAll("'", "''")}'`;
  const condition = `${context} ${String(operator)} ${other}`;
  const description = "The sides of a comparison are parts of the condition.";
  const corrections = [
    { at, description },
    { at: [...owner, "context"], description },
    { at: owner, description, update: { condition } },
  ];
  return { that: `the condition is \`${condition}\``, corrections };
}

type AddedField = Required<Pick<Correction, "description" | "update">> & { readonly that: string };

/** A field that is missing and can only be one thing, or is of no importance. */
function addedField(missing: Path, at: Path, { root }: SourceDocument): AddedField | undefined {
  if (missing.at(-1) === "context" && at.at(-1) === "type") {
    const update = { context: "$response.body" };
    return { that: "the condition is about the body of the answer", description: "Conditions ask the answer.", update };
  }
  if (missing[0] === "info") {
    const update = missing.length === 1 ? { info: { title: "", version: "" } } : { [String(missing[1])]: "" };
    return { that: "it says nothing of itself", description: "Only people read this.", update };
  }
  const [list, index, name] = missing.slice(-3);
  if (list === "steps" && name === "stepId") {
    const stepId = `step-${Number(index) + 1}`;
    const steps = valueAt(root, missing.slice(0, -2));
    if (isList(steps) && steps.some((other) => child(other, "stepId") === stepId)) return undefined;
    return { that: `it is called \`${stepId}\``, description: "A step has an id.", update: { stepId } };
  }
  const isAction = ["onSuccess", "onFailure", "successActions", "failureActions"].includes(String(list));
  if (name !== "name" || !isAction) return undefined;
  const called =
    typeof index === "number" ? nameOfAction(String(list), index, valueAt(root, missing.slice(0, -2))) : String(index);
  const description = "An action has a name, which is the outcome where it ends the workflow.";
  return { that: `it is called \`${called}\``, description, update: { name: called } };
}

/** A name for an action that no other of its list has, and none of another list of the step or workflow. */
function nameOfAction(list: string, index: number, actions: unknown): string {
  const all = isList(actions) ? actions : [];
  const type = String(child(all[index], "type"));
  const before = all
    .slice(0, index)
    .filter((other) => isMapping(other) && child(other, "name") === undefined && child(other, "type") === type);
  return `${list}-${type}${before.length === 0 ? "" : `-${before.length + 1}`}`;
}
