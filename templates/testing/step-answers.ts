import type { Failure } from "../runtime/index.js";

/**
 * What the steps of a workflow are answered, by the id of the step. `Steps` is the type that is generated for the workflow,
 * such as `SendMessageTrackStatusSteps`. A step that calls a workflow has the answers of that one's steps. A step that is
 * not to be reached needs none.
 */
export type AnswersOf<Steps> = {
  readonly [Step in keyof Steps]?: Steps[Step] extends { responses: infer Responses }
    ? StepAnswers<Responses>
    : AnswersOf<Steps[Step]>;
};

/**
 * The answers to one step: one for all of its requests, a list of one for each, or a function that is asked each time. A
 * list that has come to its end is an error: the step asks more often than the test expects.
 */
export type StepAnswers<Responses = Documented> =
  StepAnswer<Responses> | readonly StepAnswer<Responses>[] | ((asked: Asked) => StepAnswer<Responses>);

/** One answer: one that is documented for the step, or what `refused`, `lost` and the like make. */
export type StepAnswer<Responses = Documented> = DocumentedAnswer<Responses> | OtherAnswer;

/** An answer with one of the statuses that are documented, and of its body as much as the test needs. */
type DocumentedAnswer<Responses> = {
  [Status in keyof Responses & number]: Answered & StatusOf<Status> & { readonly body?: BodyOf<Responses[Status]> };
}[keyof Responses & number];

/** 200 need not be said. */
type StatusOf<Status> = 200 extends Status ? { readonly status?: Status } : { readonly status: Status };

type BodyOf<Response> = Response extends { content: infer Content } ? PartOf<Content[keyof Content]> : undefined;

/** A part of a value: objects may lack fields. */
type PartOf<T> = T extends Blob
  ? Blob | Uint8Array
  : T extends readonly (infer Item)[]
    ? readonly PartOf<Item>[]
    : T extends object
      ? { readonly [Name in keyof T]?: PartOf<T[Name]> }
      : T;

/** What an answer may say beside its status and its body. */
interface Answered {
  /** @default the content type that fits the body */
  readonly headers?: Readonly<Record<string, string>>;
  /** How long it takes to come, in milliseconds of the run's clock. @default 0 */
  readonly ms?: number;
}

/** An answer that is not documented, or none. */
export interface OtherAnswer extends Answered {
  readonly other: true;
  readonly status: number;
  readonly body?: unknown;
  readonly failure?: Failure;
}

/** Any statuses and bodies, for what has no types. */
export type Documented = Readonly<Record<number, { readonly content: { readonly "application/json": unknown } }>>;

/** A request that was made. */
export interface Asked {
  /** The id of the step; behind that of a step which calls a workflow, and a `/`, that of a step of that one. */
  readonly step: string;
  readonly method: string;
  /** As it would be sent to the API, with its query. */
  readonly url: string;
  /** Names in lower case; without what signs the request. */
  readonly headers: Readonly<Record<string, string>>;
  /** The parsed JSON; of a form an object, in which fields that occur more than once are lists; else the text. */
  readonly body: unknown;
  /** When it was made: milliseconds of the run's clock since the first request. */
  readonly at: number;
}
