import { found, type Found } from "../../diagnostics.js";
import type { Path } from "../../documents/document.js";
import { parseExpression } from "../expression/parse.js";
import { isFailure } from "../failure.js";
import type { ArazzoDescription } from "../model/arazzo-document.js";
import { isReusable, type Reusable } from "../model/reusable.js";
import { componentName, resolveReusable, type ReusableKinds } from "../reuse.js";
import { partsOf, type Placed, type ReusableList } from "../walk.js";
import { duplicates, type Named } from "./unique.js";
import type { Fault } from "./fault.js";

/** References to components that are not there, and lists that hold the same parameter or action twice. */
export function* reusableFaults(description: ArazzoDescription): Iterable<Fault> {
  for (const list of partsOf(description)) {
    if (list.kind !== "parameters" && list.kind !== "successActions" && list.kind !== "failureActions") continue;
    for (const [index, entry] of list.value.entries()) {
      if (isReusable(entry)) yield* referenceFaults({ value: entry, at: [...list.at, index] }, list.kind, description);
    }
    yield* duplicates(namesIn(list, description));
  }
}

function* referenceFaults(
  { value, at }: Placed<Reusable>,
  kind: keyof ReusableKinds,
  { components }: ArazzoDescription,
): Iterable<Fault> {
  const { reference } = value;
  const what = wrongReference(reference, componentName(value, kind), kind, Object.keys(components?.[kind] ?? {}));
  if (what !== undefined) yield { what, path: [...at, "reference"] };
  if (kind !== "parameters" && value.value !== undefined) {
    yield { what: found.invalidDocument.valueBesideReference(), path: [...at, "value"], part: "key" };
  }
}

function wrongReference(text: string, name: string | undefined, kind: string, known: string[]): Found | undefined {
  const expression = parseExpression(text);
  if (isFailure(expression)) return found.invalidExpression.text(expression, text);
  if (name === undefined) return found.unknownComponent.reference(text, kind);
  return known.includes(name) ? undefined : found.unknownComponent.name(name, kind, known);
}

function namesIn(list: ReusableList, description: ArazzoDescription): readonly Named[] {
  if (list.kind === "parameters") {
    return list.value.flatMap((entry, index) => {
      const parameter = resolveReusable(description, "parameters", entry, [...list.at, index]);
      if (parameter === undefined) return [];
      const { name, in: place } = parameter.value;
      // Names of headers differ by more than case.
      const key = JSON.stringify([place, place === "header" ? name.toLowerCase() : name]);
      return [{ key, what: found.duplicateId.parameter(name, place), path: entryPath(list, index) }];
    });
  }
  const entries =
    list.kind === "successActions"
      ? list.value.map((entry, index) => resolveReusable(description, "successActions", entry, [...list.at, index]))
      : list.value.map((entry, index) => resolveReusable(description, "failureActions", entry, [...list.at, index]));
  return entries.flatMap((entry, index) => {
    if (entry === undefined) return [];
    const { name } = entry.value;
    return [{ key: name, what: found.duplicateId.action(name), path: entryPath(list, index) }];
  });
}

/** The field that tells an entry from the others. */
function entryPath({ value, at }: ReusableList, index: number): Path {
  return [...at, index, isReusable(value[index]) ? "reference" : "name"];
}
