import { membersOf, type Type } from "../types/type.js";

/** A type as a reader of TypeScript knows it, on one line; of large objects just that they are some. */
export function typeText(type: Type, depth = 0): string {
  switch (type.kind) {
    case "openString":
      return "string";
    case "literal":
      return JSON.stringify(type.value);
    case "blob":
      return "Blob";
    case "named":
      return depth > 1 ? type.name : typeText(type.is, depth + 1);
    case "array":
      return `${grouped(type.items, depth)}[]`;
    case "tuple":
      return `[${type.items.map((item) => typeText(item, depth + 1)).join(", ")}]`;
    case "object":
      return objectText(type, depth);
    case "union": {
      // What is not given is said by `optional`.
      const members = membersOf(type).filter(({ kind }) => kind !== "undefined");
      return [...new Set(members.map((member) => typeText(member, depth)))].join(" | ") || "undefined";
    }
    case "collected":
      return `Collected<${typeText(type.of, depth)}>`;
    case "string":
    case "number":
    case "boolean":
    case "null":
    case "undefined":
    case "unknown":
      return type.kind;
  }
}

function objectText({ fields, rest }: Extract<Type, { kind: "object" }>, depth: number): string {
  if (fields.length === 0) return rest === undefined ? "{}" : `Record<string, ${typeText(rest, depth + 1)}>`;
  if (depth > 1 || fields.length > 8) return "{ … }";
  const known = fields.map(({ name, optional, type }) => `${name}${optional ? "?" : ""}: ${typeText(type, depth + 1)}`);
  return `{ ${[...known, ...(rest === undefined ? [] : ["…"])].join("; ")} }`;
}

function grouped(type: Type, depth: number): string {
  const text = typeText(type, depth + 1);
  return text.includes(" | ") ? `(${text})` : text;
}
