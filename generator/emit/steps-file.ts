import type { ClientPlan, Statement, WorkflowPlan } from "../ir/model.js";
import { visit } from "../ir/walk.js";
import { Code, code, propertyKey } from "./code.js";
import { Imports } from "./imports.js";
import type { SourceParts } from "./source-file.js";

/** The file of the steps' types, below the output folder. */
export const stepsPath = "testing/steps.ts";

/**
 * `testing/steps.ts`: for each workflow its steps, each with the operation that it calls or the steps of the workflow that
 * it calls, so that tests can say by step what is answered.
 */
export function stepsFile(workflows: readonly WorkflowPlan[]): SourceParts {
  const imports = new Imports();
  const byFunction = new Map(workflows.map((plan) => [plan.functionName, plan]));
  const declarations = workflows.map((plan) => stepsOf(plan, byFunction, imports));
  return { imports: imports.lines(), declarations };
}

function stepsOf(plan: WorkflowPlan, byFunction: ReadonlyMap<string, WorkflowPlan>, imports: Imports): Code {
  const types = new Map<string, Code>();
  visit(plan.body, {
    statement(statement) {
      const [step, type] = stepOf(statement, plan, byFunction, imports) ?? [];
      if (step !== undefined && type !== undefined) types.set(step, type);
    },
  });
  const fields = [...types].map(([step, type]) => code`${propertyKey(step)}: ${type};\n`);
  return code`
/** The steps of \`${Code.identifier(plan.functionName)}\`. */
export interface ${Code.identifier(plan.stepsName)} {
${fields}}
`;
}

/** The name of a step, behind which stands that of its action where that is what calls a workflow, and its type. */
function stepOf(
  statement: Statement,
  { clients }: WorkflowPlan,
  byFunction: ReadonlyMap<string, WorkflowPlan>,
  imports: Imports,
): [name: string, type: Code] | undefined {
  if (statement.kind === "request") {
    const client = clients.find(({ local }) => local === statement.client);
    return client && [statement.stepId, operationType(statement, client, imports)];
  }
  if (statement.kind !== "call" && statement.kind !== "transfer") return undefined;
  const { stepId, action, functionName } = statement.call;
  const called = byFunction.get(functionName);
  return called && [action === undefined ? stepId : `${stepId}@${action}`, Code.identifier(called.stepsName)];
}

function operationType(
  { path, method }: Extract<Statement, { kind: "request" }>,
  { fileName, interfaceName }: ClientPlan,
  imports: Imports,
): Code {
  return code`${imports.apiType(fileName, interfaceName)}[${Code.literal(path)}][${Code.literal(method)}]`;
}
