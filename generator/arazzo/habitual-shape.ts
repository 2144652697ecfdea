import { child, hasChild, isList, isMapping, valueAt } from "../documents/data.js";
import type { Path, SourceDocument } from "../documents/document.js";
import type { Correction } from "../documents/overlay-fix.js";
import type { ShapeFault } from "../documents/validate.js";
import { meansExpression } from "./expression/roots.js";

/** What is meant by a part of another shape, and what makes it so. */
export interface Amended {
  readonly that: string;
  readonly corrections: readonly Correction[];
}

/** What people write in another shape from the habit of other formats, where it can mean one thing only. */
export function habitualShape(fault: ShapeFault, document: SourceDocument): Amended | undefined {
  const value = valueAt(document.root, fault.at);
  return (
    outputIn(fault.at, value) ??
    outputsIn(fault, value) ??
    criterionIn(fault, value, document) ??
    listOfObject(fault, value) ??
    textOfNumber(fault, value, document) ??
    scalarIn(fault, value) ??
    payloadIn(fault, value, document)
  );
}

/** An output that is an object with the expression in it. */
function outputIn(at: Path, value: unknown): Amended | undefined {
  const output = at.at(-2) === "outputs" ? expressionIn(value) : undefined;
  if (output === undefined) return undefined;
  const that = `it is ${typeof output === "string" ? `\`${output}\`` : String(output)}`;
  return { that, corrections: [replaced(at, output, "An output is the expression itself.")] };
}

/**
 * What an output holds as its `value` or `expression`, beside which only things are said of it. Where there is another
 * expression, it is an object made of several, which Arazzo does not have.
 */
function expressionIn(output: unknown): string | number | boolean | undefined {
  if (!isMapping(output)) return undefined;
  const [name, ...others] = ["value", "expression"].filter((one) => hasChild(output, one));
  const value = name === undefined || others.length > 0 ? undefined : output[name];
  const isOther = ([key, said]: readonly [string, unknown]): boolean =>
    key !== name && typeof said === "string" && meansExpression(said);
  if (Object.entries(output).some(isOther)) return undefined;
  return typeof value === "string" || typeof value === "number" || typeof value === "boolean" ? value : undefined;
}

/** Outputs as a list, each with its name. */
function outputsIn({ at }: ShapeFault, value: unknown): Amended | undefined {
  if (at.at(-1) !== "outputs" || !isList(value) || value.length === 0) return undefined;
  const entries = value.map((item) => [child(item, "name"), expressionIn(item)] as const);
  const names = new Set(entries.map(([name]) => name));
  const isSound = entries.every(([name, output]) => typeof name === "string" && output !== undefined);
  if (!isSound || names.size < entries.length) return undefined;
  const description = "Outputs are an object, by their names.";
  const corrections = [
    { at, description },
    replaced(at, Object.fromEntries(entries.map(([name, output]) => [String(name), output])), description),
  ];
  return { that: "each is called by its `name`", corrections };
}

/** A condition where a criterion belongs, which holds it. */
function criterionIn({ at, wanted }: ShapeFault, value: unknown, { root }: SourceDocument): Amended | undefined {
  const [list, index] = [at.at(-2), at.at(-1)];
  if (typeof value !== "string" || wanted !== "object" || typeof index !== "number") return undefined;
  if (list !== "successCriteria" && list !== "criteria") return undefined;
  const [all, description] = [valueAt(root, at.slice(0, -1)), "A criterion is an object."];
  const criteria = isList(all) ? all.map((one) => (typeof one === "string" ? { condition: one } : one)) : [];
  const corrections = [{ at: at.slice(0, -1), description }, replaced(at.slice(0, -1), criteria, description)];
  return { that: "it is the condition", corrections };
}

/** One criterion, action, parameter, replacement or source description where a list of them belongs. */
function listOfObject({ at, wanted }: ShapeFault, value: unknown): Amended | undefined {
  const entry = ["condition", "type", "reference", "name", "target", "stepId", "workflowId"];
  if (wanted !== "array" || !isMapping(value) || !entry.some((field) => typeof value[field] === "string"))
    return undefined;
  const description = "A list of one.";
  return { that: "it is a list of this one", corrections: [{ at, description }, replaced(at, [value], description)] };
}

/** A number where a text belongs, as YAML reads `1.0`. */
function textOfNumber({ at, wanted }: ShapeFault, value: unknown, document: SourceDocument): Amended | undefined {
  if (wanted !== "string" || typeof value !== "number" || typeof at.at(-1) !== "string") return undefined;
  const text = document.written(at) ?? String(value);
  return { that: `it is the text \`${text}\``, corrections: [replaced(at, text, "A text, and no number.")] };
}

/** A word of a list in another case, or a number as text. */
function scalarIn({ at, wanted, values = [] }: ShapeFault, value: unknown): Amended | undefined {
  if (typeof value !== "string" || typeof at.at(-1) !== "string") return undefined;
  const word = values.find((one) => one.toLowerCase() === value.trim().toLowerCase());
  const isNumber = (wanted === "number" || wanted === "int") && /^\d{1,9}(?:\.\d{1,9})?$/.test(value.trim());
  const meant = word ?? (isNumber ? Number(value) : undefined);
  if (meant === undefined) return undefined;
  return { that: `it is ${JSON.stringify(meant)}`, corrections: [replaced(at, meant, "This is how it is written.")] };
}

/** A field of a payload that stands beside where the payload belongs, if there is none. */
function payloadIn({ at, isIdle }: ShapeFault, value: unknown, { root }: SourceDocument): Amended | undefined {
  const owner = at.slice(0, -1);
  if (isIdle !== true || owner.at(-1) !== "requestBody") return undefined;
  const body = valueAt(root, owner);
  if (hasChild(body, "payload") || hasChild(body, "reference") || String(at.at(-1)).startsWith("x-")) return undefined;
  const description = "What is sent stands in the payload.";
  const update = { payload: { [String(at.at(-1))]: value } };
  return {
    that: "it is a field of the payload",
    corrections: [
      { at, description },
      { at: owner, description, update },
    ],
  };
}

function replaced(at: Path, value: unknown, description: string): Correction {
  return { at: at.slice(0, -1), description, update: { [String(at.at(-1))]: value } };
}
