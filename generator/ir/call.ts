import type { Condition } from "./condition.js";
import type { ObjectField } from "../types/type.js";
import type { Known } from "../types/known.js";
import type { Field, ReadId } from "./value.js";

/** A call of the function of another workflow. */
export interface CallPlan {
  readonly functionName: string;
  readonly fileName: string;
  /** The step that calls it. */
  readonly stepId: string;
  /** The action that calls it, where it is not the step itself. */
  readonly action: string | undefined;
  /** In milliseconds. */
  readonly timeout: number | undefined;
  readonly inputs: readonly Field[];
  /** What the workflow takes from those that it depends on; `undefined` where it depends on none. */
  readonly dependencies: readonly Field[] | undefined;
}

/** Calls a workflow and keeps what it returns. */
export interface CallStatement {
  readonly kind: "call";
  readonly call: CallPlan;
  /** `undefined` where nothing looks at what it returns. */
  readonly local: string | undefined;
  readonly comment: string | undefined;
  /** Its failure becomes data. */
  readonly settled: boolean;
}

/** Throws the error that a called workflow ended in. */
export interface CompletedStatement {
  readonly kind: "completed";
  readonly local: string;
}

/** Throws unless a criterion on what a called workflow returned holds. */
export interface RequireStatement {
  readonly kind: "require";
  readonly stepId: string;
  readonly condition: Condition;
  readonly criterion: string;
}

/** Ends as another workflow does. */
export interface TransferStatement {
  readonly kind: "transfer";
  readonly call: CallPlan;
  /** What to call the ending, where the other workflow gives it no name. */
  readonly outcome: string | undefined;
}

/** Asks for an input that is given later. */
export interface AskStatement {
  readonly kind: "ask";
  readonly stepId: string;
  readonly comment: string | undefined;
  readonly read: ReadId;
  /** The variable is set elsewhere, too, but declared here. */
  readonly declares: boolean;
  /** The input, and the variable that holds it or its default. */
  readonly input: { readonly name: string; readonly local: string | undefined };
  /** What is known by then. */
  readonly known: readonly Field[];
  /** What the compiler knows of that, by its names. */
  readonly narrowed: ReadonlyMap<string, Known>;
}

/** A workflow that has to be completed before this one: a field of an argument of its own. */
export interface DependencyPlan {
  readonly workflowId: string;
  readonly functionName: string;
  readonly fileName: string;
  /** The field for what it returned, and its type. */
  readonly outputs: string;
  readonly outputName: string;
  /** The field for what it was given, and its type; `undefined` where nothing reads that. */
  readonly inputs: { readonly field: string; readonly typeName: string } | undefined;
}

/** An input that is given later: what a function that is asked for it is told. */
export interface DeferredInput {
  readonly known: readonly ObjectField[];
}
