import { Findings, isInside, type Finding } from "../diagnostics.js";
import { formatPointer, type SourceDocument } from "../documents/index.js";
import { generateWithPlan, type PlannedGeneration } from "../generate.js";
import { workflowsIn, type WorkflowPlan } from "../plan/index.js";
import { siteFiles, type SiteInput, type SiteWorkflow } from "../site/index.js";
import { compareFiles, writeFiles } from "../write.js";
import type { DocsCommand } from "./command.js";
import { reportDrift, summaryOf } from "./run-generate.js";
import { serveDocs } from "./serve-docs.js";
import { exit, hasErrors, type Session } from "./session.js";

/** Writes pages about the workflows, or compares them with what is there. @returns the exit code */
export async function runDocs(session: Session, command: DocsCommand): Promise<number> {
  const { out, form, from, check, served } = command;
  const options = { ...command, keepGoing: true, runtime: "package", ...session.listeners } as const;
  const result = await generateWithPlan(options, { apiTypes: false });
  const input = siteInput(result);
  if (input === undefined) {
    session.printFindings(result.findings, command);
    return exit.found;
  }
  session.progress.show("drawing");
  if (served !== undefined) return serveDocs(session, { ...command, served }, result, input);
  const files = await siteFiles(input, form, from);
  session.trace?.onStage("draw", files.size, "files");
  session.progress.clear();
  const findings = new Findings();
  if (!check) session.hasWritten = true;
  const drift = check ? compareFiles(out, files, findings) : writeFiles(out, files, findings);
  session.printFindings([...findings.list(), ...result.findings], command);
  if (drift === undefined) return exit.found;
  const code = check ? reportDrift(session, drift, command) : exit.done;
  if (!check) session.tell(`${input.workflows.length} workflows, ${summaryOf(drift)} in ${out}`, command);
  return hasErrors(result.findings) ? exit.found : code;
}

/** What pages can be made of; `undefined` where nothing could be planned. */
function siteInput({ planned, files, findings }: PlannedGeneration): SiteInput | undefined {
  if (planned === undefined || files === undefined) return undefined;
  const places = workflowsIn(planned.documents);
  const left = new Set<Finding>(findings);
  const workflows = planned.plan.workflows.map((plan): SiteWorkflow => {
    const at = places.find(
      (one) => originOf(one.document, one.at) === plan.origin && one.workflowId === plan.workflowId,
    );
    const own = at === undefined ? [] : findings.filter(({ place }) => isInside(place, at.document.place(at.at)));
    for (const finding of own) left.delete(finding);
    const code = files.get(`workflows/${plan.fileName}.ts`) ?? "";
    return { plan, code, document: at === undefined ? "" : titleOf(at.document), findings: own };
  });
  return { workflows, others: [...left] };
}

/** As plans name it. */
function originOf({ file }: SourceDocument, at: readonly (string | number)[]): WorkflowPlan["origin"] {
  return `${file.split(/[\\/]/).at(-1) ?? file}#${formatPointer(at)}`;
}

function titleOf({ root, file }: SourceDocument): string {
  const info: unknown = typeof root === "object" && root !== null && "info" in root ? root.info : undefined;
  const title: unknown = typeof info === "object" && info !== null && "title" in info ? info.title : undefined;
  return typeof title === "string" ? title : (file.split(/[\\/]/).at(-1) ?? file);
}
