import type { SourceDescription } from "./arazzo/index.js";
import type { Findings, Found } from "./diagnostics.js";
import { child, isList, valueAt, type SourceDocument } from "./documents/index.js";
import type { LinkedSource } from "./plan/index.js";

/** A source description whose document is not to be had. */
export interface LostSource {
  readonly source: SourceDescription;
  readonly index: number;
  readonly problem: Found;
}

/** Takes what is wrong with a source description. */
export type Lose = (problem: Found) => unknown;

/**
 * Reports what is wrong with source descriptions. Those that nothing needs may be left unread.
 * @param sources All of them, as far as they could be read
 */
export function reportLost(
  lost: readonly LostSource[],
  document: SourceDocument,
  sources: readonly LinkedSource[],
  findings: Findings,
): void {
  for (const { source, index, problem } of lost) {
    const place = document.place(["sourceDescriptions", index, "url"]);
    if (isUsed(source, document, sources)) findings.report(place, problem);
    else findings.letPass(place, problem, "no step needs it, and nothing is read of it");
  }
}

/**
 * Whether something in a document needs a source description that could not be read: it is named, or an operation is
 * that none of the others has.
 */
function isUsed(
  { name, url }: Pick<SourceDescription, "name" | "url">,
  { root }: SourceDocument,
  sources: readonly LinkedSource[],
): boolean {
  const rest = JSON.stringify([valueAt(root, ["workflows"]), valueAt(root, ["components"])]);
  const isNamed = [`$sourceDescriptions.${name}`, `"${name}.`, url].some((text) => rest.includes(text));
  const known = new Set(sources.flatMap(({ api }) => api?.operations.map(({ operationId }) => operationId) ?? []));
  const isOfNone = (step: unknown): boolean => {
    const [id, path] = [child(step, "operationId"), child(step, "operationPath")].map((text) => String(text ?? "$"));
    return [id, path].some((text) => !text?.includes("$") && !known.has(text));
  };
  return isNamed || stepsIn(root).some(isOfNone);
}

function stepsIn(root: unknown): readonly unknown[] {
  const itemsOf = (value: unknown): readonly unknown[] => (isList(value) ? value : []);
  return itemsOf(valueAt(root, ["workflows"])).flatMap((workflow) => itemsOf(child(workflow, "steps")));
}
