import { Findings, type Assumed, type Place } from "../diagnostics.js";
import { child, isList, isMapping } from "./data.js";
import type { SourceDocument } from "./document.js";
import { isQueryFault, parseQuery } from "./jsonpath.js";
import { applyOverlay } from "./overlay-apply.js";
import type { OverlayAction } from "./overlay.js";
import { placesOf, rememberPlaces, type EntryPlaces } from "./places.js";
import { ReadDocument } from "./read-document.js";

/**
 * The document as it would be with overlay actions that nobody has written down. What they bring in stands in no text:
 * its place is where the document was found to need it.
 */
export function amended(document: SourceDocument, assumed: readonly Assumed[]): SourceDocument {
  return assumed.reduce((before, { actions: { actions }, place = before.place([]) }) => {
    const root = placed({ actions: actions.map(({ update = {} }) => ({ update })) }, place);
    const read = actions.flatMap(({ target, description, update, remove = false }, index): readonly OverlayAction[] => {
      const query = parseQuery(target);
      if (isQueryFault(query)) return [];
      return [{ at: ["actions", index], target: query, description, remove, updates: update !== undefined }];
    });
    const overlay = {
      document: new ReadDocument(document.file, document.source, root, place),
      title: "",
      extends: undefined,
      file: undefined,
      actions: read,
    };
    // What was taken away already, for the same reason elsewhere, is no longer there to be taken away.
    return applyOverlay(before, overlay, new Findings(), () => undefined);
  }, document);
}

/** The same value; everything in it that has no place yet has this one. */
function placed<T>(value: T, place: Place): T {
  if ((!isList(value) && !isMapping(value)) || placesOf(value) !== undefined) return value;
  const entry: EntryPlaces = { key: place, value: place };
  const keys = isList(value) ? [...value.keys()] : Object.keys(value);
  rememberPlaces(value, isList(value) ? keys.map(() => entry) : new Map(keys.map((key) => [String(key), entry])));
  for (const key of keys) placed(child(value, key), place);
  return value;
}
