import type { AnswerRead } from "../ir/model.js";
import { absent, optionalType, present, union, type NamedType, type ObjectField, type Type } from "../types/type.js";
import { Code, code, commas, join, propertyKey, type DocTag } from "./code.js";
import type { Imports } from "./imports.js";

/** A type as it is written. */
export function typeCode(type: Type, imports: Imports): Code {
  switch (type.kind) {
    case "string":
    case "number":
    case "boolean":
    case "null":
    case "undefined":
    case "unknown":
      return Code.identifier(type.kind);
    case "openString":
      return imports.runtimeType("Undocumented");
    case "literal":
      return Code.literal(type.value);
    case "blob":
      return code`Blob`;
    case "named":
      return namedType(type, imports);
    case "array":
      // Formatters make `-1[]` of `(-1)[]`, which not every parser takes.
      return type.items.kind === "literal" && typeof type.items.value === "number" && type.items.value < 0
        ? code`Array<${typeCode(type.items, imports)}>`
        : code`${grouped(type.items, imports)}[]`;
    case "tuple":
      return code`[${commas(type.items.map((item) => typeCode(item, imports)))}]`;
    case "collected":
      return code`${imports.runtimeType("Collected")}<${typeCode(type.of, imports)}>`;
    case "object":
      return objectType(type.fields, type.rest, imports);
    case "union":
      return type.members.length === 0
        ? code`never`
        : join(
            type.members.map((member) => grouped(member, imports)),
            code` | `,
          );
  }
}

function namedType({ name, file, workflow, without }: NamedType, imports: Imports): Code {
  const own = file === undefined ? Code.identifier(name) : imports.apiType(file, name);
  const named = workflow === undefined ? own : imports.workflowType(workflow, name);
  if (without.length === 0) return named;
  return code`Exclude<${named}, ${join(without.map(Code.literal), code` | `)}>`;
}

/** The fields of an interface or of an object type, each on lines of its own. */
export function fieldsCode(fields: readonly ObjectField[], imports: Imports): readonly Code[] {
  return fields.map((field) => {
    return fieldCode(field, typeCode(field.optional ? optionalType(field.type) : field.type, imports));
  });
}

/** A field whose type is written already. */
export function fieldCode(field: ObjectField, type: Code): Code {
  const { format, default: initial, deprecated } = field;
  const tags: DocTag[] = [
    ...(format === undefined ? [] : [{ name: "format", text: format } as const]),
    // What has to be given is given by no default.
    ...(initial === undefined ? [] : [{ name: field.optional ? "default" : "example", text: initial } as const]),
    ...(deprecated ? [{ name: "deprecated", text: "" } as const] : []),
  ];
  const doc = Code.docComment([field.description ?? "", field.limits ?? ""], tags);
  const key = propertyKey(field.name);
  return field.optional ? code`${doc}${key}?: ${type};\n` : code`${doc}${key}: ${type};\n`;
}

function objectType(fields: readonly ObjectField[], rest: Type | undefined, imports: Imports): Code {
  // Like a field that may be left out, so that an entry may be.
  const open = rest === undefined ? code`` : code`[key: string]: ${typeCode(optionalType(rest), imports)};\n`;
  return fields.length === 0 && rest === undefined
    ? code`Record<string, never>`
    : code`{\n${fieldsCode(fields, imports)}${open}}`;
}

function grouped(type: Type, imports: Imports): Code {
  return type.kind === "union" && type.members.length > 1
    ? code`(${typeCode(type, imports)})`
    : typeCode(type, imports);
}

/** The type of a variable that is declared before it is set. */
export function variableType(read: AnswerRead): Type {
  const type = read.needed ? present(read.type) : read.type;
  return read.mayBeUnset ? union([type, absent]) : type;
}
