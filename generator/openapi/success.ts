import type { Operation, ResponseEntry, Streamed } from "./model.js";

/**
 * The 2xx codes that an operation documents, in order. None where it documents a whole range (`2XX`), which says
 * nothing about the single code.
 */
export function documentedSuccess(operation: Operation): readonly number[] {
  const statuses = operation.responses.map(({ status }) => status).filter((status) => status.startsWith("2"));
  return statuses.includes("2XX") ? [] : statuses.map(Number).sort((a, b) => a - b);
}

/**
 * The response that describes a status: that of the code, else of its range, else `default`.
 * @see https://spec.openapis.org/oas/v3.1.1.html#responses-object
 */
export function responseFor(operation: Operation, status: number): ResponseEntry | undefined {
  const keys = [String(status), `${String(status).slice(0, 1)}XX`, "default"];
  return keys.map((key) => operation.responses.find((response) => response.status === key)).find(Boolean);
}

/** What an event holds of the stream that an operation may answer with, where it documents one. */
export function streamedAnswer({ responses }: Operation): Streamed | undefined {
  const documented = responses.filter(({ status }) => status.startsWith("2"));
  const all = documented.length > 0 ? documented : responses.filter(({ status }) => status === "default");
  return all.flatMap(({ contents }) => contents.flatMap(({ streamed }) => streamed ?? []))[0];
}

/** Whether a status is a success of which the document of an operation says nothing. */
export function isUndocumentedSuccess({ responses }: Operation, status: number): boolean {
  const successes = responses.filter((response) => response.status.startsWith("2"));
  const isOfDefault = successes.length === 0 && responses.some((response) => response.status === "default");
  const isListed = successes.some((response) => ["2XX", String(status)].includes(response.status));
  return status >= 200 && status < 300 && !isOfDefault && !isListed;
}
