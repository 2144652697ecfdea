import type { ApiPlan, Plan, WorkflowPlan } from "../ir/model.js";
import { Code, code, commas } from "./code.js";
import { runtimeFile } from "./imports.js";
import { runtimeModule, type RuntimePlace } from "./runtime-place.js";
import type { SourceParts } from "./source-file.js";

/**
 * `index.ts`: the functions, their types, what these are made of, and what callers need of the runtime. To be made when
 * the workflows have been written, since only then it is known which types they name.
 */
export function indexFile({ workflows, apis }: Plan, place: RuntimePlace): SourceParts {
  const callsTwilio = workflows.some((workflow) => workflow.callsTwilio);
  const runtime = Code.literal(runtimeModule(`./${runtimeFile("caller", callsTwilio)}.js`, { place, callsTwilio }));
  const types = apis.map(typesOf);
  return {
    imports: [],
    declarations: [...workflows.map(exportOf), ...types, code`export * from ${runtime};\n`],
  };
}

function exportOf(plan: WorkflowPlan): Code {
  return code`export {
${Code.identifier(plan.functionName)},
type ${Code.identifier(plan.inputName)},
${plan.inputTypes.map(({ name }) => code`type ${Code.identifier(name)},\n`)}${dependenciesOf(plan)}type ${Code.identifier(plan.outputName)},
} from ${Code.literal(`./workflows/${plan.fileName}.js`)};
`;
}

/** The types of an API that functions name. */
function typesOf({ fileName, named: { response, request }, callbacks }: ApiPlan): Code {
  const types = [response, request].flatMap(({ components, inline }) => [...components.values(), ...inline.values()]);
  const written = types.flatMap(({ writtenName }) => writtenName ?? []);
  // Lists that are alike have one name.
  const names = [...new Set([...written, ...(callbacks ? [callbacks.name] : [])])].sort();
  if (names.length === 0) return code``;
  return code`export type { ${commas(names.map(Code.identifier))} } from ${Code.literal(`./apis/${fileName}.js`)};\n`;
}

function dependenciesOf({ dependencies, dependenciesName }: WorkflowPlan): Code {
  return dependencies.length === 0 ? code`` : code`type ${Code.identifier(dependenciesName)},\n`;
}
