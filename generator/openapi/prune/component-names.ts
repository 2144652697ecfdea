import { isMapping, schemaName, valueAt } from "../../documents/index.js";
import type { Side } from "./copy-schema.js";
import type { JsonObject } from "./keywords.js";
import type { PooledSchema, Reference } from "./schema-pool.js";

/** On a component whose name is not that of the component that it was made from: which one, and for which side. */
const madeFrom = "x-made-from";

/**
 * Gives every schema its name among the components, and writes the names into all references.
 *
 * A schema keeps the name that it has in the document. Where requests and responses need different versions of it,
 * that is the one for responses, and the other is called `<name>.request`.
 *
 * @param roots References from what is no schema.
 * @param componentNames The names of the document's own component schemas.
 */
export function nameComponents(
  schemas: readonly PooledSchema[],
  roots: readonly Reference[],
  componentNames: readonly string[],
): JsonObject {
  spreadSidedness(schemas);
  const taken = new Set(componentNames);
  const components: [string, JsonObject | boolean][] = [];
  const names = new Map<PooledSchema, Record<Side, string>>();
  for (const schema of schemas) {
    const own = schemaName(schema.at);
    const name = own !== undefined && isComponentName(own) ? own : freshName(own ?? schema.at.join("."), taken);
    const split = schema.sided && schema.copies.size === 2;
    const request = split ? freshName(`${name}.request`, taken) : name;
    names.set(schema, { request, response: name });
    for (const side of split ? (["response", "request"] as const) : [...schema.copies.keys()].slice(0, 1)) {
      const copy = schema.copies.get(side) ?? {};
      const called = side === "request" ? request : name;
      components.push([called, called === own ? copy : marked(copy, own, side)]);
    }
  }
  for (const { to, side, written } of [...roots, ...schemas.flatMap((schema) => schema.references)]) {
    written["$ref"] = `#/components/schemas/${names.get(to)?.[side]}`;
  }
  return Object.fromEntries(components);
}

/** The name that a component schema of the document has in a pruned one; of two versions, that for this side. */
export function prunedName(pruned: JsonObject, component: string, side: Side): string | undefined {
  const schemas = valueAt(pruned, ["components", "schemas"]);
  if (!isMapping(schemas)) return undefined;
  const versions = Object.keys(schemas).filter((name) => {
    return name === component || valueAt(schemas, [name, madeFrom, "component"]) === component;
  });
  return versions.find((name) => valueAt(schemas, [name, madeFrom, "side"]) === side) ?? versions[0];
}

/** A schema that refers to one that differs between the sides differs itself. */
function spreadSidedness(schemas: readonly PooledSchema[]): void {
  const referrers = new Map<PooledSchema, PooledSchema[]>(schemas.map((schema) => [schema, []]));
  for (const schema of schemas) {
    for (const { to } of schema.references) referrers.get(to)?.push(schema);
  }
  const sided = schemas.filter((schema) => schema.sided);
  for (let next = sided.pop(); next !== undefined; next = sided.pop()) {
    for (const referrer of referrers.get(next) ?? []) {
      if (!referrer.sided) sided.push(referrer);
      referrer.sided = true;
    }
  }
}

/** @see https://spec.openapis.org/oas/v3.1.1.html#components-object */
function isComponentName(name: string): boolean {
  return /^[\w.-]+$/.test(name);
}

function freshName(wanted: string, taken: Set<string>): string {
  const base = wanted.replaceAll(/[^\w.-]+/g, "_");
  let name = base;
  for (let count = 2; taken.has(name); count += 1) name = `${base}_${count}`;
  taken.add(name);
  return name;
}

function marked(copy: JsonObject | boolean, component: string | undefined, side: Side): JsonObject | boolean {
  if (typeof copy === "boolean" || component === undefined) return copy;
  return { ...copy, [madeFrom]: { component, side } };
}
