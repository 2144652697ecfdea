import { quoted, type Findings } from "../../diagnostics.js";
import type { SourceDocument } from "../../documents/index.js";
import type { Within } from "./copy-schema.js";
import type { PooledSchema, Reference } from "./schema-pool.js";

/**
 * Takes out the references by which no type can be written for a schema, so that it is anything there.
 *
 * Those by which a schema is made of itself, as in `A: { allOf: [{ $ref: A }] }`, are mistakes. A list of lists of
 * itself is none, but TypeScript wants to see an object in between.
 */
export function breakCycles(schemas: readonly PooledSchema[], document: SourceDocument, findings: Findings): void {
  for (const { to, place } of takeOutCycles(schemas, ["itself"])) {
    const name = quoted(String(to.at.at(-1)));
    findings.add("reference-cycle", document.place(place), `the schema ${name} is made of itself`);
  }
  takeOutCycles(schemas, ["itself", "item"]);
}

/** Takes out the references that close a cycle of references of these kinds, and returns them. */
function takeOutCycles(schemas: readonly PooledSchema[], kinds: readonly Within[]): readonly Reference[] {
  const closing: Reference[] = [];
  const done = new Set<PooledSchema>();
  for (const start of schemas) {
    // The way down to where we are, each with the references that are still to be looked at.
    const way = [{ schema: start, left: [...start.references] }];
    const onWay = new Set([start]);
    for (let here = way.at(-1); here !== undefined; here = way.at(-1)) {
      const reference = done.has(here.schema) ? undefined : here.left.pop();
      if (reference === undefined) {
        done.add(here.schema);
        onWay.delete(here.schema);
        way.pop();
      } else if (!kinds.includes(reference.within) || done.has(reference.to)) {
        continue;
      } else if (onWay.has(reference.to)) {
        here.schema.references.splice(here.schema.references.indexOf(reference), 1);
        closing.push(reference);
      } else {
        way.push({ schema: reference.to, left: [...reference.to.references] });
        onWay.add(reference.to);
      }
    }
  }
  return closing;
}
