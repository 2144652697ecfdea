import {
  isExpression,
  isFailure,
  isSelector,
  parseExpression,
  parseTemplate,
  type Expression,
  type Selector,
} from "../../arazzo/index.js";
import { child, hasChild, isList, isMapping, type Path } from "../../documents/index.js";
import { placeOf } from "../../link/payload/payload-source.js";
import type { TypedValue } from "../../ir/typed-value.js";
import type { Json } from "../../ir/value.js";
import type { EvaluationContext, PlacedContext } from "./evaluation-context.js";
import type { Referent } from "./referent.js";
import { reportUnreadable, type UnreadableSite } from "../../link/unreadable.js";
import { valueInside } from "./value-inside.js";
import { listOf, literalValue, objectOf, textOf } from "./values.js";
import { withoutFile } from "./without-file.js";

/** What gives values to expressions: the one who follows them asks for those that they lead to. */
export interface Resolver {
  readonly expression: (
    expression: Expression,
    text: string,
    from: PlacedContext,
    below: readonly string[],
  ) => TypedValue | undefined;
  readonly selector: (
    selector: Selector,
    at: Path,
    from: EvaluationContext,
    below: readonly string[],
  ) => TypedValue | undefined;
}

/** The value that something in a document stands for. Mistakes below it are those of the expression that asks. */
export function valueOfReferent(
  target: Referent | undefined,
  text: string,
  asking: PlacedContext,
  resolver: Resolver,
): TypedValue | undefined {
  if (target === undefined) return undefined;
  const { value, at, from, below, source } = target;
  const { linked } = from.planning;
  // What stands there is read for all who ask.
  const there = { ...from, ofList: "none" as const, place: linked.document.place(placeOf(at, source)) };
  const here = below.length > 0 ? { ...from, place: asking.place } : there;
  if (isExpression(value)) {
    const expression = readExpression(value, there);
    return expression && resolver.expression(expression, below.length > 0 ? text : value, here, below);
  }
  if (linked.arazzo.version === "1.1" && isSelector(value)) return resolver.selector(value, at, from, below);
  if (isList(value) || isMapping(value)) return followInto(value, target, text, asking, resolver);
  const typed = typeof value === "string" ? followText(value, there, resolver) : literalValue(value as Json);
  return typed && valueInside(typed, below, text, here);
}

/** The expression that a text is, or `undefined` after saying why it is none. */
export function readExpression(text: string, from: PlacedContext): Expression | undefined {
  const expression = parseExpression(text);
  if (!isFailure(expression)) return expression;
  reportUnreadable(expression, text, siteOf(from));
  return undefined;
}

/** A text with the values of the expressions in it, `undefined` after saying what is wrong with one of them. */
export function followText(text: string, from: PlacedContext, resolver: Resolver): TypedValue | undefined {
  const parts = parseTemplate(text);
  if (isFailure(parts)) {
    reportUnreadable(parts, text, siteOf(from));
    return undefined;
  }
  const values = parts.map((part) =>
    part.kind === "text"
      ? part.text
      : withoutFile(resolver.expression(part.expression, part.text, from, []), part.text, from),
  );
  return values.every((value) => value !== undefined) ? textOf(values) : undefined;
}

function siteOf({ planning, place }: PlacedContext): UnreadableSite {
  return { ...planning, place };
}

/** A list or an object of a document, or what stands inside of it. */
function followInto(
  value: object,
  { at, from, below, source }: Referent,
  text: string,
  asking: PlacedContext,
  resolver: Resolver,
): TypedValue | undefined {
  const inner = (key: string | number, further: readonly string[]): TypedValue | undefined =>
    valueOfReferent(
      { value: child(value, key), at: [...at, key], from, below: further, source },
      text,
      asking,
      resolver,
    );
  const [token, ...others] = below;
  if (token !== undefined && hasChild(value, token)) return inner(token, others);
  const keys = isList(value) ? [...value.keys()] : Object.keys(value);
  const entries = keys.map((key) => [String(key), inner(key, [])] as const);
  if (!entries.every((entry): entry is [string, TypedValue] => entry[1] !== undefined)) return undefined;
  const whole = isList(value) ? listOf(entries.map(([, typed]) => typed)) : objectOf(entries);
  return valueInside(whole, below, text, { ...from, place: asking.place });
}
