import type { AnswerRead, ReadId, Reads } from "../ir/model.js";
import { readWith } from "../ir/reads.js";
import type { Imports } from "./imports.js";

/** What the code of one function is written with. */
export class FunctionContext {
  readonly imports: Imports;
  /** The workflow has several endings, so that each says which one it is. */
  readonly namesOutcome: boolean;
  readonly reads: Reads;

  constructor(imports: Imports, reads: Reads, namesOutcome: boolean) {
    this.imports = imports;
    this.namesOutcome = namesOutcome;
    this.reads = reads;
  }

  read(id: ReadId): AnswerRead {
    return readWith(id, this.reads);
  }
}
