import { expect, test } from "vitest";
import type { Code } from "../../generator/diagnostics.js";
import { compile, type Compiled, type GivenDocuments } from "./compile.js";
import type { GeneratedWorkflow } from "./generated-workflow.js";
import { refusedTypes } from "./refused-types.js";
import { dedent } from "./yaml.js";

/** Compiles for the tests of one file, and keeps what was made for the compiler of TypeScript to look at. */
export class Compiler {
  readonly #accepted: ReadonlyMap<string, string>[] = [];
  readonly #ignoring: readonly Code[];

  /** @param options `ignoring` what the tests of this file do not care about. */
  constructor(options: { readonly ignoring?: readonly Code[] } = {}) {
    this.#ignoring = options.ignoring ?? [];
  }

  async compile(given: GivenDocuments): Promise<Compiled> {
    const compiled = await compile(given);
    if (compiled.files.size > 0) this.#accepted.push(compiled.files);
    return compiled;
  }

  /** What there was to say, hints on lines of their own, and behind it what `show` shows of the code, if there is any. */
  async told(given: GivenDocuments, show: (workflow: GeneratedWorkflow) => string): Promise<string> {
    const { findings, files, workflow } = await this.compile(given);
    const heard = findings.filter((finding) => !this.#ignoring.some((code) => finding.includes(` ${code} `)));
    const said = heard.map((finding) => finding.replace(" | ", "\n  | "));
    return [...said, ...(files.size > 0 ? [show(workflow())] : [])].join("\n");
  }

  /** To be called behind all other tests of the file: what the generator accepts, `tsc --strict` accepts. */
  testTypes(): void {
    test("everything that was accepted type-checks", { timeout: 60_000 }, () => {
      expect(this.#accepted).not.toEqual([]);
      expect(refusedTypes(this.#accepted)).toEqual([]);
    });
  }
}

/** Compares texts; that which is wanted may be indented as the code around it. */
export function expectText(given: string, want: string): void {
  expect(given).toBe(dedent(want));
}

/** A test for each row of a table: `testEach([…])(async ({ given, want }) => …)`. */
export function testEach<Row extends { readonly name: string }>(
  rows: readonly Row[],
): (run: (row: Row) => Promise<void>) => void {
  return (run) => {
    for (const row of rows) test(row.name, () => run(row));
  };
}
