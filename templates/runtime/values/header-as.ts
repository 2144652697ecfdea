import { exactJson, isLongInteger } from "../answers/exact-json.js";
import type { Received } from "../answers/response.js";
import { InvalidAnswerError } from "../errors/errors.js";
import { WorkflowRun } from "../run/run.js";

/**
 * A header of an answer as the number or the boolean that its document says it is, `null` where there is none. Throws an
 * `InvalidAnswerError` for any other text. An integer that no JavaScript number holds stays a text of its digits.
 * @param stepId The step that the answer is to
 */
export function headerAs(run: WorkflowRun, of: Received, name: string, kind: "number", stepId: string): number | null;
export function headerAs(run: WorkflowRun, of: Received, name: string, kind: "boolean", stepId: string): boolean | null;
export function headerAs(
  run: WorkflowRun,
  { headers, status }: Received,
  name: string,
  kind: "number" | "boolean",
  stepId: string,
): unknown {
  const text = headers.get(name);
  if (text === null || text === "") return null;
  const value: unknown = JSON.parse(exactJson(text) || "null");
  if (typeof value === kind || (kind === "number" && isLongInteger(text))) return value;
  const message = `the header ${name} of the answer is no ${kind}`;
  throw new InvalidAnswerError(WorkflowRun.sessionOf(run).place(stepId), message, { status, body: "" });
}
