import { ownVersion } from "../emit/index.js";
import { isCalled, openWorkflows, type RunnableWorkflow } from "../runnable.js";
import { UsageError } from "./arguments.js";
import { interruption } from "./interrupted.js";
import type { McpCommand } from "./mcp-command.js";
import { exit, hasErrors, type Session } from "./session.js";
import { unknownWorkflow } from "./unknown-workflow.js";

/** The variable with the token that requests over HTTP have to bring along. */
const tokenVariable = "TWILIO_WORKFLOWS_MCP_TOKEN";

/**
 * Offers workflows to agents, until the client goes or it is interrupted. The standard output is for the protocol alone.
 * @returns the exit code
 */
export async function runMcp(session: Session, command: McpCommand): Promise<number> {
  const { workflows, findings } = openWorkflows({ ...command, ...session.listeners, keepGoing: true });
  session.printFindings(findings, { format: "pretty", quiet: !command.verbose, verbose: command.verbose });
  if (hasErrors(findings) && workflows.length === 0) return exit.found;
  const offered = offeredOf(workflows, command.allowed);
  // Loaded for this command alone.
  const { serverFactory, serveHttp, serveStdio } = await import("../mcp/index.js");
  const factory = serverFactory({ workflows: offered, options: { baseUrl: command.baseUrl }, version: ownVersion() });
  const left = workflows.length - offered.length;
  say(
    session,
    `${offered.length === 1 ? "1 tool" : `${offered.length} tools`}${left === 0 ? "" : `; ${left} that may write left out: --allow-write names which may`}`,
  );
  const { signal, forget } = interruption();
  try {
    if (command.port === undefined) {
      const { stdin } = process;
      const handle = serveStdio(factory, { onerror: ({ message }) => say(session, message) });
      await ended(signal, (end) => stdin.once("end", end).once("close", end));
      await handle.close();
      return exit.done;
    }
    const { url, close } = await orSayTaken(command.port, (port) =>
      serveHttp(factory, port, session.terminal.env?.[tokenVariable] || undefined),
    );
    say(session, url);
    await ended(signal);
    await close();
    return exit.done;
  } finally {
    forget();
  }
}

/** Those that only read, and those that may write. */
function offeredOf(workflows: readonly RunnableWorkflow[], allowed: readonly string[]): readonly RunnableWorkflow[] {
  const names = workflows.map(({ workflowId }) => workflowId);
  for (const name of allowed) {
    if (name === "all" || names.some((id) => isCalled(name, id))) continue;
    throw new UsageError(unknownWorkflow(name, names), "mcp");
  }
  const mayWrite = (id: string): boolean => allowed.some((name) => name === "all" || isCalled(name, id));
  return workflows.filter(({ workflowId, onlyReads }) => onlyReads || mayWrite(workflowId));
}

function say({ terminal, progress }: Session, text: string): void {
  progress.clear();
  terminal.stderr.write(`twilio-workflows: ${text}\n`);
}

function ended(signal: AbortSignal, listen: (end: () => void) => unknown = () => undefined): Promise<void> {
  return new Promise((resolve) => {
    signal.addEventListener("abort", () => resolve(), { once: true });
    listen(resolve);
  });
}

async function orSayTaken<Result>(port: number, start: (port: number) => Promise<Result>): Promise<Result> {
  try {
    return await start(port);
  } catch (error) {
    const isTaken = error instanceof Error && "code" in error && error.code === "EADDRINUSE";
    if (!isTaken) throw error;
    throw new UsageError(`The port ${port} is taken: \`--http 0\` takes one that is free.`, "mcp");
  }
}
