import type {
  AgainStatement,
  AnswerRead,
  BindStatement,
  EndStatement,
  ExpectStatement,
  FailStatement,
  Field,
  IfStatement,
  JumpStatement,
  LetStatement,
  ListenStatement,
  LoopStatement,
  MachineStatement,
  PollSetup,
  RetrySetup,
  Statement,
} from "../ir/model.js";
import { negated } from "../ir/negated.js";
import { asksForStatus } from "../ir/statuses-asked.js";
import { askCode, callCode, completedCode, requireCode, transferCode } from "./call-code.js";
import { bindingCode, Code, code, commas, join, propertyKey } from "./code.js";
import { conditionCode, operandCode } from "./condition-code.js";
import { eachCode, gatherCode } from "./each-code.js";
import { pagesCode, takeCode } from "./pages-code.js";
import type { FunctionContext } from "./function-context.js";
import { requestCode } from "./request-code.js";
import { typeCode, variableType } from "./type-code.js";
import {
  fullReadCode,
  insideCode,
  isField,
  neededCode,
  objectCode,
  pathOf,
  readCode,
  valueCode,
} from "./value-code.js";

/** Statements one after the other, a blank line before each step. */
export function statementsCode(statements: readonly Statement[], context: FunctionContext): Code {
  return code`${statements.map((statement, index) => {
    const written = statementCode(statement, context);
    const listens = statements[index - 1]?.kind === "listen";
    if (listens && statement.kind === "loop") return loopCode(statement, context);
    if (statement.kind === "loop") return code`\n${loopCode(statement, context)}`;
    return index > 0 && standsApart(statement, statements[index - 1]) ? code`\n${written}` : written;
  })}`;
}

/** Whether a blank line stands before a statement: it begins a step, or ends the workflow. */
function standsApart({ kind }: Statement, before: Statement | undefined): boolean {
  if (kind === "request" || kind === "call" || kind === "ask" || kind === "each" || kind === "pages")
    return before?.kind !== "ask";
  return kind === "end" || kind === "transfer";
}

function statementCode(statement: Statement, context: FunctionContext): Code {
  switch (statement.kind) {
    case "request":
      return requestCode(statement, context);
    case "expect":
      return expectCode(statement, context);
    case "fail":
      return failCode(statement, statement.isOfStatus);
    case "ensure": {
      const read = context.read(statement.read);
      if (statement.binds)
        return code`const ${localOf(read)} = ${neededCode({ ...read, local: undefined }, context)};\n`;
      return ensureCode(read, context);
    }
    case "call":
      return callCode(statement, context);
    case "completed":
      return completedCode(statement, context);
    case "require":
      return requireCode(statement, context);
    case "transfer":
      return transferCode(statement, context);
    case "ask":
      return askCode(statement, context);
    case "bind":
      return bindCode(statement, context);
    case "let":
      return letCode(statement, context);
    case "if":
      return ifCode(statement, context);
    case "again":
      return againCode(statement, context);
    case "end":
      return endCode(statement, context);
    case "block":
      return code`${Code.identifier(statement.label)}: {\n${statementsCode(statement.body, context)}}\n`;
    case "loop":
      return loopCode(statement, context);
    case "break":
    case "continue":
      return jumpCode(statement);
    case "machine":
      return machineCode(statement, context);
    case "goto":
      return code`${Code.identifier(statement.local)} = ${Code.literal(statement.stepId)};\n`;
    case "listen":
      return listenCode(statement, context);
    case "each":
      return eachCode(statement, statementsCode(statement.body, context), context);
    case "pages":
      return pagesCode(statement, statementsCode(statement.body, context), context);
    case "take":
      return takeCode(statement, context);
    case "gather":
      return gatherCode(statement, context);
    case "wait":
      return code`await ${Code.identifier(statement.polling)}.wait(${objectCode(statement.known, context)});\n`;
  }
}

function expectCode(statement: ExpectStatement, context: FunctionContext): Code {
  const { condition } = statement;
  const fails = failCode(statement, asksForStatus(condition, context.reads));
  return code`if (${conditionCode(negated(condition), context)}) ${fails}`;
}

function ensureCode(read: AnswerRead, context: FunctionContext): Code {
  const args = [readCode(read, context), Code.identifier(read.answer), ...pathOf(read).map(Code.literal)];
  return code`run.ensure(${commas(args)});\n`;
}

function failCode({ local, criterion }: ExpectStatement | FailStatement, isOfStatus: boolean): Code {
  return code`run.fail(${commas([Code.identifier(local), ...(isOfStatus ? [] : [Code.literal(criterion)])])});\n`;
}

function bindCode({ reads: ids, declares }: BindStatement, context: FunctionContext): Code {
  const reads = ids.map((id) => context.read(id));
  // What was sent was made of what was known then, which the answer may be about to change.
  const sent = reads.filter(({ source }) => source.kind === "made" && source.sent);
  const made = reads.filter((read) => read.source.kind === "made" && !sent.includes(read));
  const taken = reads.filter((read) => !read.hoisted && isOwnProperty(read));
  const others = reads.filter((read) => ![...sent, ...made, ...taken].includes(read));
  const [first] = taken;
  const bound = (each: readonly AnswerRead[]): readonly Code[] =>
    each.map((read) => bindOne(read, declares.includes(read.id), context, outerOf(read, reads)));
  const destructured =
    first === undefined ? code`` : code`const { ${commas(taken.map(propertyCode))} } = ${ownerOf(first)};\n`;
  return code`${bound(sent)}${destructured}${bound(others)}${bound(made)}`;
}

/** The property that has a variable by then and holds a value. */
function outerOf({ source }: AnswerRead, reads: readonly AnswerRead[]): AnswerRead | undefined {
  if (source.kind !== "data" || source.steps.length < 2) return undefined;
  return reads.find((other) => isOwnProperty(other) && !other.hoisted && propertyOf(other) === source.steps[0]?.key);
}

function propertyOf({ source }: AnswerRead): string | number | undefined {
  return source.kind === "data" ? source.steps[0]?.key : undefined;
}

/** @param outer What holds the value, if that has a variable */
function bindOne(read: AnswerRead, isDeclared: boolean, context: FunctionContext, outer?: AnswerRead): Code {
  const value = read.needed
    ? neededCode({ ...read, local: undefined }, context)
    : outer === undefined
      ? fullReadCode(read, context)
      : insideCode(localOf(outer), read, context);
  if (isDeclared) return code`let ${localOf(read)}: ${typeCode(variableType(read), context.imports)} = ${value};\n`;
  if (read.hoisted) return code`${localOf(read)} = ${value};\n`;
  // The compiler would make `string` of a constant in an object.
  const isObject = read.source.kind === "made" && read.source.value.kind === "object";
  const type = isObject ? code`: ${typeCode(read.type, context.imports)}` : code``;
  return code`const ${localOf(read)}${type} = ${value};\n`;
}

/** What holds the properties that are taken as they are. */
function ownerOf({ answer, source }: AnswerRead): Code {
  if (source.kind !== "output") return code`${Code.identifier(answer)}.data`;
  return source.settled ? code`${Code.identifier(answer)}.outputs` : Code.identifier(answer);
}

/** Whether the read takes a listed property of the answer itself, as it is. */
function isOwnProperty({ needed, source }: AnswerRead): boolean {
  if (needed) return false;
  if (source.kind !== "output") return isField({ source });
  return source.afterSuccess && source.outcomes === undefined && source.name !== undefined;
}

function propertyCode(read: AnswerRead): Code {
  const { source } = read;
  return bindingCode(source.kind === "data" ? String(source.steps[0]?.key) : nameOf(source), localOf(read));
}

function nameOf(source: AnswerRead["source"]): string {
  return source.kind === "output" ? (source.name ?? "") : "";
}

function letCode({ reads }: LetStatement, context: FunctionContext): Code {
  return code`\n${reads.map((id) => {
    const read = context.read(id);
    return code`let ${localOf(read)}: ${typeCode(variableType(read), context.imports)};\n`;
  })}`;
}

function localOf(read: AnswerRead): Code {
  return Code.identifier(read.local ?? read.suggestedName);
}

/** Columns that an early return may take on the line of its condition. */
const longestLine = 112;

function ifCode({ condition, then }: IfStatement, context: FunctionContext): Code {
  return branchCode(conditionCode(condition, context), then, context);
}

function againCode({ condition, retry, of, answer, action, then }: AgainStatement, context: FunctionContext): Code {
  const { name, limit, after } = action;
  const how = code`{ name: ${Code.literal(name)}, limit: ${Code.count(limit)}, after: ${Code.count(after)} }`;
  const failed = code`${Code.identifier(answer)}.${of === "request" ? code`response` : code`error`}`;
  const again = code`(await ${Code.identifier(retry)}.again(${failed}, ${how}))`;
  if (condition === undefined) return branchCode(again, then, context);
  return branchCode(code`${operandCode(condition, context)} && ${again}`, then, context);
}

function branchCode(condition: Code, then: readonly Statement[], context: FunctionContext): Code {
  const head = code`if (${condition})`;
  const body = statementsCode(then, context);
  // What one statement binds may be several.
  const isOne = then.length === 1 && !body.toString().trim().includes("\n");
  const fits = isOne && `${head.toString()} ${body.toString()}`.length <= longestLine;
  return fits ? code`${head} ${body}` : code`${head} {\n${body}}\n`;
}

function endCode({ outcome, fields }: EndStatement, context: FunctionContext): Code {
  const name: Field = { name: "outcome", value: { kind: "literal", value: outcome } };
  return code`return ${objectCode(context.namesOutcome ? [name, ...fields] : fields, context)};\n`;
}

function loopCode({ label, before, body }: LoopStatement, context: FunctionContext): Code {
  const named = label === undefined ? code`` : code`${Code.identifier(label)}: `;
  return code`${setupCode(before)}${named}for (;;) {\n${statementsCode(body, context)}}\n`;
}

function machineCode({ label, local, setups, cases }: MachineStatement, context: FunctionContext): Code {
  const ids = cases.map(({ stepId }) => Code.literal(stepId));
  const next = Code.identifier(local);
  const first = ids[0] ?? Code.literal("");
  const written = cases.map(
    ({ stepId, body }) => code`case ${Code.literal(stepId)}: {\n${statementsCode(body, context)}}\n`,
  );
  return code`
${setups.map(setupCode)}let ${next}: ${join(ids, code` | `)} = ${first};
${Code.identifier(label)}: for (;;) {
switch (${next}) {
${written}}
}
`;
}

function setupCode(setup: PollSetup | RetrySetup | undefined): Code {
  if (setup === undefined) return code``;
  const comment = Code.comment(setup.comment ?? "");
  const local = Code.identifier(setup.local);
  const step = Code.literal(setup.stepId);
  if (setup.kind === "retry") {
    const polling = setup.polling === undefined ? [] : [Code.identifier(setup.polling)];
    return code`${comment}const ${local} = run.retry(${commas([step, ...polling])});\n`;
  }
  const times = Object.entries(setup.times).map(([name, value]) => code`${propertyKey(name)}: ${Code.count(value)}`);
  const args = [step, ...(times.length === 0 ? [] : [code`{ ${commas(times)} }`])];
  return code`${comment}const ${local} = run.polling(${commas(args)});\n`;
}

function listenCode({ polling, setup, event, match }: ListenStatement, context: FunctionContext): Code {
  const args = commas([Code.literal(event), valueCode(match, context)]);
  const listens = code`await ${Code.identifier(polling)}.wokenBy(${args});\n`;
  return setup === undefined ? listens : code`\n${setupCode(setup)}${listens}`;
}

function jumpCode({ kind, label }: JumpStatement): Code {
  const word = kind === "break" ? code`break` : code`continue`;
  return label === undefined ? code`${word};\n` : code`${word} ${Code.identifier(label)};\n`;
}
