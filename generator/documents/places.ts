import type { Place } from "../diagnostics.js";
import { child, hasChild, indexOf, isList, isMapping } from "./data.js";
import type { Path } from "./document.js";

/** Where an entry of a container stands. An item of a list has no key: its value's place stands for it. */
export interface EntryPlaces {
  readonly key: Place;
  readonly value: Place;
  readonly written?: Written | undefined;
}

/** A number, true or false as it is written, which need not be what JSON makes of it: `+1`, `007`, `1.10`, `True`. */
export interface Written {
  readonly value: number | boolean;
  readonly text: string;
}

/** The places of a container's entries, by key or index. */
export type ContainerPlaces = Map<string, EntryPlaces> | EntryPlaces[];

/**
 * By the identity of the container: so a value that an overlay or an alias brought in carries its own places,
 * whatever document it has become a part of.
 */
const byContainer = new WeakMap<object, ContainerPlaces>();

/** The places of a container's entries, `undefined` for a container that was not read from a document. */
export function placesOf(container: object): ContainerPlaces | undefined {
  return byContainer.get(container);
}

/** Remembers the places of a container's entries. */
export function rememberPlaces(container: object, places: ContainerPlaces): void {
  byContainer.set(container, places);
}

/** A copy of a container, whose entries stand where those of the original do. */
export function withPlacesOf<T extends object>(original: object, copy: T): T {
  const places = placesOf(original);
  if (places) rememberPlaces(copy, places);
  return copy;
}

/** The places of one entry. */
export function entryPlaces(container: unknown, key: string | number): EntryPlaces | undefined {
  if (!isList(container) && !isMapping(container)) return undefined;
  const places = byContainer.get(container);
  if (!places) return undefined;
  if (!Array.isArray(places)) return places.get(String(key));
  const index = indexOf(places, key);
  return index === undefined ? undefined : places[index];
}

/** The places of the entry that the path leads to, and whether it leads to its very end. */
export function walkPlaces(root: unknown, path: Path): { entry: EntryPlaces | undefined; arrived: boolean } {
  let value = root;
  let entry: EntryPlaces | undefined;
  for (const key of path) {
    const next = hasChild(value, key) ? entryPlaces(value, key) : undefined;
    if (!next) return { entry, arrived: false };
    entry = next;
    value = child(value, key);
  }
  return { entry, arrived: true };
}
