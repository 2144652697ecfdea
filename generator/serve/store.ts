/** What is kept of something that requests have made or asked for. */
export interface Thing {
  /** The path that it is at, behind the name of its document. */
  readonly path: string;
  /** The path of the collection that holds it, if one does. */
  readonly collection: string | undefined;
  /** All that is known of it: what was sent, and what was answered. */
  readonly facts: Readonly<Record<string, unknown>>;
}

/** Things beyond this many push out those that were made first. */
const most = 10_000;

/** All that a server remembers of what it was asked to do. */
export class Store {
  readonly #things = new Map<string, Thing>();
  readonly #counts = new Map<string, number>();

  get(path: string): Thing | undefined {
    return this.#things.get(path);
  }

  /** The thing that a path lies below, the nearest one. */
  owner(path: string): Thing | undefined {
    const around = path.slice(0, Math.max(path.lastIndexOf("/"), 0));
    return around === "" ? undefined : (this.#things.get(around) ?? this.owner(around));
  }

  put(thing: Thing): void {
    this.#things.set(thing.path, thing);
    for (const [path] of this.#things) {
      if (this.#things.size <= most) return;
      this.#things.delete(path);
    }
  }

  /** Forgets a thing and all below it. */
  delete(path: string): void {
    const below = `${path.replace(/\.\w+$/, "")}/`;
    for (const other of this.#things.keys()) {
      if (other === path || other.startsWith(below)) this.#things.delete(other);
    }
  }

  /** What a collection holds, in the order in which it was made. */
  list(collection: string): readonly Thing[] {
    return [...this.#things.values()].filter((thing) => thing.collection === collection);
  }

  /** Counts from 1, for each path. */
  next(path: string): number {
    const count = (this.#counts.get(path) ?? 0) + 1;
    this.#counts.set(path, count);
    return count;
  }

  clear(): void {
    this.#things.clear();
    this.#counts.clear();
  }
}
