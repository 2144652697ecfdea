import {
  codes,
  found,
  isInside,
  kindNamed,
  type Allowance,
  type Findings,
  type Found,
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
  const allowances: Allowance[] = [];
  const seen = new Set<object>();
  const left: Path[] = [[]];
  for (let at = left.pop(); at !== undefined; at = left.pop()) {
    const value = valueAt(document.root, at);
    if ((!isMapping(value) && !isList(value)) || seen.has(value)) continue;
    seen.add(value);
    const isMap = maps.includes(String(at.at(-1)));
    if (!isMap && isMapping(value) && hasChild(value, field)) allowances.push(...allowancesAt(document, at, findings));
    for (const [key, entry] of isList(value) ? value.entries() : Object.entries(value)) {
      const isData = typeof key === "string" && !isMap && (key === field || data.includes(key));
      if (!isData && (isMapping(entry) || isList(entry))) left.push([...at, key]);
    }
  }
  return allowances;
}

function allowancesAt(document: SourceDocument, owner: Path, findings: Findings): readonly Allowance[] {
  const at = [...owner, field];
  const written = valueAt(document.root, at);
  if (!isMapping(written)) {
    findings.report(document.place(at), found.invalidAllow.field(field, kindOf(written)));
    return [];
  }
  return Object.entries(written).flatMap(([code, reason]): readonly Allowance[] => {
    const place = document.place([...at, code], "key");
    const kind = kindNamed(code);
    const refuse = (what: Found): readonly Allowance[] => {
      findings.report(place, what);
      return [];
    };
    if (kind === undefined) return refuse(found.invalidAllow.unknown(code, codes));
    if (kind.severity === "error" && kind.assumed === undefined) return refuse(found.invalidAllow.error(code));
    if (typeof reason !== "string" || reason.trim() === "") return refuse(found.invalidAllow.reason(code));
    return [{ code: kind.code, place, within: placesIn(document, owner) }];
  });
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
