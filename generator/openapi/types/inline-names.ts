import { isList, isMapping, valueAt, type Mapping } from "../../documents/index.js";
import { inlineKey } from "../prune/copy-schema.js";
import { explaining, maps, type JsonObject } from "../prune/keywords.js";
import type { Marked } from "./mark-alike.js";

/** A document in which schemas have become components, and what these are called, each with its inline name. */
export interface WithInlineNames {
  readonly document: Mapping;
  readonly components: ReadonlyMap<string, string>;
}

/** Makes components of the schemas of a pruned document that have names by their marks; others stay as they are. */
export function withInlineNames({ document: pruned, names, ofSeveral }: Marked): WithInlineNames {
  if (names.size === 0) return { document: pruned, components: new Map() };
  const known = valueAt(pruned, ["components", "schemas"]);
  const own = isMapping(known) ? known : {};
  const made = new Map<string, JsonObject>();
  const components = new Map<string, string>();

  function named(raw: Mapping, name: string, isOfSeveral: boolean): JsonObject {
    const component = name in own ? `${name}.inline` : name;
    components.set(component, name);
    const texts = Object.entries(raw).filter(([key]) => explaining.has(key));
    const others = Object.entries(raw).filter(([key]) => !explaining.has(key));
    if (!made.has(component)) made.set(component, inside(isOfSeveral ? Object.fromEntries(others) : raw));
    return { $ref: `#/components/schemas/${component}`, ...Object.fromEntries(texts) };
  }

  function inside(raw: Mapping): JsonObject {
    return Object.fromEntries(
      Object.entries(raw).map(([key, value]) => {
        // A default is a value of the author's, whatever it looks like.
        if (key === "default") return [key, value];
        return [key, maps.has(key) && isMapping(value) ? eachOf(value) : walk(value)];
      }),
    );
  }

  /** What has names of the author's, of which one may be `default`. */
  function eachOf(map: Mapping): JsonObject {
    return Object.fromEntries(Object.entries(map).map(([name, value]) => [name, walk(value)]));
  }

  function walk(value: unknown): unknown {
    if (isList(value)) return value.map(walk);
    if (!isMapping(value)) return value;
    const mark = String(value[inlineKey]);
    const name = names.get(mark);
    return name === undefined ? inside(value) : named(value, name, ofSeveral.has(mark));
  }

  const document = inside(pruned);
  const others = isMapping(document["components"]) ? document["components"] : {};
  const schemas = isMapping(others["schemas"]) ? others["schemas"] : {};
  const all = { ...schemas, ...Object.fromEntries(made) };
  return { document: { ...document, components: { ...others, schemas: all } }, components };
}
