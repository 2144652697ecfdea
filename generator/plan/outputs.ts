import type { EndStatement, Ending, Field } from "./model.js";
import type { ObjectField } from "./type.js";
import type { WorkflowPlanning } from "./planning.js";
import { resolveText } from "./resolve.js";
import { allows, present } from "./type.js";
import type { TypedValue } from "./typed-value.js";

/** A workflow's outputs, as far as they are known once the steps before `ran` have run. */
export interface KnownOutputs {
  readonly values: readonly { readonly name: string; readonly typed: TypedValue }[];
}

/** @see https://spec.openapis.org/arazzo/v1.0.1.html#workflow-object */
export function planOutputs(planning: WorkflowPlanning, ran: number): KnownOutputs {
  const { workflow, linked, at } = planning;
  const values = Object.entries(workflow.outputs ?? {}).flatMap(([name, text]) => {
    const place = linked.document.place([...at, "outputs", name]);
    if (typeof text !== "string") {
      planning.findings.add("unsupported-feature", place, "a Selector Object is not compiled yet");
      return [];
    }
    if (readsLaterStep(text, ran, planning)) return [];
    const typed = resolveText(text, { planning, current: undefined, before: ran, place });
    return typed === undefined ? [] : [{ name, typed }];
  });
  return { values };
}

/** The outputs as the function returns them. */
export function outputFields({ values }: KnownOutputs): readonly Field[] {
  return values.map(({ name, typed }) => ({ name, value: typed.value }));
}

/** An ending before its types are final. */
export interface EndingDraft {
  readonly outcome: string;
  readonly outputs: KnownOutputs;
}

export function endStatement({ outcome, outputs }: EndingDraft): EndStatement {
  return { kind: "end", outcome, fields: outputFields(outputs) };
}

/** The ending with the types of its outputs; to be asked once all steps are planned. */
export function endingOf({ outcome, outputs }: EndingDraft): Ending {
  const fields = outputs.values.map(({ name, typed }): ObjectField => {
    const demanded = typed.value.kind === "read" && typed.value.read.needed;
    const type = demanded ? present(typed.type) : typed.type;
    return { name, type, optional: allows(type, "undefined"), description: typed.description };
  });
  return { outcome, fields };
}

/** An ending in the middle knows nothing of the steps behind it. */
function readsLaterStep(text: string, ran: number, { workflow }: WorkflowPlanning): boolean {
  const stepId = /^\$steps\.([^.]+)\./.exec(text)?.[1];
  const index = workflow.steps.findIndex((step) => step.stepId === stepId);
  return index >= ran;
}
