import type { InputPlan, WorkflowPlan } from "../ir/model.js";
import { membersOf, type Type } from "../types/type.js";

/**
 * A call of the function that compiles as it stands, with what has to be given, and with its endings where there are
 * several.
 * @param from The module that exports the function
 */
export function sampleCall(plan: WorkflowPlan, from: string): string {
  const { functionName, inputs, endings, dependencies, dependenciesName } = plan;
  const types = dependencies.length === 0 ? "" : `, type ${dependenciesName}`;
  const given = inputs.filter(({ optional }) => !optional).map((input) => `  ${key(input.name)}: ${sampleOf(input)},`);
  const input = given.length === 0 ? "{}" : `{\n${given.join("\n")}\n}`;
  const isGiven = given.length > 0 || dependencies.length > 0;
  const args = [...(isGiven ? [input] : []), ...(dependencies.length > 0 ? ["before"] : [])];
  return [
    `import { ${functionName}${types} } from ${JSON.stringify(from)};`,
    "",
    ...(dependencies.length === 0
      ? []
      : [
          `// What ${dependencies.map(({ functionName: name }) => name).join(" and ")} returned.`,
          `declare const before: ${dependenciesName};`,
          "",
        ]),
    `const result = await ${functionName}(${args.join(", ")});`,
    ...(endings.length > 1
      ? endings.map(({ outcome }) => `if (result.outcome === ${JSON.stringify(outcome)}) console.log(result);`)
      : ["console.log(result);"]),
    "",
  ].join("\n");
}

function sampleOf({ type, name }: InputPlan): string {
  return sampleText(type, name);
}

/** A value of a type, as code: where any text will do, one that says what to put there. */
function sampleText(type: Type, name: string): string {
  switch (type.kind) {
    case "literal":
      return JSON.stringify(type.value);
    case "string":
    case "openString":
    case "unknown":
      return JSON.stringify(`<${name}>`);
    case "number":
      return "1";
    case "boolean":
      return "true";
    case "array":
      return `[${sampleText(type.items, name)}]`;
    case "tuple":
      return `[${type.items.map((item) => sampleText(item, name)).join(", ")}]`;
    case "object": {
      const needed = type.fields.filter(({ optional }) => !optional);
      return `{ ${needed.map((field) => `${key(field.name)}: ${sampleText(field.type, field.name)}`).join(", ")} }`.replace(
        "{  }",
        "{}",
      );
    }
    case "union": {
      const first = membersOf(type).find(({ kind }) => kind !== "undefined" && kind !== "null");
      return first === undefined ? "null" : sampleText(first, name);
    }
    case "named":
      return sampleText(type.is, name);
    case "blob":
      return 'new Blob(["…"])';
    default:
      return type.kind;
  }
}

function key(name: string): string {
  return /^[A-Za-z_$][\w$]*$/.test(name) ? name : JSON.stringify(name);
}
