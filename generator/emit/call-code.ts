import type {
  AskStatement,
  CallPlan,
  CallStatement,
  CompletedStatement,
  Field,
  RequireStatement,
  TransferStatement,
} from "../ir/model.js";
import { Code, code, join } from "./code.js";
import { conditionCode } from "./condition-code.js";
import type { Imports } from "./imports.js";
import { typeCode, variableType } from "./type-code.js";
import { objectCode, valueCode } from "./value-code.js";

const run = code`run`;

/** The call of another workflow's function, as a promise. */
function callOf({ functionName, fileName, inputs, dependencies, ...from }: CallPlan, imports: Imports): Code {
  const settings: readonly Field[] = [
    ...(from.action === undefined ? [] : [literalField("action", from.action)]),
    ...(from.timeout === undefined ? [] : [literalField("timeout", from.timeout)]),
  ];
  const nested = [run, Code.literal(from.stepId), ...(settings.length === 0 ? [] : [objectCode(settings, imports)])];
  const args = [
    objectCode(inputs, imports),
    ...(dependencies === undefined ? [] : [objectCode(dependencies, imports)]),
    code`${imports.runtime("nestedRun")}(${join(nested, code`, `)})`,
  ];
  return code`${imports.workflow(fileName, functionName)}(${join(args, code`, `)})`;
}

function literalField(name: string, value: string | number): Field {
  return { name, value: { kind: "literal", value } };
}

export function callCode({ call, local, comment, settled }: CallStatement, imports: Imports): Code {
  const called = callOf(call, imports);
  const settling = settled
    ? code`${imports.runtime("settleCall")}(run, ${Code.literal(call.stepId)}, ${called})`
    : called;
  const kept = local === undefined ? code`` : code`const ${Code.identifier(local)} = `;
  return code`${Code.comment(comment ?? "")}${kept}await ${settling};\n`;
}

export function completedCode({ local }: CompletedStatement, imports: Imports): Code {
  return code`${imports.runtime("expectCompleted")}(${Code.identifier(local)});\n`;
}

export function requireCode({ stepId, condition, criterion }: RequireStatement, imports: Imports): Code {
  const args = [run, Code.literal(stepId), conditionCode(condition, imports), Code.literal(criterion)];
  return code`${imports.runtime("expectResult")}(${join(args, code`, `)});\n`;
}

export function transferCode({ call, outcome }: TransferStatement, namesOutcome: boolean, imports: Imports): Code {
  const called = code`await ${callOf(call, imports)}`;
  if (!namesOutcome || outcome === undefined) return code`return ${called};\n`;
  return code`return { outcome: ${Code.literal(outcome)}, ...(${called}) };\n`;
}

export function askCode(statement: AskStatement, imports: Imports): Code {
  const { stepId, comment, read, declares, input, known } = statement;
  const given = valueCode({ kind: "input", name: input.name, local: input.local, steps: [] }, imports);
  const args = [run, Code.literal(stepId), Code.literal(input.name), given, objectCode(known, imports)];
  const local = Code.identifier(read.local ?? read.suggestedName);
  const declared = code`let ${local}: ${typeCode(variableType(read), imports)}`;
  const kept = declares ? declared : read.hoisted ? local : code`const ${local}`;
  return code`${Code.comment(comment ?? "")}${kept} = await ${imports.runtime("askFor")}(${join(args, code`, `)});\n`;
}
