// The face of this room.
export { isOfAnotherKind, readArazzo, type ArazzoDocument, type ArazzoVersion } from "./read.js";
export type { ArazzoDescription } from "./model/arazzo-document.js";
export type { Components } from "./model/components.js";
export type { Criterion } from "./model/criterion.js";
export type { ExpressionType } from "./model/expression-type.js";
export type { FailureAction } from "./model/failure-action.js";
export type { Info } from "./model/info.js";
export type { InputExtensions } from "./model/input-extensions.js";
export type { JsonSchema } from "./model/json-schema.js";
export type { Outputs } from "./model/outputs.js";
export type { Parameter } from "./model/parameter.js";
export type { PayloadReplacement } from "./model/payload-replacement.js";
export type { Poll } from "./model/poll.js";
export type { RequestBody } from "./model/request-body.js";
export { isReusable, type Reusable } from "./model/reusable.js";
export { isSelector, type Selector } from "./model/selector.js";
export type { SourceDescription } from "./model/source-description.js";
export type { Step } from "./model/step.js";
export type { SuccessAction } from "./model/success-action.js";
export type { Workflow } from "./model/workflow.js";
export { resolveReusable, type Resolved, type ReusableKinds } from "./reuse.js";
export { isFailure, type Failure } from "./failure.js";
export type * from "./expression/expression.js";
export { formatExpression } from "./expression/format.js";
export { parseExpression } from "./expression/parse.js";
export {
  parseOperationPath,
  parseOperationReference,
  parseStepReference,
  parseWorkflowReference,
  type IdReference,
  type OperationPathReference,
  type StepReference,
} from "./expression/reference.js";
export { formatTemplate, parseTemplate, type TemplatePart } from "./expression/template.js";
export { isExpression, parseText, type TextValue } from "./expression/text.js";
export type * from "./condition/condition.js";
export { conditionExpressions } from "./condition/expressions.js";
export { asSimple } from "./condition/as-simple.js";
export { parseCondition, type CriterionFailure, type CriterionText, type ConditionText } from "./condition/parse.js";
export { PatternJudge } from "./condition/pattern-judge.js";
export { slowSelection } from "./condition/slow-pattern.js";
export { parseJsonPath } from "./jsonpath/parse.js";
export { splitQuery, type SplitQuery } from "./jsonpath/split.js";
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
export { parseSelector, parseTarget, type ParsedSelector, type Selection, type SelectorFailure } from "./selection.js";
