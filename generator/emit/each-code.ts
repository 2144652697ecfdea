import type { EachStatement, GatherStatement } from "../ir/model.js";
import { Code, code, commas, isIdentifier } from "./code.js";
import type { FunctionContext } from "./function-context.js";
import { typeCode } from "./type-code.js";
import { objectCode, valueCode } from "./value-code.js";

/** A step that is done for each element of a list: a loop, or a function where elements are done side by side. */
export function eachCode(statement: EachStatement, body: Code, context: FunctionContext): Code {
  return statement.mapped === undefined ? loopCode(statement, body, context) : mappedCode(statement, body, context);
}

function loopCode(
  { stepId, items, limit, page, lists, ...each }: EachStatement,
  body: Code,
  context: FunctionContext,
): Code {
  const begun = lists.map(({ local, items: type }) => {
    return code`const ${Code.identifier(local)}: ${typeCode({ kind: "array", items: type }, context.imports)} = [];\n`;
  });
  const given = [...limitCode(limit), ...fromCode(page)];
  const settings = given.length === 0 ? [] : [code`{ ${commas(given)} }`];
  const elements = context.call("eachOf", [
    code`run`,
    Code.literal(stepId),
    listCode({ items, ...each }, context),
    ...settings,
  ]);
  return code`${Code.comment(each.comment ?? "")}${begun}for (const ${elementCode(each)} of ${elements}) {\n${body}}\n`;
}

function mappedCode(
  { stepId, items, limit, page, lists, mapped, ...each }: EachStatement,
  body: Code,
  context: FunctionContext,
): Code {
  const settings = [
    ...(mapped === undefined || mapped.concurrency === 1 ? [] : [code`concurrency: ${Code.count(mapped.concurrency)}`]),
    ...(mapped?.collects ? [code`collect: true`] : []),
    ...limitCode(limit),
    ...fromCode(page),
  ];
  const work = code`async (${elementCode(each)}, run: ${context.imports.runtimeType("WorkflowRun")}) => {\n${body}}`;
  const list = listCode({ items, ...each }, context);
  const args = [code`run`, Code.literal(stepId), list, code`{ ${commas(settings)} }`, work];
  const done = code`await ${context.call("mapEach", args)};\n`;
  const [only, ...others] = lists;
  const comment = Code.comment(each.comment ?? "");
  if (only === undefined) return code`${comment}${done}`;
  const results = Code.identifier(mapped?.results ?? only.local);
  if (mapped?.collects) return code`${comment}const ${results} = ${done}`;
  if (others.length === 0) {
    const type = typeCode({ kind: "array", items: only.items }, context.imports);
    return code`${comment}const ${Code.identifier(only.local)}: ${type} = ${done}`;
  }
  const taken = lists.map(({ name, local }) => {
    return code`const ${Code.identifier(local)} = ${results}.map((one) => one${memberCode(name)});\n`;
  });
  return code`${comment}const ${results} = ${done}${taken}`;
}

/** What an element has come to: added to the lists, or returned. */
export function gatherCode({ fields, lists }: GatherStatement, context: FunctionContext): Code {
  if (lists !== undefined) {
    return code`${fields.map(({ value }, place) => {
      return code`${Code.identifier(lists[place] ?? "")}.push(${valueCode(value, context)});\n`;
    })}`;
  }
  const [only, ...others] = fields;
  if (only !== undefined && others.length === 0) return code`return ${valueCode(only.value, context)};\n`;
  return code`return ${objectCode(fields, context)};\n`;
}

function limitCode(limit: number | undefined): readonly Code[] {
  return limit === undefined ? [] : [code`limit: ${Code.count(limit)}`];
}

function fromCode(page: string | undefined): readonly Code[] {
  return page === undefined ? [] : [code`from: ${Code.identifier(page)}.from`];
}

function elementCode({ element, index }: Pick<EachStatement, "element" | "index">): Code {
  const name = Code.identifier(element);
  return index === undefined ? name : code`[${Code.identifier(index)}, ${name}]`;
}

function listCode({ items, index }: Pick<EachStatement, "items" | "index">, context: FunctionContext): Code {
  const list = valueCode(items, context);
  return index === undefined ? list : code`${list}.entries()`;
}

function memberCode(name: string): Code {
  const key = name === "" ? "outputs" : name;
  return isIdentifier(key) ? code`.${Code.identifier(key)}` : code`[${Code.literal(key)}]`;
}
