import { generate, lint } from "../generate.js";
import { answerTo } from "./answer.js";
import type { Command, DocumentsCommands } from "./command.js";
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
import type { Means } from "./means.js";
import { exit, Session } from "./session.js";
import type { Terminal } from "./terminal.js";
import { Trace } from "./trace.js";

/** Runs any command, as `main` does. */
export async function work(
  args: readonly string[],
  terminal: Terminal,
  { compiler = { generate, lint }, changes, interrupt, texts }: Means,
): Promise<number> {
  const session = new Session(terminal, compiler, { changes, texts });
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
