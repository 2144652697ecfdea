import type { EndStatement, Ending, Field } from "./model.js";
import { resolveText } from "./resolve.js";
import { allows, present, type ObjectField } from "./type.js";
import type { TypedValue } from "./typed-value.js";
import type { Viewpoint } from "./viewpoint.js";

/** A workflow's outputs, as far as they are known at some moment. */
export interface KnownOutputs {
  readonly values: readonly { readonly name: string; readonly typed: TypedValue }[];
  readonly fields: readonly Field[];
}

/** @see https://spec.openapis.org/arazzo/v1.0.1.html#workflow-object */
export function planOutputs(from: Omit<Viewpoint, "place">): KnownOutputs {
  const { workflow, linked, at, findings } = from.planning;
  const values = Object.entries(workflow.outputs ?? {}).flatMap(([name, text]) => {
    const place = linked.document.place([...at, "outputs", name]);
    if (typeof text !== "string") {
      findings.add("unsupported-feature", place, "a Selector Object is not compiled yet");
      return [];
    }
    if (isOfLaterStep(text, from)) return [];
    const typed = resolveText(text, { ...from, place });
    return typed === undefined ? [] : [{ name, typed }];
  });
  return { values, fields: values.map(({ name, typed }) => ({ name, value: typed.value })) };
}

/** An ending before its types are final. */
export interface EndingDraft {
  readonly outcome: string;
  readonly outputs: KnownOutputs;
}

export function endStatement({ outcome, outputs }: EndingDraft): EndStatement {
  return { kind: "end", outcome, fields: outputs.fields };
}

/** The ending with the types of its outputs; to be asked once all steps are planned. */
export function endingOf({ outcome, outputs }: EndingDraft): Ending {
  const fields = outputs.values.map(({ name, typed }): ObjectField => {
    const demanded = typed.value.kind === "read" && typed.value.read.needed;
    const type = demanded && !allows(typed.type, "undefined") ? present(typed.type) : typed.type;
    return { name, type, optional: allows(type, "undefined"), description: typed.description };
  });
  return { outcome, fields };
}

/** An ending in the middle knows nothing of the steps that it never comes to. */
function isOfLaterStep(text: string, { planning, moment }: Omit<Viewpoint, "place">): boolean {
  const stepId = /^\$steps\.([^.]+)\./.exec(text)?.[1];
  const index = planning.workflow.steps.findIndex((step) => step.stepId === stepId);
  return index >= 0 && planning.graph.ran(index, moment) === "never";
}
