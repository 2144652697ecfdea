import type { InputPlan, ParameterGroup, Statement, WorkflowPlan } from "../ir/model.js";
import type { Type } from "../types/type.js";
import { visit } from "../ir/walk.js";
import { Code, code, commas, objectKey } from "./code.js";

/** What holds the inputs, before anything is sent, to what their types say and to what paths and headers take. */
export function inputsCode({ inputs, dependencies, body }: WorkflowPlan): Code {
  if (inputs.length === 0 && dependencies.length === 0) return code``;
  const places = placesOf(body);
  const kinds = inputs.map((input) => code`${objectKey(input.name)}: ${Code.literal(kindOf(input, places))}`);
  const others = dependencies.length === 0 ? code`` : code`, dependencies`;
  return code`run.inputs(input, { ${commas(kinds)} }${others});\n`;
}

/** In the words of the runtime's `InputKinds`. */
function kindOf({ name, type, optional, deferred }: InputPlan, places: ReadonlyMap<string, "path" | "header">): string {
  const kinds = kindsOf(type);
  const place = kinds.some((kind) => kind === "array" || kind === "object" || kind === "any")
    ? undefined
    : places.get(name);
  const later = deferred === undefined ? [] : ["function"];
  const wanted = place === undefined || deferred !== undefined ? [...kinds, ...later] : kindsIn(place, kinds);
  return `${wanted.join(" | ")}${optional ? "?" : ""}`;
}

/** A path takes texts and numbers, and what else the type has in it that can be a part of one. */
function kindsIn(place: "path" | "header", kinds: readonly string[]): readonly string[] {
  if (place === "path") return kinds.includes("boolean") ? ["path", "boolean"] : ["path"];
  return kinds.map((kind) => (kind === "string" ? "header" : kind));
}

function kindsOf(type: Type, within: readonly Type[] = []): readonly string[] {
  switch (type.kind) {
    case "literal":
      return [typeof type.value];
    case "openString":
      return ["string"];
    case "tuple":
      return ["array"];
    case "blob":
      return ["object"];
    case "unknown":
      return ["any"];
    case "undefined":
      return [];
    case "named":
      return within.includes(type) ? [] : kindsOf(type.is, [...within, type]);
    case "union": {
      const kinds = [...new Set(type.members.flatMap((member) => kindsOf(member, within)))];
      return kinds.includes("any") ? ["any"] : kinds;
    }
    default:
      return [type.kind];
  }
}

/** The inputs that become a path's part or a header, plainly and as a whole, or a part of the text of a header. */
function placesOf(body: readonly Statement[]): ReadonlyMap<string, "path" | "header"> {
  const places = new Map<string, "path" | "header">();
  visit(body, {
    statement: (statement) => {
      if (statement.kind !== "request") return;
      const styled = statement.styles.map(({ name }) => name);
      for (const group of [...statement.parameters, { in: "header", fields: statement.headers } as const]) {
        for (const name of inputsIn(group, styled)) {
          if (group.in === "path" || group.in === "header") places.set(name, group.in);
        }
      }
    },
  });
  return places;
}

function inputsIn({ in: where, fields }: ParameterGroup, styled: readonly string[]): readonly string[] {
  return fields.flatMap((field) => {
    // What is left out where it is null is the input all the same.
    const isOptional =
      field.value.kind === "or" && field.value.otherwise !== "NaN" && field.value.otherwise.kind === "undefined";
    const value = isOptional && field.value.kind === "or" ? field.value.value : field.value;
    const values = where === "header" && value.kind === "template" ? value.parts : [value];
    if (styled.includes(field.name)) return [];
    return values.flatMap((one) => {
      return typeof one === "object" && one.kind === "input" && one.steps.length === 0 ? [one.name] : [];
    });
  });
}
