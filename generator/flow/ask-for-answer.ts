import { readableConditions } from "../link/readable-conditions.js";
import { conditionExpressions, type Criterion, type Expression } from "../arazzo/index.js";

/** What expressions mean that only a step has which sends a request. */
const ofExchange: ReadonlySet<Expression["kind"]> = new Set([
  "url",
  "method",
  "statusCode",
  "header",
  "query",
  "path",
  "body",
]);

/** Whether criteria ask for a request or its answer, so that they never hold where a step calls a workflow. */
export function askForAnswer(criteria: readonly Criterion[] = []): boolean {
  return readableConditions(criteria).some((condition) =>
    conditionExpressions(condition).some(({ kind }) => ofExchange.has(kind)),
  );
}
