#!/usr/bin/env node
import { Findings, formatFindings, type FindingsFormat } from "./diagnostics.js";
import { parseCommand, usage, UsageError, type Command, type LintCommand } from "./command.js";
import { explanation } from "./explain.js";
import { writeFixes } from "./fix.js";
import { generate, lint, type GenerateOptions, type Generation } from "./generate.js";
import { Progress } from "./progress.js";
import { workflowTable } from "./table.js";
import { compareFiles, writeFiles, type Drift, type Files } from "./write.js";

/** Exit codes: done; findings or drift; wrong use. */
const exit = { done: 0, found: 1, misuse: 2 } as const;

async function main(args: readonly string[]): Promise<number> {
  const command = parseCommand(args);
  if (command.kind === "help" || command.kind === "explain") {
    print(command.kind === "help" ? usage : explanation(command.code));
    return exit.done;
  }
  const progress = new Progress(process.stderr);
  try {
    const options = { ...command, onProgress: (doing: string) => progress.show(doing) };
    if (command.kind === "lint") return reportLint(checkAndFix(options, command), command, progress);
    const result = await generate(options);
    progress.clear();
    return finish(result, command);
  } finally {
    progress.clear();
  }
}

/** Checks the documents; where corrections were asked for, writes them and checks again. */
function checkAndFix(options: GenerateOptions, { fixes, format }: LintCommand): Generation {
  const result = lint(options);
  const written = fixes === undefined ? [] : writeFixes(result.findings, fixes);
  if (written.length === 0) return result;
  if (format === "pretty") {
    const lines = written.map(({ file, actions }) => `${actions} overlay action${actions === 1 ? "" : "s"} in ${file}`);
    process.stderr.write(`${lines.join("\n")}\n\n`);
  }
  const files = written.map(({ file }) => file).filter((file) => !options.overlays.includes(file));
  return lint({ ...options, overlays: [...options.overlays, ...files] });
}

function reportLint(result: Generation, { format }: Command, progress: Progress): number {
  progress.clear();
  printFindings(result, format);
  if (hasErrors(result)) return exit.found;
  if (format === "pretty") print(workflowTable(result.workflows));
  return exit.done;
}

function finish(result: Generation, command: Command & { readonly kind: "generate" }): number {
  const { files } = result;
  const findings = new Findings();
  const go = command.check ? compareFiles : writeFiles;
  const drift = files === undefined || hasErrors(result) ? undefined : go(command.out, files, findings);
  printFindings({ ...result, findings: [...findings.list(), ...result.findings] }, command.format);
  if (files === undefined || drift === undefined) return exit.found;
  return command.check ? reportDrift(drift, command) : reportWritten(drift, files, result, command);
}

function reportWritten(
  drift: Drift,
  files: Files,
  result: Generation,
  { out, format }: Command & { readonly kind: "generate" },
): number {
  if (format !== "pretty") return exit.done;
  print(workflowTable(result.workflows));
  print(`\n${summaryOf(drift)} in ${out}`);
  if (files.has("runtime/jsonpath.ts")) print("a JSONPath query is run: install json-p3 beside openapi-fetch");
  return exit.done;
}

/** Names what would be written. */
function reportDrift(drift: Drift, { out, format }: Command & { readonly kind: "generate" }): number {
  const lines = [
    ...drift.created.map((name) => `missing: ${out}/${name}`),
    ...drift.changed.map((name) => `differs: ${out}/${name}`),
    ...drift.removed.map((name) => `no longer generated: ${out}/${name}`),
  ];
  for (const line of lines) process.stderr.write(`${line}\n`);
  if (lines.length > 0) process.stderr.write("Run `twilio-workflows generate` and commit what it writes.\n");
  else if (format === "pretty") print(`${out} is what the documents say`);
  return lines.length === 0 ? exit.done : exit.found;
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

function printFindings({ findings }: Generation, format: FindingsFormat): void {
  const text = formatFindings(findings, format, { color: process.stderr.isTTY === true && !process.env["NO_COLOR"] });
  if (text === "") return;
  // Programs read what they asked for from the standard output; people's messages stay out of a pipe's way.
  if (format === "pretty") process.stderr.write(`${text}\n\n`);
  else print(text);
}

function hasErrors({ findings }: Generation): boolean {
  return findings.some((finding) => finding.severity === "error");
}

function print(text: string): void {
  process.stdout.write(`${text}\n`);
}

try {
  process.exitCode = await main(process.argv.slice(2));
} catch (error) {
  process.exitCode = error instanceof UsageError ? exit.misuse : exit.found;
  process.stderr.write(error instanceof UsageError ? `${error.message}\n\n${usage}\n` : `${describe(error)}\n`);
}

/** What no finding covers: a folder that cannot be written to, or a defect of ours. */
function describe(error: unknown): string {
  const message = error instanceof Error ? error.message : String(error);
  return `error: ${message}`;
}
