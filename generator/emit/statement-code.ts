import type {
  BindStatement,
  EndStatement,
  ExpectStatement,
  Field,
  FieldRead,
  IfStatement,
  PollStatement,
  RequestStatement,
  Statement,
} from "../plan/model.js";
import { Code, code, join, propertyKey } from "./code.js";
import { conditionCode } from "./condition-code.js";
import type { Imports } from "./imports.js";
import { fullReadCode, objectCode, valueCode } from "./value-code.js";

/** What the statements of one function share. */
export interface FunctionContext {
  readonly imports: Imports;
  /** The workflow has several endings, so that each says which one it is. */
  readonly namesOutcome: boolean;
}

/** Statements one after the other, a blank line before each step. */
export function statementsCode(statements: readonly Statement[], context: FunctionContext): Code {
  return code`${statements.map((statement, index) => {
    const last = statement.kind === "end" && index > 0;
    return last ? code`\n${statementCode(statement, context)}` : statementCode(statement, context);
  })}`;
}

function statementCode(statement: Statement, context: FunctionContext): Code {
  switch (statement.kind) {
    case "request":
      return requestCode(statement);
    case "expect":
      return expectCode(statement, context);
    case "bind":
      return bindCode(statement);
    case "if":
      return ifCode(statement, context);
    case "end":
      return endCode(statement, context);
    case "poll":
      return pollCode(statement, context);
  }
}

function requestCode(request: RequestStatement): Code {
  const attempt =
    request.poll === undefined
      ? code`run.step(${Code.literal(request.stepId)})`
      : code`${Code.identifier(request.poll)}.attempt()`;
  const params = request.parameters.map((group) => code`${Code.identifier(group.in)}: ${objectCode(group.fields)}, `);
  const init = [
    code`...${attempt},\n`,
    ...(params.length === 0 ? [] : [code`params: { ${params} },\n`]),
    ...(request.contentType === undefined
      ? []
      : [code`headers: { "Content-Type": ${Code.literal(request.contentType)} },\n`]),
    ...(request.body === undefined ? [] : [code`body: ${valueCode(request.body)},\n`]),
  ];
  const comment = request.poll === undefined ? Code.comment(request.comment ?? "") : code``;
  return code`
${comment}const ${Code.identifier(request.local)} = await ${Code.identifier(request.client)}.${method(request)}(${Code.literal(request.path)}, {
${init}});
`;
}

function method(request: RequestStatement): Code {
  return Code.identifier(request.method.toUpperCase());
}

function expectCode({ stepId, local, condition, criterion }: ExpectStatement, context: FunctionContext): Code {
  const answer = Code.identifier(local);
  const args = [Code.literal(stepId), answer, conditionCode(condition, context.imports), Code.literal(criterion)];
  return code`run.expect(${join(args, code`, `)});\n`;
}

function bindCode({ reads }: BindStatement): Code {
  const taken = reads.filter(isOwnProperty);
  const others = reads.filter((read) => !isOwnProperty(read));
  const [first] = taken;
  const destructured =
    first === undefined
      ? code``
      : code`const { ${join(taken.map(propertyCode), code`, `)} } = ${Code.identifier(first.answer)}.data;\n`;
  return code`${destructured}${others.map((read) => code`const ${localOf(read)} = ${boundValue(read)};\n`)}`;
}

/** Whether the read takes a listed property of the answer itself, as it is. */
function isOwnProperty({ needed, steps }: FieldRead): boolean {
  const [step, ...deeper] = steps;
  return !needed && step !== undefined && !step.optional && !step.fromIndex && deeper.length === 0;
}

function propertyCode(read: FieldRead): Code {
  const key = propertyKey(String(read.steps[0]?.key));
  const local = localOf(read);
  return key.toString() === local.toString() ? local : code`${key}: ${local}`;
}

function boundValue(read: FieldRead): Code {
  if (!read.needed) return fullReadCode(read);
  return code`run.present(${fullReadCode(read)}, ${Code.literal(read.stepId)}, ${Code.literal(read.expression)})`;
}

function localOf(read: FieldRead): Code {
  return Code.identifier(read.local ?? read.suggestedName);
}

/** Columns that an early return may take on the line of its condition. */
const longestLine = 112;

function ifCode({ condition, then }: IfStatement, context: FunctionContext): Code {
  const head = code`if (${conditionCode(condition, context.imports)})`;
  const body = statementsCode(then, context);
  const fits = then.length === 1 && `${head.toString()} ${body.toString()}`.length <= longestLine;
  return fits ? code`${head} ${body}` : code`${head} {\n${body}}\n`;
}

function endCode({ outcome, fields }: EndStatement, { namesOutcome }: FunctionContext): Code {
  const name: Field = { name: "outcome", value: { kind: "literal", value: outcome } };
  return code`return ${objectCode(namesOutcome ? [name, ...fields] : fields)};\n`;
}

function pollCode(poll: PollStatement, context: FunctionContext): Code {
  const polling = Code.identifier(poll.local);
  const times = Object.entries(poll.options).map(([name, value]) => code`${propertyKey(name)}: ${Code.count(value)}`);
  const args = [Code.literal(poll.stepId), ...(times.length === 0 ? [] : [code`{ ${join(times, code`, `)} }`])];
  const [request] = poll.body;
  const comment = request?.kind === "request" ? Code.comment(request.comment ?? "") : code``;
  return code`
${comment}const ${polling} = run.polling(${join(args, code`, `)});
for (;;) {
${statementsCode(poll.body, context)}await ${polling}.wait(${objectCode(poll.known)});
}
`;
}
