import { isMapping } from "../../generator/documents/data.js";
import type { Choices } from "./choices.js";
import type { Documents } from "./documents.js";
import { changed, pathsIn, valueAt, type Path } from "./mistakes.js";

/** The same documents with something in them that is sloppy but clear, and is compiled for what is assumed of it. */
export function withSloppiness(given: Documents, choices: Choices): Documents {
  const slips = choices.some(Object.values(slipsOf(given, choices)), 3);
  return slips.reduce((before, slip) => slip(before), given);
}

type Slip = (given: Documents) => Documents;

function slipsOf(given: Documents, choices: Choices): Readonly<Record<string, Slip>> {
  const paths = pathsIn(given);
  const owners = (key: string): readonly Path[] =>
    paths.filter((path) => path.at(-1) === key).map((path) => path.slice(0, -1));
  const steps = owners("stepId").filter((path) => path.at(-2) === "steps");
  const requests = steps.filter((path) => isMapping(valueAt(given, [...path])) && !has(given, path, "workflowId"));
  const schemas = owners("type").filter((path) => isApi(given, path) && path.includes("properties"));
  const inputs = paths.filter((path) => path.at(-2) === "properties" && path.includes("inputs"));
  const at = (places: readonly Path[], change: (owner: Readonly<Record<string, unknown>>) => object): Slip => {
    const path = choices.among(places);
    return (before) =>
      path === undefined ? before : changed(before, path, (value) => (isMapping(value) ? change(value) : value));
  };
  return {
    "a field that Arazzo does not have": at(steps, (step) => ({ ...step, ownersOfThis: ["somebody"] })),
    "an undocumented parameter": at(requests, (step) => {
      const parameters = Array.isArray(step["parameters"]) ? step["parameters"] : [];
      return { ...step, parameters: [...parameters, { name: "undocumentedOne", in: "query", value: 5 }] };
    }),
    "an undocumented property": at(requests, (step) => {
      const outputs = isMapping(step["outputs"]) ? step["outputs"] : {};
      return { ...step, outputs: { ...outputs, undocumentedOne: "$response.body#/undocumentedOne" } };
    }),
    "an output of an odd name": at(steps, (step) => {
      const outputs = isMapping(step["outputs"]) ? step["outputs"] : {};
      return { ...step, outputs: { ...outputs, "odd one": "$statusCode" } };
    }),
    "a field with nothing in it": at(steps, (step) => ({ onSuccess: null, ...step, description: null })),
    "a text input to another place": at(inputs, (input) => (isMapping(input) ? { type: "string" } : input)),
    "a literal of another type": at(
      owners("value").filter((path) => typeof valueAt(given, [...path, "value"]) === "number"),
      (parameter) => ({ ...parameter, value: String(parameter["value"]) }),
    ),
    "a parameter that is not given": at(requests, (step) => ({ ...step, parameters: [] })),
    "an operationId in another case": at(
      requests.filter((path) => /^[a-z]/i.test(textAt(given, path, "operationId"))),
      (step) => ({ ...step, operationId: String(step["operationId"]).toUpperCase() }),
    ),
    "a parameter in another case": at(
      owners("in").filter((path) => path.at(-2) === "parameters" && steps.some((step) => isBelow(step, path))),
      (parameter) => ({ ...parameter, name: String(parameter["name"]).toUpperCase() }),
    ),
    "outputs that a step does not declare": at(requests, (step) => ({ ...step, outputs: {} })),
    "an item in place of its list": at(
      owners("value").filter((path) => listOfOne(valueAt(given, [...path, "value"])) !== undefined),
      (parameter) => ({ ...parameter, value: listOfOne(parameter["value"]) }),
    ),
    "a list in place of its item": at(
      paths.filter((path) => path.at(-1) === "outputs" && JSON.stringify(valueAt(given, [...path])).includes("/0/")),
      (outputs) => Object.fromEntries(Object.entries(outputs).map(([name, value]) => [name, withoutIndex(value)])),
    ),
    "a document of 1.0 with what came with 1.1": at(owners("arazzo"), (document) => ({ ...document, arazzo: "1.0.1" })),
    "an output that is no expression": at(steps, (step) => {
      const outputs = isMapping(step["outputs"]) ? step["outputs"] : {};
      return { ...step, outputs: { ...outputs, said: "some words", known: true, number: 7 } };
    }),
    "a default as text": at(
      owners("default").filter(
        (path) => typeof valueAt(given, [...path, "default"]) === "number" && !isApi(given, path),
      ),
      (input) => ({ ...input, default: String(input["default"]) }),
    ),
    "a text without quotes": at(
      owners("condition").filter((path) => quotedWord.test(textAt(given, path, "condition"))),
      (criterion) => ({ ...criterion, condition: String(criterion["condition"]).replace(quotedWord, "$1") }),
    ),
    "any item in place of the first": at(
      owners("value").filter((path) => textAt(given, path, "value").includes("[0]")),
      (parameter) => ({ ...parameter, value: String(parameter["value"]).replace("[0]", "[*]") }),
    ),
    "a step without an id": at(steps, ({ stepId, ...step }) => ({ ...step, description: `Was ${String(stepId)}.` })),
    "a schema that is not there": at(schemas, () => ({ $ref: "#/components/schemas/NotThereAtAll" })),
    "a type by another name": at(
      schemas.filter((path) => valueAt(given, [...path, "type"]) === "number"),
      (schema) => ({ ...schema, type: "float" }),
    ),
  };
}

const quotedWord = /(?<===\s*)'([a-z_]+)'$/;

function isBelow(owner: Path, path: Path): boolean {
  return owner.every((key, index) => path[index] === key);
}

function listOfOne(value: unknown): unknown {
  return Array.isArray(value) && value.length === 1 ? value[0] : undefined;
}

/** A text of the documents; nothing where there is anything else. */
function textAt(given: Documents, path: Path, key: string): string {
  const value = valueAt(given, [...path, key]);
  return typeof value === "string" ? value : "";
}

function withoutIndex(value: unknown): unknown {
  return typeof value === "string" ? value.replace("/0/", "/") : value;
}

function has(given: Documents, path: Path, key: string): boolean {
  return valueAt(given, [...path, key]) !== undefined;
}

function isApi(given: Documents, [file = ""]: Path): boolean {
  return has(given, [file], "openapi");
}
