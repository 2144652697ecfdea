/**
 * A runtime expression, as data.
 *
 * Names that may hold dots are kept as `path`, the name split at its dots: `$inputs.address.city` has the path
 * `["address", "city"]`, and only who knows the declared names can tell the input `address.city` from the property
 * `city` of the input `address`. Try the longest declared name first; what remains are properties, then comes `pointer`.
 *
 * `pointer` holds the reference tokens of a JSON Pointer, unescaped. De-reference (`$response.body.a[0]`) ends up
 * there too: it is another spelling of `$response.body#/a/0`.
 *
 * @see https://spec.openapis.org/arazzo/v1.0.1.html#runtime-expressions
 * @see https://spec.openapis.org/arazzo/v1.1.0.html#runtime-expressions
 */
export type Expression =
  | { readonly kind: "url" | "method" | "statusCode" | "self" }
  | HeaderExpression
  | RequestParameterExpression
  | BodyExpression
  | InputsExpression
  | OutputsExpression
  | StepsExpression
  | WorkflowsExpression
  | SourceDescriptionsExpression
  | ComponentsExpression
  | EachExpression;

/** `$response.header.Location`. The name is as written; header names are compared without regard to case. */
export interface HeaderExpression {
  readonly kind: "header";
  readonly of: "request" | "response";
  readonly name: string;
}

/** `$request.query.limit`, `$request.path.id`: a parameter that the step itself sends. */
export interface RequestParameterExpression {
  readonly kind: "query" | "path";
  readonly name: string;
}

/** `$response.body#/items/0/id`. An empty pointer is the whole body. */
export interface BodyExpression {
  readonly kind: "body";
  readonly of: "request" | "response";
  readonly pointer: readonly string[];
}

/** A name split at its dots, and where in its value the expression points. */
export interface NamedValue {
  readonly path: readonly string[];
  readonly pointer: readonly string[];
}

/** `$inputs.customer#/name`. */
export interface InputsExpression extends NamedValue {
  readonly kind: "inputs";
}

/** `$outputs.orderId`. */
export interface OutputsExpression extends NamedValue {
  readonly kind: "outputs";
}

/** `$steps.createOrder.outputs.id`. An empty `path` is all outputs, as one object. */
export interface StepsExpression extends NamedValue {
  readonly kind: "steps";
  readonly stepId: string;
}

/** `$workflows.login.outputs.token`. An empty `path` is all of them, as one object. */
export interface WorkflowsExpression extends NamedValue {
  readonly kind: "workflows";
  readonly workflowId: string;
  readonly field: "inputs" | "outputs";
}

/** `$sourceDescriptions.petstore.getPet`: an operation or workflow first, else a field such as `url`. */
export interface SourceDescriptionsExpression {
  readonly kind: "sourceDescriptions";
  readonly name: string;
  readonly reference: string;
}

/** `$each.recipient#/to`: the element that a step is done for, or its position, `$each.index`. */
export interface EachExpression extends NamedValue {
  readonly kind: "each";
}

export type ComponentType = "inputs" | "parameters" | "successActions" | "failureActions";

/** `$components.parameters.page`. */
export interface ComponentsExpression {
  readonly kind: "components";
  readonly type: ComponentType;
  readonly name: string;
}
