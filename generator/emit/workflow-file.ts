import type { Ending, InputPlan, WorkflowPlan } from "../plan/model.js";
import type { ObjectField } from "../plan/type.js";
import { Code, code, type DocTag } from "./code.js";
import type { SourceParts } from "./source-file.js";
import { Imports } from "./imports.js";
import { statementsCode } from "./statement-code.js";
import { fieldsCode } from "./type-code.js";
import { valueCode } from "./value-code.js";

/** The file of one workflow: what goes in, what comes out, and the function between. */
export function workflowFile(plan: WorkflowPlan): SourceParts {
  const imports = new Imports();
  const declarations = [inputInterface(plan, imports), outputType(plan, imports), workflowFunction(plan, imports)];
  return { imports: imports.lines(), declarations };
}

function inputInterface(plan: WorkflowPlan, imports: Imports): Code {
  return code`
/** What {@link ${Code.identifier(plan.functionName)}} takes. */
export interface ${Code.identifier(plan.inputName)} {
${fieldsCode(plan.inputs, imports)}}
`;
}

function outputType(plan: WorkflowPlan, imports: Imports): Code {
  const name = Code.identifier(plan.outputName);
  const link = Code.identifier(plan.functionName);
  const [only] = plan.endings;
  if (only !== undefined && plan.endings.length === 1) {
    return code`
/** What {@link ${link}} returns. */
export interface ${name} {
${fieldsCode(only.fields, imports)}}
`;
  }
  return code`
/** What {@link ${link}} returns; \`outcome\` says how it ended. */
export type ${name} =
${plan.endings.map((ending) => code`| {\n${fieldsCode(withOutcome(ending), imports)}}\n`)};
`;
}

function withOutcome(ending: Ending): readonly ObjectField[] {
  const outcome: ObjectField = {
    name: "outcome",
    type: { kind: "literal", value: ending.outcome },
    optional: false,
    description: undefined,
  };
  return [outcome, ...ending.fields];
}

function workflowFunction(plan: WorkflowPlan, imports: Imports): Code {
  const name = Code.identifier(plan.functionName);
  const inputType = Code.identifier(plan.inputName);
  const outputType = Code.identifier(plan.outputName);
  const input = plan.inputRequired ? code`input: ${inputType}` : code`input: ${inputType} = {}`;
  const doc = [plan.summary ?? "", plan.description ?? ""];
  const tags: DocTag[] = [{ name: "generated", text: `from workflow ${plan.workflowId} (${plan.origin})` }];
  return code`
${Code.docComment(doc, tags)}export async function ${name}(
  ${input},
  options?: ${imports.runtimeType("WorkflowOptions")},
): Promise<${outputType}> {
  const run: ${imports.runtimeType("WorkflowRun")} = ${imports.runtime("openWorkflow")}(${Code.literal(plan.workflowId)}, options);
${plan.clients.map((client) => clientCode(client, imports))}${plan.inputs.map(fallbackCode)}
${statementsCode(plan.body, { imports, namesOutcome: plan.endings.length > 1 })}}
`;
}

function clientCode(
  { local, fileName, interfaceName, server }: WorkflowPlan["clients"][number],
  imports: Imports,
): Code {
  const paths = imports.apiType(fileName, interfaceName);
  return code`const ${Code.identifier(local)} = run.api<${paths}>(${Code.literal(server)});\n`;
}

function fallbackCode({ name, fallback }: InputPlan): Code {
  if (fallback === undefined) return code``;
  const given = valueCode({ kind: "input", name, local: undefined, steps: [] });
  const standIn =
    fallback.value.kind === "credential"
      ? code`run.credential(${Code.literal(fallback.value.name)})`
      : valueCode(fallback.value);
  return code`const ${Code.identifier(fallback.local)} = ${given} ?? ${standIn};\n`;
}
