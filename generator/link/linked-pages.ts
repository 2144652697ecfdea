import { isFailure, parseExpression, type Step } from "../arazzo/index.js";
import { streamedAnswer, type Operation, type Streamed } from "../openapi/index.js";
import { type Scope, camelCase, upperFirst } from "./names.js";

/** That a step reads all pages of a list: the names that its code uses. */
export interface LinkedPages {
  readonly given: NonNullable<Step["x-pages"]>;
  /** They are parts of a stream, each of some of its events. */
  readonly streamed: Streamed | undefined;
  /** The variables of one page, and of the items of all. */
  readonly page: string;
  readonly list: string;
  /** The server that the URL of a page has to lead to, and its source; `undefined` where no page has a URL. */
  readonly follows: { readonly server: string; readonly source: string | undefined } | undefined;
}

/** The output of a step that reads pages. */
export const itemsOutput = "items";

/** What an event holds of the stream that a step reads; `undefined` where it reads answers as a whole. */
export function streamRead({ "x-pages": pages }: Step, operation: Operation): Streamed | undefined {
  return pages && pages.next === undefined && pages.counts === undefined ? streamedAnswer(operation) : undefined;
}

export function linkPages(
  step: Step,
  streamed: Streamed | undefined,
  answer: string,
  server: NonNullable<LinkedPages["follows"]>,
  scope: Scope,
): LinkedPages | undefined {
  const given = step["x-pages"];
  if (given === undefined) return undefined;
  const expression = parseExpression(given.items);
  const pointer = isFailure(expression) || expression.kind !== "body" ? [] : expression.pointer;
  const name = camelCase(pointer.at(-1) ?? "") || itemsOutput;
  const follows = given.next !== undefined && given.parameter === undefined ? server : undefined;
  const page = scope.take("page", `${answer}Page`);
  return { given, streamed, page, list: scope.take(name, `${answer}${upperFirst(name)}`), follows };
}
