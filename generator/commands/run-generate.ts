import { Findings } from "../diagnostics.js";
import type { Generation } from "../generate.js";
import { compareFiles, writeFiles, type Drift, type Files } from "../write.js";
import type { DocsCommand, GenerateCommand } from "./command.js";
import { exit, hasErrors, type Session } from "./session.js";
import { workflowTable } from "./table.js";

/** How a run has ended, and the files that it has read. */
export interface GenerateRun {
  /** The exit code. */
  readonly code: number;
  readonly read: readonly string[];
}

/** Writes the functions, or compares them with what is there. */
export async function runGenerate(session: Session, command: GenerateCommand): Promise<GenerateRun> {
  const result = await session.compiler.generate({ ...command, ...session.listeners, texts: session.texts });
  session.progress.clear();
  const { files, read } = result;
  const findings = new Findings();
  const drift = files && driftOf(session, files, command, findings);
  session.printFindings([...findings.list(), ...result.findings], command);
  if (files === undefined || drift === undefined) return { code: exit.found, read };
  const code = command.check ? reportDrift(session, drift, command) : reportWritten(session, drift, result, command);
  return { code: hasErrors(result.findings) ? exit.found : code, read };
}

function driftOf(
  session: Session,
  files: Files,
  { check, out }: GenerateCommand,
  findings: Findings,
): Drift | undefined {
  if (!check) session.hasWritten = true;
  const drift = check ? compareFiles(out, files, findings) : writeFiles(out, files, findings);
  session.trace?.onStage(check ? "compare" : "write", files.size, "files");
  return drift;
}

function reportWritten(session: Session, drift: Drift, result: Generation, command: GenerateCommand): number {
  session.tell(workflowTable(result.workflows), command);
  session.tell(`\n${summaryOf(drift)} in ${command.out}`, command);
  if (runsQueries(result.files)) {
    const beside = command.runtime === "copy" ? "openapi-fetch" : "twilio-workflows";
    session.tell(`a JSONPath query is run: install json-p3 beside ${beside}`, command);
  }
  return exit.done;
}

/** Whether a function runs a query, which takes a package more. */
function runsQueries(files: Files = new Map()): boolean {
  return [...files.values()].some((text) => / from "[^"]*\/jsonpath(\.js)?";$/m.test(text));
}

/** Names what would be written. @returns the exit code */
export function reportDrift(session: Session, drift: Drift, command: GenerateCommand | DocsCommand): number {
  const { out } = command;
  const lines = [
    ...drift.created.map((name) => `missing: ${out}/${name}`),
    ...drift.changed.map((name) => `differs: ${out}/${name}`),
    ...drift.removed.map((name) => `no longer generated: ${out}/${name}`),
  ];
  if (lines.length === 0) {
    session.tell(`${out} is what the documents say`, command);
    return exit.done;
  }
  const advice = `Run \`twilio-workflows ${command.kind}\` and commit what it writes.`;
  session.terminal.stderr.write(`${[...lines, advice].join("\n")}\n`);
  return exit.found;
}

/** How much of a folder is another by now. */
export function summaryOf({ created, changed, removed }: Drift): string {
  const parts = [
    [created.length, "new"],
    [changed.length, "changed"],
    [removed.length, "removed"],
  ] as const;
  const said = parts.filter(([count]) => count > 0).map(([count, what]) => `${count} ${what}`);
  return said.length === 0 ? "nothing changed" : said.join(", ");
}
