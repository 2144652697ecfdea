import type { WorkflowPlan } from "../ir/model.js";
import { Code, code } from "./code.js";
import { runtimeFile } from "./imports.js";
import type { SourceParts } from "./source-file.js";
import { stepsPath } from "./steps-file.js";

/** `index.ts`: the functions, their types, those of their steps, and what callers need of the runtime. */
export function indexFile(workflows: readonly WorkflowPlan[]): SourceParts {
  const callsTwilio = workflows.some((workflow) => workflow.callsTwilio);
  const runtime = Code.literal(`./${runtimeFile("caller", callsTwilio)}.js`);
  const steps = code`export type * from ${Code.literal(`./${stepsPath.replace(/ts$/, "js")}`)};\n`;
  return { imports: [], declarations: [...workflows.map(exportOf), steps, code`export * from ${runtime};\n`] };
}

function exportOf(plan: WorkflowPlan): Code {
  return code`export {
${Code.identifier(plan.functionName)},
type ${Code.identifier(plan.inputName)},
${dependenciesOf(plan)}type ${Code.identifier(plan.outputName)},
} from ${Code.literal(`./workflows/${plan.fileName}.js`)};
`;
}

function dependenciesOf({ dependencies, dependenciesName }: WorkflowPlan): Code {
  return dependencies.length === 0 ? code`` : code`type ${Code.identifier(dependenciesName)},\n`;
}
