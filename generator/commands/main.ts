import { OverlayWriteError } from "../documents/index.js";
import { generate, lint } from "../generate.js";
import { readArguments, UsageError } from "./arguments.js";
import { optionsOf } from "./catalogue.js";
import { parseCommand, type Command, type DocumentsCommands, type Question } from "./command.js";
import { completionScript } from "./completion.js";
import { ConfigError, readConfig, type Config } from "./config.js";
import { defectReport, failureReport, isSystemError } from "./defect.js";
import { explanation } from "./explain.js";
import { runFetch } from "./run-fetch.js";
import { runGenerate } from "./run-generate.js";
import { runInit } from "./run-init.js";
import { runLint } from "./run-lint.js";
import { exit, Session, type Compiler } from "./session.js";
import type { Terminal } from "./terminal.js";
import { Trace } from "./trace.js";
import { usage } from "./usage.js";
import { ownVersion } from "./version.js";

export type { Compiler } from "./session.js";

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
  const session = new Session(terminal, compiler);
  try {
    return await run(session, parseCommand(args, await configFor(args)));
  } catch (error) {
    if (error instanceof ConfigError) {
      session.printFindings(error.findings, { format: "pretty", quiet: false, verbose: false });
      return exit.found;
    }
    const debug = args.includes("--debug");
    const [code, text] =
      error instanceof UsageError
        ? [exit.misuse, misuse(error)]
        : isSystemError(error) || error instanceof OverlayWriteError
          ? [exit.found, failureReport(error, debug)]
          : [exit.defect, defectReport({ error, args, hasWritten: session.hasWritten, debug })];
    terminal.stderr.write(`${text}\n`);
    return code;
  }
}

/** The config, for those commands that heed it. */
async function configFor(args: readonly string[]): Promise<Config> {
  const { command, values } = readArguments(args);
  const isHeeded = command !== undefined && optionsOf(command).includes("config");
  return isHeeded && values.help !== true && values.version !== true ? readConfig(values.config) : {};
}

async function run(session: Session, command: Command): Promise<number> {
  if (command.kind === "init") return runInit(session, command);
  if (!("documents" in command)) {
    session.print(answerTo(command));
    return exit.done;
  }
  return runOnDocuments(session, command);
}

async function runOnDocuments(session: Session, command: DocumentsCommands): Promise<number> {
  if (command.debug) session.trace = new Trace(session.terminal.stderr);
  try {
    if (command.kind === "fetch") return await runFetch(session, command);
    return command.kind === "lint" ? runLint(session, command) : await runGenerate(session, command);
  } finally {
    session.progress.clear();
    session.trace?.finish();
  }
}

/** What is said without a look at any document. */
function answerTo(question: Question): string {
  switch (question.kind) {
    case "help":
      return usage(question.about);
    case "version":
      return ownVersion();
    case "explain":
      return explanation(question.about);
    case "completion":
      return completionScript(question.shell);
  }
}

/** What is wrong with a command line, and where to read on. */
function misuse({ message, command }: UsageError): string {
  if (command === undefined) return `${message}\n\n${usage()}`;
  return `${message}\n\n\`twilio-workflows ${command} --help\` shows its options, and examples.`;
}
