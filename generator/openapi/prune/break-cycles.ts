import type { Findings } from "../../diagnostics.js";
import type { SourceDocument } from "../../documents/index.js";
import type { PooledSchema } from "./schema-pool.js";

/**
 * Takes out the references by which a schema is made of itself, as in `A: { allOf: [{ $ref: A }] }`: no value and no
 * type answers to such a schema. Through a property, an item or another place below, schemas may refer to themselves.
 */
export function breakCycles(schemas: readonly PooledSchema[], document: SourceDocument, findings: Findings): void {
  const done = new Set<PooledSchema>();
  for (const start of schemas) {
    // The way down to where we are, each with the references that are still to be looked at.
    const way = [{ schema: start, left: [...start.references] }];
    const onWay = new Set([start]);
    for (let here = way.at(-1); here !== undefined; here = way.at(-1)) {
      const reference = here.left.pop();
      if (reference === undefined) {
        done.add(here.schema);
        onWay.delete(here.schema);
        way.pop();
      } else if (reference.direct && onWay.has(reference.to)) {
        here.schema.references.splice(here.schema.references.indexOf(reference), 1);
        const name = String(reference.to.at.at(-1));
        findings.add("reference-cycle", document.place(reference.place), `The schema \`${name}\` is made of itself.`);
      } else if (reference.direct && !done.has(reference.to)) {
        way.push({ schema: reference.to, left: [...reference.to.references] });
        onWay.add(reference.to);
      }
    }
  }
}
