import { inspect } from "node:util";
import { visible } from "../diagnostics.js";
import { ownVersion } from "../emit/index.js";

/** What a run came to when it ended in something that is no finding. */
export interface FailedRun {
  readonly error: unknown;
  /** The command line, without the name of the program. */
  readonly args: readonly string[];
  /** It had begun to write files. */
  readonly hasWritten: boolean;
  /** Whether to show the stack. */
  readonly debug: boolean;
}

/** Tells people that the defect is ours, and what we need to know of it. */
export function defectReport({ error, args, hasWritten, debug }: FailedRun): string {
  const lines = [
    `error: this is a defect of twilio-workflows, not of your documents: ${visible(messageOf(error))}`,
    hasWritten ? "It happened while files were written: look at them before you use them." : "Nothing was written.",
    "",
    "Please report it with",
    `- the version: twilio-workflows ${ownVersion()}, Node.js ${process.versions.node}, ${process.platform}`,
    `- the command: ${["twilio-workflows", ...args.map(asArgument)].join(" ")}`,
    "- the documents and overlays. If they are large or not for others to see, take out what is not needed: workflows,",
    "  steps, and fields, one after the other, as long as the command still ends here",
    debug ? "- this stack:" : "- the stack, which the same command shows with --debug",
  ];
  return [...lines, ...(debug ? ["", stackOf(error)] : [])].join("\n");
}

/** Tells of a file or folder that could not be read or written. */
export function failureReport(error: Error, debug: boolean): string {
  return [`error: ${visible(error.message)}`, ...(debug ? [stackOf(error)] : [])].join("\n");
}

/** Whether the operating system refused something: no defect, though no finding covers it. */
export function isSystemError(error: unknown): error is Error {
  return error instanceof Error && "syscall" in error;
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}

/** The stack, and those of the errors that caused it. */
function stackOf(error: unknown): string {
  return inspect(error).split("\n").map(visible).join("\n");
}

/** As it is typed into a shell. */
function asArgument(text: string): string {
  return /^[\w@%+=:,./-]+$/.test(text) ? text : `'${visible(text).replaceAll("'", "'\\''")}'`;
}
