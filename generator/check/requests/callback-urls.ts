import { found, quoted } from "../../diagnostics.js";
import type { Field, Value } from "../../ir/model.js";
import { chooseContent } from "../../link/payload/choose-content.js";
import { operationName } from "../../link/operation-name.js";
import type { RequestStep } from "../../link/linked-step.js";
import type { LinkedWorkflow } from "../../flow/linked-workflow.js";
import { propertiesOf } from "../../types/object-schema.js";

/** The fields by which a step says where callbacks are sent, as the `x-callback` of steps that wait for them has it. */
export function callbackFields({ step }: RequestStep, { workflow }: LinkedWorkflow): readonly string[] {
  const fields = workflow.steps.flatMap(({ "x-callback": callback }) =>
    callback?.url !== undefined && callback.match.split(".", 2)[1] === step.stepId ? [callback.url] : [],
  );
  return [...new Set(fields)];
}

/** Reports an `x-callback` whose step is not polled, or whose URL nothing takes. */
export function checkCallback(polled: RequestStep, planning: LinkedWorkflow): void {
  const { linked, findings, polls, steps } = planning;
  const callback = polled.step["x-callback"];
  const at = [...polled.at, "x-callback"];
  if (callback === undefined) return;
  if (!polls.has(polled.index)) {
    findings.report(linked.document.place(at, "key"), found.unusableCallback.notPolled(polled.step.stepId));
    return;
  }
  const sender = steps.find((step) => callbackFields(step, planning).some((field) => field === callback.url));
  if (sender === undefined || callback.url === undefined) return;
  const { schema } = chooseContent(sender, planning) ?? {};
  const known = schema === undefined ? [] : [...propertiesOf(schema).keys()];
  const what = `the body of ${quoted(operationName(sender.operation))}`;
  const hasPayload = typeof sender.step.requestBody?.payload === "object";
  const place = linked.document.place([...at, "url"]);
  if (!hasPayload) findings.report(place, found.unusableCallback.noPayload(sender.step.stepId));
  else if (known.length > 0 && !known.includes(callback.url)) {
    findings.report(place, found.unusableCallback.noField(what, callback.url, known));
  }
}

/** A body with the URL of callbacks where the document gives none. */
export function withCallbackUrls(body: Value | undefined, names: readonly string[]): Value | undefined {
  if (body?.kind !== "object" || names.length === 0) return body;
  const url: Value = { kind: "callbackUrl" };
  const fields = body.fields.map((field): Field => {
    const { name, value } = field;
    if (!names.includes(name)) return field;
    if (value.kind === "undefined") return { name, value: url };
    return value.kind === "input" || value.kind === "read"
      ? { name, value: { kind: "or", value, otherwise: url } }
      : field;
  });
  const missing = names.filter((name) => !fields.some((field) => field.name === name));
  return { ...body, fields: [...fields, ...missing.map((name): Field => ({ name, value: url }))] };
}
