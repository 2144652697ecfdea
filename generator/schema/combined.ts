import type { Path, SourceDocument } from "../documents/document.js";
import type { Schema } from "./schema.js";

/** What schemas made of several have in common: where they stand, and what only one of them can say. */
export abstract class Combined {
  protected readonly parts: readonly [Schema, ...Schema[]];

  constructor(parts: readonly [Schema, ...Schema[]]) {
    this.parts = parts;
  }

  get document(): SourceDocument {
    return this.parts[0].document;
  }

  get at(): Path {
    return this.parts[0].at;
  }

  get description(): string | undefined {
    return this.#first((part) => part.description);
  }

  get format(): string | undefined {
    return this.#first((part) => part.format);
  }

  get hasDefault(): boolean {
    return this.parts.some((part) => part.hasDefault);
  }

  get default(): unknown {
    return this.parts.find((part) => part.hasDefault)?.default;
  }

  #first<T>(say: (part: Schema) => T | undefined): T | undefined {
    return this.parts.map(say).find((said) => said !== undefined);
  }
}
