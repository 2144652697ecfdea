import { basename, extname } from "node:path";
import { found, type Found } from "../diagnostics.js";
import { dataKeys, mapKeys } from "./author-keys.js";
import { besideKey, BundledDocument, type Mount } from "./bundled-document.js";
import { child, hasChild, isList, isMapping, setChild, valueAt, type Mapping } from "./data.js";
import type { SourceDocument } from "./document.js";
import { limits } from "./limits.js";
import { OverlaidTree } from "./overlay-tree.js";
import { rememberPlaces, withPlacesOf, type ContainerPlaces } from "./places.js";
import { formatPointer } from "./pointer.js";
import { rememberFault, type ReferenceFault } from "./reference-fault.js";
import { referenceOf, walkFragment } from "./reference.js";

/** Reads the file that a `$ref` in a document names, or says what is wrong with it. */
export type ReadBeside = (from: SourceDocument, url: string) => SourceDocument | ReferenceFault;

/** The key of a value that a reference leads to: its file, and the pointer into it. */
type Target = Omit<Mount, "at">;

/**
 * The document with everything that it refers to in other files, so that each of its references begins with `#/`. It
 * is the same document where it refers to none. What is wrong with a reference is reported by those who follow it.
 * @see https://spec.openapis.org/oas/v3.1.1.html#relative-references-in-api-description-uris
 */
export function bundle(main: SourceDocument, read: ReadBeside): SourceDocument {
  return new Bundler(main, read).bundle();
}

class Bundler {
  readonly #main: SourceDocument;
  readonly #read: ReadBeside;
  readonly #mounts = new Map<string, Mount>();
  readonly #taken: Set<string>;
  /** What became of each container, by the document that it stands in. */
  readonly #copies = new Map<SourceDocument, Map<object, unknown>>();
  #letters = 0;

  constructor(main: SourceDocument, read: ReadBeside) {
    this.#main = main;
    this.#read = read;
    this.#taken = new Set(keysOf(valueAt(main.root, ["components", "schemas"])));
  }

  bundle(): SourceDocument {
    const { root } = this.#main;
    if (hasChild(root, "components") && !isMapping(child(root, "components"))) return this.#main;
    this.#placeComponents();
    const main = this.#copy(this.#main, root, false);
    if (main === root) return this.#main;
    const tree = new OverlaidTree(main);
    tree.merge([], this.#holding("components", this.#holding(besideKey, withPlaces({}, new Map()))));
    // What one of them refers to is added behind it.
    for (const mount of this.#mounts.values()) {
      const { at, document, path } = mount;
      const value = this.#copy(document, valueAt(document.root, path), path.length === 0);
      tree.put(at, value, document.place(path));
    }
    return new BundledDocument(this.#main, tree.root, [...this.#mounts.values()]);
  }

  #holding(key: string, value: object): Mapping {
    const place = this.#main.place([]);
    return withPlaces({ [key]: value }, new Map([[key, { key: place, value: place }]]));
  }

  /** A component that is only a reference into another file keeps its name: what stands there comes in its place. */
  #placeComponents(): void {
    const schemas = valueAt(this.#main.root, ["components", "schemas"]);
    for (const name of keysOf(schemas)) {
      const value = child(schemas, name);
      const reference = referenceOf(value);
      if (reference === undefined || reference.startsWith("#") || keysOf(value).length > 1) continue;
      const target = this.#target(this.#main, reference);
      if (typeof target === "function" || target.document === this.#main) continue;
      const key = keyOf(target);
      if (!this.#mounts.has(key)) this.#mounts.set(key, { at: ["components", "schemas", name], ...target });
    }
  }

  /**
   * The value with its references as they have to be in the main document; the value itself where they are that.
   * @param isMap Whether the keys are names that an author chose
   */
  #copy(document: SourceDocument, value: unknown, isMap: boolean): unknown {
    if (!isList(value) && !isMapping(value)) return value;
    const known = this.#copies.get(document) ?? new Map<object, unknown>();
    this.#copies.set(document, known);
    if (known.has(value)) return known.get(value);
    const copy = isList(value) ? this.#copyList(document, value) : this.#copyMapping(document, value, isMap);
    known.set(value, copy);
    return copy;
  }

  #copyList(document: SourceDocument, list: readonly unknown[]): readonly unknown[] {
    const copies = list.map((entry) => this.#copy(document, entry, false));
    return copies.some((copy, index) => copy !== list[index]) ? withPlacesOf(list, copies) : list;
  }

  #copyMapping(document: SourceDocument, mapping: object, isMap: boolean): object {
    const copy: Record<string, unknown> = {};
    const reference = referenceOf(mapping);
    const target = reference === undefined ? undefined : this.#followed(document, reference);
    for (const [key, entry] of Object.entries(mapping)) {
      const isData = !isMap && dataKeys.has(key);
      setChild(copy, key, isData ? entry : this.#copy(document, entry, mapKeys.has(key)));
    }
    if (typeof target === "string") setChild(copy, "$ref", target);
    const isSame = Object.entries(mapping).every(([key, entry]) => copy[key] === entry);
    if (isSame && typeof target !== "function") return mapping;
    withPlacesOf(mapping, copy);
    if (typeof target === "function") rememberFault(copy, target);
    return copy;
  }

  /** The reference as it has to be in the main document, or why it cannot be followed. */
  #followed(document: SourceDocument, reference: string): string | ReferenceFault {
    if (document === this.#main && reference.startsWith("#")) return reference;
    const target = this.#target(document, reference);
    if (typeof target === "function") return target;
    if (target.document === this.#main && target.path.length > 0) return `#${formatPointer(target.path)}`;
    const key = keyOf(target);
    const mount = this.#mounts.get(key) ?? { at: ["components", besideKey, this.#nameFor(target)], ...target };
    this.#mounts.set(key, mount);
    return `#${formatPointer(mount.at)}`;
  }

  #target(document: SourceDocument, reference: string): Target | ReferenceFault {
    const [url = ""] = reference.split("#", 1);
    const read = url === "" ? document : this.#read(document, url);
    if (typeof read === "function") return read;
    if (!this.#copies.has(read)) this.#letters += read.source.text.length;
    this.#copies.set(read, this.#copies.get(read) ?? new Map<object, unknown>());
    if (this.#letters > limits.bundle) {
      const what = found.documentTooLarge.bundle(`${limits.bundle / 1024 / 1024} MB`);
      return (place, findings) => findings.report(place, what);
    }
    const path = walkFragment(read.root, reference.includes("#") ? reference : `${reference}#`);
    return "message" in path ? faultOf(path) : { document: read, path };
  }

  /** The last word of the pointer, or else the name of the file; with the name of the file first where that is taken. */
  #nameFor({ document, path }: Target): string {
    const file = basename(document.file, extname(document.file));
    const last = path.length === 0 ? file : String(path.at(-1));
    const names = [last, `${file}_${last}`].map((name) => name.replaceAll(/[^\w.-]+/g, "_"));
    let name = names.find((candidate) => !this.#taken.has(candidate));
    for (let count = 2; name === undefined; count++) {
      if (!this.#taken.has(`${names[1]}_${count}`)) name = `${names[1]}_${count}`;
    }
    this.#taken.add(name);
    return name;
  }
}

function faultOf(what: Found): ReferenceFault {
  return (place, findings, assumption) => findings.assume(place, what, assumption);
}

function keyOf({ document, path }: Target): string {
  return `${document.file}#${formatPointer(path)}`;
}

function keysOf(value: unknown): readonly string[] {
  return isMapping(value) ? Object.keys(value) : [];
}

function withPlaces<T extends object>(container: T, places: ContainerPlaces): T {
  rememberPlaces(container, places);
  return container;
}
