import type { BodyWriter } from "../encoding/body.js";
import type { Received } from "../answers/response.js";
import type { AnyFailure, AnySuccess, StepInit } from "../run/step.js";

type Method = "get" | "put" | "post" | "patch" | "delete" | "head" | "options";

/**
 * The client of one server, with the types of its document. openapi-fetch's own types infer the options of a call, and
 * with that let misspelt fields pass; and they take apart every answer, which loses `(string & {})`.
 *
 * Each path has a signature of its own, so that the compiler compares a call with its own operation alone: with all of
 * them at once it would take ten times as long. The last signature is there for what it says of a call that is wrong.
 */
export type Client<Paths extends {}> = {
  readonly [M in Method as Uppercase<M>]: AllOf<Calls<Paths, M>[PathsWith<Paths, M>]> & AnyCall<Paths, M>;
};

type Calls<Paths, M extends Method> = {
  [Path in PathsWith<Paths, M>]: <S extends ExpectedOf<Paths, M, Path> = never>(
    path: Path,
    options: OptionsOf<Paths, M, Path> & StepInit<S>,
  ) => ResultOf<Paths, M, Path, S>;
};

type AnyCall<Paths, M extends Method> = <
  Path extends PathsWith<Paths, M>,
  S extends ExpectedOf<Paths, M, Path> = never,
>(
  path: Path,
  options: OptionsOf<Paths, M, Path> & StepInit<S>,
) => ResultOf<Paths, M, Path, S>;

/** One function with the signatures of all. */
type AllOf<Call> = (Call extends unknown ? (call: Call) => void : never) extends (call: infer All) => void
  ? All
  : never;

type OptionsOf<Paths, M extends Method, Path extends keyof Paths> = CallOptions<OperationOf<Paths[Path], M>>;

type ExpectedOf<Paths, M extends Method, Path extends keyof Paths> =
  SuccessStatus<OperationOf<Paths[Path], M>> | OtherStatus | AnySuccess | AnyFailure;

type ResultOf<Paths, M extends Method, Path extends keyof Paths, S> = Promise<
  CallResult<OperationOf<Paths[Path], M>, [S] extends [never] ? AnySuccess | AnyFailure : S>
>;

/** Those paths of a document that have an operation for a method. */
type PathsWith<Paths, M extends Method> = {
  [Path in keyof Paths]: Paths[Path] extends Record<M, unknown> ? Path : never;
}[keyof Paths];

type OperationOf<Item, M extends Method> = Item extends Record<M, infer Operation> ? Operation : never;

/** What a call takes: parameters and body as the operation has them, and how they are written. */
type CallOptions<Operation> = ParamsOption<Operation> & BodyOption<Operation> & Writing;

interface Writing {
  headers?: Record<string, string | undefined>;
  pathSerializer?: (template: string, values: Readonly<Record<string, unknown>>) => string;
  querySerializer?: (query: object) => string;
  bodySerializer?: BodyWriter;
  /** What comes is text or a file, and no JSON. */
  parseAs?: "text" | "blob";
}

type ParamsOption<Operation> = Operation extends { parameters: infer Parameters }
  ? {} extends Parameters
    ? { params?: Parameters | undefined }
    : { params: Parameters }
  : { params?: undefined };

type BodyOption<Operation> = Operation extends { requestBody: { content: infer Content } }
  ? { body: Content[keyof Content] }
  : "requestBody" extends keyof Operation
    ? { body?: BodyIn<Operation["requestBody"]> | undefined }
    : { body?: undefined };

type BodyIn<RequestBody> = RequestBody extends { content: infer Content } ? Content[keyof Content] : never;

/**
 * What a call resolves with where it expects the statuses `S`: `ok` and `status` tell a success from the rest. A failure
 * may have the data of a success that is not expected, and where several statuses are a success there may be an error.
 */
type CallResult<Operation, S> =
  | ([SuccessIn<Operation, S>] extends [never] ? never : Success<Operation, SuccessIn<Operation, S>>)
  | (AnyFailure extends S ? Failure<Operation, OtherThan<Operation, S>> : EachFailure<Operation, S & OtherStatus>);

/** One for each status, so that none is left where all have been asked for. */
type EachFailure<Operation, S> = S extends unknown ? Failure<Operation, S> : never;

interface Success<Operation, S> {
  ok: true;
  status: S;
  data: BodyOf<Operation, S>;
  error?: ErrorBody<AnswerBody<Operation, "error">> | undefined;
  response: Received;
}

interface Failure<Operation, S> {
  ok: false;
  status: S;
  data?: AnswerBody<Operation, "success"> | undefined;
  error: ErrorBody<AnswerBody<Operation, "error">>;
  response: Received;
}

/** Where any success is taken, it may have a status that is not documented. */
type SuccessIn<Operation, S> = AnySuccess extends S
  ? [SuccessStatus<Operation>] extends [never]
    ? never
    : Hundreds<2>
  : S & SuccessStatus<Operation>;

type OtherThan<Operation, S> = OtherStatus | Exclude<SuccessStatus<Operation>, SuccessIn<Operation, S>>;

type BodyOf<Operation, S> = Operation extends { responses: infer Responses }
  ? {
      [Status in keyof Responses]: S & Listed<Status> extends never ? never : ContentOf<Responses[Status]>;
    }[keyof Responses]
  : never;

type SuccessStatus<Operation> = Operation extends { responses: infer Responses }
  ? { [Status in keyof Responses]: Listed<Status> }[keyof Responses]
  : never;

/** All of them, for a range. */
type Listed<Status> = KindOf<Status> extends "success" ? (Status extends number ? Status : Hundreds<2>) : never;

type OtherStatus = Hundreds<1 | 3 | 4 | 5>;

type Hundreds<First extends number> = NumberIn<`${First}${Digit}${Digit}`>;

type Digit = 0 | 1 | 2 | 3 | 4 | 5 | 6 | 7 | 8 | 9;

type NumberIn<Text> = Text extends `${infer Value extends number}` ? Value : never;

/** Where nothing is documented of errors, they may hold anything. */
type ErrorBody<Documented> = [Documented] extends [undefined] ? unknown : Documented;

type AnswerBody<Operation, Kind> = Operation extends { responses: infer Responses }
  ? { [Status in keyof Responses]: KindOf<Status> extends Kind ? ContentOf<Responses[Status]> : never }[keyof Responses]
  : never;

type KindOf<Status> = Status extends string | number ? (`${Status}` extends `2${string}` ? "success" : "error") : never;

type ContentOf<Answer> = Answer extends { content: infer Content } ? Content[keyof Content] : undefined;
