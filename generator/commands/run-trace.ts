import { existsSync, readFileSync } from "../disk.js";
import { Findings, quoted } from "../diagnostics.js";
import { generateWithPlan } from "../generate.js";
import { planOfRun, readRunRecord, runFiles } from "../site/index.js";
import { writeFiles } from "../write.js";
import { UsageError } from "./arguments.js";
import type { TraceCommand } from "./command.js";
import { exit, type Session } from "./session.js";

/** Draws a run on the diagram of its workflow. @returns the exit code */
export async function runTrace(session: Session, command: TraceCommand): Promise<number> {
  const { run, out } = command;
  if (!existsSync(run)) throw new UsageError(`There is no file ${quoted(run)}.`, "trace");
  const record = readRunRecord(readFileSync(run, "utf8"));
  if (record === undefined) {
    throw new UsageError(`${quoted(run)} holds neither the events of a run nor a checkpoint, as JSON.`, "trace");
  }
  const options = { ...command, keepGoing: true, runtime: "package", ...session.listeners } as const;
  const { planned, findings: all } = await generateWithPlan(options, { apiTypes: false });
  session.progress.clear();
  const plan = planned && planOfRun(record, planned.plan.workflows);
  if (plan === undefined) {
    session.printFindings(
      all.filter(({ severity }) => severity === "error"),
      command,
    );
    throw new UsageError(
      `${quoted(run)} is of no workflow of these documents: name the documents that it was made from.`,
      "trace",
    );
  }
  const findings = new Findings();
  session.hasWritten = true;
  const drift = writeFiles(out, await runFiles(record, plan), findings);
  session.printFindings(findings.list(), command);
  if (drift === undefined) return exit.found;
  session.tell(`${plan.workflowId} in ${out}/index.html`, command);
  return exit.done;
}
