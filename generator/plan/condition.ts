import type { CompareCondition, Condition as ParsedCondition, Operand, Span } from "../arazzo/index.js";
import { didYouMean } from "../diagnostics.js";
import type { Path } from "../documents/index.js";
import { meet } from "./compatible.js";
import { describeType } from "./describe.js";
import type { Condition } from "./model.js";
import type { WorkflowPlanning } from "./planning.js";
import { resolve } from "./resolve.js";
import {
  allows,
  expanded,
  listedValues,
  literals,
  membersOf,
  nothing,
  present,
  string,
  number,
  type Type,
} from "./type.js";
import type { TypedValue } from "./typed-value.js";
import type { Viewpoint } from "./viewpoint.js";

/** Where a condition stands: its text in the document, and what it may see. */
export interface ConditionSite {
  readonly planning: WorkflowPlanning;
  /** What the condition may see. */
  readonly from: Omit<Viewpoint, "place">;
  /** The field `condition` of the criterion. */
  readonly at: Path;
}

/** The condition as code will ask it, or `undefined` after saying what is wrong with it. */
export function planCondition(condition: ParsedCondition, site: ConditionSite): Condition | undefined {
  switch (condition.kind) {
    case "or":
    case "and": {
      const operands = condition.operands.map((operand) => planCondition(operand, site));
      return operands.every((operand) => operand !== undefined) ? { kind: condition.kind, operands } : undefined;
    }
    case "not": {
      const operand = planCondition(condition.operand, site);
      return operand && { kind: "not", operand };
    }
    case "compare":
      return planComparison(condition, site);
    case "filter":
      // The answers of an operation are objects; a list would be looked through item by item.
      if (condition.self !== undefined) return planCondition(condition.self, site);
      return unsupported(condition, `conditions of this form (${condition.kind}) are`, site);
    case "test":
    case "regex":
    case "jsonpath":
      return unsupported(condition, `conditions of this form (${condition.kind}) are`, site);
  }
}

/** @see https://spec.openapis.org/arazzo/v1.0.1.html#criterion-object */
function planComparison(condition: CompareCondition, site: ConditionSite): Condition | undefined {
  const left = planOperand(condition.left, site);
  const right = planOperand(condition.right, site);
  if (left === undefined || right === undefined) return undefined;
  const as = manner(condition, left.type, right.type);
  if (as === undefined || !canHold(condition, left.type, right.type)) {
    reportImpossible(condition, left, right, site);
    return undefined;
  }
  const operator = condition.op === "==" ? "===" : condition.op === "!=" ? "!==" : condition.op;
  return { kind: "compare", operator, left: left.value, right: right.value, as };
}

function planOperand(operand: Operand, site: ConditionSite): TypedValue | undefined {
  switch (operand.kind) {
    case "literal": {
      const type = operand.value === null ? nothing : literals([operand.value]);
      return type && { value: { kind: "literal", value: operand.value }, type, description: undefined };
    }
    case "expression":
      return resolve(operand.expression, operand.text, viewpoint(operand, site));
    case "path":
      if (operand.base === "context" && operand.context.kind === "body") {
        const pointer = [...operand.context.pointer, ...operand.tokens];
        return resolve(
          { ...operand.context, pointer },
          `$response.body#/${pointer.join("/")}`,
          viewpoint(operand, site),
        );
      }
  }
  return unsupported(operand, `operands of this form (${operand.kind}) are`, site);
}

/** How two values are compared, so that the code says what the rules of the condition mean. */
function manner(
  { op, rules, ignoreCase }: CompareCondition,
  left: Type,
  right: Type,
): (Condition & { kind: "compare" })["as"] | undefined {
  const equality = op === "==" || op === "!=";
  const values = [present(left), present(right)] as const;
  if (equality && (left.kind === "null" || right.kind === "null")) return rules === "rfc9535" ? "exact" : "nullish";
  if (values.every(isNumber)) return equality || !mayBeMissing(left, right) ? "exact" : "number";
  if (values.every(isText)) return equality ? (ignoreCase ? "text" : "exact") : undefined;
  if (rules === "simple" && values.some(isNumber) && values.some(isText)) return "number";
  return equality && meet(values[0], values[1]) !== undefined ? "exact" : undefined;
}

function mayBeMissing(...types: readonly Type[]): boolean {
  return types.some((type) => allows(type, "null") || allows(type, "undefined"));
}

function isNumber(type: Type): boolean {
  return membersOf(expanded(type)).every((member) => member.kind === "number" || typeof literalOf(member) === "number");
}

function isText(type: Type): boolean {
  return membersOf(expanded(type)).every(
    (member) => member.kind === "string" || member.kind === "openString" || typeof literalOf(member) === "string",
  );
}

function literalOf(type: Type): string | number | boolean | undefined {
  return type.kind === "literal" ? type.value : undefined;
}

/** Whether a field whose values are listed can be what it is compared with. */
function canHold({ op, ignoreCase }: CompareCondition, left: Type, right: Type): boolean {
  if (op !== "==" && op !== "!=") return true;
  return fitsList(left, right, ignoreCase) && fitsList(right, left, ignoreCase);
}

function fitsList(field: Type, other: Type, ignoreCase: boolean): boolean {
  const literal = literalOf(other);
  const listed = field.kind === "literal" ? undefined : listedValues(field);
  if (literal === undefined || listed === undefined || listed.length === 0) return true;
  const fold = (value: unknown): string => (ignoreCase ? String(value).toLowerCase() : String(value));
  return listed.some((value) => fold(value) === fold(literal));
}

function reportImpossible(condition: CompareCondition, left: TypedValue, right: TypedValue, site: ConditionSite): void {
  const [literal, field, spot] =
    left.value.kind === "literal" ? [left, right, condition.left] : [right, left, condition.right];
  const value = literal.value.kind === "literal" ? JSON.stringify(literal.value.value) : "this";
  const listed = listedValues(field.type)?.map(String) ?? [];
  const hint = literal.value.kind === "literal" ? didYouMean(String(literal.value.value), listed) : undefined;
  site.planning.findings.add(
    "impossible-condition",
    site.planning.linked.document.placeInside(site.at, spot.start, spot.end),
    `${value} can never be compared here: the field is ${describeType(field.type)}`,
    hint,
  );
}

function viewpoint({ start, end }: Span, { planning, from, at }: ConditionSite): Viewpoint {
  return { ...from, place: planning.linked.document.placeInside(at, start, end) };
}

function unsupported(part: Span, what: string, site: ConditionSite): undefined {
  const place = site.planning.linked.document.placeInside(site.at, part.start, part.end);
  site.planning.findings.add("unsupported-feature", place, `${what} not compiled yet`);
  return undefined;
}
