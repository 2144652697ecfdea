import type { Api, HttpMethod, Operation } from "../openapi/index.js";
import type { ObjectField, Type } from "./type.js";

/** Everything that is to be written: a function for each workflow, a file of types for each API. */
export interface Plan {
  readonly workflows: readonly WorkflowPlan[];
  readonly apis: readonly ApiPlan[];
}

/** The types of one OpenAPI document, as far as the workflows use it. */
export interface ApiPlan {
  readonly fileName: string;
  readonly interfaceName: string;
  readonly api: Api;
  readonly operations: readonly Operation[];
  /** Component schemas that generated functions name, and the names under which they do. */
  readonly aliases: ReadonlyMap<string, string>;
}

export interface WorkflowPlan {
  readonly workflowId: string;
  readonly functionName: string;
  readonly inputName: string;
  readonly outputName: string;
  /** Without folder and ending. */
  readonly fileName: string;
  /** The document and JSON Pointer that the function was made from. */
  readonly origin: string;
  readonly stepCount: number;
  readonly summary: string | undefined;
  readonly description: string | undefined;
  readonly inputs: readonly InputPlan[];
  /** `false` where the caller may leave the whole argument away. */
  readonly inputRequired: boolean;
  readonly endings: readonly Ending[];
  readonly clients: readonly ClientPlan[];
  readonly body: readonly Statement[];
}

/** A field of the input interface. */
export interface InputPlan extends ObjectField {
  /** What stands in for the input when it is not given, and the variable that then holds it. */
  readonly fallback: { readonly local: string; readonly value: Fallback } | undefined;
}

export type Fallback =
  { readonly kind: "literal"; readonly value: Json } | { readonly kind: "credential"; readonly name: "accountSid" };

/** One way for the workflow to end well, and the outputs it then has. */
export interface Ending {
  readonly outcome: string;
  readonly fields: readonly ObjectField[];
}

/** A variable that holds the client of one server. */
export interface ClientPlan {
  readonly local: string;
  readonly interfaceName: string;
  readonly fileName: string;
  readonly server: string;
}

export type Json = null | boolean | number | string | readonly Json[] | { readonly [key: string]: Json };

export type Statement = RequestStatement | ExpectStatement | BindStatement | IfStatement | EndStatement | PollStatement;

/** Sends the request of a step and keeps the answer in `local`. */
export interface RequestStatement {
  readonly kind: "request";
  readonly stepId: string;
  readonly local: string;
  readonly comment: string | undefined;
  readonly client: string;
  readonly method: HttpMethod;
  readonly path: string;
  readonly parameters: readonly ParameterGroup[];
  readonly contentType: string | undefined;
  readonly body: Value | undefined;
  /** The variable of the poll that makes this attempt. */
  readonly poll: string | undefined;
}

export interface ParameterGroup {
  readonly in: "path" | "query" | "header" | "cookie";
  readonly fields: readonly Field[];
}

export interface Field {
  readonly name: string;
  readonly value: Value;
}

/** Throws unless the criterion holds. */
export interface ExpectStatement {
  readonly kind: "expect";
  readonly stepId: string;
  readonly local: string;
  readonly condition: Condition;
  /** The criterion as the reader of an error should see it. */
  readonly criterion: string;
}

/** Names what a step's answer holds, where it is read more than once or has to be there. */
export interface BindStatement {
  readonly kind: "bind";
  readonly reads: readonly FieldRead[];
}

export interface IfStatement {
  readonly kind: "if";
  readonly condition: Condition;
  readonly then: readonly Statement[];
}

/** Returns the outputs. */
export interface EndStatement {
  readonly kind: "end";
  readonly outcome: string;
  readonly fields: readonly Field[];
}

/** Repeats a step until one of the endings in its body is reached. */
export interface PollStatement {
  readonly kind: "poll";
  readonly stepId: string;
  readonly local: string;
  /** Times in milliseconds, where the document sets them. */
  readonly options: Readonly<Record<string, number>>;
  readonly body: readonly Statement[];
  /** What is known when the poll gives up. */
  readonly known: readonly Field[];
}

/** One value inside an answer's body. */
export interface FieldRead {
  readonly stepId: string;
  /** The variable of the answer. */
  readonly answer: string;
  readonly steps: readonly MemberStep[];
  readonly type: Type;
  /** The runtime expression, for errors. */
  readonly expression: string;
  /** A good name for a variable, should one be needed. */
  readonly suggestedName: string;
  /** A later step cannot do without it. */
  needed: boolean;
  /** The variable that holds it, once one does. */
  local: string | undefined;
}

/** One step down from a value: a property or an index. */
export interface MemberStep {
  readonly key: string | number;
  /** What stands before may be `null` or `undefined`. */
  readonly optional: boolean;
  /** The schema does not list the key. */
  readonly fromIndex: boolean;
}

export type Value =
  | {
      readonly kind: "input";
      readonly name: string;
      readonly local: string | undefined;
      readonly steps: readonly MemberStep[];
    }
  | { readonly kind: "read"; readonly read: FieldRead; readonly orAbsent: boolean }
  | { readonly kind: "literal"; readonly value: Json }
  | { readonly kind: "object"; readonly fields: readonly Field[] }
  | { readonly kind: "array"; readonly items: readonly Value[] }
  | { readonly kind: "template"; readonly parts: readonly (string | Value)[] }
  /** A number or a boolean as text. */
  | { readonly kind: "text"; readonly value: Value }
  | { readonly kind: "status"; readonly answer: string };

export type Condition =
  | { readonly kind: "and" | "or"; readonly operands: readonly Condition[] }
  | { readonly kind: "not"; readonly operand: Condition }
  | {
      readonly kind: "compare";
      readonly operator: "===" | "!==" | "<" | "<=" | ">" | ">=";
      readonly left: Value;
      readonly right: Value;
      /** `text`: compared without regard to case; `number`: numeric text counts as a number; `nullish`: what is absent is `null`. */
      readonly as: "exact" | "text" | "number" | "nullish";
    }
  /** There, and neither `false` nor `null`. */
  | { readonly kind: "truthy"; readonly value: Value }
  /** The answer's status is a 2xx. */
  | { readonly kind: "ok"; readonly answer: string };
