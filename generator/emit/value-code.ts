import type { Field, AnswerRead, Json, MemberStep, Value } from "../plan/model.js";
import { Code, code, isIdentifier, join, objectKey } from "./code.js";

/** A value as an expression. */
export function valueCode(value: Value): Code {
  switch (value.kind) {
    case "input":
      return orAbsent(membersCode(inputCode(value.name, value.local), value.steps), value);
    case "read":
      if (value.demanded) return presentCode(value.read, readCode(value.read));
      return orAbsent(readCode(value.read), value);
    case "literal":
      return jsonCode(value.value);
    case "object":
      return objectCode(value.fields);
    case "array":
      return code`[${join(value.items.map(valueCode), code`, `)}]`;
    case "template":
      return code`\`${value.parts.map(templatePart)}\``;
    case "text":
      return code`String(${valueCode(value.value)})`;
  }
}

function orAbsent(value: Code, { orAbsent: wanted = false }: { readonly orAbsent?: true }): Code {
  return wanted ? code`${value} ?? undefined` : value;
}

/** Fields as an object literal, in shorthand where a field has the name of its variable. */
export function objectCode(fields: readonly Field[]): Code {
  if (fields.length === 0) return code`{}`;
  return code`{ ${join(fields.map(fieldCode), code`, `)} }`;
}

/** A value of an answer: the variable that holds it, or the way down to it. */
export function readCode(read: AnswerRead): Code {
  return read.local === undefined ? fullReadCode(read) : Code.identifier(read.local);
}

/** The way down to a value from the variable of the answer. */
export function fullReadCode({ answer, source }: AnswerRead): Code {
  const base = Code.identifier(answer);
  switch (source.kind) {
    case "data":
      return membersCode(code`${base}.data`, source.steps);
    case "error":
      return membersCode(code`${base}.error`, source.steps);
    case "header":
      return code`${base}.response.headers.get(${Code.literal(source.name)})`;
    case "status":
    case "url":
      return code`${base}.response.${Code.identifier(source.kind)}`;
  }
}

/** The value, or an error that says what is missing. */
export function presentCode(read: AnswerRead, value: Code): Code {
  return code`run.present(${value}, ${Code.literal(read.stepId)}, ${Code.literal(read.expression)})`;
}

/** `.name`, `["other name"]` or `[0]`, behind `?.` where the value before it may be missing. */
export function membersCode(base: Code, steps: readonly MemberStep[]): Code {
  return code`${[base, ...steps.map(memberCode)]}`;
}

function memberCode({ key, optional, fromIndex }: MemberStep): Code {
  if (typeof key === "string" && isIdentifier(key) && !fromIndex) {
    return optional ? code`?.${Code.identifier(key)}` : code`.${Code.identifier(key)}`;
  }
  return optional ? code`?.[${Code.literal(key)}]` : code`[${Code.literal(key)}]`;
}

function inputCode(name: string, local: string | undefined): Code {
  if (local !== undefined) return Code.identifier(local);
  return membersCode(code`input`, [{ key: name, optional: false, fromIndex: false }]);
}

function fieldCode({ name, value }: Field): Code {
  const written = valueCode(value);
  return isIdentifier(name) && written.toString() === name ? written : code`${objectKey(name)}: ${written}`;
}

function templatePart(part: string | Value): Code {
  return typeof part === "string" ? Code.templateText(part) : code`\${${valueCode(part)}}`;
}

function jsonCode(value: Json): Code {
  if (value === null || typeof value !== "object") return Code.literal(value);
  if (Array.isArray(value)) return code`[${join(value.map(jsonCode), code`, `)}]`;
  return objectCode(Object.entries(value).map(([name, item]) => ({ name, value: { kind: "literal", value: item } })));
}
