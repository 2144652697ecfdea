import type { ArazzoDescription } from "../model/arazzo-document.js";
import { isSelector, type Selector } from "../model/selector.js";
import { outputsOf, parametersOf, stepsOf, type Placed } from "../walk.js";

/** The types of all Selector Objects, and of the targets of replacements. */
export function* selectorTypesOf(
  description: ArazzoDescription,
  version: "1.0" | "1.1",
): Iterable<Placed<Selector["type"]>> {
  for (const { value, at } of outputsOf(description)) {
    for (const [name, output] of Object.entries(value)) {
      if (typeof output === "object") yield { value: output.type, at: [...at, name, "type"] };
    }
  }
  for (const { value, at } of stepsOf(description)) {
    for (const [index, { targetSelectorType }] of (value.requestBody?.replacements ?? []).entries()) {
      const place = [...at, "requestBody", "replacements", index, "targetSelectorType"];
      if (targetSelectorType !== undefined) yield { value: targetSelectorType, at: place };
    }
  }
  // Elsewhere an object of this form is a value of 1.0 like any other.
  if (version === "1.0") return;
  for (const value of valuesOf(description)) {
    for (const found of selectorsIn(value)) yield { value: found.value.type, at: [...found.at, "type"] };
  }
}

/** The values that go into requests: of parameters, payloads and replacements. */
function* valuesOf(description: ArazzoDescription): Iterable<Placed<unknown>> {
  for (const { value, at } of parametersOf(description)) yield { value: value.value, at: [...at, "value"] };
  for (const { value, at } of stepsOf(description)) {
    const { payload, replacements } = value.requestBody ?? {};
    yield { value: payload, at: [...at, "requestBody", "payload"] };
    for (const [index, replacement] of (replacements ?? []).entries()) {
      yield { value: replacement.value, at: [...at, "requestBody", "replacements", index, "value"] };
    }
  }
}

/** The Selector Objects at any depth of a value. It keeps its own stack, so that depth costs nothing. */
function* selectorsIn(root: Placed<unknown>): Iterable<Placed<Selector>> {
  const left = [root];
  for (let next = left.pop(); next !== undefined; next = left.pop()) {
    const { value, at } = next;
    if (isSelector(value)) yield { value, at };
    else if (Array.isArray(value)) {
      for (const [index, item] of value.entries()) left.push({ value: item, at: [...at, index] });
    } else if (typeof value === "object" && value !== null) {
      for (const [key, item] of Object.entries(value)) left.push({ value: item, at: [...at, key] });
    }
  }
}
