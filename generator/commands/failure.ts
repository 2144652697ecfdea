import { OverlayWriteError } from "../documents/index.js";
import { UsageError } from "./arguments.js";
import { ConfigError } from "./config.js";
import { defectReport, failureReport, isSystemError } from "./defect.js";
import { exit, type Session } from "./session.js";
import { usage } from "./usage.js";

/** Says why a command came to no end of its own. @returns the exit code */
export function reportFailure(session: Session, error: unknown, args: readonly string[]): number {
  const { stderr } = session.terminal;
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
  stderr.write(`${text}\n`);
  return code;
}

/** What is wrong with a command line, and where to read on. */
function misuse({ message, command }: UsageError): string {
  if (command === undefined) return `${message}\n\n${usage()}`;
  return `${message}\n\n\`twilio-workflows ${command} --help\` shows its options, and examples.`;
}
