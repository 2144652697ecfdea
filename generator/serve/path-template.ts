/** A path with parameters in it, as `/orders/{id}.json`. */
export class PathTemplate {
  readonly text: string;
  /** The same with what stands before it. */
  readonly whole: string;
  /** The names of its parameters, in their order. */
  readonly names: readonly string[];
  readonly #pattern: RegExp;

  /** @param prefix What stands before every such path: that of a server */
  constructor(text: string, prefix = "") {
    this.text = text;
    this.whole = prefix + text;
    this.names = [...text.matchAll(/\{([^{}]*)\}/g)].map(([, name = ""]) => name);
    const pattern = text
      .split(/\{[^{}]*\}/)
      .map(escaped)
      .join("([^/]+?)");
    this.#pattern = new RegExp(`^${escaped(prefix)}${pattern}$`);
  }

  /** How much of it is fixed: of two that match, the one with more is meant. */
  get weight(): number {
    return this.text.replaceAll(/\{[^{}]*\}/g, "").length - 1_000 * this.names.length;
  }

  /** The parameters of a path, still encoded; `undefined` where it is another one. */
  match(path: string): ReadonlyMap<string, string> | undefined {
    const found = this.#pattern.exec(path);
    return found === null ? undefined : new Map(this.names.map((name, index) => [name, found[index + 1] ?? ""]));
  }

  /** The path for parameters that are encoded, given in their order. */
  filledWith(values: readonly string[]): string {
    let index = 0;
    return this.text.replaceAll(/\{[^{}]*\}/g, (template) => values[index++] ?? template);
  }
}

function escaped(text: string): string {
  return text.replaceAll(/[\\^$.*+?()[\]{}|]/g, "\\$&");
}

/** What the path of a thing says of where it lies: `/orders/{id}.json` is one of `/orders.json`. */
export interface ItemPath {
  readonly collection: string;
  /** The parameter that tells one from another. */
  readonly parameter: string;
}

/** Reads a path as that of one thing among others; `undefined` where it does not end in a parameter. */
export function itemPathOf(path: string): ItemPath | undefined {
  const [, before, parameter, extension = ""] = /^(.*)\/\{([^{}]+)\}(\.\w+)?$/.exec(path) ?? [];
  return before === undefined || parameter === undefined ? undefined : { collection: before + extension, parameter };
}

/** The same for all that are the same but for the names of parameters. */
export function shapeOf(path: string): string {
  return path.replaceAll(/\{[^{}]*\}/g, "{}");
}

/** What a thing of a collection is called: `order` of `/v1/orders.json`. */
export function nounOf({ text }: PathTemplate): string {
  const [, last = "thing"] = /\/([^/{}.]+)(?:\.\w+)?$/.exec(text) ?? [];
  return last.replace(/s$/, "");
}
