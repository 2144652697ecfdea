import { visible } from "../diagnostics.js";
import type { RunCommand } from "./run-command.js";

/** An error of a workflow, as far as it is looked at here. @see templates/runtime/errors/workflow-error.ts */
export interface WorkflowFailure extends Error {
  readonly code: string;
  readonly stepPath?: string | undefined;
  readonly checkpoint: { readonly answers: Readonly<Record<string, unknown>>; readonly unknown: readonly string[] };
  toJSON(): Record<string, unknown>;
}

const brand = Symbol.for("twilio-workflows.WorkflowError");

/** Whether a run ended in an error of its own, rather than in a defect. */
export function isWorkflowFailure(error: unknown): error is WorkflowFailure {
  return error instanceof Error && brand in error;
}

/** Whether a run has done anything that it could go on from. */
export function hasBegun({ checkpoint: { answers, unknown } }: WorkflowFailure): boolean {
  return Object.keys(answers).length > 0 || unknown.length > 0;
}

/**
 * Tells people why a run came to no end, what it had done by then, and how it goes on.
 * @param kept The file that its checkpoint was kept in, if there was anything to keep
 */
export function runFailure(error: WorkflowFailure, { resume }: RunCommand, kept: string | undefined): string {
  const { message, checkpoint, code, stepPath } = error;
  const lines = [`error: ${visible(message)}`];
  if (kept === undefined) return [...lines, "Nothing was done."].join("\n");
  const done = stepsOf(Object.keys(checkpoint.answers));
  const isUnknown = code === "unknown-outcome" && stepPath !== undefined;
  const options = [
    ...(resume === kept ? [] : [`--resume ${asTyped(kept)}`]),
    ...(isUnknown ? [`--resend ${asTyped(stepPath)}`] : []),
  ];
  const again = `run the same command again${options.length === 0 ? "" : ` with \`${options.join(" ")}\``}`;
  return [
    ...lines,
    "",
    done.length === 0 ? "No step was finished." : `Finished: ${done.join(", ")}.`,
    ...(checkpoint.unknown.length === 0 ? [] : [`May have taken effect: ${stepsOf(checkpoint.unknown).join(", ")}.`]),
    `The checkpoint is in ${visible(kept)}. It holds the answers so far: keep it as you keep tokens.`,
    isUnknown ? `Find out whether the request took effect. If it did not, ${again}.` : `To go on from there, ${again}.`,
  ].join("\n");
}

/** The steps of these passes, those of called workflows behind the steps that call them. */
function stepsOf(passes: readonly string[]): readonly string[] {
  return [...new Set(passes.map((id) => visible(id.replace(/#\d+(?=\/|$)/g, ""))))];
}

function asTyped(text: string): string {
  return /^[\w@%+=:,./-]+$/.test(text) ? text : `'${visible(text).replaceAll("'", "'\\''")}'`;
}
