import type { ApiPlan, AskedServer, ClientPlan } from "./api-plan.js";
import type {
  AskStatement,
  CallStatement,
  CompletedStatement,
  DeferredInput,
  DependencyPlan,
  RequireStatement,
  TransferStatement,
} from "./call.js";
import type { Condition } from "./condition.js";
import type { EnsureStatement, ExpectStatement, FailStatement } from "./expectation.js";
import type { Known } from "../types/known.js";
import type { FlowPlan } from "./flow-plan.js";
import type { PollSetup, RetryAction, RetrySetup } from "./loop-setup.js";
import type { RequestStatement } from "./request.js";
import type { Streamed } from "../openapi/index.js";
import type { Schema } from "../schema/index.js";
import type { NamedType, ObjectField, Type } from "../types/type.js";
import type { Field, Json, ReadId, Reads, Value } from "./value.js";

export type * from "./api-plan.js";
export type * from "./call.js";
export type * from "./condition.js";
export type * from "./expectation.js";
export type * from "./flow-plan.js";
export type * from "./loop-setup.js";
export type * from "./request.js";
export type * from "./value.js";

/** Everything that is to be written: a function for each workflow, a file of types for each API. */
export interface Plan {
  readonly workflows: readonly WorkflowPlan[];
  readonly apis: readonly ApiPlan[];
}

export interface WorkflowPlan extends FunctionIr {
  readonly workflowId: string;
  readonly functionName: string;
  readonly inputName: string;
  readonly outputName: string;
  readonly dependenciesName: string;
  readonly stepsName: string;
  /** Without folder and ending. */
  readonly fileName: string;
  /** The document and JSON Pointer that the function was made from. */
  readonly origin: string;
  /** Tells checkpoints of these steps from those of others. */
  readonly version: string;
  readonly stepCount: number;
  readonly summary: string | undefined;
  readonly description: string | undefined;
  readonly inputs: readonly InputPlan[];
  /** Types that the inputs are made of and that have names, since they hold themselves. */
  readonly inputTypes: readonly NamedType[];
  /** `false` where the caller may leave the whole argument away. */
  readonly inputRequired: boolean;
  /** The workflows that have to be completed before it. */
  readonly dependencies: readonly DependencyPlan[];
  readonly endings: readonly Ending[];
  /** What is not in it because of something that has been reported: steps, and the outputs of these names. */
  readonly lost: { readonly steps: boolean; readonly outputs: ReadonlySet<string> };
  readonly clients: readonly ClientPlan[];
  /** The servers of the functions that it calls that need something of the caller, so that it can ask at once. */
  readonly askedServers: readonly AskedServer[];
  /** It, or a function that it calls, sends requests to Twilio. */
  readonly callsTwilio: boolean;
  /** The ways through it, for those who look at it. */
  readonly flow: FlowPlan;
}

/** The statements of a function, and the table of what they read of answers. */
export interface FunctionIr {
  readonly reads: Reads;
  readonly body: readonly Statement[];
}

/** A field of the input interface. */
export interface InputPlan extends ObjectField {
  /** What stands in for the input when it is not given, and the variable that then holds it. */
  readonly fallback: { readonly local: string; readonly value: Fallback } | undefined;
  /** Set where the input may be given later. */
  readonly deferred: DeferredInput | undefined;
  readonly schema: Schema;
}

export type Fallback =
  { readonly kind: "literal"; readonly value: Json } | { readonly kind: "credential"; readonly name: "accountSid" };

/** One way for the workflow to end well, and the outputs it then has. */
export interface Ending {
  readonly outcome: string;
  readonly fields: readonly ObjectField[];
}

export type Statement =
  | RequestStatement
  | ExpectStatement
  | FailStatement
  | EnsureStatement
  | CallStatement
  | CompletedStatement
  | RequireStatement
  | TransferStatement
  | AskStatement
  | BindStatement
  | LetStatement
  | IfStatement
  | AgainStatement
  | EndStatement
  | BlockStatement
  | LoopStatement
  | JumpStatement
  | ListenStatement
  | WaitStatement
  | MachineStatement
  | GotoStatement
  | EachStatement
  | GatherStatement
  | PagesStatement
  | TakeStatement;

/** Does a step for each element of a list. */
export interface EachStatement {
  readonly kind: "each";
  readonly stepId: string;
  readonly comment: string | undefined;
  readonly items: Value;
  /** The variables of the element and of its position; `undefined` where nothing reads that. */
  readonly element: string;
  readonly index: string | undefined;
  /** Elements are done by a function each: side by side, or so that their failures are data. */
  readonly mapped: { readonly results: string; readonly concurrency: number; readonly collects: boolean } | undefined;
  readonly limit: number | undefined;
  /** The variable of the page whose items they are. */
  readonly page: string | undefined;
  /** What is gathered of all elements. */
  readonly lists: readonly GatheredList[];
  readonly body: readonly Statement[];
}

/** A list of what one output of a step is for each element. */
export interface GatheredList {
  /** The name of the output, empty for all of them. */
  readonly name: string;
  readonly local: string;
  readonly items: Type;
}

/** Adds what an element has come to. */
export interface GatherStatement {
  readonly kind: "gather";
  readonly fields: readonly Field[];
  /** The variables of the lists, in the order of the fields; `undefined` where a function returns what it has come to. */
  readonly lists: readonly string[] | undefined;
}

/** Reads the pages of a list, one after the other. */
export interface PagesStatement {
  readonly kind: "pages";
  readonly stepId: string;
  readonly comment: string | undefined;
  /** The variable of one page. */
  readonly page: string;
  readonly limit: number | undefined;
  readonly first: number | undefined;
  /** Where the URLs of pages have to lead to; `undefined` where they have none. */
  readonly follows: { readonly server: string; readonly source: string | undefined } | undefined;
  /** What a parameter is given to lead to the next page, where something in the answer does. */
  readonly token: Type | undefined;
  /** How the stream is read whose parts they are; `undefined` where they are none. */
  readonly stream: Streamed["format"] | undefined;
  /** The items of all pages; `undefined` where a step is done for those of each page, or nothing reads them. */
  readonly list: { readonly local: string; readonly items: Type } | undefined;
  /** The step that is done for the items of each page. */
  readonly doing: string | undefined;
  readonly body: readonly Statement[];
}

/** Adds the items of a page to the list of all, or only says which page is next. */
export interface TakeStatement {
  readonly kind: "take";
  readonly list: string | undefined;
  /** What the page makes of its answer. */
  readonly value: Value;
}

/** Names what a step's answer holds, where it is read more than once or has to be there. */
export interface BindStatement {
  readonly kind: "bind";
  /** It goes on with what an earlier one in its list began, which names only what is read between them. */
  readonly isRest?: true;
  /** The variable of the answer. */
  readonly answer: string;
  /** What has a variable that is set here; nothing before variables are given. */
  readonly reads: readonly ReadId[];
  /** Those of them that are set elsewhere, too, but declared here. */
  readonly declares: readonly ReadId[];
}

/** Declares what is bound inside of a block or loop and read outside of it. */
export interface LetStatement {
  readonly kind: "let";
  readonly reads: readonly ReadId[];
}

export interface IfStatement {
  readonly kind: "if";
  readonly condition: Condition;
  readonly then: readonly Statement[];
}

/** Where the condition holds and the action may be taken once more: counts it, waits, and goes on with `then`. */
export interface AgainStatement {
  readonly kind: "again";
  readonly condition: Condition | undefined;
  /** The variable that counts the retries. */
  readonly retry: string;
  /** What failed, a request or a called workflow, and the variable of its answer. */
  readonly of: "request" | "workflow";
  readonly answer: string;
  readonly action: RetryAction;
  readonly then: readonly Statement[];
}

/** Returns the outputs. */
export interface EndStatement {
  readonly kind: "end";
  readonly outcome: string;
  /** The outputs as they were planned, by which the ending is known. */
  readonly planned: readonly Field[];
  /** Those that may be there. */
  readonly fields: readonly Field[];
  /** What the compiler knows of them, by their names. */
  readonly known: ReadonlyMap<string, Known>;
}

/** Statements that a jump can leave. */
export interface BlockStatement {
  readonly kind: "block";
  readonly label: string;
  readonly body: readonly Statement[];
}

/** Statements that are repeated until something leaves them. */
export interface LoopStatement {
  readonly kind: "loop";
  readonly label: string | undefined;
  readonly before: PollSetup | RetrySetup | undefined;
  readonly body: readonly Statement[];
}

/** Leaves a block or loop, or begins a loop again. */
export interface JumpStatement {
  readonly kind: "break" | "continue";
  readonly label: string | undefined;
}

/** Steps that lead to each other in ways that no block or loop can express: one case each, and what is next. */
export interface MachineStatement {
  readonly kind: "machine";
  readonly label: string;
  readonly setups: readonly PollSetup[];
  /** The variable that says which case is next. */
  readonly local: string;
  readonly cases: readonly MachineCase[];
}

export interface MachineCase {
  readonly stepId: string;
  readonly body: readonly Statement[];
}

/** Says which case is next. */
export interface GotoStatement {
  readonly kind: "goto";
  readonly local: string;
  readonly stepId: string;
}

/** Begins a poll that a callback wakes. */
export interface ListenStatement {
  readonly kind: "listen";
  /** The variable of the poll. */
  readonly polling: string;
  /** Makes the poll; `undefined` where that has been done. */
  readonly setup: PollSetup | undefined;
  /** The kind of the callback. */
  readonly event: string;
  /** What it is about. */
  readonly match: Value;
}

/** Waits until the poll may ask again. */
export interface WaitStatement {
  readonly kind: "wait";
  readonly polling: string;
  /** What is known should the poll give up. */
  readonly known: readonly Field[];
}
