import type { Choices } from "./choices.js";
import { prose, takeName } from "./random-names.js";
import { leavesOf, literalFor, objectFor, pointerTo } from "./shape-values.js";
import { schemaOf, type Components, type Shape } from "./shapes.js";

/** Something that an expression can name, and what it is. */
export interface Source {
  readonly expression: string;
  readonly shape: Shape;
}

/** What those who write a workflow have at hand. */
export interface Site {
  readonly choices: Choices;
  readonly components: Components;
  readonly inputs: InputDrafts;
  /** Outputs of steps that ran before. */
  readonly outputs: readonly Source[];
  readonly version: "1.0.1" | "1.1.0";
}

/** The inputs of a workflow, declared as they are needed. */
export class InputDrafts {
  readonly #choices: Choices;
  readonly #callsTwilio: boolean;
  readonly #taken = new Set<string>();
  readonly #drafts: {
    readonly source: Source;
    readonly name: string;
    readonly schema: object;
    readonly required: boolean;
  }[] = [];

  constructor(choices: Choices, callsTwilio: boolean) {
    this.#choices = choices;
    this.#callsTwilio = callsTwilio;
  }

  get sources(): readonly Source[] {
    return this.#drafts.map(({ source }) => source);
  }

  /** A new input for a place of this shape, which may be declared a little differently. */
  declare(shape: Shape, components: Components): Source {
    const choices = this.#choices;
    const name = takeName(choices, this.#taken);
    const declared = choices.onceIn(4)
      ? choices.of<Shape>({ kind: "string" }, { kind: "anything" }, { ...shape, nullable: true })
      : shape;
    const plain = inlined(declared, components, 2);
    const fallback = choices.onceIn(6) ? { default: literalFor(plain, components, choices) } : {};
    const special = choices.onceIn(12)
      ? choices.of<object>(this.#callsTwilio ? { "x-default": "$credentials.accountSid" } : {}, { "x-deferred": true })
      : fallback;
    const comment = choices.onceIn(4) ? { description: prose(choices) } : {};
    const source: Source = { expression: `$inputs.${name}`, shape: plain };
    const schema = { ...schemaOf(plain, "3.1"), ...comment, ...special };
    this.#drafts.push({ source, name, schema, required: choices.onceIn(2) });
    return source;
  }

  get list(): readonly { readonly name: string; readonly shape: Shape; readonly required: boolean }[] {
    return this.#drafts.map(({ name, source, required }) => ({ name, shape: source.shape, required }));
  }

  get schema(): object | undefined {
    if (this.#drafts.length === 0) return undefined;
    const required = this.#drafts.filter((draft) => draft.required).map(({ name }) => name);
    const properties = Object.fromEntries(this.#drafts.map(({ name, schema }) => [name, schema]));
    return { type: "object", ...(required.length > 0 ? { required } : {}), properties };
  }
}

/** A shape without components, since the inputs stand in another document. */
function inlined(shape: Shape, components: Components, depth: number): Shape {
  const inner = (part: Shape): Shape => (depth === 0 ? { kind: "anything" } : inlined(part, components, depth - 1));
  switch (shape.kind) {
    case "component":
      return inner(components.get(shape.name) ?? { kind: "anything" });
    case "array":
      return { ...shape, items: inner(shape.items) };
    case "object":
      return {
        ...shape,
        fields: shape.fields.map((field) => ({ ...field, shape: inner(field.shape) })),
        ...(typeof shape.rest === "object" ? { rest: inner(shape.rest) } : {}),
      };
    case "oneOf":
    case "anyOf":
    case "allOf":
      return { ...shape, parts: shape.parts.map(inner) };
    default:
      return shape;
  }
}

/** What a document gives for a place of some shape: a constant, expressions, or both. */
export function valueFor(shape: Shape, site: Site, depth = 3): unknown {
  const { choices, components, inputs } = site;
  const target = resolved(shape, components);
  if (choices.onceIn(150))
    return choices.of<unknown>(null, 7, "wrong", {}, ["x"], "$steps.nowhere.outputs.x", "$inputs.none");
  if (target.kind === "object" && depth > 0 && !choices.onceIn(4)) {
    return objectFor(target, choices, (inner) => valueFor(inner, site, depth - 1), depth);
  }
  if (target.kind === "array" && depth > 0 && choices.onceIn(2)) {
    return choices.list(0, 2, () => valueFor(target.items, site, depth - 1));
  }
  const output = choices.among(
    [...site.outputs, ...inputs.sources].filter((source) => fits(resolved(source.shape, components), target)),
  );
  switch (choices.below(6)) {
    case 0:
    case 1:
      return inputs.declare(target, components).expression;
    case 2:
    case 3:
      if (output !== undefined) return output.expression;
      break;
    case 4:
      if (target.kind === "string" && target.values === undefined) return templateOf(site);
      break;
    case 5:
      return selectorFor(target, site) ?? literalFor(target, components, choices);
  }
  return literalFor(target, components, choices);
}

/** A Selector Object that picks a value out of another one. */
function selectorFor(target: Shape, { choices, components, inputs, outputs, version }: Site): object | undefined {
  const inside = [...outputs, ...inputs.sources].flatMap(({ expression, shape }) =>
    leavesOf(shape, components)
      .filter((leaf) => leaf.tokens.length > 0 && fits(resolved(leaf.shape, components), target))
      .map(({ tokens }) => ({ expression, tokens })),
  );
  const found = version === "1.1.0" ? choices.among(inside) : undefined;
  if (found === undefined) return undefined;
  const { expression, tokens } = found;
  const path = `$${tokens.map((token) => `[${JSON.stringify(token)}]`).join("")}`;
  return choices.onceIn(4)
    ? { context: expression, selector: path, type: "jsonpath" }
    : { context: expression, selector: pointerTo(tokens), type: "jsonpointer" };
}

/** Text with expressions in it. */
function templateOf({ choices, outputs, inputs, components }: Site): string {
  const own = inputs.declare({ kind: choices.of("string", "integer", "boolean") }, components);
  const parts = [
    own,
    ...choices.some(
      outputs.filter((source) => isScalar(resolved(source.shape, components))),
      3,
    ),
  ];
  return (
    parts
      .map((source) => `${choices.of("", 'say "', "`${", "*/ ")}{${source.expression}}`)
      .join(choices.of(" ", "/", "")) + choices.of("", ".", "'")
  );
}

function resolved(shape: Shape, components: Components): Shape {
  const found = shape.kind === "component" ? components.get(shape.name) : undefined;
  return found === undefined ? shape : resolved(found, components);
}

/** Whether the one is likely to be taken for the other. */
function fits(from: Shape, to: Shape): boolean {
  if (to.kind === "anything" || from === to) return true;
  if (from.kind === "anything" || !isScalar(to)) return false;
  if (to.kind === "string") return to.values === undefined && isScalar(from) && !from.nullable;
  return from.kind === to.kind && (!("values" in to) || to.values === undefined);
}

export function isScalar({ kind }: Shape): boolean {
  return kind === "string" || kind === "integer" || kind === "number" || kind === "boolean";
}
