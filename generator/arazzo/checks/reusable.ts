import { didYouMean, quoted } from "../../diagnostics.js";
import type { Path } from "../../documents/document.js";
import { parseExpression } from "../expression/parse.js";
import { isFailure } from "../failure.js";
import type { ArazzoDescription } from "../model/arazzo-document.js";
import { isReusable, type Reusable } from "../model/reusable.js";
import { componentName, resolveReusable, type ReusableKinds } from "../reuse.js";
import { reusableListsOf, type Placed, type ReusableList } from "../walk.js";
import { duplicates, type Named } from "./unique.js";
import type { Fault } from "./fault.js";

/** References to components that are not there, and lists that hold the same parameter or action twice. */
export function* reusableFaults(description: ArazzoDescription): Iterable<Fault> {
  for (const list of reusableListsOf(description)) {
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
  const path = [...at, "reference"];
  const { reference } = value;
  const expression = parseExpression(reference);
  const name = componentName(value, kind);
  if (isFailure(expression)) {
    const { message, hint } = expression;
    yield { code: "invalid-expression", path, message: `${quoted(reference)}: ${message}`, hint };
  } else if (name === undefined) {
    const hint = `Write \`$components.${kind}.<name>\`.`;
    yield { code: "unknown-component", path, message: `${quoted(reference)} is no reference to ${kind}`, hint };
  } else if (!Object.hasOwn(components?.[kind] ?? {}, name)) {
    const hint = didYouMean(name, Object.keys(components?.[kind] ?? {}));
    yield {
      code: "unknown-component",
      path,
      message: `the components have no ${quoted(name)} among their ${kind}`,
      hint,
    };
  }
  if (kind !== "parameters" && value.value !== undefined) {
    const message = "only a reference to a parameter sets a `value`";
    yield { code: "invalid-document", path: [...at, "value"], part: "key", message };
  }
}

function namesIn(list: ReusableList, description: ArazzoDescription): readonly Named[] {
  if (list.kind === "parameters") {
    return list.value.flatMap((entry, index) => {
      const found = resolveReusable(description, "parameters", entry, [...list.at, index]);
      if (found === undefined) return [];
      const { name, in: place } = found.value;
      // Names of headers differ by more than case.
      const key = JSON.stringify([place, place === "header" ? name.toLowerCase() : name]);
      const where = place === undefined ? "" : ` in \`${place}\``;
      return [
        { key, what: `the list has the parameter ${quoted(name)}${where} already`, path: entryPath(list, index) },
      ];
    });
  }
  const entries =
    list.kind === "successActions"
      ? list.value.map((entry, index) => resolveReusable(description, "successActions", entry, [...list.at, index]))
      : list.value.map((entry, index) => resolveReusable(description, "failureActions", entry, [...list.at, index]));
  return entries.flatMap((found, index) => {
    if (found === undefined) return [];
    const { name } = found.value;
    return [{ key: name, what: `the list has the action ${quoted(name)} already`, path: entryPath(list, index) }];
  });
}

/** The field that tells an entry from the others. */
function entryPath({ value, at }: ReusableList, index: number): Path {
  return [...at, index, isReusable(value[index]) ? "reference" : "name"];
}
