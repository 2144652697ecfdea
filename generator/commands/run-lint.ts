import { writeFixes } from "../fix.js";
import type { Generation } from "../generate.js";
import type { LintCommand } from "./command.js";
import { exit, hasErrors, type Session } from "./session.js";
import { workflowTable } from "./table.js";

/** Checks the documents. @returns the exit code */
export function runLint(session: Session, command: LintCommand): number {
  const { findings, workflows } = checkAndFix(session, command);
  session.printFindings(findings, command);
  if (hasErrors(findings)) return exit.found;
  session.tell(workflowTable(workflows), command);
  return exit.done;
}

/** Checks the documents; where corrections were asked for, writes them and checks again. */
function checkAndFix(session: Session, command: LintCommand): Generation {
  const options = { ...command, ...session.listeners };
  const result = session.compiler.lint(options);
  if (command.fixes === undefined) return result;
  session.hasWritten = true;
  const written = writeFixes(result.findings, command.fixes);
  session.hasWritten = written.length > 0;
  session.trace?.onStage("write", written.length, "overlays");
  if (written.length === 0) return result;
  if (command.format === "pretty" && !command.quiet) {
    const lines = written.map(({ file, actions }) => `${actions} overlay action${actions === 1 ? "" : "s"} in ${file}`);
    session.progress.clear();
    session.terminal.stderr.write(`${lines.join("\n")}\n\n`);
  }
  const files = written.map(({ file }) => file).filter((file) => !options.overlays.includes(file));
  return session.compiler.lint({ ...options, overlays: [...options.overlays, ...files] });
}
