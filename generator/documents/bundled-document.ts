import { valueAt } from "./data.js";
import { isWithin, type Path, type SourceDocument } from "./document.js";
import { ReadDocument } from "./read-document.js";

/** Below this key of `components` stands what a bundled document has from other files, each under a name of its own. */
export const besideKey = "x-other-files";

/** A value of another file, and where it stands in the bundled document. */
export interface Mount {
  readonly at: Path;
  readonly document: SourceDocument;
  readonly path: Path;
}

/** A document that holds what it refers to in other files. Every value keeps its place in the file where it stands. */
export class BundledDocument extends ReadDocument {
  readonly #main: SourceDocument;
  readonly #mounts: readonly Mount[];

  constructor(main: SourceDocument, root: unknown, mounts: readonly Mount[]) {
    super(main.file, main.source, root, main.place([]));
    this.#main = main;
    this.#mounts = mounts;
  }

  override origin(path: Path): { readonly document: SourceDocument; readonly path: Path } {
    const mount = this.#mounts.find(({ at }) => isWithin(path, at));
    if (mount === undefined) return this.#main.origin(path);
    return mount.document.origin([...mount.path, ...path.slice(mount.at.length)]);
  }
}

/** The name by which others refer to the schema at a path, if it has one: that of a component, or of what stands in another file. */
export function schemaName(path: Path): string | undefined {
  const [components, kind, name] = path;
  if (path.length !== 3 || components !== "components") return undefined;
  return kind === "schemas" || kind === besideKey ? String(name) : undefined;
}

/** Where the schema of this name stands. */
export function schemaPath({ root }: SourceDocument, name: string): Path {
  const beside = ["components", besideKey, name];
  return valueAt(root, beside) === undefined ? ["components", "schemas", name] : beside;
}
