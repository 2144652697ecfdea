import { Findings, formatFindings, type FindingsFormat } from "../diagnostics.js";
import {
  parseCommand,
  usage,
  UsageError,
  type Command,
  type FetchCommand,
  type GenerateCommand,
  type LintCommand,
} from "./command.js";
import { defectReport, failureReport, isSystemError } from "./defect.js";
import { OverlayWriteError } from "../documents/index.js";
import { explanation } from "./explain.js";
import { writeFixes } from "../fix.js";
import { fetchSources, readTokens, tokensVariable, type Changes } from "../fetch/index.js";
import { generate, lint, type GenerateOptions, type Generation } from "../generate.js";
import { Progress } from "./progress.js";
import { SourceFolders } from "../source-folders.js";
import { workflowTable } from "./table.js";
import type { Terminal } from "./terminal.js";
import { Trace } from "./trace.js";
import { compareFiles, writeFiles, type Drift, type Files } from "../write.js";

/** Exit codes: done; findings or drift; wrong use; a defect of ours. */
const exit = { done: 0, found: 1, misuse: 2, defect: 70 } as const;

/** What does the work of the commands. */
export interface Compiler {
  readonly generate: typeof generate;
  readonly lint: typeof lint;
}

/**
 * Runs a command.
 * @param args The command line, without the name of the program
 * @returns the exit code; whatever happens, nothing is thrown
 */
export async function main(
  args: readonly string[],
  terminal: Terminal,
  compiler: Compiler = { generate, lint },
): Promise<number> {
  const run = new Run(terminal, compiler);
  try {
    return await run.run(parseCommand(args));
  } catch (error) {
    const debug = args.includes("--debug");
    const [code, text] =
      error instanceof UsageError
        ? [exit.misuse, `${error.message}\n\n${usage}`]
        : isSystemError(error) || error instanceof OverlayWriteError
          ? [exit.found, failureReport(error, debug)]
          : [exit.defect, defectReport({ error, args, hasWritten: run.hasWritten, debug })];
    terminal.stderr.write(`${text}\n`);
    return code;
  }
}

/** A run of a command. */
class Run {
  readonly #terminal: Terminal;
  readonly #compiler: Compiler;
  readonly #progress: Progress;
  /** Shows what happens, where that was asked for. */
  #trace: Trace | undefined;
  #hasWritten = false;

  constructor(terminal: Terminal, compiler: Compiler) {
    this.#terminal = terminal;
    this.#compiler = compiler;
    this.#progress = new Progress(terminal.stderr);
  }

  /** It has begun to write files. */
  get hasWritten(): boolean {
    return this.#hasWritten;
  }

  async run(command: ReturnType<typeof parseCommand>): Promise<number> {
    if (command.kind === "help" || command.kind === "explain") {
      this.#print(command.kind === "help" ? usage : explanation(command.about));
      return exit.done;
    }
    if (command.debug) this.#trace = new Trace(this.#terminal.stderr);
    try {
      const onProgress = (doing: string): void => this.#progress.show(doing);
      const options = { ...command, ...(this.#trace === undefined ? { onProgress } : { observer: this.#trace }) };
      if (command.kind === "fetch") return await this.#fetch(command);
      if (command.kind === "lint") return this.#reportLint(this.#checkAndFix(options, command), command);
      const result = await this.#compiler.generate(options);
      this.#progress.clear();
      return this.#finish(result, command);
    } finally {
      this.#progress.clear();
      this.#trace?.finish();
    }
  }

  /** Checks the documents; where corrections were asked for, writes them and checks again. */
  #checkAndFix(options: GenerateOptions, { fixes, format }: LintCommand): Generation {
    const result = this.#compiler.lint(options);
    if (fixes === undefined) return result;
    this.#hasWritten = true;
    const written = writeFixes(result.findings, fixes);
    this.#hasWritten = written.length > 0;
    this.#trace?.onStage("write", written.length, "overlays");
    if (written.length === 0) return result;
    if (format === "pretty") {
      const lines = written.map(
        ({ file, actions }) => `${actions} overlay action${actions === 1 ? "" : "s"} in ${file}`,
      );
      this.#terminal.stderr.write(`${lines.join("\n")}\n\n`);
    }
    const files = written.map(({ file }) => file).filter((file) => !options.overlays.includes(file));
    return this.#compiler.lint({ ...options, overlays: [...options.overlays, ...files] });
  }

  /** Fetches sources, and says what is another than it was. */
  async #fetch(command: FetchCommand): Promise<number> {
    const { check, format } = command;
    const tokens = readTokens(process.env[tokensVariable]);
    if (tokens === undefined) throw new UsageError(`\`${tokensVariable}\` holds no HOST=TOKEN.`);
    const folders = new SourceFolders(command.sourceFolders);
    this.#progress.show("fetching what the documents name");
    this.#hasWritten = !check;
    const { findings, changes } = await fetchSources({
      ...command,
      tokens,
      isAtHand: (url) => folders.find(url).length > 0,
    });
    this.#progress.clear();
    this.#printFindings({ findings }, format);
    if (changes === undefined) return exit.found;
    const lines = changesOf(changes);
    if (format === "pretty") this.#print(lines.length === 0 ? "nothing has changed" : lines.join("\n"));
    return check && lines.length > 0 ? exit.found : exit.done;
  }

  #reportLint(result: Generation, { format }: Command): number {
    this.#progress.clear();
    this.#printFindings(result, format);
    if (hasErrors(result)) return exit.found;
    if (format === "pretty") this.#print(workflowTable(result.workflows));
    return exit.done;
  }

  #finish(result: Generation, command: GenerateCommand): number {
    const { files } = result;
    const findings = new Findings();
    const drift = files && this.#drift(files, command, findings);
    this.#printFindings({ ...result, findings: [...findings.list(), ...result.findings] }, command.format);
    if (files === undefined || drift === undefined) return exit.found;
    const code = command.check ? this.#reportDrift(drift, command) : this.#reportWritten(drift, files, result, command);
    return hasErrors(result) ? exit.found : code;
  }

  #drift(files: Files, { check, out }: GenerateCommand, findings: Findings): Drift | undefined {
    if (!check) this.#hasWritten = true;
    const drift = check ? compareFiles(out, files, findings) : writeFiles(out, files, findings);
    this.#trace?.onStage(check ? "compare" : "write", files.size, "files");
    return drift;
  }

  #reportWritten(drift: Drift, files: Files, result: Generation, { out, format }: GenerateCommand): number {
    if (format !== "pretty") return exit.done;
    this.#print(workflowTable(result.workflows));
    this.#print(`\n${summaryOf(drift)} in ${out}`);
    if (files.has("runtime/jsonpath.ts")) this.#print("a JSONPath query is run: install json-p3 beside openapi-fetch");
    return exit.done;
  }

  /** Names what would be written. */
  #reportDrift(drift: Drift, { out, format }: GenerateCommand): number {
    const lines = [
      ...drift.created.map((name) => `missing: ${out}/${name}`),
      ...drift.changed.map((name) => `differs: ${out}/${name}`),
      ...drift.removed.map((name) => `no longer generated: ${out}/${name}`),
    ];
    if (lines.length === 0) {
      if (format === "pretty") this.#print(`${out} is what the documents say`);
      return exit.done;
    }
    const advice = "Run `twilio-workflows generate` and commit what it writes.";
    this.#terminal.stderr.write(`${[...lines, advice].join("\n")}\n`);
    return exit.found;
  }

  #printFindings({ findings }: Pick<Generation, "findings">, format: FindingsFormat): void {
    const { stderr } = this.#terminal;
    const text = formatFindings(findings, format, { color: stderr.isTTY === true && !process.env["NO_COLOR"] });
    if (text === "") return;
    // Programs read what they asked for from the standard output; people's messages stay out of a pipe's way.
    if (format === "pretty") stderr.write(`${text}\n\n`);
    else this.#print(text);
  }

  #print(text: string): void {
    this.#terminal.stdout.write(`${text}\n`);
  }
}

function changesOf({ added, changed, removed }: Changes): readonly string[] {
  return [
    ...added.map((url) => `new: ${url}`),
    ...changed.map((url) => `changed: ${url}`),
    ...removed.map((url) => `no longer named: ${url}`),
  ];
}

function summaryOf({ created, changed, removed }: Drift): string {
  const parts = [
    [created.length, "new"],
    [changed.length, "changed"],
    [removed.length, "removed"],
  ] as const;
  const said = parts.filter(([count]) => count > 0).map(([count, what]) => `${count} ${what}`);
  return said.length === 0 ? "nothing changed" : `${said.join(", ")}`;
}

function hasErrors({ findings }: Generation): boolean {
  return findings.some((finding) => finding.severity === "error");
}
