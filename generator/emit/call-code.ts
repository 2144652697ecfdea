import type {
  AskStatement,
  CallPlan,
  CallStatement,
  CompletedStatement,
  Field,
  RequireStatement,
  TransferStatement,
} from "../ir/model.js";
import { Code, code, commas } from "./code.js";
import { conditionCode } from "./condition-code.js";
import type { FunctionContext } from "./function-context.js";
import { typeCode, variableType } from "./type-code.js";
import { objectCode, valueCode } from "./value-code.js";

const run = code`run`;

/** The call of another workflow's function, as a promise. */
function callOf({ functionName, fileName, inputs, dependencies, ...from }: CallPlan, context: FunctionContext): Code {
  const settings: readonly Field[] = [
    ...(from.action === undefined ? [] : [literalField("action", from.action)]),
    ...(from.timeout === undefined ? [] : [literalField("timeout", from.timeout)]),
  ];
  const nested = [run, Code.literal(from.stepId), ...(settings.length === 0 ? [] : [objectCode(settings, context)])];
  const args = [
    objectCode(inputs, context),
    ...(dependencies === undefined ? [] : [objectCode(dependencies, context)]),
    context.call("nestedRun", nested),
  ];
  return code`${context.imports.workflow(fileName, functionName)}(${commas(args)})`;
}

function literalField(name: string, value: string | number): Field {
  return { name, value: { kind: "literal", value } };
}

export function callCode({ call, local, comment, settled }: CallStatement, context: FunctionContext): Code {
  const called = callOf(call, context);
  const settling = settled ? context.call("settleCall", [run, Code.literal(call.stepId), called]) : called;
  const kept = local === undefined ? code`` : code`const ${Code.identifier(local)} = `;
  return code`${Code.comment(comment ?? "")}${kept}await ${settling};\n`;
}

export function completedCode({ local }: CompletedStatement, context: FunctionContext): Code {
  return code`${context.call("expectCompleted", [Code.identifier(local)])};\n`;
}

export function requireCode({ stepId, condition, criterion }: RequireStatement, context: FunctionContext): Code {
  const args = [run, Code.literal(stepId), conditionCode(condition, context), Code.literal(criterion)];
  return code`${context.call("expectResult", args)};\n`;
}

export function transferCode({ call, outcome }: TransferStatement, context: FunctionContext): Code {
  const called = code`await ${callOf(call, context)}`;
  if (!context.namesOutcome || outcome === undefined) return code`return ${called};\n`;
  return code`return { outcome: ${Code.literal(outcome)}, ...(${called}) };\n`;
}

export function askCode(statement: AskStatement, context: FunctionContext): Code {
  const { stepId, comment, read: id, declares, input, known } = statement;
  const given = valueCode({ kind: "input", name: input.name, local: input.local, steps: [] }, context);
  const args = [run, Code.literal(stepId), Code.literal(input.name), given, objectCode(known, context)];
  const read = context.read(id);
  const local = Code.identifier(read.local ?? read.suggestedName);
  const declared = code`let ${local}: ${typeCode(variableType(read), context.imports)}`;
  const kept = declares ? declared : read.hoisted ? local : code`const ${local}`;
  return code`${Code.comment(comment ?? "")}${kept} = await ${context.call("askFor", args)};\n`;
}
