/**
 * A client whose calls are held to the types of a document, field by field.
 *
 * openapi-fetch's own types infer the options of a call from what is passed, so that a misspelt optional field or
 * parameter goes through; and they map over what comes back, which takes `"queued" | (string & {})` to pieces.
 */
export type ApiClient<Paths> = {
  readonly [Method in HttpMethod as Uppercase<Method>]: <Path extends PathsWith<Paths, Method>>(
    path: Path,
    init: CallInit<OperationAt<Paths, Path, Method>>,
  ) => Promise<CallResult<OperationAt<Paths, Path, Method>>>;
};

/** What a call needs, and what it may have. */
export type CallInit<Operation> = ParametersOf<Operation> &
  BodyOf<Operation> & {
    fetch?: (request: Request) => Promise<Response>;
    headers?: Record<string, string>;
  };

/** What a call resolves with: `data` after a 2xx, `error` after anything else. */
export type CallResult<Operation> =
  | { data: ContentOf<Operation, SuccessOf<Operation>>; error?: never; response: Response }
  | {
      data?: never;
      error: ContentOf<Operation, Exclude<StatusOf<Operation>, SuccessOf<Operation>>>;
      response: Response;
    };

type HttpMethod = "get" | "put" | "post" | "delete" | "options" | "head" | "patch" | "trace";

type PathsWith<Paths, Method> = {
  [Path in keyof Paths]: Method extends keyof Paths[Path] ? Path : never;
}[keyof Paths];

type OperationAt<Paths, Path extends keyof Paths, Method> = Paths[Path][Method & keyof Paths[Path]];

type ParametersOf<Operation> = Operation extends { parameters: infer Parameters }
  ? {} extends Parameters
    ? { params?: Parameters }
    : { params: Parameters }
  : { params?: never };

type BodyOf<Operation> = "requestBody" extends keyof Operation
  ? Operation extends { requestBody: { content: infer Content } }
    ? { body: Content[keyof Content] }
    : Operation extends { requestBody?: { content: infer Content } }
      ? { body?: Content[keyof Content] }
      : never
  : { body?: never };

type ResponsesOf<Operation> = Operation extends { responses: infer Responses } ? Responses : never;

type StatusOf<Operation> = keyof ResponsesOf<Operation>;

type SuccessOf<Operation> = {
  [Status in StatusOf<Operation>]: `${Status & (string | number)}` extends `2${string}` ? Status : never;
}[StatusOf<Operation>];

type ContentOf<Operation, Status extends StatusOf<Operation>> = {
  [S in Status]: ResponsesOf<Operation>[S] extends { content: infer Content } ? Content[keyof Content] : undefined;
}[Status];
