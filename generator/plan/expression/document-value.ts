import type { ComponentsExpression, SourceDescriptionsExpression } from "../../arazzo/index.js";
import { didYouMean, quoted } from "../../diagnostics.js";
import { child, isMapping } from "../../documents/index.js";
import { operationIds } from "../../openapi/index.js";
import { inside, type Target } from "./target.js";
import type { Viewpoint } from "../viewpoint.js";

/**
 * A field of a Source Description Object, such as its `url`. What names an operation is none: operations come first.
 * @see https://spec.openapis.org/arazzo/v1.1.0.html#source-description-expression-resolution
 */
export function sourceField(
  { name, reference }: SourceDescriptionsExpression,
  below: readonly string[],
  text: string,
  { planning, place, ...from }: Viewpoint,
): Target | undefined {
  const { linked, findings } = planning;
  const { sourceDescriptions } = linked.arazzo;
  const index = sourceDescriptions.findIndex((source) => source.name === name);
  if (index < 0) {
    const hint = didYouMean(name, [...linked.sources.keys()]);
    findings.add("unknown-source", place, `there is no source description ${quoted(name)}`, hint);
    return undefined;
  }
  const api = linked.sources.get(name)?.api;
  if (api !== undefined && operationIds(api).includes(reference)) {
    findings.add("invalid-expression", place, `${quoted(text)} is an operation, which has no value`);
    return undefined;
  }
  const at = ["sourceDescriptions", index];
  const source = sourceDescriptions[index];
  const value = isMapping(source) ? child(source, reference) : undefined;
  if (value !== undefined) return { value, at: [...at, reference], from: { planning, ...from }, below };
  const message = `${quoted(text)}: the source description has no field ${quoted(reference)}`;
  findings.add("unknown-field", place, message, didYouMean(reference, Object.keys(source ?? {})));
  return undefined;
}

/** The URI that the document gives itself. */
export function selfUri(
  below: readonly string[],
  text: string,
  { planning, place, ...from }: Viewpoint,
): Target | undefined {
  const { linked, findings } = planning;
  const { $self } = linked.arazzo;
  if ($self !== undefined) return { value: $self, at: ["$self"], from: { planning, ...from }, below };
  const hint = linked.arazzo.version === "1.0" ? "`$self` is a field of Arazzo 1.1." : "Add the field `$self` to it.";
  findings.add("unknown-field", place, `${quoted(text)}: the document does not say what its URI is`, hint);
  return undefined;
}

/** The value of a parameter among the components. Components of other kinds have none. */
export function componentValue(
  { type, name }: ComponentsExpression,
  below: readonly string[],
  text: string,
  from: Viewpoint,
): Target | undefined {
  const { planning, place } = from;
  const { linked, findings } = planning;
  if (type !== "parameters") {
    findings.add(
      "invalid-expression",
      place,
      `${quoted(text)} is no value: of the components only parameters have one`,
    );
    return undefined;
  }
  const parameters = linked.arazzo.components?.parameters ?? {};
  const parameter = Object.hasOwn(parameters, name) ? parameters[name] : undefined;
  if (parameter === undefined) {
    const hint = didYouMean(name, Object.keys(parameters));
    findings.add("unknown-component", place, `${quoted(text)}: there is no such component`, hint);
    return undefined;
  }
  const at = ["components", "parameters", name, "value"];
  const seen = inside(JSON.stringify(at), from);
  if (seen !== undefined) return { value: parameter.value, at, from: seen, below };
  findings.add("forward-reference", place, `${quoted(text)}: the value is made of itself`);
  return undefined;
}
