import { isSecured } from "../openapi/index.js";
import type { GivenParameter } from "./given-parameter.js";
import type { RequestStep } from "./linked-step.js";

/**
 * Whether a parameter is a header that a step gives to its request, whatever the operation documents: OpenAPI describes
 * these by other means than parameters. Credentials of a whole workflow go only where an operation asks for some.
 */
export function isOwnHeader(
  { name, in: where, shared }: Pick<GivenParameter, "name" | "in" | "shared">,
  step: RequestStep,
): boolean {
  if (where !== "header") return false;
  if (name.toLowerCase() === idempotencyKeyOf(step)?.toLowerCase()) return !shared;
  switch (name.toLowerCase()) {
    case "accept":
      return true;
    case "authorization":
    case "cookie":
      return !shared || isSecured(step.operation);
    default:
      return false;
  }
}

/** The header that holds the idempotency key of a step, if its operation or the step itself has one. */
export function idempotencyKeyOf({ step, operation }: RequestStep): string | undefined {
  const isSafe = ["get", "head", "options", "trace"].includes(operation.method);
  return isSafe ? undefined : (step["x-idempotency-key"] ?? operation.idempotencyKey);
}
