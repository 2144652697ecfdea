import type { HttpMethod } from "../openapi/index.js";

/** The ways through a workflow as its document tells them: for pictures and descriptions, not for code. */
export interface FlowPlan {
  /** Those that a run can come to, in the order of the document. */
  readonly steps: readonly FlowStep[];
}

export interface FlowStep {
  readonly stepId: string;
  readonly description: string | undefined;
  readonly does: FlowAct;
  /** Times in milliseconds. */
  readonly poll: FlowPoll | undefined;
  /** The kind of the callback that ends the waits of its poll. */
  readonly wokenBy: string | undefined;
  /** It is done for each element of a list: what the element is called, how many at a time, whether failures are data. */
  readonly each: FlowEach | undefined;
  /** It reads all pages of a list. */
  readonly pages: boolean;
  /** What may follow a success, in the order in which it is asked; where nothing is taken, the next step or the end. */
  readonly success: readonly FlowBranch[];
  /** Where nothing of that is taken, the step has failed. */
  readonly isDecided: boolean;
  /** What may follow a failure; where nothing is taken, it is thrown. */
  readonly failure: readonly FlowBranch[];
  /** The step that comes next in the document; `undefined` behind the last. */
  readonly next: string | undefined;
}

/** What a step does. */
export type FlowAct =
  { readonly kind: "request"; readonly method: HttpMethod; readonly path: string; readonly server: string } | FlowCall;

/** The call of another workflow. */
export interface FlowCall {
  readonly kind: "call";
  readonly workflowId: string;
  readonly fileName: string;
}

/** How a step is polled, in milliseconds: what is not written in the document is what the runtime does. */
export type FlowPoll = Readonly<Record<"interval" | "maxInterval" | "deadline", number>>;

export interface FlowEach {
  readonly as: string;
  readonly concurrency: number;
  readonly collects: boolean;
}

export interface FlowBranch {
  /** The name of the action. */
  readonly name: string;
  /** All of them have to hold. */
  readonly criteria: readonly FlowCriterion[];
  readonly then: FlowThen;
  /** It goes back to a polled step, which waits before it asks again. */
  readonly waits: boolean;
}

/** A criterion as the document has it. */
export interface FlowCriterion {
  readonly context: string | undefined;
  readonly condition: string;
  readonly type: string;
}

export type FlowThen =
  | { readonly kind: "end" }
  | { readonly kind: "step"; readonly stepId: string }
  /** Goes there for good. */
  | FlowCall
  /** At most so often, after so many milliseconds, and by way of something else. */
  | {
      readonly kind: "retry";
      readonly limit: number;
      readonly after: number;
      readonly by: { readonly kind: "step"; readonly stepId: string } | FlowCall | undefined;
    };
