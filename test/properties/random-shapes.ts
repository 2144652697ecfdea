import type { Choices } from "./choices.js";
import { prose, takeName } from "./random-names.js";
import type { Shape } from "./shapes.js";

/** @param names Components that the shape may refer to. */
export function randomShape(choices: Choices, names: readonly string[], depth = 2): Shape {
  const component = choices.onceIn(5) ? choices.among(names) : undefined;
  if (component !== undefined) return { kind: "component", name: component };
  const bare = depth === 0 || choices.onceIn(2) ? scalarShape(choices) : compoundShape(choices, names, depth - 1);
  return {
    ...bare,
    ...(choices.onceIn(5) ? { nullable: true } : {}),
    ...(choices.onceIn(6) ? { description: prose(choices) } : {}),
  };
}

export function scalarShape(choices: Choices): Shape {
  switch (choices.below(9)) {
    case 0:
    case 1:
    case 2:
      return { kind: "string" };
    case 3:
      return {
        kind: "string",
        values: enumOf(choices, ["queued", "sent", "failed", "Queued", "it's", "a b", "*/", "2"]),
      };
    case 4:
      return { kind: "string", format: choices.of("date-time", "uri", "binary", "email") };
    case 5:
      return { kind: "integer" };
    case 6:
      return { kind: "number", ...(choices.onceIn(3) ? { values: enumOf(choices, [0, 1, 2.5, -3]) } : {}) };
    case 7:
      return { kind: "boolean" };
    default:
      return choices.onceIn(3) ? { kind: "anything" } : { kind: "string" };
  }
}

function enumOf<T>(choices: Choices, values: readonly T[]): readonly T[] {
  const some = choices.some(values);
  return some.length > 0 ? some : values.slice(0, 1);
}

function compoundShape(choices: Choices, names: readonly string[], depth: number): Shape {
  const inner = (): Shape => randomShape(choices, names, depth);
  switch (choices.below(8)) {
    case 0:
    case 1:
      return { kind: "array", items: inner() };
    case 2:
      return { kind: "object", fields: [], rest: choices.onceIn(2) ? true : inner() };
    case 3:
      return { kind: choices.of("oneOf", "anyOf"), parts: choices.list(1, 3, inner) };
    case 4:
      return { kind: "allOf", parts: choices.list(1, 2, () => objectShape(choices, names, depth)) };
    default:
      return objectShape(choices, names, depth);
  }
}

export function objectShape(choices: Choices, names: readonly string[], depth: number): Shape & { kind: "object" } {
  const taken = new Set<string>();
  const fields = choices.list(1, 4, () => ({
    name: takeName(choices, taken, "property"),
    shape: randomShape(choices, names, depth),
    required: choices.onceIn(2),
  }));
  return {
    kind: "object",
    fields,
    ...(choices.onceIn(8) ? { rest: choices.of<Shape | boolean>(true, false, { kind: "string" }) } : {}),
  };
}
