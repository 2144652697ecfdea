import type { Choices } from "./choices.js";
import type { Components, Shape } from "./shapes.js";

/** A value that fits a shape. */
export function literalFor(shape: Shape, components: Components, choices: Choices, depth = 3): unknown {
  // Nothing finite fits a schema that has to hold itself.
  if (depth < -6) return null;
  if (shape.nullable && choices.onceIn(4)) return null;
  switch (shape.kind) {
    case "string":
      return choices.among(shape.values ?? ["text", "it's", 'a "b" `c` ${d}', "", "+15558675310", "7", "\u2028*/"]);
    case "integer":
      return choices.among(shape.values ?? [0, 1, 20, -3]);
    case "number":
      return choices.among(shape.values ?? [0, 1.5, 1e21, -3]);
    case "boolean":
      return choices.onceIn(2);
    case "anything":
      return choices.of<unknown>("text", 1, true, ["a"], { b: null });
    case "array":
      return depth <= 0 ? [] : choices.list(0, 2, () => literalFor(shape.items, components, choices, depth - 1));
    case "object":
      return objectFor(shape, choices, (inner) => literalFor(inner, components, choices, depth - 1), depth);
    case "allOf":
      return Object.assign({}, ...shape.parts.map((part) => literalFor(part, components, choices, depth - 1)));
    case "oneOf":
    case "anyOf":
      return literalFor(choices.among(shape.parts) ?? { kind: "anything" }, components, choices, depth - 1);
    case "component":
      return literalFor(components.get(shape.name) ?? { kind: "anything" }, components, choices, depth - 1);
  }
}

/** An object with the fields that there have to be, and some others. */
export function objectFor(
  { fields, rest }: Shape & { kind: "object" },
  choices: Choices,
  make: (shape: Shape) => unknown,
  depth = 3,
): object {
  const chosen = fields.filter(({ required }) => required || (depth > 0 && choices.onceIn(2)));
  const others = depth > 0 && rest !== undefined && rest !== false && choices.onceIn(2) ? ["extra"] : [];
  const restShape: Shape = typeof rest === "object" ? rest : { kind: "anything" };
  return Object.fromEntries([
    ...chosen.map(({ name, shape }) => [name, make(shape)] as const),
    ...others.map((name) => [name, make(restShape)] as const),
  ]);
}

/** A value inside another: where it stands, and what it is. */
export interface Leaf {
  readonly tokens: readonly string[];
  readonly shape: Shape;
}

/** Everything that a JSON Pointer can lead to, as deep as that is of interest. */
export function leavesOf(shape: Shape, components: Components, tokens: readonly string[] = []): readonly Leaf[] {
  const below = (token: string, inner: Shape): readonly Leaf[] =>
    tokens.length > 2 ? [] : leavesOf(inner, components, [...tokens, token]);
  const own: Leaf = { tokens, shape };
  switch (shape.kind) {
    case "array":
      return [own, ...below("0", shape.items)];
    case "object":
      return [own, ...shape.fields.flatMap((field) => below(field.name, field.shape))];
    case "allOf":
    case "oneOf":
    case "anyOf":
      return [own, ...shape.parts.flatMap((part) => leavesOf(part, components, tokens).slice(1))];
    case "component":
      return tokens.length > 2
        ? [own]
        : leavesOf(components.get(shape.name) ?? { kind: "anything" }, components, tokens);
    default:
      return [own];
  }
}

export function pointerTo(tokens: readonly string[]): string {
  return tokens.map((token) => `/${token.replaceAll("~", "~0").replaceAll("/", "~1")}`).join("");
}
