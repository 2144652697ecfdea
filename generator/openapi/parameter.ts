import * as z from "zod";
import { isList, valueAt, type Path } from "../documents/index.js";
import { readContents } from "./content.js";
import { readObject, readSchema, type ReadContext } from "./context.js";
import type { Parameter } from "./model.js";

const places = ["path", "query", "header", "cookie", "querystring"] as const;

/** @see https://spec.openapis.org/oas/v3.1.1.html#style-values */
const styles: Readonly<Record<(typeof places)[number], readonly string[]>> = {
  path: ["simple", "label", "matrix"],
  query: ["form", "spaceDelimited", "pipeDelimited", "deepObject"],
  header: ["simple"],
  cookie: ["form"],
  querystring: [],
};

const parameterShape = z
  .looseObject({
    name: z.string().min(1),
    in: z.enum(places),
    required: z.boolean().optional(),
    style: z.string().optional(),
    explode: z.boolean().optional(),
    allowReserved: z.boolean().optional(),
    description: z.string().optional(),
  })
  .superRefine(({ in: place, style }, { addIssue }) => {
    if (style === undefined || styles[place].includes(style)) return;
    const known = styles[place].map((each) => `\`${each}\``).join(", ") || "none";
    addIssue({
      code: "custom",
      path: ["style"],
      message: `a ${place} parameter has no such style; known are ${known}`,
    });
  });

/** Whether a parameter of this name and place is one that the specification says is ignored where it is documented. */
export function isIgnored(name: string, place: string): boolean {
  return place === "header" && ignoredHeaders.has(name.toLowerCase());
}

/** Of these headers the specification says that a parameter of their name is ignored: other fields describe them. */
const ignoredHeaders: ReadonlySet<string> = new Set(["accept", "content-type", "authorization"]);

/** What could be read of the parameters of an operation. */
export interface ReadParameters {
  readonly parameters: readonly Parameter[];
  /** All of them could be. */
  readonly isComplete: boolean;
}

/**
 * The parameters in force for an operation: those of its path item, then its own, which replace those of the same
 * name and place.
 *
 * @param lists Where the two lists may stand, the path item's first.
 * @param key The header that holds the idempotency key, which nobody has to give
 * @see https://spec.openapis.org/oas/v3.1.1.html#parameter-object
 */
export function readParameters(lists: readonly Path[], context: ReadContext, key = "Idempotency-Key"): ReadParameters {
  const parameters = new Map<string, Parameter>();
  let isComplete = true;
  for (const list of lists) {
    const items = valueAt(context.document.root, list);
    for (const index of isList(items) ? items.keys() : []) {
      const parameter = readParameter([...list, index], context);
      isComplete &&= parameter !== undefined;
      if (parameter === undefined || isIgnored(parameter.name, parameter.in)) continue;
      const isKey = parameter.in === "header" && parameter.name.toLowerCase() === key.toLowerCase();
      parameters.set(`${parameter.in} ${parameter.name}`, isKey ? { ...parameter, required: false } : parameter);
    }
  }
  return { parameters: [...parameters.values()], isComplete };
}

function readParameter(path: Path, context: ReadContext): Parameter | undefined {
  const read = readObject(parameterShape, path, context);
  if (read === undefined) return undefined;
  const { name, description, in: place } = read.value;
  const style = read.value.style ?? (place === "query" || place === "cookie" ? "form" : "simple");
  const [content] = readContents([...read.at, "content"], context);
  return {
    name,
    in: place,
    // The specification wants `required: true` of a path parameter, and there is no path without it.
    required: place === "path" || (read.value.required ?? false),
    style,
    explode: read.value.explode ?? style === "form",
    allowReserved: read.value.allowReserved ?? false,
    mediaType: content?.mediaType,
    schema: content === undefined ? readSchema(read.at, context) : content.schema,
    description,
    at: read.at,
  };
}
