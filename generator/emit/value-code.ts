import type { Field, AnswerRead, Json, MemberStep, Value } from "../ir/model.js";
import { isUnchecked } from "../ir/unchecked.js";
import { Code, code, isIdentifier, commas, objectKey } from "./code.js";
import type { FunctionContext } from "./function-context.js";

/** A value as an expression. */
export function valueCode(value: Value, context: FunctionContext): Code {
  switch (value.kind) {
    case "input":
      return membersCode(inputCode(value.name, value.local), value.steps);
    case "read":
      return readCode(context.read(value.read), context);
    case "literal":
      return jsonCode(value.value);
    case "object":
      return objectCode(value.fields, context);
    case "array":
      return code`[${commas(value.items.map((item) => valueCode(item, context)))}]`;
    case "template":
      return code`\`${value.parts.map((part) => templatePart(part, context))}\``;
    case "text":
      return code`String(${valueCode(value.value, context)})`;
    case "undefined":
      return code`undefined`;
    case "callbackUrl":
      return context.call("callbackUrl", [code`run`]);
    case "item":
      return Code.identifier(value.local);
    case "member":
      return atCode(membersCode(valueCode(value.of, context), stepsOf(value, context)), value.below, context);
    case "present": {
      // What was demanded where it was bound is there.
      const read = value.value.kind === "read" ? context.read(value.value.read) : undefined;
      if (read?.needed && read.local !== undefined && !read.mayBeUnset) return Code.identifier(read.local);
      const { stepId, expression } = value;
      return read === undefined
        ? presentCode(value, valueCode(value.value, context))
        : neededCode({ ...read, stepId, expression }, context);
    }
    case "paged": {
      const items = valueCode(value.items, context);
      const page = Code.identifier(value.page);
      if (value.next === undefined) return code`${page}.counted(${items})`;
      return code`${page}.of(${commas([items, valueCode(value.next, context)])})`;
    }
    case "checked": {
      const { value: from, as, optional, stepId, expression } = value;
      const kind = typeof as === "string" ? Code.literal(as) : code`[${commas(as.map(Code.literal))}]`;
      const args = [code`run`, valueCode(from, context), kind, Code.literal(stepId), Code.literal(expression)];
      return context.call(optional ? "checkedIfThere" : "checked", args);
    }
    case "only": {
      const { value: list, stepId, expression } = value;
      const args = [code`run`, valueCode(list, context), Code.literal(stepId), Code.literal(expression)];
      return context.call("only", args);
    }
    case "each": {
      const args = [valueCode(value.value, context), ...value.path.map(Code.literal)];
      return context.call("each", args);
    }
    case "query": {
      const args = [code`run`, valueCode(value.value, context), Code.literal(value.query)];
      return context.call(value.items ? "queryItems" : "queryJson", args);
    }
    case "replaced": {
      const path = code`[${commas(value.path.map(Code.literal))}]`;
      const args = [valueCode(value.value, context), path, valueCode(value.by, context)];
      return context.call("replaced", args);
    }
    case "made": {
      const from = valueCode(value.value, context);
      return value.by === "members" ? code`Object.values(${from})` : context.call(value.by, [from]);
    }
    case "or": {
      const otherwise = value.otherwise === "NaN" ? code`NaN` : valueCode(value.otherwise, context);
      return code`(${valueCode(value.value, context)} ?? ${otherwise})`;
    }
  }
}

/** Fields as an object literal, in shorthand where a field has the name of its variable. */
export function objectCode(fields: readonly Field[], context: FunctionContext): Code {
  if (fields.length === 0) return code`{}`;
  return code`{ ${commas(fields.map((field) => fieldCode(field, context)))} }`;
}

/** A value of an answer: the variable that holds it, or the way down to it. */
export function readCode(read: AnswerRead, context: FunctionContext): Code {
  return read.local === undefined ? fullReadCode(read, context) : Code.identifier(read.local);
}

/** The way down to a value from the variable of the answer. */
export function fullReadCode(read: AnswerRead, context: FunctionContext): Code {
  const { answer, source, stepId, owner } = read;
  const base = Code.identifier(answer);
  const holder = owner === undefined ? undefined : context.read(owner).local;
  if (holder !== undefined) return insideCode(Code.identifier(holder), read, context);
  switch (source.kind) {
    case "data":
    case "error": {
      const inside = membersCode(code`${base}.${Code.identifier(source.kind)}`, source.steps);
      return atCode(inside, source.below, context);
    }
    case "either":
      return atCode(membersCode(code`(${base}.data ?? ${base}.error)`, source.steps), source.below, context);
    case "made":
      return valueCode(source.value, context);
    case "output":
      return outputCode(source.settled ? code`${base}.outputs` : base, source.settled && !source.afterSuccess, source);
    case "dependency":
      return outputCode(code`${base}.${Code.identifier(source.field)}`, false, source);
    case "deferred":
      return inputCode(source.input, undefined);
    case "header": {
      const name = Code.literal(source.name);
      if (source.as === undefined) return code`${base}.response.headers.get(${name})`;
      return context.call("headerAs", [
        code`run`,
        code`${base}.response`,
        name,
        Code.literal(source.as),
        Code.literal(stepId),
      ]);
    }
    case "status":
      return code`${base}.status`;
    case "url":
      return code`${base}.response.url`;
    case "rest":
      return code`${base}.response.rest`;
  }
}

/**
 * A field of what a workflow returned, where only some of its endings have the field: `"sid" in answer ? … : undefined`.
 * @param missing There may be nothing to take it from.
 */
function outputCode(
  base: Code,
  missing: boolean,
  { name, outcomes }: { readonly name: string | undefined; readonly outcomes: readonly string[] | undefined },
): Code {
  if (name === undefined) return base;
  if (outcomes === undefined) return membersCode(base, [{ key: name, optional: missing, fromIndex: false }]);
  const there = missing ? code`${base} !== undefined && ` : code``;
  const member = membersCode(base, [{ key: name, optional: false, fromIndex: false }]);
  return code`(${there}${Code.literal(name)} in ${base} ? ${member} : undefined)`;
}

/** A value of an answer that has to be there: of its data by the keys down to it, if it has no variable yet. */
export function neededCode(read: AnswerRead, context: FunctionContext): Code {
  if (read.local !== undefined) return presentCode(read, Code.identifier(read.local));
  if (!isProven(read)) return presentCode(read, fullReadCode(read, context));
  return code`run.required(${commas([Code.identifier(read.answer), ...pathOf(read).map(Code.literal)])})`;
}

/** The way down to a value of the data from the property of them that holds it. */
export function insideCode(property: Code, { source }: AnswerRead, context: FunctionContext): Code {
  if (source.kind !== "data") return property;
  return atCode(membersCode(property, source.steps.slice(1)), source.below, context);
}

/** The keys from the data of an answer down to a value. */
export function pathOf({ source }: AnswerRead): readonly (string | number)[] {
  return "steps" in source ? [...source.steps.map(({ key }) => key), ...source.below] : [];
}

/**
 * Whether the compiler knows every key down to a value of the data, and the runtime takes that many. The length of a list
 * is under no key of its own.
 */
function isProven({ source }: AnswerRead): boolean {
  if (source.kind !== "data" || !source.hasData || source.below.length > 0) return false;
  const { steps } = source;
  if (steps.at(-1)?.key === "length") return false;
  const isKnown = steps.every(
    ({ key, ofUnion, ofList }) => ofUnion === undefined && ofList === undefined && !isNumeral(key),
  );
  return isKnown && steps.length > 0 && steps.length <= 3;
}

/** Whether the compiler takes a name for a number. */
function isNumeral(key: string | number): boolean {
  return typeof key === "string" && String(Number(key)) === key;
}

/** Whether the read takes a listed property of the data itself. */
export function isField({ source }: Pick<AnswerRead, "source">): boolean {
  if (source.kind !== "data" || !source.hasData || source.below.length > 0) return false;
  const [step, ...deeper] = source.steps;
  return step !== undefined && typeof step.key === "string" && !step.optional && !step.fromIndex && deeper.length === 0;
}

/** The value, or an error that says what is missing. */
function presentCode(what: Pick<AnswerRead, "stepId" | "expression">, value: Code): Code {
  return code`run.present(${value}, ${Code.literal(what.stepId)}, ${Code.literal(what.expression)})`;
}

/** A call of the runtime's `at`; nothing but the value where the path is empty. */
function atCode(value: Code, path: readonly (string | number)[], context: FunctionContext): Code {
  if (path.length === 0) return value;
  return context.call("at", [value, ...path.map(Code.literal)]);
}

/** `.name`, `["other name"]` or `[0]`, behind `?.` where the value before it may be missing. */
export function membersCode(base: Code, steps: readonly MemberStep[]): Code {
  return code`${[base, ...steps.map(memberCode)]}`;
}

/** Where nothing has looked at what comes before, any of it may be missing. */
function stepsOf(value: Value & { readonly kind: "member" }, { reads }: FunctionContext): readonly MemberStep[] {
  return isUnchecked(value, reads) ? value.steps.map(asOptional) : value.steps;
}

function asOptional(step: MemberStep): MemberStep {
  return { ...step, optional: true };
}

function memberCode({ key, optional, fromIndex }: MemberStep): Code {
  if (typeof key === "string" && isIdentifier(key) && !fromIndex) {
    return optional ? code`?.${Code.identifier(key)}` : code`.${Code.identifier(key)}`;
  }
  return optional ? code`?.[${Code.literal(key)}]` : code`[${Code.literal(key)}]`;
}

function inputCode(name: string, local: string | undefined): Code {
  if (local !== undefined) return Code.identifier(local);
  return membersCode(code`input`, [{ key: name, optional: false, fromIndex: false }]);
}

function fieldCode({ name, value }: Field, context: FunctionContext): Code {
  const written = valueCode(value, context);
  return isIdentifier(name) && written.toString() === name ? written : code`${objectKey(name)}: ${written}`;
}

function templatePart(part: string | Value, context: FunctionContext): Code {
  return typeof part === "string" ? Code.templateText(part) : code`\${${valueCode(part, context)}}`;
}

/** A constant as an expression. */
export function jsonCode(value: Json): Code {
  if (value === null || typeof value !== "object") return Code.literal(value);
  if (Array.isArray(value)) return code`[${commas(value.map(jsonCode))}]`;
  const fields = Object.entries(value).map(([name, item]) => code`${objectKey(name)}: ${jsonCode(item)}`);
  return fields.length === 0 ? code`{}` : code`{ ${commas(fields)} }`;
}
