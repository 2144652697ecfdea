import type { Path } from "../documents/document.js";
import { parseExpression } from "./expression/parse.js";
import { isFailure } from "./failure.js";
import type { ArazzoDescription } from "./model/arazzo-document.js";
import type { Components } from "./model/components.js";
import type { FailureAction, SuccessAction } from "./model/action.js";
import type { Parameter } from "./model/parameter.js";
import { isReusable, type Reusable } from "./model/reusable.js";

/** The kinds of component that a Reusable Object can refer to, and what they are. */
export interface ReusableKinds {
  readonly parameters: Parameter;
  readonly successActions: SuccessAction;
  readonly failureActions: FailureAction;
}

/** An entry of a list, whether it was written there or in the components. */
export interface Resolved<T> {
  readonly value: T;
  /** Where its fields stand. */
  readonly at: Path;
  /** Where the field `value` of a parameter stands: a reference may bring its own. */
  readonly valueAt: Path;
}

/**
 * The entry itself, or the component that it refers to, with the value that the reference sets. `undefined` where there
 * is no such component, which `readArazzo` has reported. Components are those of the document that the entry stands in.
 * @param at where the entry stands
 * @see https://spec.openapis.org/arazzo/v1.0.1.html#reusable-object
 */
export function resolveReusable<K extends keyof ReusableKinds>(
  description: ArazzoDescription,
  kind: K,
  entry: ReusableKinds[K] | Reusable,
  at: Path,
): Resolved<ReusableKinds[K]> | undefined {
  if (!isReusable(entry)) return { value: entry, at, valueAt: [...at, "value"] };
  const name = componentName(entry, kind);
  const all = componentsOf(description.components, kind);
  const component = name !== undefined && Object.hasOwn(all, name) ? all[name] : undefined;
  if (name === undefined || component === undefined) return undefined;
  const place = ["components", kind, name];
  if (kind !== "parameters" || entry.value === undefined) {
    return { value: component, at: place, valueAt: [...place, "value"] };
  }
  return { value: { ...component, value: entry.value }, at: place, valueAt: [...at, "value"] };
}

/** The name of the component of this kind that is referred to; `undefined` where the reference is of another kind. */
export function componentName({ reference }: Reusable, kind: keyof ReusableKinds): string | undefined {
  const expression = parseExpression(reference);
  if (isFailure(expression) || expression.kind !== "components" || expression.type !== kind) return undefined;
  return expression.name;
}

function componentsOf<K extends keyof ReusableKinds>(
  components: Components | undefined,
  kind: K,
): Readonly<Record<string, ReusableKinds[K]>> {
  const all: { readonly [P in keyof ReusableKinds]?: Readonly<Record<string, ReusableKinds[P]>> | undefined } =
    components ?? {};
  return all[kind] ?? {};
}
