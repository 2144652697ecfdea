import { found, type Findings } from "../../diagnostics.js";
import type { SourceDocument } from "../../documents/index.js";
import type { Within } from "./copy-schema.js";
import type { PooledSchema, Reference } from "./schema-pool.js";

/** How many schemas may be made of one another before the TypeScript compiler gives up on their types. */
const deepest = 100;

/**
 * Takes out the references by which no type can be written for a schema, so that it is anything there.
 *
 * Those by which a schema is made of itself, as in `A: { allOf: [{ $ref: A }] }`, are mistakes. A list of lists of
 * itself is none, but TypeScript wants to see an object in between.
 */
export function breakCycles(schemas: readonly PooledSchema[], document: SourceDocument, findings: Findings): void {
  for (const { to, place } of takeOut(schemas, ["itself"], "cycles")) {
    findings.report(document.place(place), found.referenceCycle.schema(String(to.at.at(-1))));
  }
  takeOut(schemas, ["itself", "item"], "cycles");
  for (const { place } of takeOut(schemas, ["itself", "item"], "depths")) {
    findings.report(document.place(place), found.documentTooLarge.schemas(deepest));
  }
}

/** Takes out the references of these kinds that close a cycle, or that lead to what is too deep, and returns them. */
function takeOut(schemas: readonly PooledSchema[], kinds: readonly Within[], what: "cycles" | "depths"): Reference[] {
  const takenOut: Reference[] = [];
  const heights = new Map<PooledSchema, number>();
  for (const start of schemas) {
    // The way down to where we are. No recursion: the way may be as long as the document is large.
    const way: Stop[] = heights.has(start) ? [] : [stopAt(start)];
    const onWay = new Set([start]);
    for (let here = way.at(-1); here !== undefined; here = way.at(-1)) {
      const reference = here.left.pop();
      if (reference === undefined) {
        heights.set(here.schema, here.height);
        onWay.delete(here.schema);
        way.pop();
        continue;
      }
      if (!kinds.includes(reference.within)) continue;
      const height = heights.get(reference.to);
      if (height === undefined && !onWay.has(reference.to)) {
        // Comes back to this reference when it knows how high that is.
        here.left.push(reference);
        way.push(stopAt(reference.to));
        onWay.add(reference.to);
      } else if (what === "cycles" ? onWay.has(reference.to) : (height ?? 0) >= deepest) {
        here.schema.references.splice(here.schema.references.indexOf(reference), 1);
        takenOut.push(reference);
      } else {
        here.height = Math.max(here.height, (height ?? 0) + 1);
      }
    }
  }
  return takenOut;
}

/** A schema on the way, with the references that are still to be looked at and the height known so far. */
interface Stop {
  readonly schema: PooledSchema;
  readonly left: Reference[];
  height: number;
}

function stopAt(schema: PooledSchema): Stop {
  return { schema, left: [...schema.references], height: 1 };
}
