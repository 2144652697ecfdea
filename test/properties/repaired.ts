import { basename } from "node:path";
import { isMap, isScalar, isSeq, parseDocument, type Node } from "yaml";
import type { Finding } from "../../generator/diagnostics.js";
import { changed, valueAt, type Path } from "./mistakes.js";
import { textsOf, type Documents } from "./documents.js";

/** The same documents without what was refused of them; `undefined` where nothing would be left. */
export function withoutRefused(given: Documents, findings: readonly Finding[]): Documents | undefined {
  const texts = textsOf(given);
  const paths = findings
    .filter(({ severity }) => severity === "error")
    .flatMap(({ place, message }): readonly Path[] => {
      const file = place && basename(place.source.path);
      const text = file === undefined ? undefined : texts[file];
      if (file === undefined || text === undefined) return [];
      const path = [file, ...pathTo(text, place?.start ?? 0)];
      // What lacks something is shown by its first key.
      return [/is missing$|^a .* needs a /.test(message) ? path.slice(0, -1) : path];
    })
    .filter((path) => path.length > 1);
  // Lists from their ends, so that what is to go next still stands where it stood.
  const [first, ...others] = paths.toSorted(inOrder).toReversed();
  if (first === undefined) return undefined;
  return others.reduce((less, path) => without(less, path), without(given, first));
}

/** Without the value, and without the list that held nothing else. */
function without(given: Documents, path: Path): Documents {
  const owner = path.slice(0, -1);
  const list = valueAt(given, owner);
  return changed(given, Array.isArray(list) && list.length === 1 && owner.length > 1 ? owner : path, () => undefined);
}

function inOrder(a: Path, b: Path): number {
  for (const [index, key] of a.entries()) {
    const other = b[index];
    if (other === undefined) return 1;
    if (key === other) continue;
    return typeof key === "number" && typeof other === "number" ? key - other : String(key) < String(other) ? -1 : 1;
  }
  return a.length - b.length;
}

/** Where in the data the text at a position stands: a key is the whole of what it names. */
function pathTo(text: string, offset: number): Path {
  const path: (string | number)[] = [];
  const document = parseDocument(text);
  let node: Node | null = document.contents;
  while (node !== null) {
    const next: Step | undefined = stepInto(node, offset);
    if (next === undefined) break;
    path.push(next.key);
    node = next.node;
  }
  return path;
}

interface Step {
  readonly key: string | number;
  readonly node: Node | null;
}

function stepInto(node: Node, offset: number): Step | undefined {
  if (isSeq<Node>(node)) {
    const key = node.items.findIndex((item) => holds(item, offset));
    const item = node.items[key];
    return item && { key, node: item };
  }
  if (!isMap<Node, Node | null>(node)) return undefined;
  for (const { key, value } of node.items) {
    if (!isScalar(key)) continue;
    if (holds(key, offset)) return { key: String(key.value), node: null };
    if (value !== null && holds(value, offset)) return { key: String(key.value), node: value };
  }
  return undefined;
}

function holds({ range }: Node, offset: number): boolean {
  return range !== null && range !== undefined && range[0] <= offset && offset < Math.max(range[1], range[0] + 1);
}
