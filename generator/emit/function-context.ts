import type { AnswerRead, ReadId, Reads } from "../ir/model.js";
import { readWith } from "../ir/reads.js";
import { code, commas, type Code } from "./code.js";
import type { Imports, RuntimeName } from "./imports.js";

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

  /** A call of a function of the runtime. */
  call(name: RuntimeName, args: readonly Code[]): Code {
    return code`${this.imports.runtime(name)}(${commas(args)})`;
  }

  read(id: ReadId): AnswerRead {
    return readWith(id, this.reads);
  }
}
