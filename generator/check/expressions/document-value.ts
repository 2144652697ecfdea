import type { ComponentsExpression, SourceDescriptionsExpression } from "../../arazzo/index.js";
import { found } from "../../diagnostics.js";
import { child, isMapping } from "../../documents/index.js";
import { operationIds } from "../../openapi/index.js";
import { inside, type Referent } from "./referent.js";
import type { PlacedContext } from "./evaluation-context.js";

/**
 * A field of a Source Description Object, such as its `url`. What names an operation is none: operations come first.
 * @see https://spec.openapis.org/arazzo/v1.1.0.html#source-description-expression-resolution
 */
export function sourceField(
  { name, reference }: SourceDescriptionsExpression,
  below: readonly string[],
  text: string,
  { planning, place, ...from }: PlacedContext,
): Referent | undefined {
  const { linked, findings } = planning;
  const { sourceDescriptions } = linked.arazzo;
  const index = sourceDescriptions.findIndex((source) => source.name === name);
  if (index < 0) {
    findings.report(place, found.unknownSource(name, linked.sources.keys()));
    return undefined;
  }
  const api = linked.sources.get(name)?.api;
  if (api !== undefined && operationIds(api).includes(reference)) {
    findings.report(place, found.invalidExpression.operation(text));
    return undefined;
  }
  const at = ["sourceDescriptions", index];
  const source = sourceDescriptions[index];
  const value = isMapping(source) ? child(source, reference) : undefined;
  if (value !== undefined) return { value, at: [...at, reference], from: { planning, ...from }, below };
  findings.report(place, found.unknownField.ofSource(text, reference, Object.keys(source ?? {})));
  return undefined;
}

/** The URI that the document gives itself. */
export function selfUri(
  below: readonly string[],
  text: string,
  { planning, place, ...from }: PlacedContext,
): Referent | undefined {
  const { linked, findings } = planning;
  const { $self } = linked.arazzo;
  if ($self !== undefined) return { value: $self, at: ["$self"], from: { planning, ...from }, below };
  findings.report(place, found.unknownField.self(text, linked.arazzo.version !== "1.0"));
  return undefined;
}

/** The value of a parameter among the components. Components of other kinds have none. */
export function componentValue(
  { type, name }: ComponentsExpression,
  below: readonly string[],
  text: string,
  from: PlacedContext,
): Referent | undefined {
  const { planning, place } = from;
  const { linked, findings } = planning;
  if (type !== "parameters") {
    findings.report(place, found.invalidExpression.component(text));
    return undefined;
  }
  const parameters = linked.arazzo.components?.parameters ?? {};
  const parameter = Object.hasOwn(parameters, name) ? parameters[name] : undefined;
  if (parameter === undefined) {
    findings.report(place, found.unknownComponent.value(text, name, Object.keys(parameters)));
    return undefined;
  }
  const at = ["components", "parameters", name, "value"];
  const seen = inside(JSON.stringify(at), from);
  if (seen !== undefined) return { value: parameter.value, at, from: seen, below };
  findings.report(place, found.forwardReference.itself(text));
  return undefined;
}
