import type { Choices } from "./choices.js";
import { prose, takeName } from "./random-names.js";
import { objectShape, randomShape, scalarShape } from "./random-shapes.js";
import { schemaOf, type Components, type Shape } from "./shapes.js";

/** An OpenAPI document, and what those who write workflows on it know of it. */
export interface RandomApi {
  readonly document: Record<string, unknown>;
  readonly operations: readonly RandomOperation[];
  readonly components: Components;
}

export interface RandomOperation {
  readonly operationId: string;
  readonly method: Method;
  readonly path: string;
  readonly parameters: readonly RandomParameter[];
  readonly body: RandomBody | undefined;
  /** Of its successes; empty where they hold no JSON. */
  readonly answers: readonly Shape[];
  readonly errors: readonly Shape[];
  /** The statuses of its successes. */
  readonly statuses: readonly number[];
  readonly headers: readonly string[];
}

type Method = "get" | "post" | "put" | "patch" | "delete";

export interface RandomParameter {
  readonly name: string;
  readonly in: "path" | "query" | "header" | "cookie" | "querystring";
  readonly shape: Shape;
  readonly required: boolean;
}

export interface RandomBody {
  readonly mediaTypes: readonly string[];
  readonly shape: Shape;
  readonly required: boolean;
}

export function randomApi(choices: Choices): RandomApi {
  const dialect = choices.of("3.1", "3.0");
  const names = choices.list(0, 3, (index) => ["Message", "Error", "Record"][index] ?? "Thing");
  const components = new Map(names.map((name) => [name, componentShape(choices, names)]));
  const taken = new Set<string>();
  const operations = choices.list(1, 4, (index) => randomOperation(choices, names, taken, index));
  const paths: Record<string, Record<string, unknown>> = {};
  for (const operation of operations) {
    paths[operation.path] = { ...paths[operation.path], [operation.method]: operationOf(operation, dialect, choices) };
  }
  const schemas = Object.fromEntries([...components].map(([name, shape]) => [name, schemaOf(shape, dialect)]));
  const document = {
    openapi: dialect === "3.0" ? "3.0.3" : choices.of("3.1.0", "3.2.0"),
    info: { title: prose(choices), version: "1.0.0" },
    servers: [{ url: choices.of("https://api.example.com", "https://messaging.twilio.com/v1") }],
    paths,
    ...(names.length > 0 ? { components: { schemas } } : {}),
  };
  return { document, operations, components };
}

function componentShape(choices: Choices, names: readonly string[]): Shape {
  return choices.onceIn(3) ? { ...scalarShape(choices) } : objectShape(choices, names, 2);
}

function randomOperation(
  choices: Choices,
  names: readonly string[],
  taken: Set<string>,
  index: number,
): RandomOperation {
  const method = choices.of<Method>("get", "post", "get", "post", "put", "patch", "delete");
  const inPath = choices.list(0, 2, (number) => choices.of(`Sid${number}`, `sid-${number}`, `class${number}`));
  const ids = new Set(inPath);
  const path = `/${choices.of("Things", "v1/Messages.json", "it's")}${index}${[...ids].map((name) => `/{${name}}`).join("")}`;
  const whole: RandomParameter = {
    name: "all",
    in: "querystring",
    shape: objectShape(choices, names, 1),
    required: false,
  };
  const others = choices.onceIn(10) ? [whole] : choices.list(0, 3, () => randomParameter(choices, names));
  const unique = others.filter(
    (one, at) => others.findIndex((other) => other.in === one.in && same(other, one)) === at,
  );
  const statuses = choices.of([200], [201], [200, 201], [202, 200]);
  const hasBody = method !== "get" && method !== "delete" && !choices.onceIn(4);
  return {
    operationId: takeName(choices, taken),
    method,
    path,
    parameters: [...[...ids].map((name) => pathParameter(choices, name)), ...unique],
    body: hasBody ? randomBody(choices, names) : undefined,
    answers: choices.onceIn(8) ? [] : choices.list(1, statuses.length, () => answerShape(choices, names)),
    errors: choices.list(0, 2, () => answerShape(choices, names)),
    statuses,
    headers: choices.some(["Location", "X-Request-Id", "it's"], 3),
  };
}

function same(one: RandomParameter, other: RandomParameter): boolean {
  return one.name.toLowerCase() === other.name.toLowerCase();
}

function pathParameter(choices: Choices, name: string): RandomParameter {
  const shape: Shape = choices.onceIn(3) ? { kind: "integer" } : { kind: "string" };
  return { name, in: "path", shape, required: true };
}

function randomParameter(choices: Choices, names: readonly string[]): RandomParameter {
  const where = choices.of("query", "query", "header", "cookie");
  const shape = choices.onceIn(3) ? randomShape(choices, names, 1) : scalarShape(choices);
  return {
    name: choices.of("PageSize", "Status", "class", "a-b", "a[b]", "2nd", "it's", "__proto__"),
    in: where,
    shape,
    required: choices.onceIn(4),
  };
}

function randomBody(choices: Choices, names: readonly string[]): RandomBody {
  const form = "application/x-www-form-urlencoded";
  const mediaType = choices.of(
    "application/json",
    form,
    "application/json",
    form,
    "application/vnd.api+json",
    "multipart/form-data",
    "text/plain",
    "application/octet-stream",
    "application/xml",
    "application/json; charset=utf-8",
    "*/*",
  );
  const structured = /json|form|\*/.test(mediaType);
  const shape = structured
    ? choices.onceIn(5)
      ? randomShape(choices, names)
      : objectShape(choices, names, 2)
    : ({ kind: "string" } as const);
  const mediaTypes = choices.onceIn(6) && structured ? [mediaType, "application/merge-patch+json"] : [mediaType];
  return { mediaTypes, shape, required: !choices.onceIn(3) };
}

function answerShape(choices: Choices, names: readonly string[]): Shape {
  return choices.onceIn(6) ? randomShape(choices, names) : objectShape(choices, names, 2);
}

function operationOf(operation: RandomOperation, dialect: "3.0" | "3.1", choices: Choices): object {
  const { operationId, parameters, body, statuses, answers, errors, headers } = operation;
  const responses = [
    ...statuses.map(
      (status, index) => [String(status), responseOf(answers[index] ?? answers[0], headers, dialect)] as const,
    ),
    ...errors.map(
      (shape, index) => [["default", "404", "4XX"][index] ?? "500", responseOf(shape, [], dialect)] as const,
    ),
    ...(choices.onceIn(8) ? [["204", { description: "Nothing." }] as const] : []),
  ];
  return {
    operationId,
    ...(choices.onceIn(3) ? { summary: prose(choices) } : {}),
    ...(parameters.length > 0 ? { parameters: parameters.map((one) => parameterOf(one, dialect, choices)) } : {}),
    ...(body === undefined ? {} : { requestBody: bodyOf(body, dialect) }),
    responses: Object.fromEntries(responses),
  };
}

function parameterOf(
  { name, in: where, shape, required }: RandomParameter,
  dialect: "3.0" | "3.1",
  choices: Choices,
): object {
  const style =
    where === "query" && choices.onceIn(4)
      ? { style: choices.of("form", "spaceDelimited", "pipeDelimited", "deepObject") }
      : {};
  if (where === "querystring") {
    const mediaType = choices.of("application/x-www-form-urlencoded", "application/json");
    return { name, in: where, required, content: { [mediaType]: { schema: schemaOf(shape, dialect) } } };
  }
  const explode = choices.onceIn(5) ? { explode: choices.onceIn(2) } : {};
  return { name, in: where, required, ...style, ...explode, schema: schemaOf(shape, dialect) };
}

function bodyOf({ mediaTypes, shape, required }: RandomBody, dialect: "3.0" | "3.1"): object {
  const schema = schemaOf(shape, dialect);
  return { required, content: Object.fromEntries(mediaTypes.map((name) => [name, { schema }])) };
}

function responseOf(shape: Shape | undefined, headers: readonly string[], dialect: "3.0" | "3.1"): object {
  return {
    description: "An answer.",
    ...(headers.length > 0
      ? { headers: Object.fromEntries(headers.map((name) => [name, { schema: { type: "string" } }])) }
      : {}),
    ...(shape === undefined ? {} : { content: { "application/json": { schema: schemaOf(shape, dialect) } } }),
  };
}
