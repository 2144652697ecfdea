import { changed, pathsIn } from "./mistakes.js";
import type { Documents } from "./documents.js";

/** As much as can be taken out of documents, one part after the other, while they still fail. */
export async function smallest(
  given: Documents,
  fails: (documents: Documents) => Promise<boolean>,
  until: number,
): Promise<Documents> {
  let least = given;
  for (let before: Documents | undefined; before !== least;) {
    before = least;
    // Large parts first, since what is gone need not be looked at.
    for (let index = 0; index < pathsIn(least).length && Date.now() < until;) {
      const path = pathsIn(least).toSorted((a, b) => a.length - b.length)[index] ?? [];
      const less = path.length < 2 ? least : changed(least, path, () => undefined);
      if (less !== least && (await fails(less))) least = less;
      else index += 1;
    }
  }
  return least;
}
