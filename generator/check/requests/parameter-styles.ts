import type { Parameter } from "../../openapi/index.js";
import { partsOf, type Schema } from "../../schema/index.js";
import type { ParameterStyle } from "../../ir/model.js";

/**
 * How a parameter is written, where that is not what the runtime does by itself: a path takes plain values, and a query
 * is written as a form, in which a list repeats the name.
 * @see https://spec.openapis.org/oas/v3.1.1.html#style-values
 */
export function styleOf(parameter: Parameter): ParameterStyle | undefined {
  const { name, in: place } = parameter;
  const style = place === "path" ? pathStyle(parameter) : place === "query" ? queryStyle(parameter) : undefined;
  return style && { in: place === "path" ? "path" : "query", name, style };
}

function pathStyle({ style, explode, schema }: Parameter): ParameterStyle["style"] | undefined {
  const isPlain = !mayBe("array", schema) && !mayBe("object", schema);
  if (style !== "label" && style !== "matrix" && isPlain) return undefined;
  return { style, ...(explode && !isPlain ? { explode } : {}) };
}

/** The same of a query, and of a form, which is written like one. */
export function queryStyle({
  style,
  explode,
  allowReserved,
  mediaType,
  schema,
}: Pick<Parameter, "style" | "explode" | "allowReserved" | "mediaType" | "schema">):
  ParameterStyle["style"] | undefined {
  if (mediaType !== undefined) return undefined;
  const isList = mayBe("array", schema);
  const isObject = mayBe("object", schema);
  const reserved = allowReserved ? { allowReserved } : {};
  if (style === "deepObject" && isObject) return { style, ...reserved };
  // Each item of a list has the name by itself; each member of an object its own.
  const joined = (isList || isObject) && !explode;
  const spread = isObject && explode;
  if (!joined && !spread) return allowReserved ? reserved : undefined;
  return { ...(style === "form" ? { explode } : { style, ...(explode ? { explode } : {}) }), ...reserved };
}

/** Whether a value of the schema may be a list or an object. */
export function mayBe(kind: "array" | "object", schema: Schema | undefined, outer: readonly Schema[] = []): boolean {
  if (schema === undefined || outer.includes(schema)) return false;
  return partsOf(schema).some((part) => {
    const alternatives = [...part.oneOf, ...part.anyOf];
    const isNamed = kind === "object" && part.types.size === 0 && part.properties.size > 0;
    return isNamed || part.types.has(kind) || alternatives.some((other) => mayBe(kind, other, [...outer, schema]));
  });
}
