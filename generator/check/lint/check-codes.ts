import type { RequestStep } from "../../link/linked-step.js";
import type { SolvedWorkflow } from "../solved-workflow.js";
import { found } from "../../diagnostics.js";
import { isMapping, overlayFix } from "../../documents/index.js";
import { givenParameters } from "../../link/given-parameters.js";
import { wholeInput } from "../../link/whole-input.js";

/** What parameters and fields are called that take a code which was sent to somebody, without their separators. */
const codeName =
  /^(?:(?:verification|confirmation|security|onetime|sms|email|login|mfa|2fa)?(?:code|passcode|otp)|onetime(?:password|pin))$/i;

/** Reports inputs that look like a code which an earlier step of the same run sends to somebody. */
export function checkCodes(planning: SolvedWorkflow): void {
  const reported = new Set<string>();
  for (const step of planning.steps) {
    const inputs = codesIn(step, planning).filter((input) => !reported.has(input));
    const sender = inputs.length === 0 ? undefined : senderBefore(step, planning);
    if (sender === undefined) continue;
    for (const input of new Set(inputs)) report(input, step, sender, planning);
    for (const input of inputs) reported.add(input);
  }
}

/** The nearest step before that may have sent something to somebody. */
function senderBefore({ index }: RequestStep, { steps, graph }: SolvedWorkflow): RequestStep | undefined {
  return steps.findLast(
    (other) =>
      other.index !== index &&
      other.operation.method === "post" &&
      graph.ran(other.index, { step: index, phase: "request" }) !== "never",
  );
}

/** The inputs that a step sends, as they are, where a code goes. */
function codesIn(step: RequestStep, planning: SolvedWorkflow): readonly string[] {
  const { inputs } = planning;
  const payload = step.step.requestBody?.payload;
  const sent = [
    ...givenParameters(step, planning).map(({ name, value }): [string, unknown] => [name, value]),
    ...(isMapping(payload) ? Object.entries(payload) : []),
  ];
  return sent.flatMap(([name, value]) => {
    if (!codeName.test(name.replace(/[-_. ]/g, ""))) return [];
    const input = wholeInput(value, inputs);
    return input === undefined || inputs.deferred().includes(input) ? [] : [input];
  });
}

function report(input: string, step: RequestStep, sender: RequestStep, planning: SolvedWorkflow): void {
  const at = planning.inputs.declaredAt(input);
  if (at === undefined) return;
  const { document } = planning.linked;
  const [check, start] = [step.step.stepId, sender.step.stepId];
  const hasDefault = planning.inputs.local(input) !== undefined;
  const description = `The code exists only once ${start} has been sent, so that callers give it then.`;
  const fix = overlayFix(document, [{ at, description, update: { "x-deferred": true } }]);
  planning.findings.report(document.place(at, "key"), found.inputTooEarly(input, check, start, hasDefault), fix);
}
