import {
  codes,
  didYouMean,
  isCode,
  quoted,
  type Allowance,
  type Code,
  type Findings,
  type Place,
} from "../diagnostics.js";
import { child, hasChild, isList, isMapping, kindOf, valueAt } from "./data.js";
import type { Path, SourceDocument } from "./document.js";

const field = "x-allow";

/** Below these stands data of the author's, in which a field may have any name; `update` is read where it has gone. */
const data: readonly string[] = ["payload", "value", "example", "examples", "default", "enum", "const", "update"];

/** The keys of these are names that the author chose. */
const maps: readonly string[] = ["properties", "patternProperties", "$defs", "definitions"];

/**
 * What a document lets pass in some of its places: `x-allow: { code: reason }` in any object silences findings of the
 * code that are about this object or something inside of it. What is wrong with such a field is reported.
 */
export function readAllowances(document: SourceDocument, findings: Findings): readonly Allowance[] {
  const found: Allowance[] = [];
  const seen = new Set<object>();
  const left: Path[] = [[]];
  for (let at = left.pop(); at !== undefined; at = left.pop()) {
    const value = valueAt(document.root, at);
    if ((!isMapping(value) && !isList(value)) || seen.has(value)) continue;
    seen.add(value);
    const isMap = maps.includes(String(at.at(-1)));
    if (!isMap && isMapping(value) && hasChild(value, field)) found.push(...allowancesAt(document, at, findings));
    for (const [key, entry] of isList(value) ? value.entries() : Object.entries(value)) {
      const isData = typeof key === "string" && !isMap && (key === field || data.includes(key));
      if (!isData && (isMapping(entry) || isList(entry))) left.push([...at, key]);
    }
  }
  return found;
}

function allowancesAt(document: SourceDocument, owner: Path, findings: Findings): readonly Allowance[] {
  const at = [...owner, field];
  const written = valueAt(document.root, at);
  if (!isMapping(written)) {
    const message = `\`${field}\` has to be an object of codes and reasons, not ${kindOf(written)}`;
    findings.add("invalid-allow", document.place(at), message, `Write \`${field}: { code: reason }\`.`);
    return [];
  }
  return Object.entries(written).flatMap(([code, reason]): readonly Allowance[] => {
    const place = document.place([...at, code], "key");
    if (!isCode(code)) {
      findings.add("invalid-allow", place, `there is no finding ${quoted(code)}`, didYouMean(code, Object.keys(codes)));
      return [];
    }
    const problem = problemOf(code, reason);
    if (problem !== undefined) {
      findings.add("invalid-allow", place, ...problem);
      return [];
    }
    return [{ code, place, within: placesIn(document, owner) }];
  });
}

function problemOf(code: Code, reason: unknown): readonly [message: string, hint: string] | undefined {
  if (codes[code].severity === "error") {
    const hint = "Correct what is wrong, in an overlay if the document is not yours.";
    return [`\`${code}\` is an error, which cannot be allowed`, hint];
  }
  if (typeof reason === "string" && reason.trim() !== "") return undefined;
  return [`nothing says why \`${code}\` is allowed here`, `Write \`${code}: reason\`, for those who read it later.`];
}

/** The stretches of text that hold a value: its own, and those of what an alias or an overlay has brought into it. */
function placesIn(document: SourceDocument, owner: Path): readonly Place[] {
  const places = [document.place(owner), document.place(owner, "key")];
  const seen = new Set<unknown>();
  const visit = (value: unknown, at: Path): void => {
    if ((!isMapping(value) && !isList(value)) || seen.has(value)) return;
    seen.add(value);
    for (const key of isList(value) ? value.keys() : Object.keys(value)) {
      const path = [...at, key];
      for (const place of [document.place(path, "key"), document.place(path)]) {
        if (!places.some((known) => isInside(place, known))) places.push(place);
      }
      visit(child(value, key), path);
    }
  };
  visit(valueAt(document.root, owner), owner);
  return places;
}

function isInside(place: Place, other: Place): boolean {
  return place.source === other.source && place.start >= other.start && place.end <= other.end;
}
