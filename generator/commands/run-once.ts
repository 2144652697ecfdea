import { quoted, visible } from "../diagnostics.js";
import { openWorkflows, type Runnables, type RunnableWorkflow } from "../runnable.js";
import { complaintsAbout } from "../run/index.js";
import { UsageError } from "./arguments.js";
import { ask } from "./ask.js";
import { checkpointFileOf, type CheckpointFile } from "./checkpoint-file.js";
import { DryRun } from "./dry-run.js";
import { interruption } from "./interrupted.js";
import type { RunCommand } from "./run-command.js";
import { hasBegun, isWorkflowFailure, runFailure, type WorkflowFailure } from "./run-failure.js";
import { readInput, readObject } from "./run-input.js";
import { RunProgress } from "./run-progress.js";
import { exit, hasErrors, type Session } from "./session.js";
import { Trace } from "./trace.js";
import { namedWorkflows, unknownWorkflow } from "./unknown-workflow.js";

/** What shells take for a process that Ctrl-C has ended. */
const interruptedCode = 130;

/**
 * Runs one workflow.
 * @param interrupt Aborts the run. Default: Ctrl-C does
 * @returns the exit code
 */
export async function runOnce(session: Session, command: RunCommand, interrupt?: AbortSignal): Promise<number> {
  const opened = open(session, command);
  if (opened === undefined) return exit.found;
  const { workflow, apis } = opened;
  const given = await readInput(command.input, session.terminal.stdin);
  const complaints = complaintsAbout(given, workflow.input);
  if (complaints.length > 0) throw new UsageError(complaints.join("\n"), "run");
  const resume = command.resume === undefined ? undefined : readObject(command.resume);
  const file = checkpointFileOf(workflow.workflowId, command.checkpoint, command.resume);
  if (!(await isAgreed(session, workflow, command))) return exit.done;
  const input = { ...later(session, workflow, given), ...given };
  const { signal, forget } = interrupt === undefined ? interruption() : { signal: interrupt, forget: () => undefined };
  const { format, quiet } = shownOf(session, command);
  const dryRun = command.dryRun ? new DryRun(session, apis, format) : undefined;
  const progress = new RunProgress(session, format === "pretty" && !quiet && dryRun === undefined);
  try {
    const result = await workflow.run(input, {
      signal,
      resume,
      resend: command.resend,
      baseUrl: command.baseUrl,
      onStep: progress.onStep,
      dryRun: dryRun?.answer,
      ...(command.checkpoint === undefined
        ? undefined
        : { onCheckpoint: (checkpoint: object) => file.write(checkpoint) }),
    });
    session.progress.clear();
    if (command.checkpoint !== undefined || command.resume !== undefined) file.remove();
    if (dryRun !== undefined) dryRun.end({ result: result ?? null });
    else session.print(JSON.stringify(result ?? null, undefined, 2));
    return exit.done;
  } catch (error) {
    session.progress.clear();
    if (lacksQueries(error)) throw new UsageError("It runs a JSONPath query: `npm install json-p3` first.", "run");
    if (!isWorkflowFailure(error)) throw error;
    if (dryRun !== undefined) {
      session.terminal.stderr.write(`error: ${visible(error.message)}\n`);
      dryRun.end({ error: error.toJSON() });
      return exit.found;
    }
    return reportRun(session, { error, command, file, isJson: format === "json", isInterrupted: signal.aborted });
  } finally {
    forget();
  }
}

interface Opened {
  readonly workflow: RunnableWorkflow;
  readonly apis: Runnables["apis"];
}

/** @returns `undefined` where there are errors in the documents, which have been shown then */
function open(session: Session, command: RunCommand): Opened | undefined {
  if (command.debug) session.trace = new Trace(session.terminal.stderr);
  const { workflow: name } = command;
  try {
    const { workflows, known, findings, apis } = openWorkflows({ ...command, ...session.listeners }, name);
    // Who runs a workflow is not the one who writes it.
    session.printFindings(findings, { format: "pretty", quiet: !command.verbose, verbose: command.verbose });
    if (hasErrors(findings)) return undefined;
    const [workflow, other] = workflows;
    if (workflow === undefined) {
      throw new UsageError(name === "" ? namedWorkflows(known) : unknownWorkflow(name, known), "run");
    }
    if (other === undefined) return { workflow, apis };
    const exact = workflows.filter(({ functionName }) => functionName === name);
    const [only] = exact;
    if (only !== undefined && exact.length === 1) return { workflow: only, apis };
    const names = workflows.map(({ functionName }) => quoted(functionName)).join(" or ");
    throw new UsageError(`Several workflows are called ${quoted(name)}: name the document, or say ${names}.`, "run");
  } finally {
    session.progress.clear();
    session.trace?.finish();
  }
}

/** How things are shown: for people where somebody watches, else for programs. */
function shownOf({ terminal }: Session, { shown, quiet }: RunCommand): { format: "pretty" | "json"; quiet: boolean } {
  return { format: shown ?? (terminal.stdout.isTTY === true ? "pretty" : "json"), quiet };
}

/** Whether it may write. Nobody is asked about a run that only reads. */
async function isAgreed(
  { terminal }: Session,
  workflow: RunnableWorkflow,
  { yes, dryRun }: RunCommand,
): Promise<boolean> {
  if (yes || dryRun || workflow.onlyReads) return true;
  const writes = workflow.requests.filter(({ effect }) => effect !== "safe");
  const lines = writes.map(({ step, method, url, costs }) => {
    return `  ${step}: ${method} ${url}${costs === undefined ? "" : ` (${costs})`}`;
  });
  const { stdin, stderr } = terminal;
  if (stdin?.isTTY !== true || stderr.isTTY !== true) {
    throw new UsageError(
      [
        `${quoted(workflow.workflowId)} writes, which may cost money:`,
        ...lines,
        "Nobody can be asked here: say `--yes`, or `--dry-run` to see what it would send.",
      ].join("\n"),
      "run",
    );
  }
  stderr.write(`${[`${workflow.workflowId} writes, which may cost money:`, ...lines].join("\n")}\n`);
  const [answer = "no"] = await ask(terminal, [{ question: "Go on?", otherwise: "no" }]);
  return /^y(es)?$/i.test(answer);
}

/** Asks for inputs when they are needed, where somebody is there to be asked. */
function later(
  { terminal, progress }: Session,
  { later: all }: RunnableWorkflow,
  given: Readonly<Record<string, unknown>>,
): Readonly<Record<string, unknown>> {
  const missing = [...all.keys()].filter((name) => given[name] === undefined);
  const entries = missing.map((name) => {
    const answer = async (): Promise<string> => {
      if (terminal.stdin?.isTTY !== true) throw new Error(`give it by \`--input\` when the run is resumed`);
      progress.clear();
      const [text = ""] = await ask(terminal, [{ question: `${name}?`, otherwise: "" }]);
      return text;
    };
    return [name, answer] as const;
  });
  return Object.fromEntries(entries);
}

/** The one package that functions may need and an installation may lack. */
function lacksQueries(error: unknown): boolean {
  return (
    error instanceof Error && "code" in error && error.code === "ERR_MODULE_NOT_FOUND" && /json-p3/.test(error.message)
  );
}

interface FailedRun {
  readonly error: WorkflowFailure;
  readonly command: RunCommand;
  readonly file: CheckpointFile;
  readonly isJson: boolean;
  readonly isInterrupted: boolean;
}

function reportRun(session: Session, { error, command, file, isJson, isInterrupted }: FailedRun): number {
  const isKept = hasBegun(error);
  if (isKept) file.write(error.checkpoint);
  const kept = isKept ? file.path : undefined;
  session.terminal.stderr.write(`${runFailure(error, command, kept)}\n`);
  if (isJson) session.print(JSON.stringify({ error: error.toJSON(), checkpoint: kept }, undefined, 2));
  if (isInterrupted) return interruptedCode;
  return error.code === "invalid-input" && !isKept ? exit.misuse : exit.found;
}
