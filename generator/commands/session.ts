import { formatFindings, type Finding } from "../diagnostics.js";
import type { generate, lint } from "../generate.js";
import type { Observer } from "../plan/index.js";
import type { Changes } from "./changes.js";
import type { Shown } from "./command.js";
import { Progress } from "./progress.js";
import { wantsColor, type Terminal } from "./terminal.js";
import type { Trace } from "./trace.js";
import { ownVersion, type Texts } from "../emit/index.js";

/** Exit codes: done; findings or drift; wrong use; a defect of ours. */
export const exit = { done: 0, found: 1, misuse: 2, defect: 70 } as const;

/** What does the work of the commands. */
export interface Compiler {
  readonly generate: typeof generate;
  readonly lint: typeof lint;
}

export interface SessionOptions {
  /** Those that are waited for. Default: those of files. */
  readonly changes?: Changes | undefined;
  /** Those of generated files, by which they are not made again. Default: none. */
  readonly texts?: Texts | undefined;
}

/** What the commands of a run share: where they write to, and what they have done so far. */
export class Session {
  readonly terminal: Terminal;
  readonly compiler: Compiler;
  readonly progress: Progress;
  readonly changes: Changes | undefined;
  readonly texts: Texts | undefined;
  /** Shows what happens, where that was asked for. */
  trace: Trace | undefined;
  /** It has begun to write files. */
  hasWritten = false;

  constructor(terminal: Terminal, compiler: Compiler, { changes, texts }: SessionOptions = {}) {
    this.changes = changes;
    this.texts = texts;
    this.terminal = terminal;
    this.compiler = compiler;
    this.progress = new Progress(terminal);
  }

  /** How the compiler tells what it is doing. */
  get listeners(): { readonly onProgress?: (doing: string) => void; readonly observer?: Observer } {
    if (this.trace !== undefined) return { observer: this.trace };
    return { onProgress: (doing) => this.progress.show(doing) };
  }

  printFindings(all: readonly Finding[], { format, quiet, verbose }: Shown): void {
    const { stderr, env } = this.terminal;
    this.progress.clear();
    const findings = quiet ? all.filter(({ severity }) => severity === "error") : all;
    const options = { color: wantsColor(stderr, env), brief: !verbose, version: ownVersion() };
    const text = formatFindings(findings, format, options);
    if (text === "") return;
    // Programs read what they asked for from the standard output; people's messages stay out of a pipe's way.
    if (format === "pretty") stderr.write(`${text}\n\n`);
    else this.print(text);
  }

  print(text: string): void {
    this.terminal.stdout.write(`${text}\n`);
  }

  /** Says what is for people: nothing where a program reads along, or where only errors are wanted. */
  tell(text: string, { format, quiet }: Shown): void {
    if (format === "pretty" && !quiet) this.print(text);
  }
}

export function hasErrors(findings: readonly Finding[]): boolean {
  return findings.some(({ severity }) => severity === "error");
}
