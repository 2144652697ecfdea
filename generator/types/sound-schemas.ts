import { found, type Findings } from "../diagnostics.js";
import type { Operation } from "../openapi/index.js";
import { Unfolding, type Schema } from "../schema/index.js";

/** Sees that schemas end before anything is made of them, each once. */
export class SoundSchemas {
  readonly #unfolding = new Unfolding();
  readonly #findings: Findings;
  readonly #known = new Map<Operation, boolean>();

  constructor(findings: Findings) {
    this.#findings = findings;
  }

  /** Whether all schemas of an operation can be worked with. */
  inOperation(operation: Operation): boolean {
    const known = this.#known.get(operation) ?? this.among(schemasOf(operation));
    this.#known.set(operation, known);
    return known;
  }

  /** Whether these schemas can be worked with; says which of them cannot. */
  among(schemas: readonly Schema[]): boolean {
    const large = this.#unfolding.tooLarge(schemas);
    if (large === undefined) return true;
    const { document, at } = large.schema;
    this.#findings.report(document.place(at), found.documentTooLarge.schema(large.problem));
    return false;
  }
}

function schemasOf({ parameters, requestBody, responses }: Operation): readonly Schema[] {
  const contents = [...(requestBody?.contents ?? []), ...responses.flatMap((response) => response.contents)];
  const headers = responses.flatMap((response) => [...response.headers.values()]);
  return [...parameters, ...contents].flatMap(({ schema }) => schema ?? []).concat(headers.flatMap((h) => h ?? []));
}
