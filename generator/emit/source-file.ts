import type * as TsMorph from "ts-morph";
import { loadPackage } from "../load-package.js";
import { auditSource } from "./audit.js";
import type { Code } from "./code.js";
import type { ImportLine } from "./imports.js";

/** What a generated file consists of. */
export interface SourceParts {
  readonly imports: readonly ImportLine[];
  readonly declarations: readonly Code[];
}

/** The first line of every file that is made of documents. */
export const banner = "// Written by twilio-workflows: change the documents and generate again.";

/** The same of a file of the runtime, which is the same for all documents. */
export const runtimeBanner = "// Written by twilio-workflows with each run: what is changed here is lost.";

/** Whether a text begins with a banner of this or another version. */
export function isGenerated(text: string): boolean {
  return text.replace(/^\ufeff/, "").startsWith("// Written by twilio-workflows");
}

/** Puts files together out of their parts, and looks at each with the eyes of the compiler before it is let out. */
export class SourceFiles {
  // Loaded here because it takes most of a second, which a run that only lints has no use for.
  readonly #morph: typeof TsMorph = loadPackage("ts-morph");
  readonly #project = new this.#morph.Project({
    useInMemoryFileSystem: true,
    skipLoadingLibFiles: true,
    manipulationSettings: { quoteKind: this.#morph.QuoteKind.Double },
  });

  /**
   * The text of a file, not yet formatted.
   * @throws Error if the text holds a kind of statement that no generated file has: a defect of ours, never written.
   */
  write(path: string, { imports, declarations }: SourceParts): string {
    const file = this.#project.createSourceFile(
      path,
      { statements: [banner, ...imports.map((line) => this.#importOf(line)), ...declarations.map(String)] },
      { overwrite: true },
    );
    auditSource(file, this.#morph.ts);
    const text = file.getFullText();
    this.#project.removeSourceFile(file);
    return text;
  }

  /** A text that another stage made, held to the same rules. */
  check(path: string, text: string): string {
    const file = this.#project.createSourceFile(path, text, { overwrite: true });
    auditSource(file, this.#morph.ts);
    this.#project.removeSourceFile(file);
    return text;
  }

  #importOf({ from, values, types }: ImportLine): TsMorph.ImportDeclarationStructure {
    const typeOnly = values.length === 0;
    const named = [...values, ...types].sort((a, b) => (a.toLowerCase() < b.toLowerCase() ? -1 : 1));
    return {
      kind: this.#morph.StructureKind.ImportDeclaration,
      moduleSpecifier: from,
      isTypeOnly: typeOnly,
      namedImports: named.map((name) => ({ name, isTypeOnly: !typeOnly && types.includes(name) })),
    };
  }
}
