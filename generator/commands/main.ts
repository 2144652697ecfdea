import { generate, lint } from "../generate.js";
import type { Changes } from "./changes.js";
import type { Command, DocumentsCommands, Question } from "./command.js";
import { completionScript } from "./completion.js";
import { explanation } from "./explain.js";
import { reportFailure } from "./failure.js";
import { readCommand } from "./read-command.js";
import { runDocs } from "./run-docs.js";
import { runFetch } from "./run-fetch.js";
import { runGenerate } from "./run-generate.js";
import { runInit } from "./run-init.js";
import { runNew } from "./run-new.js";
import { runLint } from "./run-lint.js";
import { runServe } from "./run-serve.js";
import { runMcp } from "./run-mcp.js";
import { runOnce } from "./run-once.js";
import { runTrace } from "./run-trace.js";
import { runWatch } from "./run-watch.js";
import type { McpCommand } from "./mcp-command.js";
import type { RunCommand } from "./run-command.js";
import type { ServeCommand } from "./serve-command.js";
import { exit, Session, type Compiler } from "./session.js";
import type { Terminal } from "./terminal.js";
import { Trace } from "./trace.js";
import { usage } from "./usage.js";
import { ownVersion } from "../emit/index.js";

export type { Compiler } from "./session.js";

/** What commands work with, where that is not what they work with by themselves. */
export interface Means {
  readonly compiler?: Compiler | undefined;
  /** Default: those of files. */
  readonly changes?: Changes | undefined;
  /** Ends what runs until somebody ends it. Default: Ctrl-C does. */
  readonly interrupt?: AbortSignal | undefined;
}

/**
 * Runs a command.
 * @param args The command line, without the name of the program
 * @returns the exit code; whatever happens, nothing is thrown
 */
export async function main(
  args: readonly string[],
  terminal: Terminal,
  { compiler = { generate, lint }, changes, interrupt }: Means = {},
): Promise<number> {
  const session = new Session(terminal, compiler, changes);
  try {
    const command = await readCommand(args);
    if (command.kind === "serve") return await runServe(session, command, interrupt);
    if (command.kind === "mcp") return await runMcp(session, command);
    if (command.kind === "run") return await runOnce(session, command, interrupt);
    return await run(session, command, args);
  } catch (error) {
    return reportFailure(session, error, args);
  }
}

async function run(
  session: Session,
  command: Exclude<Command, McpCommand | RunCommand | ServeCommand>,
  args: readonly string[],
): Promise<number> {
  if (command.kind === "init") return runInit(session, command);
  if (command.kind === "new") return runNew(session, command);
  if (!("documents" in command)) {
    session.print(answerTo(command));
    return exit.done;
  }
  return runOnDocuments(session, command, args);
}

async function runOnDocuments(session: Session, command: DocumentsCommands, args: readonly string[]): Promise<number> {
  if (command.debug) session.trace = new Trace(session.terminal.stderr);
  try {
    if (command.kind === "fetch") return await runFetch(session, command);
    if (command.kind === "trace") return await runTrace(session, command);
    if (command.kind === "docs") return await runDocs(session, command);
    if (command.kind === "lint") return runLint(session, command);
    return command.watch ? await runWatch(session, command, args) : (await runGenerate(session, command)).code;
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
