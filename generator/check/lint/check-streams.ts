import { found } from "../../diagnostics.js";
import { isStream } from "../../openapi/index.js";
import { operationName } from "../../link/operation-name.js";
import { answeredContents } from "../expressions/answer-body.js";
import type { SolvedWorkflow } from "../solved-workflow.js";

/** Reports steps whose answer is a stream, and nothing else that could be asked for. */
export function checkStreams({ steps, linked, findings }: SolvedWorkflow): void {
  for (const { step, at, operation, pages } of steps) {
    if (pages?.streamed !== undefined) continue;
    const [first, ...others] = answeredContents(operation).map(({ mediaType }) => mediaType);
    if (first === undefined || ![first, ...others].every(isStream)) continue;
    const named = step.operationId === undefined ? "operationPath" : "operationId";
    findings.report(linked.document.place([...at, named]), found.streamedAnswer(operationName(operation), first));
  }
}
