import { isMapping } from "../../generator/documents/data.js";
import type { Documents } from "./documents.js";

/** What documents have in them, by the rows of what the generator compiles. */
export function featuresOf(given: Documents): ReadonlySet<string> {
  const found = new Set<string>();
  for (const [name, document] of Object.entries(given)) {
    const words = isMapping(document) && "arazzo" in document ? arazzoWords : apiWords;
    visit(document, (key, value, owner) => {
      for (const [word, isHere] of words) if (isHere(key, value, owner)) found.add(word);
    });
    if (name !== "arazzo.yaml" && words === arazzoWords) found.add("several Arazzo documents");
  }
  if (Object.values(given).filter((document) => isMapping(document) && "openapi" in document).length > 1)
    found.add("several OpenAPI documents");
  return found;
}

type Word = readonly [name: string, isHere: (key: string, value: unknown, owner: unknown) => boolean];

function has(owner: unknown, key: string): boolean {
  return isMapping(owner) && key in owner;
}

function text(value: unknown, pattern: RegExp): boolean {
  return typeof value === "string" && pattern.test(value);
}

function visit(value: unknown, see: (key: string, value: unknown, owner: unknown) => void): void {
  const entries = Array.isArray(value) ? [...value.entries()] : isMapping(value) ? Object.entries(value) : [];
  for (const [key, inner] of entries) {
    see(String(key), inner, value);
    visit(inner, see);
  }
}

const arazzoWords: readonly Word[] = [
  ["arazzo 1.0", (key, value) => key === "arazzo" && text(value, /^1\.0/)],
  ["arazzo 1.1", (key, value) => key === "arazzo" && text(value, /^1\.1/)],
  ["$self", (key) => key === "$self"],
  ["operationId with a source", (key, value) => key === "operationId" && text(value, /^\$/)],
  ["operationPath", (key) => key === "operationPath"],
  ["step calls a workflow", (key, _, owner) => key === "workflowId" && has(owner, "stepId") && !has(owner, "type")],
  ["workflow of another document", (key, value) => key === "workflowId" && text(value, /^\$sourceDescriptions/)],
  ["dependsOn of a workflow", (key, _, owner) => key === "dependsOn" && has(owner, "steps")],
  ["dependsOn of a step", (key, _, owner) => key === "dependsOn" && has(owner, "stepId")],
  ["timeout", (key) => key === "timeout"],
  ["workflow parameters", (key, _, owner) => key === "parameters" && has(owner, "steps")],
  ["successActions", (key, _, owner) => key === "successActions" && has(owner, "steps")],
  ["failureActions", (key, _, owner) => key === "failureActions" && has(owner, "steps")],
  ["parameters of an action", (key, _, owner) => key === "parameters" && has(owner, "type")],
  ["end", (key, value) => key === "type" && value === "end"],
  ["goto step", (_key, value, owner) => value === "goto" && has(owner, "stepId")],
  ["goto workflow", (_key, value, owner) => value === "goto" && has(owner, "workflowId")],
  ["retry", (key, value) => key === "type" && value === "retry"],
  ["retry by way of a step", (_key, value, owner) => value === "retry" && has(owner, "stepId")],
  ["retry by way of a workflow", (_key, value, owner) => value === "retry" && has(owner, "workflowId")],
  ["x-poll", (key) => key === "x-poll"],
  ["x-deferred", (key) => key === "x-deferred"],
  ["x-default", (key) => key === "x-default"],
  ["$ref in inputs", (key, value) => key === "$ref" && text(value, /^#\/components\/inputs/)],
  ["reusable parameter", (key, value) => key === "reference" && text(value, /parameters/)],
  ["reusable action", (key, value) => key === "reference" && text(value, /Actions/)],
  ["in path", (key, value) => key === "in" && value === "path"],
  ["in query", (key, value) => key === "in" && value === "query"],
  ["in header", (key, value) => key === "in" && value === "header"],
  ["in cookie", (key, value) => key === "in" && value === "cookie"],
  ["in querystring", (key, value) => key === "in" && value === "querystring"],
  ["replacements", (key) => key === "replacements"],
  ["payload as one expression", (key, value) => key === "payload" && text(value, /^\$/)],
  ["payload as a template", (key, value) => key === "payload" && text(value, /\{\$/)],
  ["payload as an object", (key, value) => key === "payload" && isMapping(value)],
  ["template", (_key, value) => text(value, /[^]\{\$[^]*\}/)],
  ["Selector Object, JSON Pointer", (key, value) => key === "type" && value === "jsonpointer"],
  ["Selector Object, JSONPath", (_key, value, owner) => value === "jsonpath" && has(owner, "selector")],
  ["simple condition", (key, _, owner) => key === "condition" && !has(owner, "context")],
  ["regex", (key, value) => key === "type" && value === "regex"],
  ["jsonpath, a query", (key, value, owner) => key === "condition" && has(owner, "context") && text(value, /\[\?/)],
  [
    "jsonpath, a comparison",
    (key, value, owner) => key === "condition" && has(owner, "context") && text(value, /^\$[^?]* (==|!=|<|>)/),
  ],
  ["condition with {$…}", (key, value) => key === "condition" && text(value, /\{\$/)],
  ["$statusCode", (_key, value) => text(value, /\$statusCode/)],
  ["$url", (_key, value) => text(value, /\$url/)],
  ["$method", (_key, value) => text(value, /\$method/)],
  ["$request", (_key, value) => text(value, /\$request\./)],
  ["$response.header", (_key, value) => text(value, /\$response\.header/)],
  ["$response.body", (_key, value) => text(value, /\$response\.body/)],
  ["$outputs", (_key, value) => text(value, /\$outputs\./)],
  ["$workflows", (_key, value) => text(value, /\$workflows\./)],
  ["$steps", (_key, value) => text(value, /\$steps\./)],
  ["a field that Arazzo does not have", (key) => key === "ownersOfThis"],
  ["an undocumented parameter", (_key, value, owner) => value === "undocumentedOne" && has(owner, "in")],
  ["an undocumented property", (key) => key === "undocumentedOne"],
  ["an output of an odd name", (key) => key === "odd one"],
  ["a field with nothing in it", (key, value) => key === "description" && value === null],
  ["$components", (key, value) => key !== "reference" && text(value, /\$components\./)],
];

const apiWords: readonly Word[] = [
  ["OpenAPI 3.0", (key, value) => key === "openapi" && text(value, /^3\.0/)],
  ["OpenAPI 3.1", (key, value) => key === "openapi" && text(value, /^3\.1/)],
  ["a style", (key) => key === "style"],
  ["$ref", (key) => key === "$ref"],
  ["a schema that is not there", (_key, value) => text(value, /NotThereAtAll/)],
  ["a type by another name", (key, value) => key === "type" && value === "float"],
  ["oneOf or anyOf", (key) => key === "oneOf" || key === "anyOf"],
  ["allOf", (key) => key === "allOf"],
  ["multipart/form-data", (key) => key === "multipart/form-data"],
  ["a form", (key) => key === "application/x-www-form-urlencoded"],
  ["text, bytes or XML", (key) => /^(text|application)\/(plain|octet-stream|xml)$/.test(key)],
];
