import type { PagesStatement, TakeStatement } from "../ir/model.js";
import { keyOf, string } from "../types/type.js";
import { Code, code, commas } from "./code.js";
import type { FunctionContext } from "./function-context.js";
import { typeCode } from "./type-code.js";
import { valueCode } from "./value-code.js";

/** A step that reads the pages of a list: a loop over them. */
export function pagesCode(statement: PagesStatement, body: Code, context: FunctionContext): Code {
  const { stepId, page, list, limit, first, follows, token, stream, doing } = statement;
  const { imports } = context;
  const begun =
    list === undefined
      ? code``
      : code`const ${Code.identifier(list.local)}: ${typeCode({ kind: "array", items: list.items }, imports)} = [];\n`;
  const settings = [
    ...(limit === undefined ? [] : [code`limit: ${Code.count(limit)}`]),
    ...(first === undefined ? [] : [code`first: ${Code.count(first)}`]),
    ...(follows === undefined ? [] : [code`server: ${Code.literal(follows.server)}`]),
    ...(follows?.source === undefined ? [] : [code`source: ${Code.literal(follows.source)}`]),
    ...(doing === undefined ? [] : [code`doing: ${Code.literal(doing)}`]),
  ];
  const given = settings.length === 0 ? [] : [code`{ ${commas(settings)} }`];
  const format = stream === undefined ? [] : [Code.literal(stream)];
  const args = commas([code`run`, Code.literal(stepId), ...format, ...given]);
  const isText = token === undefined || keyOf(token) === keyOf(string);
  const of = isText ? code`` : code`<${typeCode(token, imports)}>`;
  const pages = code`${imports.runtime(stream === undefined ? "pagesOf" : "partsOf")}${of}(${args})`;
  return code`${Code.comment(statement.comment ?? "")}${begun}for (const ${Code.identifier(page)} of ${pages}) {\n${body}}\n`;
}

export function takeCode({ list, value }: TakeStatement, context: FunctionContext): Code {
  const taken = valueCode(value, context);
  return list === undefined ? code`${taken};\n` : code`${Code.identifier(list)}.push(...${taken});\n`;
}
