import type { Type } from "../types/type.js";

export type Json = null | boolean | number | string | readonly Json[] | { readonly [key: string]: Json };

export interface Field {
  readonly name: string;
  readonly value: Value;
}

/** Names a value of an answer in the table of reads of its function. */
export type ReadId = number;

/** The values that a function reads of answers, by their ids. */
export type Reads = ReadonlyMap<ReadId, AnswerRead>;

/** One value of a step's answer. */
export interface AnswerRead {
  readonly id: ReadId;
  readonly stepId: string;
  /** The variable of the answer. */
  readonly answer: string;
  readonly source: AnswerSource;
  readonly type: Type;
  /** The runtime expression, for errors. */
  readonly expression: string;
  /** A good name for a variable, should one be needed. */
  readonly suggestedName: string;
  /** Every later step that reads it cannot do without it, so that it is demanded as soon as the answer is there. */
  readonly needed: boolean;
  /** It is read where the step may not have run. */
  readonly mayBeUnset: boolean;
  /** The variable that holds it, once one does. */
  readonly local: string | undefined;
  /** The variable is declared outside of where it is set. */
  readonly hoisted: boolean;
  /** The property that it stands below, if that has a variable for all that is read below it. */
  readonly owner?: ReadId | undefined;
}

/** Where in the answer a value stands. */
export type AnswerSource =
  /** `afterSuccess`: the step has succeeded. `hasData`: there are data; steps can succeed with errors too. */
  | ({ readonly kind: "data"; readonly afterSuccess: boolean; readonly hasData: boolean } & PropertyPath)
  /** `either`: of the body, whether it is that of a 2xx or of an error. */
  | ({ readonly kind: "error" | "either"; readonly afterSuccess: boolean } & PropertyPath)
  /** `as`: what becomes of its text. */
  | { readonly kind: "header"; readonly name: string; readonly as: "number" | "boolean" | undefined }
  /** `rest`: that there is more of a stream. */
  | { readonly kind: "status" | "url" | "rest" }
  | OutputSource
  /** The same of a workflow that this one depends on: of the field of this name. */
  | {
      readonly kind: "dependency";
      readonly field: string;
      readonly name: string | undefined;
      readonly outcomes: readonly string[] | undefined;
      readonly discriminates: boolean;
    }
  /** An input that is given later. */
  | { readonly kind: "deferred"; readonly input: string }
  /** Made of other values. `sent`: of those that the request was made of, and not of what the answer has changed. */
  | { readonly kind: "made"; readonly value: Value; readonly sent: boolean };

/** What a workflow that was called returned. */
export interface OutputSource {
  readonly kind: "output";
  /** One of the outputs; `undefined` for all of them. */
  readonly name: string | undefined;
  /** The variable holds what came of the call, and not what it returned. */
  readonly settled: boolean;
  /** The call has not failed. */
  readonly afterSuccess: boolean;
  /** The endings of the workflow that have the output; `undefined` where all have. */
  readonly outcomes: readonly string[] | undefined;
  /** Comparing the output tells the compiler which ending it was. */
  readonly discriminates: boolean;
}

/** The way down to a value that stands inside of another. */
export interface PropertyPath {
  readonly steps: readonly MemberStep[];
  /** Where it goes on below what the compiler knows to be there. */
  readonly below: readonly (string | number)[];
}

/** One step down from a value: a property or an index. */
export interface MemberStep {
  readonly key: string | number;
  /** What stands before may be `null` or `undefined`. */
  readonly optional: boolean;
  /** The schema does not list the key. */
  readonly fromIndex: boolean;
  /** What stands before may be of one of several types, which the value tells apart. */
  readonly ofUnion?: boolean;
  /** The length of a list. */
  readonly ofList?: true;
}

export type Value =
  | {
      readonly kind: "input";
      readonly name: string;
      readonly local: string | undefined;
      readonly steps: readonly MemberStep[];
    }
  | { readonly kind: "read"; readonly read: ReadId }
  | { readonly kind: "literal"; readonly value: Json }
  | { readonly kind: "object"; readonly fields: readonly Field[] }
  | { readonly kind: "array"; readonly items: readonly Value[] }
  | { readonly kind: "template"; readonly parts: readonly (string | Value)[] }
  /** A number or a boolean as text. */
  | { readonly kind: "text"; readonly value: Value }
  /** What a JSONPath that leads nowhere comes to. */
  | { readonly kind: "undefined" }
  /** Where callbacks to the run are sent, if it takes any. */
  | { readonly kind: "callbackUrl" }
  /**
   * The item of a list that a condition looks at, or the element that a step is done for; also a list that was gathered.
   * `isOwn`: it is of the caller, or was made by the function itself, so that it is what its type says.
   */
  | { readonly kind: "item"; readonly local: string; readonly isOwn?: boolean }
  /** The items that a page of a list has, up to what may be read; `next`: what leads to the next one, unless they are counted. */
  | { readonly kind: "paged"; readonly page: string; readonly items: Value; readonly next: Value | undefined }
  /** What stands inside of another value. */
  | ({ readonly kind: "member"; readonly of: Value } & PropertyPath)
  /** The value, or an error that says what is missing. */
  | { readonly kind: "present"; readonly value: Value; readonly stepId: string; readonly expression: string }
  /** The value, of which nothing is known, as a place takes it, or an error. */
  | {
      readonly kind: "checked";
      readonly value: Value;
      /** What `checked` of the runtime looks for. */
      readonly as: string | readonly (string | number | boolean)[];
      /** Nothing is sent where it is missing. */
      readonly optional: boolean;
      readonly stepId: string;
      readonly expression: string;
    }
  /** The item of a list of one; an error where there are several. */
  | { readonly kind: "only"; readonly value: Value; readonly stepId: string; readonly expression: string }
  /** What stands inside of each item of a list, where something does. */
  | { readonly kind: "each"; readonly value: Value; readonly path: readonly (string | number)[] }
  /** All values that a JSONPath query finds; `items`: of a query that finds items of a list. */
  | { readonly kind: "query"; readonly value: Value; readonly query: string; readonly items: boolean }
  /** A copy of a value with another one at a place inside of it. */
  | {
      readonly kind: "replaced";
      readonly value: Value;
      readonly path: readonly (string | number)[];
      readonly by: Value;
    }
  /** What a function of the runtime makes of a value; `Object.values` for `members`. */
  | { readonly kind: "made"; readonly by: Maker; readonly value: Value }
  /** The value, or something else where it is missing. */
  | { readonly kind: "or"; readonly value: Value; readonly otherwise: Value | "NaN" };

export type Maker =
  | "asListed"
  | "asText"
  | "toBase64"
  | "toNumber"
  | "toText"
  | "lengthOf"
  | "countOf"
  | "sizeOf"
  | "itemsOf"
  | "asPattern"
  | "queryText"
  | "markupText"
  | "cdataText"
  | "queryLiteral"
  | "nextLink"
  | "members";
