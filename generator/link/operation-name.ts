import type { Operation } from "../openapi/index.js";

/** How an operation is called in a message. */
export function operationName({ operationId, method, path }: Operation): string {
  return operationId ?? `${method.toUpperCase()} ${path}`;
}
