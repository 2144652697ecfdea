import { isFailure, parseTemplate, type Failure } from "../../arazzo/index.js";
import { quoted } from "../../diagnostics.js";
import type { ReadText } from "./json-text.js";

interface FormField {
  name: string;
  value: string;
  isName: boolean;
  /** How many expressions the value holds. */
  expressions: number;
}

/**
 * Reads a text that is a form but for expressions in it, `a=1&b={$inputs.b}`, as its fields; a name that comes again
 * makes a list. What expressions stand for is encoded when the form is written.
 */
export function readFormText(text: string): ReadText | Failure {
  const parts = parseTemplate(text.trim());
  if (isFailure(parts)) return parts;
  const fields: FormField[] = [newField()];
  for (const part of parts) {
    const last = fields.at(-1);
    if (part.kind === "text") part.text.split("&").forEach((piece, index) => read(piece, index > 0, fields));
    else if (last === undefined || last.isName)
      return { problem: `${quoted(part.text)} stands for the name of a field` };
    else {
      last.value += `{${part.text}}`;
      last.expressions += 1;
    }
  }
  return valuesOf(fields.filter(({ name, isName }) => name !== "" || !isName));
}

function newField(): FormField {
  return { name: "", value: "", isName: true, expressions: 0 };
}

function read(piece: string, isNew: boolean, fields: FormField[]): void {
  if (isNew) fields.push(newField());
  const field = fields.at(-1);
  if (field === undefined) return;
  const equals = field.isName ? piece.indexOf("=") : -1;
  if (!field.isName) field.value += decoded(piece);
  else if (equals < 0) field.name += decoded(piece);
  else {
    field.name += decoded(piece.slice(0, equals));
    field.value = decoded(piece.slice(equals + 1));
    field.isName = false;
  }
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text.replaceAll("+", " "));
  } catch {
    return text;
  }
}

function valuesOf(fields: readonly FormField[]): ReadText {
  const values = new Map<string, unknown>();
  for (const { name, value, expressions } of fields) {
    // An expression alone keeps its type, and leaves its field out where it has no value.
    const given = expressions === 1 && /^\{\$[^{}]*\}$/.test(value) ? value.slice(1, -1) : value;
    const known = values.get(name);
    values.set(name, values.has(name) ? [...(Array.isArray(known) ? known : [known]), given] : given);
  }
  return { value: Object.fromEntries(values) };
}
