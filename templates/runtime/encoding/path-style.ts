import { encodePath, type PathPart, plainPart } from "./path.js";

/**
 * How a path parameter is written, where that is not the plain value.
 * @see https://spec.openapis.org/oas/v3.1.1.html#style-values
 */
export interface PathStyle {
  /** @default "simple" */
  readonly style?: "simple" | "label" | "matrix";
  /** Whether the members of an object are written as `key=value`, and items apart. @default false */
  readonly explode?: boolean;
}

/** Writes paths; those of their parameters that are named here in the given style. */
export function styledPath(
  styles: Readonly<Record<string, PathStyle>>,
): (template: string, values: Readonly<Record<string, unknown>>) => string {
  const write = (name: string, value: unknown): PathPart => {
    const style = Object.hasOwn(styles, name) ? styles[name] : undefined;
    if (style === undefined) return plainPart(name, value);
    return { pieces: piecesOf(value), text: () => styledValue(name, value, style) };
  };
  return (template, values) => encodePath(template, values, write);
}

/** What is written between the delimiters: the value itself, the items of a list, the keys and values of an object. */
function piecesOf(value: unknown): readonly unknown[] {
  if (Array.isArray(value)) return value.length === 0 ? [""] : value;
  if (typeof value !== "object" || value === null) return [value];
  const entries = Object.entries(value);
  return entries.length === 0 ? [""] : entries.flat();
}

/** The value in its style, its pieces encoded. */
function styledValue(name: string, value: unknown, { style = "simple", explode = false }: PathStyle): string {
  const prefix = { simple: "", label: ".", matrix: ";" }[style];
  const delimiter = explode ? { simple: ",", label: ".", matrix: ";" }[style] : ",";
  const isObject = typeof value === "object" && value !== null && !Array.isArray(value);
  const named = (text: string): string => (style === "matrix" ? `${encodeURIComponent(name)}=${text}` : text);
  if (isObject && explode) {
    const members = Object.entries(value).map(([key, item]) => `${encode(key)}=${encode(item)}`);
    return prefix + members.join(delimiter);
  }
  const pieces = piecesOf(value).map(encode);
  return prefix + (explode ? pieces.map(named).join(delimiter) : named(pieces.join(delimiter)));
}

function encode(piece: unknown): string {
  return encodeURIComponent(String(piece));
}
