import type { AnswerRead, ReadId, Reads, Statement, WorkflowPlan } from "../ir/model.js";
import { visit } from "../ir/walk.js";
import { readWith } from "../ir/reads.js";
import { code, commas, type Code } from "./code.js";
import type { RuntimeName } from "../ir/runtime-files.js";
import type { Imports } from "./imports.js";

/** What the code of one function is written with. */
export class FunctionContext {
  readonly imports: Imports;
  /** The workflow has several endings, so that each says which one it is. */
  readonly namesOutcome: boolean;
  readonly reads: Reads;
  /** The media types that all bodies sent by a client have, by its variable, where that is not JSON. */
  readonly contentTypes: ReadonlyMap<string, string>;

  constructor(imports: Imports, { reads, body, endings }: Pick<WorkflowPlan, "reads" | "body" | "endings">) {
    this.imports = imports;
    this.namesOutcome = endings.length > 1;
    this.reads = reads;
    this.contentTypes = contentTypesIn(body);
  }

  /** A call of a function of the runtime. */
  call(name: RuntimeName, args: readonly Code[]): Code {
    return code`${this.imports.runtime(name)}(${commas(args)})`;
  }

  read(id: ReadId): AnswerRead {
    return readWith(id, this.reads);
  }
}

/** What bodies are sent as where nothing else is said. */
export const json = "application/json";

function contentTypesIn(body: readonly Statement[]): ReadonlyMap<string, string> {
  const sent = new Map<string, Set<string | undefined>>();
  visit(body, {
    statement: (statement) => {
      if (statement.kind !== "request" || statement.body === undefined) return;
      const own = statement.headers.some(({ name }) => name.toLowerCase() === "content-type");
      const known = sent.get(statement.client) ?? new Set();
      sent.set(statement.client, known.add(own ? undefined : statement.contentType));
    },
  });
  return new Map(
    [...sent].flatMap(([client, [only, ...others]]): readonly (readonly [string, string])[] =>
      only === undefined || only === json || others.length > 0 ? [] : [[client, only]],
    ),
  );
}
