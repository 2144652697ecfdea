import type { Place } from "../diagnostics.js";
import { child, hasChild, indexOf, isList, isMapping, setChild, type Mapping } from "./data.js";
import type { Path } from "./document.js";
import { entryPlaces, placesOf, rememberPlaces, type EntryPlaces } from "./places.js";

type OwnContainer = Record<string, unknown> | unknown[];

/**
 * A document's data while it is changed. Only what lies on the way to a change is copied; all else is shared with the
 * document that it came from, which stays as it is.
 */
export class OverlaidTree {
  /** The containers made here, which may be changed. Each stands in one place only. */
  readonly #own = new WeakSet<object>();
  #root: unknown;

  constructor(root: unknown) {
    this.#root = root;
  }

  get root(): unknown {
    return this.#root;
  }

  /** Takes an entry out of its container. A path that has become void is none to remove. */
  remove(path: Path): void {
    const key = path.at(-1);
    const parent = this.#ownAt(path.slice(0, -1));
    if (key === undefined || !parent || !hasChild(parent, key)) return;
    const places = placesOf(parent);
    if (!Array.isArray(parent)) {
      delete parent[String(key)];
      if (places instanceof Map) places.delete(String(key));
      return;
    }
    const index = indexOf(parent, key);
    if (index === undefined) return;
    parent.splice(index, 1);
    if (Array.isArray(places)) places.splice(index, 1);
  }

  /** Calls an entry by another name. Where there is one of that name already, or none of this, nothing happens. */
  rename(path: Path, name: string): void {
    const key = path.at(-1);
    const parent = this.#ownAt(path.slice(0, -1));
    if (key === undefined || !parent || Array.isArray(parent)) return;
    if (!hasChild(parent, key) || hasChild(parent, name)) return;
    const places = placesOf(parent);
    const entry = entryPlaces(parent, key);
    setChild(parent, name, child(parent, key));
    if (places instanceof Map && entry) places.set(name, entry);
    this.remove(path);
  }

  /** Puts another value in the place of an entry, or where there is none, in that of the container. */
  put(path: Path, value: unknown, place: Place): void {
    const key = path.at(-1);
    const parent = this.#ownAt(path.slice(0, -1));
    if (key === undefined || !parent) return;
    if (Array.isArray(parent)) {
      const index = indexOf(parent, key);
      if (index !== undefined) parent[index] = value;
      return;
    }
    const places = placesOf(parent);
    if (!hasChild(parent, key) && places instanceof Map) places.set(String(key), { key: place, value: place });
    setChild(parent, String(key), value);
  }

  /** Adds an item to the list at `path`. */
  append(path: Path, item: unknown, places: EntryPlaces | undefined): void {
    const list = this.#ownAt(path);
    if (Array.isArray(list)) append(list, item, places);
  }

  /** Merges an object into the one at `path`: objects recursively, lists one after the other; the rest replaces. */
  merge(path: Path, update: Mapping): void {
    const target = this.#ownAt(path);
    if (target && !Array.isArray(target)) this.#mergeInto(target, update);
  }

  #mergeInto(target: Record<string, unknown>, update: Mapping): void {
    for (const [key, value] of Object.entries(update)) {
      const present = child(target, key);
      if (isMapping(present) && isMapping(value)) {
        const own = this.#ownChild(target, key);
        if (own && !Array.isArray(own)) this.#mergeInto(own, value);
      } else if (isList(present) && isList(value)) {
        const own = this.#ownChild(target, key);
        if (!Array.isArray(own)) continue;
        for (const [index, item] of value.entries()) append(own, item, entryPlaces(value, index));
      } else {
        setChild(target, key, value);
        const [places, entry] = [placesOf(target), entryPlaces(update, key)];
        if (places instanceof Map && entry) places.set(key, entry);
      }
    }
  }

  /** The container at `path`, made our own together with all on the way to it; `undefined` where there is none. */
  #ownAt(path: Path): OwnContainer | undefined {
    let container = this.#ownCopy(this.#root);
    if (container) this.#root = container;
    for (const key of path) container = container && this.#ownChild(container, key);
    return container;
  }

  #ownChild(parent: OwnContainer, key: string | number): OwnContainer | undefined {
    const value = child(parent, key);
    const own = this.#ownCopy(value);
    if (!own || own === value) return own;
    if (Array.isArray(parent)) parent[Number(key)] = own;
    else setChild(parent, String(key), own);
    return own;
  }

  #ownCopy(value: unknown): OwnContainer | undefined {
    if (!isList(value) && !isMapping(value)) return undefined;
    if (this.#own.has(value)) return value as OwnContainer;
    const copy: OwnContainer = isList(value) ? [...value] : copyOf(value);
    const places = placesOf(value);
    if (places) rememberPlaces(copy, Array.isArray(places) ? [...places] : new Map(places));
    this.#own.add(copy);
    return copy;
  }
}

function copyOf(mapping: Mapping): Record<string, unknown> {
  const copy: Record<string, unknown> = {};
  for (const [key, value] of Object.entries(mapping)) setChild(copy, key, value);
  return copy;
}

function append(list: unknown[], item: unknown, entry: EntryPlaces | undefined): void {
  const places = placesOf(list);
  list.push(item);
  if (Array.isArray(places) && entry) places.push(entry);
}
