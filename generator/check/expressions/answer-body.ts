import {
  answerKind,
  jsonContents,
  responseFor,
  type Content,
  type Operation,
  type ResponseEntry,
  type Streamed,
} from "../../openapi/index.js";
import { anyOfSchemas, type Schema } from "../../schema/index.js";
import type { AnswerForm } from "../../ir/model.js";
import { typeOfSchema, type SchemaUse } from "../../types/type-of-schema.js";
import { absent, blob, string, union, unknown, type Type } from "../../types/type.js";

/** What the answers to an operation hold, some of its responses taken together. */
export interface AnswerBody {
  /** What JSON is documented; `undefined` where a schema for all of it is missing. */
  readonly schema: Schema | undefined;
  /** The type that the compiler knows of the data, `undefined` in it where an answer is empty. */
  readonly type: Type;
  /** Some answers are files, and others are not. */
  readonly isMixed: boolean;
}

/** What the answer holds when the step succeeds, whichever of its 2xx codes comes; `undefined` where it is empty. */
export function successBody(operation: Operation, use: SchemaUse): AnswerBody | undefined {
  return known("success", operation, use, () => bodyOf(successes(operation), use));
}

/**
 * What the answer holds when it is no 2xx; `undefined` where nothing is said of that.
 * @param statuses Those that it may have, if that is known
 */
export function failureBody(
  operation: Operation,
  use: SchemaUse,
  statuses?: readonly number[],
): AnswerBody | undefined {
  const others = operation.responses.filter(({ status }) => !status.startsWith("2"));
  const all = known("failure", operation, use, () => bodyOf(others, use));
  if (statuses === undefined || all === undefined) return all;
  const meant = new Set(statuses.map((status) => responseFor(operation, status)));
  const own = bodyOf(
    others.filter((response) => meant.has(response)),
    use,
  );
  // The compiler does not tell one error from another.
  return own && { ...own, type: all.type };
}

type Bodies = Partial<Record<"success" | "failure", { readonly body: AnswerBody | undefined }>>;

// The types of an operation are made once, however many steps call it.
const bodies = new WeakMap<SchemaUse, WeakMap<Operation, Bodies>>();

function known(
  which: keyof Bodies,
  operation: Operation,
  use: SchemaUse,
  make: () => AnswerBody | undefined,
): AnswerBody | undefined {
  const ofApi = bodies.get(use) ?? new WeakMap<Operation, Bodies>();
  bodies.set(use, ofApi);
  const ofOperation = ofApi.get(operation) ?? {};
  ofApi.set(operation, ofOperation);
  return (ofOperation[which] ??= { body: make() }).body;
}

/** What an answer holds that may be either of two. */
export function eitherBody(one: AnswerBody, other: AnswerBody): AnswerBody {
  const schema = one.schema && other.schema && anyOfSchemas(one.schema, other.schema);
  return { schema, type: union([one.type, other.type]), isMixed: one.isMixed || other.isMixed };
}

/** What is documented of the bodies of successes. */
export function answeredContents(operation: Operation): readonly Content[] {
  return successes(operation).flatMap(({ contents }) => contents);
}

/** @param streamed What an event holds, where the answer is read event by event */
export function answerForm(operation: Operation, streamed?: Streamed): Omit<AnswerForm, "shape"> {
  if (streamed !== undefined) {
    const accept = acceptOf(answeredContents(operation).filter((content) => content.streamed === streamed));
    return { parseAs: "json", accept, mayBeEmpty: false };
  }
  const all = successes(operation);
  const contents = answeredContents(operation);
  const empty = all.filter((response) => response.contents.length === 0 && !/^(204|205)$/.test(response.status));
  return {
    parseAs: contents.length === 0 || jsonContents(contents).length > 0 ? "json" : isFile(all) ? "blob" : "text",
    accept: acceptOf(jsonContents(contents).length > 0 ? jsonContents(contents) : contents),
    mayBeEmpty: empty.length > 0 || all.length === 0,
  };
}

/** The media types that an answer is read as; none where it is plain JSON, which the runtime asks for by itself. */
function acceptOf(contents: readonly Content[]): string | undefined {
  const types = contents.map(({ mediaType }) => (mediaType.split(";")[0] ?? "").trim().toLowerCase());
  const named = [...new Set(types.filter((type) => /^[\w!#$&^.+-]+\/([\w!#$&^.+-]+|\*)$/.test(type)))];
  return named.length === 0 || named.includes("application/json") ? undefined : named.join(", ");
}

/** The responses with which an operation succeeds. */
export function successes({ responses }: Operation): readonly ResponseEntry[] {
  const documented = responses.filter(({ status }) => status.startsWith("2"));
  // Where no success has an entry of its own, the one for everything else is meant to be that of the success, too.
  return documented.length > 0 ? documented : responses.filter(({ status }) => status === "default");
}

function bodyOf(responses: readonly ResponseEntry[], use: SchemaUse): AnswerBody | undefined {
  const contents = responses.flatMap((response) => jsonContents(response.contents));
  const schemas = contents.flatMap(({ schema }) => schema ?? []);
  const [first, ...others] = schemas;
  const said = schemas.length === contents.length ? first : undefined;
  if (responses.every((response) => response.contents.length === 0)) return undefined;
  return {
    schema: said && anyOfSchemas(said, ...others),
    type: union(responses.map((response) => typeOf(response, use))),
    isMixed: !isFile(responses) && responses.some((response) => answerKind(response) === "file"),
  };
}

/** Whether all answers that hold something are files. */
function isFile(responses: readonly ResponseEntry[]): boolean {
  return responses.every((response) => ["file", "nothing"].includes(answerKind(response)));
}

function typeOf(response: ResponseEntry, use: SchemaUse): Type {
  switch (answerKind(response)) {
    case "json": {
      const schemas = jsonContents(response.contents).map(({ schema }) => schema);
      return union(schemas.map((schema) => (schema ? typeOfSchema(schema, use) : unknown)));
    }
    case "text":
      return string;
    case "file":
      return blob;
    case "nothing":
      return absent;
  }
}
