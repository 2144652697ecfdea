// The face of this room.
export { isOfAnotherKind, readArazzo, type ArazzoDocument } from "./read.js";
export type { Components } from "./model/components.js";
export type { Criterion } from "./model/criterion.js";
export type { FailureAction, SuccessAction } from "./model/action.js";
export type { Parameter } from "./model/parameter.js";
export type { PayloadReplacement, RequestBody } from "./model/request-body.js";
export { isReusable, type Reusable } from "./model/reusable.js";
export { isSelector, type Outputs, type Selector } from "./model/selector.js";
export type { SourceDescription } from "./model/source-description.js";
export type { Step } from "./model/step.js";
export type { Workflow } from "./model/workflow.js";
export type { SecurityEntry } from "./model/x-security.js";
export { resolveReusable } from "./reuse.js";
export { isHeaderName } from "./header-name.js";
export { isFailure, type Failure } from "./failure.js";
export type * from "./expression/expression.js";
export { declaredExpression, meantExpression, type DeclaredNames } from "./expression/meant.js";
export { habitsIn, withBraces, type Habit } from "./expression/habits.js";
export { eachItemMeant, type EachItem } from "./expression/every.js";
export { formatExpression } from "./expression/format.js";
export { parseExpression } from "./expression/parse.js";
export {
  parseOperationPath,
  parseOperationReference,
  parseStepReference,
  parseWorkflowReference,
  type StepReference,
} from "./expression/reference.js";
export { isLiteralText } from "./expression/literal.js";
export { formatTemplate, parseTemplate, type TemplatePart } from "./expression/template.js";
export { isExpression, parseText, type TextValue } from "./expression/text.js";
export type * from "./condition/condition.js";
export { conditionExpressions } from "./condition/expressions.js";
export { asSimple, otherwiseInSimple } from "./condition/as-simple.js";
export { parseCondition, type CriterionText, type ConditionText } from "./condition/parse.js";
export { PatternJudge } from "./condition/pattern-judge.js";
export { slowSelection } from "./condition/slow-pattern.js";
export { parseJsonPath } from "./jsonpath/parse.js";
export { splitQuery } from "./jsonpath/split.js";
export {
  isSingular,
  singularTokens,
  type JsonPathQuery,
  type Segment,
  type Selector as JsonPathSelector,
} from "./jsonpath/query.js";
export type {
  Comparable,
  ComparisonOperator,
  Filter,
  FilterLiteral,
  FilterPath,
  FunctionCall,
} from "./jsonpath/query.js";
export { meantPointer, parseSelector, parseTarget, type Selection } from "./selection.js";
export { partsOfWorkflow } from "./walk.js";
